// What a row of planning needs holds, and its words. A row is data: the same table can be read across the twelve.
import type { Lang, Words } from '../../workflows/lang.ts'

export const planTypes = {
  societal: {
    nb: 'Kommuneplanens samfunnsdel',
    nn: 'Samfunnsdelen i kommuneplanen',
    en: 'Master plan, societal part',
  },
  'land-use': {
    nb: 'Kommuneplanens arealdel',
    nn: 'Arealdelen i kommuneplanen',
    en: 'Master plan, land-use part',
  },
  'sub-plan-area': {
    nb: 'Kommunedelplan, areal',
    nn: 'Kommunedelplan, areal',
    en: 'Sub-plan, area',
  },
  'sub-plan-theme': {
    nb: 'Kommunedelplan, tema',
    nn: 'Kommunedelplan, tema',
    en: 'Sub-plan, theme',
  },
  thematic: { nb: 'Temaplan', nn: 'Temaplan', en: 'Thematic plan' },
  sector: { nb: 'Sektorplan', nn: 'Sektorplan', en: 'Sector plan' },
  strategy: { nb: 'Strategi', nn: 'Strategi', en: 'Strategy' },
  zoning: { nb: 'Områderegulering', nn: 'Områderegulering', en: 'Area zoning plan' },
  intermunicipal: {
    nb: 'Interkommunal plan',
    nn: 'Interkommunal plan',
    en: 'Intermunicipal plan',
  },
  study: { nb: 'Utredning', nn: 'Utgreiing', en: 'Study' },
  preparedness: { nb: 'Beredskapsplan', nn: 'Beredskapsplan', en: 'Preparedness plan' },
} as const satisfies Record<string, Words>

/// What a plan is about, so that like can be laid beside like across municipalities.
export const planThemes = {
  climate: { nb: 'Klima og energi', nn: 'Klima og energi', en: 'Climate and energy' },
  water: { nb: 'Vann og avløp', nn: 'Vatn og avløp', en: 'Water and sewage' },
  health: { nb: 'Helse og omsorg', nn: 'Helse og omsorg', en: 'Health and care' },
  preparedness: { nb: 'Beredskap og ROS', nn: 'Beredskap og ROS', en: 'Preparedness and risk' },
  'growing-up': { nb: 'Oppvekst', nn: 'Oppvekst', en: 'Growing up' },
  culture: { nb: 'Kultur og idrett', nn: 'Kultur og idrett', en: 'Culture and sport' },
  business: { nb: 'Næring og reiseliv', nn: 'Næring og reiseliv', en: 'Business and tourism' },
  housing: { nb: 'Bolig', nn: 'Bustad', en: 'Housing' },
  nature: { nb: 'Natur og landbruk', nn: 'Natur og landbruk', en: 'Nature and farming' },
  traffic: { nb: 'Trafikk og stier', nn: 'Trafikk og stiar', en: 'Traffic and trails' },
} as const satisfies Record<string, Words>

export const needs = {
  new: { nb: 'Ny', nn: 'Ny', en: 'New' },
  full: { nb: 'Full revisjon', nn: 'Full revisjon', en: 'Full revision' },
  partial: { nb: 'Delrevisjon', nn: 'Delrevisjon', en: 'Partial revision' },
  roll: { nb: 'Rullering', nn: 'Rullering', en: 'Rolling update' },
  unchanged: {
    nb: 'Videreføres uendret',
    nn: 'Blir vidareført uendra',
    en: 'Continued unchanged',
  },
  repeal: { nb: 'Oppheves', nn: 'Blir oppheva', en: 'Repealed' },
  merge: { nb: 'Slås sammen med en annen', nn: 'Blir slått saman med ein annan', en: 'Merged' },
} as const satisfies Record<string, Words>

export const priorities = {
  1: { nb: '1 Høy', nn: '1 Høg', en: '1 High' },
  2: { nb: '2 Middels', nn: '2 Middels', en: '2 Medium' },
  3: { nb: '3 Lav', nn: '3 Låg', en: '3 Low' },
} as const satisfies Record<number, Words>

export const resources = {
  own: { nb: 'Egen kapasitet', nn: 'Eigen kapasitet', en: 'Own capacity' },
  external: { nb: 'Ekstern hjelp', nn: 'Ekstern hjelp', en: 'External help' },
  shared: { nb: 'Delt stilling', nn: 'Delt stilling', en: 'Shared post' },
} as const satisfies Record<string, Words>

