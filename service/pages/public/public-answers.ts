// What the municipalities answer publicly, beside the paragraph it is about.
import { html } from 'hono/html'
import { publicAnswersIn } from '../../../db/comment.ts'
import type { Db } from '../../../db/database.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { date, type Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import type { PublishedPart } from './published-text.ts'
import type { PublicStrategy } from './view.ts'

export type Answers = Map<string, { who: string; at: string; body: string }[]>

/// The answers that still stand, by the id of the block they are about.
export async function publicAnswers(
  db: Db,
  s: PublicStrategy,
  part: PublishedPart,
  lang: Lang,
): Promise<Answers> {
  const t = words(lang)
  const names = new Map(s.municipalities.map(({ number, name }) => [number, name]))
  const found: Answers = new Map()
  for (const row of await publicAnswersIn(
    db,
    s.region,
    part.chapters.map(({ section }) => section),
  )) {
    const name = names.get(row.municipality ?? '')
    const who = name
      ? t(`Svar fra ${name} kommune`, `Svar frå ${name} kommune`, `Answer from ${name}`)
      : t('Svar fra koordinatoren', 'Svar frå koordinatoren', 'Answer from the coordinator')
    const { at, body } = row
    found.set(row.block, [...(found.get(row.block) ?? []), { who, at, body }])
  }
  return found
}

/// Nothing where nothing is said.
export function answersHtml(answers: Answers | undefined, block: string, lang: Lang): Html | '' {
  const own = answers?.get(block) ?? []
  if (own.length === 0) return ''
  return html`<div class="public-answers" lang="${lang}">
    ${own.map(
      ({ who, at, body }) =>
        html`<section class="public-answer">
          <p>${icon('ChatElipsis')}<strong>${who}</strong> ${date(at, lang, 'short')}</p>
          <p dir="auto" class="said">${body}</p>
        </section>`,
    )}
  </div>`
}
