// The one sentence under a margin: which dates the number lies between, so that it can be checked by hand.
import type { Day } from '../../workflows/act.ts'
import { dateText, daysBetween, daysText } from '../pages/dates.ts'
import { words } from '../pages/words.ts'
import type { Lang } from '../../workflows/lang.ts'
import { councilDay } from './board-view.ts'
import type { Track } from './desk.ts'

/// `Møte 16. okt., frist 18. okt.` Empty when nothing is known.
export function sayMargin(track: Track, lang: Lang): string {
  const t = words(lang)
  const day = (on: Day): string => dateText(on, lang, 'short')
  const meeting = councilDay(track)
  const limit = track.deadlines.find(({ rule }) => rule === 'one-year')?.on
  const published = publishedDay(track)
  if (track.margin.rule === 'thirty-days' && meeting && published) {
    const days = daysText(daysBetween(published, meeting), lang)
    return t(
      `Møte ${days} etter kunngjøring, minst 30`,
      `Møte ${days} etter kunngjering, minst 30`,
      `Meeting ${days} after publication, at least 30`,
    )
  }
  if (meeting && limit) {
    return t(
      `Møte ${day(meeting)}, frist ${day(limit)}`,
      `Møte ${day(meeting)}, frist ${day(limit)}`,
      `Meeting ${day(meeting)}, limit ${day(limit)}`,
    )
  }
  if (limit) {
    return t(`Frist ${day(limit)}`, `Frist ${day(limit)}`, `Limit ${day(limit)}`)
  }
  return t('Møte ikke satt opp', 'Møte ikkje sett opp', 'No meeting set')
}

/// Why the coordinator should ring: `Dovre går 12 dager over ettårsfristen`.
export function sayTrouble(track: Track, lang: Lang): string {
  const t = words(lang)
  const { days, rule } = track.margin
  if (days === null || track.margin.adopted) {
    return t('har merker som må ses på', 'har merke som må sjåast på', 'has marks that need a look')
  }
  const much = daysText(Math.abs(days), lang)
  if (days >= 0) {
    return t(`har ${much} å gå på`, `har ${much} å gå på`, `has ${much} to spare`)
  }
  return rule === 'thirty-days'
    ? t(`mangler ${much} på 30`, `manglar ${much} på 30`, `lacks ${much} of 30`)
    : t(
        `går ${much} over ettårsfristen`,
        `går ${much} over eittårsfristen`,
        `goes ${much} past the one-year limit`,
      )
}

/// The day of the latest publication registered.
export function publishedDay({ acts }: Pick<Track, 'acts'>): Day | undefined {
  const act = [...acts].reverse().find(({ type }) => type === 'record-publication')
  return typeof act?.input.publishedOn === 'string' ? act.input.publishedOn : act?.actedOn
}

/// Days a decision came after the one-year limit; 0 when in time.
export function daysLate(track: Track): number {
  const limit = track.deadlines.find(({ rule }) => rule === 'one-year')?.on
  const decided = [...track.acts]
    .reverse()
    .find(
      ({ type, input }) =>
        type === 'record-decision' &&
        (input.outcome === 'unchanged' || input.outcome === 'changed'),
    )
  if (!limit || !decided) return 0
  return Math.max(0, daysBetween(limit, decided.actedOn))
}
