// What a letter says: what happened, what is expected of the reader and by when, and one link. The expectation is the
// same as in "my tasks", read as the letter leaves.
import { rolesInForce } from '../db/role.ts'
import type { NoticeRow } from '../db/outbox.ts'
import type { HeldRole, Role } from '../workflows/act.ts'
import type { Lang } from '../workflows/lang.ts'
import { loadStrategy } from './desk/load.ts'
import { sayTask } from './desk/say-task.ts'
import { tasksOf, type Task } from './desk/tasks.ts'
import { isCommentNotice } from './comment/say-comment.ts'
import type { House } from './house.ts'
import { sayNotice, type NoticeContent } from './say-notice.ts'
import { dateText } from './pages/dates.ts'
import { capital, count, words } from './pages/words.ts'

export type LetterText = { subject: string; text: string }

/// One notice as a letter to one person.
export async function letterText(house: House, notice: NoticeRow, lang: Lang): Promise<LetterText> {
  const { subject, text } = sayNotice(notice, lang)
  const content = contentOf(notice)
  const expected =
    content.about === 'clearance-voided' ||
    content.about.startsWith('amendment-') ||
    isCommentNotice(content.about)
      ? []
      : await expectedOf(house, notice.region, notice.person, [content], lang, 1)
  const link = `${house.origins[0] ?? ''}${notice.link ?? '/varsler'}`
  return { subject, text: [text, ...expected, link].join('\n\n') + '\n' }
}

/// Many notices as one letter; the link leads to the tasks, where the notices stand too.
export async function digestText(
  house: House,
  region: number,
  person: string,
  notices: readonly NoticeRow[],
  lang: Lang,
): Promise<LetterText> {
  const t = words(lang)
  const n = notices.length
  const number = capital(count(n, lang))
  const subject =
    n === 1
      ? sayNotice(notices[0]!, lang).subject
      : t(
          `${number} varsler fra planstrategien`,
          `${number} varsel frå planstrategien`,
          `${number} notices from the planning strategy`,
        )
  const happened = notices.map((notice) => `– ${sayNotice(notice, lang).text}`).join('\n')
  const expected = await expectedOf(house, region, person, notices.map(contentOf), lang, 5)
  const link = `${house.origins[0] ?? ''}/oppgaver`
  return { subject, text: [happened, ...expected, link].join('\n\n') + '\n' }
}

export const langOf = (language: string): Lang =>
  language === 'nn' || language === 'en' ? language : 'nb'

const contentOf = (notice: NoticeRow): NoticeContent => JSON.parse(notice.content) as NoticeContent

/// The reader's own tasks in the cases the notices are about, the soonest first.
async function expectedOf(
  house: House,
  region: number,
  person: string,
  about: readonly NoticeContent[],
  lang: Lang,
  most: number,
): Promise<string[]> {
  const t = words(lang)
  const desk = await loadStrategy(house, region, about[0]!.strategy, lang)
  if (!desk) return []
  const held = await rolesInForce(house.store.db, person, house.clock.today())
  const roles = held
    .filter((row) => row.region === region)
    .map((row): HeldRole => ({
      role: row.role as Role,
      ...(row.municipality === null ? {} : { municipality: row.municipality }),
    }))
  const cases = new Set(about.map(({ municipality }) => municipality ?? undefined))
  const tasks = tasksOf(desk, roles, { deadLetters: 0 })
    .filter((task) => cases.has(task.track?.number))
    .slice(0, most)
  if (tasks.length === 0) {
    return [
      t(
        'Ingenting ventes av deg nå.',
        'Ingenting er venta av deg no.',
        'Nothing is expected of you now.',
      ),
    ]
  }
  const line = (task: Task): string => {
    const by = task.on
      ? t(
          `frist ${dateText(task.on, lang)}`,
          `frist ${dateText(task.on, lang)}`,
          `by ${dateText(task.on, lang)}`,
        )
      : t('uten frist', 'utan frist', 'no deadline')
    return `– ${[task.track?.name, sayTask(task, desk).title].filter(Boolean).join(': ')} (${by})`
  }
  const heading = t('Dette ventes av deg:', 'Dette er venta av deg:', 'This is expected of you:')
  return [[heading, ...tasks.map(line)].join('\n')]
}
