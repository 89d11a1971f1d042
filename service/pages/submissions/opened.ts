// What every page about submissions begins with: the desk, the right to see them, and all of them read once.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { submissionsOf, type SectionName, type Submission } from '../../submission/list.ts'
import { blocksOf } from '../../../editor/shared/html.ts'
import { sectionsOf } from '../../../db/strategy.ts'
import { sectionsOfVersion } from '../../version/read.ts'
import { may } from '../../../workflows/rights.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { openDesk, type Opened } from '../desk/open-desk.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'
import type { Line } from './filter.ts'

export type OpenedSubmissions = Opened & {
  of: { region: number; strategy: string }
  all: Submission[]
  /// The municipality the reader acts for.
  home: string | undefined
  sections: SectionName[]
}

export async function openSubmissions(c: Context<Env>): Promise<OpenedSubmissions | Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { desk, person, roles } = opened
  if (!may(roles, 'see-submissions')) throw new Refused('forbidden')
  const { db } = c.var.house.store
  const of = { region: desk.region, strategy: desk.strategy.id }
  const home = desk.tracks.some((track) => track.number === person.behalfOf)
    ? person.behalfOf
    : undefined
  const sections = (await sectionsOf(db, of.region, of.strategy)).map((s) => ({
    id: s.id,
    code: s.code,
    zone: s.zone,
    nb: s.title_nb,
    nn: s.title_nn,
  }))
  return { ...opened, of, all: await submissionsOf(db, of), home, sections }
}

export const titleOf = (section: SectionName, lang: Lang): string =>
  lang === 'nn' ? section.nn : section.nb

/// Where in the document a point belongs: `Rammer, avsnitt 8`, `Øyer: Vurdering av kommuneplanen`.
export function placeOf(
  { point }: Line,
  opened: Pick<OpenedSubmissions, 'desk' | 'lang'>,
  numbers: Map<string, number>,
): string {
  const { desk, lang } = opened
  const t = words(lang)
  const owner = desk.tracks.find((track) => track.number === point.zone)?.name
  if (!point.section) {
    return owner
      ? t(`Hele ${owner} sin del`, `Heile ${owner} sin del`, `All of ${owner}’s part`)
      : t('Hele dokumentet', 'Heile dokumentet', 'The whole document')
  }
  const number = numbers.get(paragraphKey(point))
  const paragraph = number
    ? t(`, avsnitt ${number}`, `, avsnitt ${number}`, `, paragraph ${number}`)
    : ''
  return `${owner ? `${owner}: ` : ''}${titleOf(point.section, lang)}${paragraph}`
}

/// Name of the municipality with this number.
export const nameOf = ({ desk }: Pick<Opened, 'desk'>, number: string): string =>
  desk.tracks.find((track) => track.number === number)?.name ?? number

/// Typed textas paragraphs; every word is escaped by the template.
export const paragraphs = (text: string): Html =>
  html`${text
    .split(/\n{2,}|\n/)
    .filter((one) => one.trim() !== '')
    .map((one) => html`<p>${one}</p>`)}`

const paragraphKey = (point: Line['point']): string =>
  `${point.version} ${point.section?.id} ${point.anchor}`

/// Paragraph numbers as they stood in the versions the senders read, each version read once.
export async function paragraphNumbers(
  c: Context<Env>,
  { of }: Pick<OpenedSubmissions, 'of'>,
  lines: Line[],
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>()
  const versions = new Map<string, Awaited<ReturnType<typeof sectionsOfVersion>>>()
  for (const { point } of lines) {
    const { version, section, anchor } = point
    if (version === null || anchor === null || !section) continue
    const known = versions.get(version)
    const texts =
      known ?? (await sectionsOfVersion(c.var.house.store.db, of.region, of.strategy, version))
    versions.set(version, texts)
    const text = texts.find((one) => one.code === section.code && one.zone === section.zone)
    const block = [text?.nb, text?.nn]
      .flatMap((json) => (json ? blocksOf(json) : []))
      .find((one) => one.id === anchor || one.anchor === anchor)
    if (block && block.number > 0) numbers.set(paragraphKey(point), block.number)
  }
  return numbers
}