export const statuses = {
  'not-started': { nb: 'Ikke startet', nn: 'Ikkje starta', en: 'Not started' },
  'in-progress': { nb: 'I arbeid', nn: 'I arbeid', en: 'In progress' },
  consultation: { nb: 'På høring', nn: 'På høyring', en: 'In consultation' },
  adopted: { nb: 'Vedtatt', nn: 'Vedteken', en: 'Adopted' },
  postponed: { nb: 'Utsatt', nn: 'Utsett', en: 'Postponed' },
  dropped: { nb: 'Utgår', nn: 'Går ut', en: 'Dropped' },
} as const satisfies Record<string, Words>

/// The UN's seventeen goals, 1 first, by their short names.
export const goals: readonly Words[] = [
  { nb: 'Utrydde fattigdom', nn: 'Utrydde fattigdom', en: 'No poverty' },
  { nb: 'Utrydde sult', nn: 'Utrydde svolt', en: 'Zero hunger' },
  { nb: 'God helse', nn: 'God helse', en: 'Good health' },
  { nb: 'God utdanning', nn: 'God utdanning', en: 'Quality education' },
  { nb: 'Likestilling', nn: 'Likestilling', en: 'Gender equality' },
  { nb: 'Rent vann', nn: 'Reint vatn', en: 'Clean water' },
  { nb: 'Ren energi', nn: 'Rein energi', en: 'Clean energy' },
  { nb: 'Anstendig arbeid', nn: 'Anstendig arbeid', en: 'Decent work' },
  { nb: 'Industri og infrastruktur', nn: 'Industri og infrastruktur', en: 'Infrastructure' },
  { nb: 'Mindre ulikhet', nn: 'Mindre ulikskap', en: 'Less inequality' },
  { nb: 'Bærekraftige samfunn', nn: 'Berekraftige samfunn', en: 'Sustainable communities' },
  { nb: 'Ansvarlig forbruk', nn: 'Ansvarleg forbruk', en: 'Responsible consumption' },
  { nb: 'Stoppe klimaendringene', nn: 'Stoppe klimaendringane', en: 'Climate action' },
  { nb: 'Livet i havet', nn: 'Livet i havet', en: 'Life below water' },
  { nb: 'Livet på land', nn: 'Livet på land', en: 'Life on land' },
  { nb: 'Fred og rettferdighet', nn: 'Fred og rettferd', en: 'Peace and justice' },
  { nb: 'Samarbeid', nn: 'Samarbeid', en: 'Partnerships' },
]

export type PlanType = keyof typeof planTypes
export type PlanTheme = keyof typeof planThemes
export type Need = keyof typeof needs
export type Priority = 1 | 2 | 3
export type Resource = keyof typeof resources
export type PlanStatus = keyof typeof statuses

/// A half-year, `2029-1`.
export type HalfYear = `${number}-${1 | 2}`

/// A text in the two written languages. A municipality's own row may leave the other one empty.
export type Both = { nb: string; nn: string }

/// One planning need (planbehov), without its place in the list.
export type PlanNeedFields = {
  name: Both
  type: PlanType
  theme?: PlanTheme
  /// Year and case of the plan in force, if there is one.
  adopted?: { year: number; reference?: string }
  /// Years the plan in force covers.
  valid?: { from: number; to: number }
  assessment: Both
  need: Need
  priority: Priority
  start?: HalfYear
  done?: HalfYear
  responsible: Both
  resource: Resource
  statutory: boolean
  /// The paragraph that asks for the plan.
  basis?: string
  /// The UN's goals, 1–17, ascending.
  goals: number[]
  /// Numbers of the municipalities it is made with.
  with: string[]
  status: PlanStatus
}

/// `1. halvår 2029`, or a dash where no time is set.
export function sayHalfYear(half: HalfYear | undefined, lang: Lang): string {
  if (half === undefined) return '–'
  const [year, part] = half.split('-')
  return lang === 'en' ? `H${part} ${year}` : `${part}. halvår ${year}`
}

/// `1/2029`, for narrow columns.
export function shortHalfYear(half: HalfYear | undefined): string {
  if (half === undefined) return '–'
  const [year, part] = half.split('-')
  return `${part}/${year}`
}

/// The name in the reader's language, or in the one it was written in.
export function inLang(text: Both, lang: Lang): string {
  const wanted = lang === 'nn' ? text.nn : text.nb
  return wanted !== '' ? wanted : lang === 'nn' ? text.nb : text.nn
}
