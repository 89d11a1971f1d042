// From a source to a paper in one language or both: title page, the parts in order, and the last page that says what it
// is a copy of. Pure: no clock, no database.
import { dateText, clockText } from '../pages/dates.ts'
import { capital, listed } from '../pages/words.ts'
import { versionName } from '../version/read.ts'
import { cleanText } from './clean-text.ts'
import { decisionChapter } from './decision-chapter.ts'
import { masterPlanChapter, planNeedsChapter } from './need-chapter.ts'
import type { Chapter, Fact, Paper, Part, Written } from './paper.ts'
import { readFlow, type Refer } from './read-flow.ts'
import type { Source, SourceSection, SourceZone } from './source.ts'
import { penOf, type Pen } from './written.ts'

export type Wanted = Written | 'both'

/// The languages asked for; an own part is shown in the one it is written in where the other has no words.
export function compose(source: Source, wanted: Wanted): Paper {
  const lang: Written = wanted === 'both' ? mainLanguage(source) : wanted
  const t = penOf(lang)
  const standing = standingOf(source, wanted)
  const parts: Part[] = []
  for (const zone of source.zones) {
    for (const written of languagesOf(zone, wanted)) {
      parts.push(...partOf(source, zone, written, standing, wanted))
    }
  }
  const decided = decisionChapter(source, lang)
  if (decided) parts.unshift({ title: decided.title, lang, chapters: [decided] })
  const { frozen, draft } = source
  return {
    lang,
    ...titlesOf(source, lang, t),
    status: cleanText(statusOf(source, t, lang)),
    draft: !frozen,
    on: frozen?.on ?? dayOf(draft?.instant ?? ''),
    facts: factsOf(source, t, lang),
    parts: parts.filter((part) => part.chapters.length > 0),
    colophon: colophonOf(source, t, lang),
  }
}

const dayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()

const mainLanguage = ({ zones }: Source): Written => {
  const own = zones.filter(({ zone }) => zone !== 'joint')
  return own.length === 1 ? own[0]!.language : 'nb'
}

function languagesOf(zone: SourceZone, wanted: Wanted): Written[] {
  if (wanted !== 'both') return [wanted]
  const order: Written[] = zone.language === 'nn' ? ['nn', 'nb'] : ['nb', 'nn']
  return zone.zone === 'joint' ? order : order.filter((one) => zoneHas(zone, one))
}

const zoneHas = ({ sections, language }: SourceZone, lang: Written): boolean =>
  lang === language || sections.some(({ text }) => text[lang].content !== undefined)

/// The language a section is shown in: the one asked for, unless it has words only in the other.
const shownIn = ({ text }: SourceSection, lang: Written): Written =>
  text[lang].content === undefined && text[otherOf(lang)].content !== undefined
    ? otherOf(lang)
    : lang

const otherOf = (lang: Written): Written => (lang === 'nb' ? 'nn' : 'nb')

const titleIn = (title: { nb: string; nn: string }, lang: Written): string =>
  cleanText(title[lang] || title[otherOf(lang)])

function titlesOf(source: Source, lang: Written, t: Pen): { title: string; subtitle: string } {
  const { strategy, zones, scope } = source
  const whole = titleIn(strategy.title, lang)
  const own = zones.filter(({ zone }) => zone !== 'joint')
  if (scope === 'section') {
    const section = zones[0]?.sections[0]
    const title = section ? titleIn(section.title, shownIn(section, lang)) : whole
    return { title, subtitle: `${whole} · ${zoneTitle(zones[0]!, t)}` }
  }
  if (scope === 'all') {
    const subtitle = t(
      'Fellesdelen og kommunenes egne deler',
      'Fellesdelen og dei eigne delane til kommunane',
    )
    return { title: whole, subtitle }
  }
  if (own.length === 1) return { title: whole, subtitle: `${own[0]!.name} kommune` }
  return { title: whole, subtitle: t('Fellesdelen', 'Fellesdelen') }
}

const zoneTitle = (zone: SourceZone, t: Pen): string =>
  zone.zone === 'joint'
    ? t('Fellesdelen', 'Fellesdelen')
    : t(`${zone.name}: kommunens egen del`, `${zone.name}: den eigne delen til kommunen`)

function statusOf(source: Source, t: Pen, lang: Written): string {
  const { frozen, decision, draft } = source
  if (!frozen) {
    const at = draft ? `${dateText(draft.instant, lang)} ${clockText(draft.instant, lang)}` : ''
    return t(`Utkast per ${at}`, `Utkast per ${at}`)
  }
  if (decision && isAdopted(decision) && !decision.adopted && decision.workedIn) {
    const on = dateText(decision.on, lang)
    return t(`Vedtatt av kommunestyret ${on}`, `Vedteken av kommunestyret ${on}`)
  }
  if (source.scope === 'all') return t('Samlet utgave', 'Samla utgåve')
  const round = frozen.round > 1 ? `, ${t('runde', 'runde')} ${frozen.round}` : ''
  return capital(versionName(frozen.name, lang)) + round
}

const isAdopted = ({ outcome }: { outcome: string }): boolean =>
  outcome === 'unchanged' || outcome === 'changed'

