// A municipality's case as data: the path walked, the clocks with their sums written out, the acts that can be done
// now with all that speaks against them. The page draws it.
import type { Day, Finding, HeldRole, Role } from '../../workflows/act.ts'
import { available, type Available } from '../../workflows/decide.ts'
import type { EventSpec } from '../../workflows/event-spec.ts'
import { dateText, daysBetween, daysText } from '../pages/dates.ts'
import { toneOf, type DeadlineCard } from '../pages/parts/deadlines.ts'
import { words } from '../pages/words.ts'
import { choiceLabel } from '../../workflows/words.ts'
import { councilDay } from './board-view.ts'
import { hasAdopted, isOutside, type Desk, type Track } from './desk.ts'
import { pathOf, type Step } from './path.ts'
import { publishedDay } from './say-margin.ts'

/// The steps of a municipality's case.
export function casePath(track: Track): Step[] {
  const council = councilDay(track)
  const planned: Record<string, Day> =
    council && track.stored.state !== 'K90' ? { K90: council } : {}
  return pathOf('participation', track.stored.state, track.acts, planned)
}

/// Deadline cards, the tightest first on the page as the law orders them: publicity, the year, then the rest.
export function clocksOf(track: Track, desk: Desk): DeadlineCard[] {
  if (isOutside(track)) return []
  const cards = [publicity, year, consultation, programme, papers].map((make) => make(track, desk))
  return cards.filter((card) => card !== undefined)
}

/// Acts of these roles in one municipality. `mine` may be registered by the person, `others` by somebody else there.
export type CaseActs = { mine: Available[]; others: { act: Available; roles: readonly Role[] }[] }

const municipal: Role[] = ['planner', 'council-secretary', 'chief-executive', 'mayor']

export function caseActs(track: Track, roles: readonly HeldRole[], today: Day): CaseActs {
  const mine = available(
    track.stored,
    { roles: [...roles], behalfOf: track.number },
    track.facts,
    today,
  ).filter(isShown)
  const seen = new Set(mine.map(({ type }) => type))
  const everybody = municipal.map((role) => ({ role, municipality: track.number }))
  const others = available(
    track.stored,
    { roles: everybody, behalfOf: track.number },
    track.facts,
    today,
  )
    .filter((act) => isShown(act) && !seen.has(act.type))
    .map((act) => ({ act, roles: act.spec.actors }))
  return { mine, others }
}

/// The rules among the findings this person may override now.
export const overridable = (findings: readonly Finding[], roles: readonly Role[]): Finding[] =>
  findings.filter(
    ({ level, overridableBy }) =>
      level === 'B' && overridableBy !== undefined && roles.includes(overridableBy),
  )

/// Corrections and rare turns have their own place on the page, folded away.
export const isRare = (spec: EventSpec): boolean => rare.has(spec.type)

/// A fact that belongs to another state: it may still be recorded, weeks late (C1), but it is not what comes next.
export function isCatchUp({ spec, type }: Available, state: string): boolean {
  const states = natural[type]
  return spec.kind === 'F' && states !== undefined && !states.includes(state)
}

/// Where each fact is at home.
const natural: Record<string, string[]> = {
  join: ['K00', 'K910'],
  'record-first-treatment': ['K30'],
  'record-publication': ['K40', 'K70', 'K80', 'K90', 'K103'],
  'record-asking': [],
  'extend-deadline': ['K50'],
  'reopen-consultation': ['K60', 'K70'],
  'record-recommendation': ['K80'],
  'return-to-treating': ['K80'],
  'take-off-agenda': ['K90'],
  'record-decision': ['K90', 'K103'],
  'confirm-adopted-text': ['K101'],
  'record-announcement': ['K100', 'K101'],
  'fix-planning-programme': [],
  'settle-legality-review': [],
}

const rare = new Set([
  'classify-changes',
  'correct',
  'withdraw',
  'go-alone',
  'note-legality-review',
  'record-annulment',
  'break-off-consultation',
  'record-adjustment',
  'treat-again',
  'stop',
  'end',
])

const isShown = (act: Available): boolean => act.spec.kind !== 'S'

type Make = (track: Track, desk: Desk) => DeadlineCard | undefined

const find = (track: Track, rule: string) => track.deadlines.find((each) => each.rule === rule)

const publicity: Make = (track, { lang }) => {
  const t = words(lang)
  const lawful = find(track, 'thirty-days')
  const published = publishedDay(track)
  if (!lawful || !published || hasAdopted(track)) return undefined
  const rule = t('30 dager offentlig', '30 dagar offentleg', '30 days public')
  const long = (day: Day): string => dateText(day, lang)
  const safe = lawful.safeOn ? long(lawful.safeOn) : ''
  const first = t(
    `Første lovlige møtedag er ${long(lawful.on)}${safe && `, trygg dag ${safe}`}.`,
    `Første lovlege møtedag er ${long(lawful.on)}${safe && `, trygg dag ${safe}`}.`,
    `The first lawful meeting day is ${long(lawful.on)}${safe && `, safe day ${safe}`}.`,
  )
  const meeting = councilDay(track)
  const announced = t('Kunngjort', 'Kunngjort', 'Published')
  if (!meeting) {
    return {
      rule,
      figure: t(`fra ${long(lawful.on)}`, `frå ${long(lawful.on)}`, `from ${long(lawful.on)}`),
      tone: { colour: 'neutral', icon: 'Calendar' },
      sum: `${announced} ${long(published)}. ${first}`,
    }
  }
  const spare = daysBetween(lawful.on, meeting)
  const been = daysText(daysBetween(published, meeting), lang)
  return {
    rule,
    figure:
      spare < 0
        ? t(
            `${daysText(-spare, lang)} for lite`,
            `${daysText(-spare, lang)} for lite`,
            `${daysText(-spare, lang)} too few`,
          )
        : t(
            `${daysText(spare, lang)} å gå på`,
            `${daysText(spare, lang)} å gå på`,
            `${daysText(spare, lang)} to spare`,
          ),
    tone: toneOf(spare),
    sum: `${announced} ${long(published)}, ${t('møte', 'møte', 'meeting')} ${long(meeting)}: ${been}. ${
      spare < 1
        ? first
        : t('Det skal være minst 30.', 'Det skal vere minst 30.', 'It must be at least 30.')
    }`,
  }
}

