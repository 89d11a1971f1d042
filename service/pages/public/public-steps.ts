// The five public steps, and what is known of when: «Hvor er vi?» in words everybody understands.
import type { Day } from '../../../workflows/act.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { dateText, rangeText } from '../dates.ts'
import type { Step } from '../parts/stepper.ts'
import { capital, words } from '../words.ts'
import { hasAdopted, isOpen, type PublicStrategy } from './view.ts'

/// 1 drafting, 2 consultation, 3 answering, 4 councils, 5 follow-up.
export function publicStep(s: PublicStrategy): 1 | 2 | 3 | 4 | 5 {
  const { state } = s
  if (state === 'F110' || state === 'F120' || state === 'F100' || state === 'F101') return 5
  if (['F90', 'F95', 'F102'].includes(state) || s.municipalities.some(hasAdopted)) return 4
  if (state === 'F60' || s.municipalities.some((m) => isOpen(m, s.today))) return 2
  if (state === 'F70' || state === 'F80') return 3
  return 1
}

export function publicSteps(s: PublicStrategy, lang: Lang): Step[] {
  const t = words(lang)
  const now = publicStep(s)
  const names = [
    t('Vi skriver utkastet', 'Vi skriv utkastet', 'We write the draft'),
    t('Høring', 'Høyring', 'Consultation'),
    t('Vi svarer på innspillene', 'Vi svarar på innspela', 'We answer the submissions'),
    t('Tolv kommunestyrer vedtar', 'Tolv kommunestyre vedtek', 'Twelve councils decide'),
    t('Vi følger opp', 'Vi følgjer opp', 'We follow up'),
  ]
  const when = whenOf(s, lang)
  return names.map((name, i) => {
    const at = i + 1
    const on = when[i]
    return {
      name,
      ...(on && { when: on }),
      is: at < now ? 'done' : at === now ? 'now' : 'next',
    }
  })
}

function whenOf(s: PublicStrategy, lang: Lang): (string | undefined)[] {
  const t = words(lang)
  const dates = (pick: (m: PublicStrategy['municipalities'][number]) => Day | undefined): Day[] =>
    s.municipalities
      .map(pick)
      .filter((d): d is Day => d !== undefined)
      .sort()
  const published = dates((m) => m.publishedOn)
  const deadlines = dates((m) => m.deadlineOn)
  const councils = [
    ...dates((m) => m.meetingOn),
    ...dates((m) => (hasAdopted(m) ? m.decision?.on : undefined)),
  ].sort()
  const frozen = s.versions.find((v) => v.scope === 'joint')?.frozenOn
  const open = s.municipalities.some((m) => isOpen(m, s.today))
  const month = (day: Day) => dateText(day, lang, 'month')
  return [
    frozen &&
      t(`Ferdig i ${month(frozen)}`, `Ferdig i ${month(frozen)}`, `Done in ${month(frozen)}`),
    published[0] && deadlines.length
      ? `${rangeText(published[0], deadlines.at(-1)!, lang)}${open ? t('. Nå kan du uttale deg', '. No kan du uttale deg', '. You can comment now') : ''}`
      : undefined,
    deadlines.length && councils.length
      ? monthRange(deadlines.at(-1)!, councils[0]!, lang)
      : undefined,
    councils.length ? monthRange(councils[0]!, councils.at(-1)!, lang) : undefined,
    councils.length >= s.municipalities.filter((m) => m.takesPart).length && councils.length > 0
      ? t(
          `Fra ${month(nextMonth(councils.at(-1)!))}`,
          `Frå ${month(nextMonth(councils.at(-1)!))}`,
          `From ${month(nextMonth(councils.at(-1)!))}`,
        )
      : undefined,
  ]
}

const nextMonth = (day: Day): Day => Temporal.PlainDate.from(day).add({ months: 1 }).toString()

/// `Juni–oktober 2028`.
function monthRange(from: Day, to: Day, lang: Lang): string | undefined {
  if (from > to) return undefined
  if (from.slice(0, 7) === to.slice(0, 7)) return capital(dateText(from, lang, 'month'))
  const first = dateText(from, lang, 'month')
  const start = from.slice(0, 4) === to.slice(0, 4) ? first.split(' ')[0]! : first
  return capital(`${start}–${dateText(to, lang, 'month')}`)
}
