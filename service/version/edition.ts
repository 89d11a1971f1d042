// An edition pairs the newest joint version, a municipality's newest own version and its proposed decision. It is made
// inside the act that first needs it, from rows alone.
import type { Db, Trx } from '../../db/database.ts'
import { editionFrozenOn, newestParts } from '../../db/frozen.ts'
import { factsLastShown } from '../../db/journal.ts'
import { insertVersions, versionHeads, versionRow, type NewVersion } from '../../db/version.ts'
import type { EditionFact } from '../../workflows/facts.ts'
import { canonicalJson, type Canonical } from './canonical.ts'
import { openEdition, sealEdition } from './manifest.ts'
import { proposedDecision } from './proposal.ts'

/// An edition as it would be stored now. `stored` says whether it already is.
export type CurrentEdition = { fact: EditionFact; bytes: Buffer; points: number; stored: boolean }

export type EditionOf = {
  region: number
  strategy: string
  municipality: string
  today: string
  /// Hashes just frozen in the same act, newer than any row.
  joint?: string | undefined
  own?: string | undefined
  /// The newest parts, where they are known already.
  newest?: NewestParts | undefined
  masterPlan?: Canonical | undefined
}

/// The edition that would be made public or put to the council now; null while either part is not frozen.
export async function currentEdition(db: Db | Trx, of: EditionOf): Promise<CurrentEdition | null> {
  const { region, strategy, municipality } = of
  const newest =
    of.joint && of.own ? {} : (of.newest ?? (await newestOf(db, region, strategy, municipality)))
  const joint = of.joint ?? newest.joint?.hash
  const own = of.own ?? newest.own?.hash
  if (!joint || !own) return null
  const decision = await proposedDecision(db, region, strategy, municipality)
  const { bytes, hash } = sealEdition({
    municipality,
    joint,
    own,
    decision: of.masterPlan === undefined ? decision : { ...decision, masterPlan: of.masterPlan },
  })
  const on = await editionFrozenOn(db, region, strategy, municipality, hash)
  return {
    fact: { id: hash, joint, own, on: on ?? of.today },
    bytes,
    points: decision.points.length,
    stored: on !== undefined,
  }
}

/// Are the points of the proposed decision others than when they were last made public or classified?
export async function pointsMoved(
  db: Db | Trx,
  region: number,
  process: string,
  strategy: string,
  edition: CurrentEdition,
): Promise<boolean> {
  const last = await factsLastShown(db, region, process)
  const known = last && (JSON.parse(last.facts) as { edition: EditionFact | null }).edition
  if (!known || known.id === edition.fact.id) return false
  const then = await pointsOf(db, region, strategy, known.id)
  return then !== undefined && then !== pointsIn(edition.bytes)
}

const pointsIn = (bytes: Buffer): string => canonicalJson(openEdition(bytes).decision.points)

/// The points of a stored edition. Its hash names its bytes, so what was read once stays true.
async function pointsOf(
  db: Db | Trx,
  region: number,
  strategy: string,
  hash: string,
): Promise<string | undefined> {
  const before = read.get(hash)
  if (before !== undefined) return before
  const row = await versionRow(db, region, strategy, hash)
  if (!row) return undefined
  const points = pointsIn(row.bytes)
  if (read.size >= 1000) read.clear()
  read.set(hash, points)
  return points
}

const read = new Map<string, string>()

/// Stores an edition once. Its parts lead to the two versions it pairs.
export async function keepEdition(
  trx: Trx,
  edition: CurrentEdition,
  row: Omit<NewVersion, 'hash' | 'scope' | 'bytes' | 'section' | 'frozen_on' | 'head'>,
): Promise<void> {
  if (edition.stored) return
  const { id, joint, own, on } = edition.fact
  await insertVersions(
    trx,
    [
      {
        ...row,
        hash: id,
        scope: 'edition',
        section: null,
        frozen_on: on,
        head: null,
        bytes: edition.bytes,
      },
    ],
    [joint, own].flatMap((part, position) =>
      part ? [{ region: row.region, whole: id, position, part }] : [],
    ),
  )
}

/// Stores an edition of a municipality's newest parts with a joint version just frozen, where it has an own part.
export async function keepEditionOf(
  trx: Trx,
  of: EditionOf,
  stamp: { process: string; seq: number; round: number; recordedAt: string; madeBy: string },
): Promise<void> {
  const edition = await currentEdition(trx, of)
  if (!edition) return
  await keepEdition(trx, edition, {
    region: of.region,
    strategy: of.strategy,
    zone: of.municipality,
    name: 'edition',
    round: stamp.round,
    recorded_at: stamp.recordedAt,
    process: stamp.process,
    seq: stamp.seq,
    made_by: stamp.madeBy,
  })
}

/// The edition behind a hash named in an act: an edition's own, or that of a part, which then stands for the newest
/// edition it is in. Null when nothing frozen bears it or it is another municipality's.
export async function namedEdition(
  db: Db | Trx,
  region: number,
  strategy: string,
  municipality: string,
  hash: string,
): Promise<EditionFact | null> {
  const editions = await versionHeads(db, region, strategy, {
    scope: 'edition',
    zone: municipality,
  })
  for (const head of editions.reverse()) {
    const row = await versionRow(db, region, strategy, head.hash)
    if (!row) continue
    const { joint, own } = openEdition(row.bytes)
    if (![head.hash, joint, own].includes(hash)) continue
    return { id: head.hash, joint, own, on: head.frozen_on }
  }
  return null
}

export type NewestParts = Awaited<ReturnType<typeof newestParts>>

/// The newest frozen versions of the joint part and of a municipality's own. A working-in of a council's changes is no
/// draft of the joint text and does not count.
export const newestOf = (
  db: Db | Trx,
  region: number,
  strategy: string,
  municipality: string,
): Promise<NewestParts> => newestParts(db, region, strategy, municipality, adoptedName)

/// Name of the parts and editions made by working in a council's changes.
export const adoptedName = 'adopted-text'
