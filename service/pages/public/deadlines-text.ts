// How long people may send their opinion, in words: one date for most, and those that differ by name.
import { html } from 'hono/html'
import type { Day } from '../../../workflows/act.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { date, dateText, type Html } from '../dates.ts'
import { untilText } from '../parts/deadlines.ts'
import { listed, words } from '../words.ts'
import { isOpen, type PublicMunicipality, type PublicStrategy } from './view.ts'

export type OpenWindow = {
  /// The date most share.
  main: Day
  /// Other dates, with who has them.
  others: { on: Day; names: string[] }[]
  open: PublicMunicipality[]
}

/// Undefined when nobody takes opinions today.
export function openWindow(s: PublicStrategy): OpenWindow | undefined {
  const open = s.municipalities.filter((m) => isOpen(m, s.today))
  if (open.length === 0) return undefined
  const byDay = new Map<Day, string[]>()
  for (const m of open) byDay.set(m.deadlineOn!, [...(byDay.get(m.deadlineOn!) ?? []), m.name])
  const days = [...byDay].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const [main, ...rest] = days
  return {
    main: main![0],
    others: rest.map(([on, names]) => ({ on, names })).sort((a, b) => (a.on < b.on ? -1 : 1)),
    open,
  }
}

/// `Du kan uttale deg til fredag 26. mai 2028 kl. 23.59. Det er 18 dager igjen. I Sel er fristen 31. mai.`
export function openSentence(s: PublicStrategy, window: OpenWindow, lang: Lang): Html {
  const t = words(lang)
  const { until, left } = untilText(s.today, window.main, lang)
  const others = othersText(window, lang)
  return html`<strong
      >${t('Du kan uttale deg', 'Du kan uttale deg', 'You can comment')} ${until}.</strong
    >
    ${left} ${others}`
}

/// `I Sel er fristen 31. mai og i Dovre 9. juni.`
export function othersText({ others }: OpenWindow, lang: Lang): string {
  if (others.length === 0) return ''
  const t = words(lang)
  const parts = others.map(({ on, names }, i) => {
    const where = `${i === 0 ? t('I', 'I', 'In') : t('i', 'i', 'in')} ${listed(names, lang)}`
    const day = dateText(on, lang, 'short')
    return i === 0
      ? t(
          `${where} er fristen ${day}`,
          `${where} er fristen ${day}`,
          `${where} the deadline is ${day}`,
        )
      : `${where} ${day}`
  })
  return `${listed(parts, lang)}.`
}

/// What stands beside a municipality's name on the front: the one date that matters now.
export function municipalityNote(
  m: PublicMunicipality,
  s: PublicStrategy,
  lang: Lang,
): Html | string {
  const t = words(lang)
  const day = (on: Day) =>
    date(on, lang, on.slice(0, 4) === s.today.slice(0, 4) ? 'short' : 'short-year')
  if (isOpen(m, s.today))
    return html`${t('Uttal deg til', 'Uttal deg til', 'Comment until')} ${day(m.deadlineOn!)}`
  const { decision } = m
  if (m.state === 'K900') return t('Har trukket seg', 'Har trekt seg', 'Has withdrawn')
  if (m.state === 'K910') return t('Egen prosess', 'Eigen prosess', 'Own process')
  if (decision && (decision.outcome === 'unchanged' || decision.outcome === 'changed'))
    return html`${t('Vedtatt', 'Vedteken', 'Adopted')} ${day(decision.on)}`
  if (decision?.outcome === 'rejected' && m.state === 'K104')
    return html`${t('Ikke vedtatt', 'Ikkje vedteken', 'Not adopted')} ${day(decision.on)}`
  if (m.meetingOn && m.meetingOn >= s.today)
    return html`${t('Møte', 'Møte', 'Meeting')} ${day(m.meetingOn)}`
  if (m.deadlineOn && m.deadlineOn < s.today)
    return html`${t('Høringen var til', 'Høyringa var til', 'Consultation ended')}
    ${day(m.deadlineOn)}`
  if (m.state === 'K00') return t('Invitert', 'Invitert', 'Invited')
  return t('Skriver utkastet', 'Skriv utkastet', 'Writing the draft')
}
