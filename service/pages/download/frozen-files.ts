// Frozen texts as files: one version, or everything that is public in one. What is not public is not there for others.
import type { Context } from 'hono'
import { may } from '../../../workflows/rights.ts'
import { compose, type Wanted } from '../../export/compose.ts'
import { compiledSource, frozenSource } from '../../export/frozen-source.ts'
import { formatOf, type Format } from '../../export/format.ts'
import { withKnownPictures } from '../../export/known-pictures.ts'
import type { Paper } from '../../export/paper.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { versionByHash, type VersionInfo } from '../../version/read.ts'
import { publicPart } from '../public/published-text.ts'
import type { PublicStrategy } from '../public/view.ts'
import { decidedAbout } from './decided.ts'

/// The address of everything that is public, beside those of single versions.
export const compiled = 'samlet'

/// `nb`, `nn` or `begge` (`both` for programs); undefined for anything else.
export const wantedOf = (value: string | undefined): Wanted | undefined =>
  value === 'begge' || value === 'both'
    ? 'both'
    : value === 'nb' || value === 'nn'
      ? value
      : undefined

/// `<hash>.pdf` in two. Throws `not-found` for what is no file of ours.
export function fileAsked(file: string): { hash: string; format: Format } {
  const [hash = '', end] = file.split('.')
  const format = formatOf(end)
  if (!format) throw new Refused('not-found')
  return { hash, format }
}

/// The paper of one version, and whether everybody may have it. Throws `not-found`.
export async function frozenPaper(
  c: Context<Env>,
  s: PublicStrategy,
  hash: string,
  wanted: Wanted | undefined,
): Promise<{ paper: Paper; open: boolean; language: Wanted }> {
  const { db } = c.var.house.store
  const of = { region: s.region, strategy: s.id }
  if (hash === compiled) {
    const source = await compiledSource(db, of, publicParts(s))
    if (!source) throw new Refused('not-found')
    const language = wanted ?? 'nb'
    return {
      paper: await withKnownPictures(db, s.region, compose(source, language)),
      open: true,
      language,
    }
  }
  const version = await versionByHash(db, s.region, s.id, hash)
  if (!version || !mayRead(c, s, version)) throw new Refused('not-found')
  const decision =
    version.scope === 'edition' ? decidedAbout(s, version.zone, version.hash) : undefined
  const source = await frozenSource(db, of, version, decision)
  if (!source) throw new Refused('not-found')
  const language = wanted ?? languageOf(s, version)
  const paper = await withKnownPictures(db, s.region, compose(source, language))
  return { paper, open: version.publicOn !== null, language }
}

/// The newest public joint text and every newest public own part, in the region's order.
export const publicParts = (s: PublicStrategy): VersionInfo[] =>
  ['joint', ...s.municipalities.map(({ number }) => number)].flatMap((zone) => {
    const part = publicPart(s, zone)
    return part ? [part] : []
  })

const languageOf = (s: PublicStrategy, { zone }: VersionInfo): 'nb' | 'nn' =>
  s.municipalities.find(({ number }) => number === zone)?.language ?? 'nb'

function mayRead(c: Context<Env>, s: PublicStrategy, version: VersionInfo): boolean {
  if (version.publicOn !== null) return true
  const roles = c.var.person?.roles.filter((role) => role.region === s.region) ?? []
  return may(roles, 'see-unpublished-text')
}
