// What one beat takes from one text, to be written and then shown.
import type { ClaimRow, TextRow } from '../../db/text-log.ts'
import type { Job, Room } from './room.ts'
import type { Seat } from './seat.ts'

export type Batch = {
  room: Room
  rows: TextRow[]
  claims: ClaimRow[]
  /// Seats whose edits are among `rows`.
  speakers: Set<Seat>
  /// Seats to be closed whatever becomes of the commit.
  refused: { seat: Seat; code: number; why: string }[]
  jobs: Job[]
  failedJobs: { job: Job; error: unknown }[]
  settled: (() => void)[]
  /// Seats with an edit that waits for another; they are asked for it.
  parked: Set<Seat>
  /// The document threw or was left with something pending: it must not be used again.
  poisoned: boolean
}

/// Nothing taken; whoever waits for the room to settle is told when the beat is over.
export const emptyBatch = (room: Room): Batch => ({
  room,
  rows: [],
  claims: [],
  speakers: new Set(),
  refused: [],
  jobs: [],
  failedJobs: [],
  settled: room.settling.splice(0),
  parked: new Set(),
  poisoned: false,
})

/// Notes whose a client id is from now on.
export function claim({ room, claims, rows }: Batch, client: number, person: string): void {
  const { region, section } = room.key
  claims.push({
    region,
    section,
    client_id: client,
    person,
    first_seq: room.head + rows.length + 1,
  })
}

/// Client ids first presented by presence belong to their person before anyone is shown them.
export function takeClaims(batch: Batch): void {
  for (const { client, person } of batch.room.claims.splice(0)) claim(batch, client, person)
}
