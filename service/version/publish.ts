// Making an edition public, and putting right what was public when its act turns out to have been another day, or never.
import type { Trx } from '../../db/database.ts'
import { showPublic, wholeOf } from '../../db/frozen.ts'
import type { ProcessRow } from '../../db/process.ts'
import { makePrivate, publicVersions } from '../../db/version.ts'
import type { Day, Stored } from '../../workflows/act.ts'
import type { ParticipationContext } from '../../workflows/participation-context.ts'

/// An edition with everything it consists of, for this municipality, from this day.
export const publish = (trx: Trx, row: ProcessRow, edition: string, on: Day): Promise<void> =>
  showPublic(trx, {
    region: row.region,
    strategy: row.strategy,
    municipality: row.municipality ?? '',
    edition,
    public_on: on,
  })

/// After a correction, or a fact that took its place among earlier ones: what the municipality's publications showed is
/// public from the first day on which something still says so, and not at all when nothing does.
export async function publishAgain(
  trx: Trx,
  row: ProcessRow,
  before: Stored,
  next: Stored,
): Promise<void> {
  const was = contextOf(before)
  const is = contextOf(next)
  const known = new Map(
    (await publicVersions(trx, row.region, row.strategy))
      .filter((one) => one.municipality === row.municipality)
      .map((one) => [one.hash, one.public_on]),
  )
  const touched = new Set<string>()
  for (const { edition } of [...was.publications, ...is.publications]) {
    if (edition) for (const hash of await allOf(trx, row, edition)) touched.add(hash)
  }
  await makePrivate(trx, { ...row, municipality: row.municipality ?? '' }, [...touched])
  const shown: { edition: string | null; on: Day }[] = [
    ...is.publications,
    ...is.decisions,
    ...is.decisions.flatMap(({ confirmed }) => confirmed ?? []),
  ]
  const { agenda } = is
  const agendaOn = agenda?.edition ? known.get(agenda.edition) : undefined
  if (agenda && agendaOn !== undefined && is.publications.length > 0) {
    shown.push({ edition: agenda.edition, on: agendaOn })
  }
  for (const { edition, on } of shown.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    if (edition) await publish(trx, row, edition, on)
  }
}

const contextOf = (stored: Stored): ParticipationContext =>
  stored.context as unknown as ParticipationContext

const allOf = async (trx: Trx, row: ProcessRow, edition: string): Promise<string[]> => [
  edition,
  ...(await wholeOf(trx, row.region, edition)),
]