const year: Make = (track, { lang, today }) => {
  const t = words(lang)
  const limit = find(track, 'one-year')
  if (!limit || hasAdopted(track)) return undefined
  const left = daysBetween(today, limit.on)
  const { constitutedOn } = track.facts.settings
  const day = dateText(limit.on, lang)
  const from = constitutedOn
    ? t(
        `Konstituert ${dateText(constitutedOn, 'nb')}.`,
        `Konstituert ${dateText(constitutedOn, 'nn')}.`,
        `Constituted ${dateText(constitutedOn, 'en')}.`,
      )
    : t(
        'Konstituerende møte er ikke satt: fristen er et anslag.',
        'Konstituerande møte er ikkje sett: fristen er eit anslag.',
        'The constituting meeting is not set: the limit is an estimate.',
      )
  return {
    rule: t(
      'Ett år etter konstituering',
      'Eitt år etter konstituering',
      'One year after constitution',
    ),
    figure:
      left < 0
        ? t(
            `${daysText(-left, lang)} over`,
            `${daysText(-left, lang)} over`,
            `${daysText(-left, lang)} past`,
          )
        : t(
            `${daysText(left, lang)} igjen`,
            `${daysText(left, lang)} att`,
            `${daysText(left, lang)} left`,
          ),
    tone: left < 0 ? toneOf(-1) : left <= 30 ? toneOf(1) : toneOf(30),
    sum: `${from} ${t(
      `Vedtaket må komme senest ${day}.`,
      `Vedtaket må kome seinast ${day}.`,
      `The decision must come by ${day}.`,
    )}`,
  }
}

const consultation: Make = (track, { lang, today }) => {
  const t = words(lang)
  const deadline = find(track, 'consultation')
  if (!deadline || !['K50', 'K60'].includes(track.stored.state)) return undefined
  const left = daysBetween(today, deadline.on)
  const day = dateText(deadline.on, lang, 'weekday')
  return {
    rule: t('Høringsfristen', 'Høyringsfristen', 'Consultation deadline'),
    figure:
      left < 0
        ? t('Gått ut', 'Gått ut', 'Passed')
        : left === 0
          ? t('Siste dag', 'Siste dagen', 'Last day')
          : t(
              `${daysText(left, lang)} igjen`,
              `${daysText(left, lang)} att`,
              `${daysText(left, lang)} left`,
            ),
    tone: { colour: 'neutral', icon: left < 0 ? 'Checkmark' : 'Calendar' },
    sum: t(
      `Fristen er ${day} kl. 23.59.`,
      `Fristen er ${day} kl. 23.59.`,
      `The deadline is ${day} at 23:59.`,
    ),
  }
}

const programme: Make = (track, { lang, today }) => {
  const t = words(lang)
  const deadline = find(track, 'programme')
  if (!deadline) return undefined
  const left = daysBetween(today, deadline.on)
  return {
    rule: t(
      'Seks uker for planprogrammet',
      'Seks veker for planprogrammet',
      'Six weeks for the programme',
    ),
    figure: dateText(deadline.on, lang),
    tone: { colour: 'neutral', icon: left < 0 ? 'Checkmark' : 'Calendar' },
    sum: t(
      'Fristen for planprogrammet er minst seks uker etter kunngjøring og brev.',
      'Fristen for planprogrammet er minst seks veker etter kunngjering og brev.',
      'The deadline for the programme is at least six weeks after publication and letters.',
    ),
  }
}

const papers: Make = (track, { lang, today }) => {
  const t = words(lang)
  const deadline = find(track, 'papers')
  const meeting = councilDay(track)
  if (!deadline || hasAdopted(track)) return undefined
  const left = daysBetween(today, deadline.on)
  const body = choiceLabel('body', 'kommunestyre', lang).toLowerCase()
  const before = meeting ? daysBetween(deadline.on, meeting) : 0
  return {
    rule: t(`Papirfrist til ${body}`, `Papirfrist til ${body}`, `Papers due for the ${body}`),
    figure: dateText(deadline.on, lang, 'weekday-short'),
    tone:
      left < 0
        ? { colour: 'neutral', icon: 'Checkmark' }
        : left <= 3
          ? toneOf(1)
          : { colour: 'neutral', icon: 'Calendar' },
    sum: meeting
      ? t(
          `${daysText(before, lang)} før møtet ${dateText(meeting, lang)}.`,
          `${daysText(before, lang)} før møtet ${dateText(meeting, lang)}.`,
          `${daysText(before, lang)} before the meeting of ${dateText(meeting, lang)}.`,
        )
      : '',
  }
}