function factsOf(source: Source, t: Pen, lang: Written): Fact[] {
  const { frozen, decision, strategy, zones } = source
  const facts: Fact[] = [
    { name: t('Planperiode', 'Planperiode'), value: `${strategy.from}–${strategy.to}` },
  ]
  const own = zones.filter(({ zone }) => zone !== 'joint').map(({ name }) => name)
  if (own.length > 1) {
    facts.push({ name: t('Kommuner', 'Kommunar'), value: listed(own, lang) })
  }
  if (frozen) {
    facts.push({
      name: t('Teksten er låst', 'Teksten er låst'),
      value: dateText(frozen.on, lang),
    })
    if (frozen.publicOn) {
      const value = dateText(frozen.publicOn, lang)
      facts.push({ name: t('Offentlig fra', 'Offentleg frå'), value })
    }
  }
  if (decision && isAdopted(decision)) {
    facts.push({ name: t('Vedtatt', 'Vedteken'), value: dateText(decision.on, lang) })
    if (decision.caseNumber) facts.push({ name: t('Sak', 'Sak'), value: decision.caseNumber })
  }
  return facts.map(({ name, value }) => ({ name, value: cleanText(value) }))
}

function partOf(
  source: Source,
  zone: SourceZone,
  lang: Written,
  standing: Standing,
  wanted: Wanted,
): Part[] {
  const t = penOf(lang)
  const refer = referIn(standing, lang)
  const chapters: Chapter[] = zone.sections.map((section) => {
    const shown = shownIn(section, lang)
    const anchor = chapterAnchor(zone.zone, section.code, lang)
    return {
      anchor,
      number: source.scope === 'section' ? '' : String(section.number),
      title: titleIn(section.title, shown),
      lang: shown,
      ...readFlow(section.text[shown], anchor, refer(section)),
    }
  })
  const more = source.scope === 'section' ? [] : moreOf(zone, lang, source)
  const several = wanted === 'both' && languagesOf(zone, wanted).length > 1
  const name = { nb: 'bokmål', nn: 'nynorsk' }[lang]
  const title = zoneTitle(zone, t) + (several ? ` (${name})` : '')
  return [{ title: cleanText(title), lang, chapters: [...chapters, ...more] }]
}

const moreOf = (zone: SourceZone, lang: Written, { names }: Source): Chapter[] => [
  ...(zone.masterPlan ? [masterPlanChapter(zone.zone, zone.masterPlan, lang)] : []),
  ...(zone.planNeeds.length > 0 ? [planNeedsChapter(zone.zone, zone.planNeeds, lang, names)] : []),
]

const chapterAnchor = (zone: string, code: string, lang: Written): string =>
  `${lang}-${zone}-${safe(code)}`

/// The languages each zone stands in, in this paper.
type Standing = ReadonlyMap<string, readonly Written[]>

const standingOf = ({ zones }: Source, wanted: Wanted): Standing =>
  new Map(zones.map((zone) => [zone.zone, languagesOf(zone, wanted)]))

/// References lead to the same language where the target stands in it; what is not in this paper is only named.
const referIn =
  (standing: Standing, lang: Written) =>
  (from: SourceSection): Refer =>
  (to) => {
    const found = from.references.find((one) => one.to === to)
    if (!found) return undefined
    const { zone, code, block } = found
    const there = standing.get(zone)
    if (code === undefined || !there) return { text: found[lang], anchor: '' }
    const anchor = chapterAnchor(zone, code, there.includes(lang) ? lang : there[0]!)
    return { text: found[lang], anchor: block ? `${anchor}-${safe(block)}` : anchor }
  }

const safe = (id: string): string => id.replaceAll(/[^\w-]/g, '')

function colophonOf(source: Source, t: Pen, lang: Written): Paper['colophon'] {
  const { frozen, draft, zones } = source
  const title = t('Om denne utgaven', 'Om denne utgåva')
  if (!frozen) {
    const at = draft ? `${dateText(draft.instant, lang)} ${clockText(draft.instant, lang)}` : ''
    return {
      title,
      lines: [
        t(
          `Dette er et utkast slik det var ${at}. Teksten er ikke låst og ikke vedtatt, og den har ingen kontrollsum.`,
          `Dette er eit utkast slik det var ${at}. Teksten er ikkje låst og ikkje vedteken, og han har ingen kontrollsum.`,
        ),
      ],
      hashes: [],
    }
  }
  const names = new Map(zones.map((zone) => [zone.zone, zoneTitle(zone, t)]))
  const own = (zone: string): string => names.get(zone) ?? zone
  return {
    title,
    lines: [
      t(
        `Teksten ble låst ${dateText(frozen.on, lang)}. Den er skrevet ut av Planvev fra de lagrede bytene og er den samme hver gang.`,
        `Teksten vart låst ${dateText(frozen.on, lang)}. Han er skriven ut av Planvev frå dei lagra bytane og er den same kvar gong.`,
      ),
      t(
        'Kontrollsummen er SHA-256 av den lagrede versjonen. Med den kan alle kontrollere at teksten er den som ble låst.',
        'Kontrollsummen er SHA-256 av den lagra versjonen. Med han kan alle kontrollere at teksten er den som vart låst.',
      ),
    ],
    hashes: [
      ...(frozen.hash ? [{ name: t('Kontrollsum', 'Kontrollsum'), value: frozen.hash }] : []),
      ...frozen.parts.map(({ zone, hash }) => ({ name: own(zone), value: hash })),
    ],
  }
}
