// One open text: its log's head, its live document or what was read from disk, and who sits in it. Data only;
// `take`, `publish` and `pulse` move it.
import type { Doc } from 'yjs'
import type { TextKey } from '../../db/text-log.ts'
import { buildDoc, partsOf } from './build.ts'
import type { Stored } from './load.ts'
import type { Seat } from './seat.ts'

export type Room = {
  readonly key: TextKey
  readonly schema: number
  /// The lineage as clients are told it; see `db/lineage.ts`.
  readonly shown: string
  /// Sequence of the newest edit on disk.
  head: number
  /// `lost` after a failure: nothing is believed until the log has been read again.
  text: { kind: 'stored'; stored: Stored } | { kind: 'live'; live: Live } | { kind: 'lost' }
  owners: Map<number, string>
  seats: Set<Seat>
  /// Seats whose edits wait to be taken, whose state vector waits for an answer, whose presence changed.
  waiting: Set<Seat>
  asking: Set<Seat>
  stirred: Set<Seat>
  /// Client ids whose socket left.
  gone: Set<number>
  /// Newest clock of presence shown to anyone.
  shownAt: number
  /// Client ids spoken for by a seat.
  present: Map<number, Seat>
  claims: { client: number; person: string }[]
  jobs: Job[]
  /// Called when all that was heard before is on disk or refused.
  settling: (() => void)[]
  held: number
  /// How many holds were let go.
  released: number
  /// Estimate of the encoded text.
  bytes: number
  /// Since the newest checkpoint.
  fresh: { rows: number; bytes: number }
  /// `beat`: edits were taken and are not on disk yet, so the live document is ahead of the log.
  busy: { reading: boolean; checkpoint: boolean; beat: boolean }
  usedAt: number
}

export type Live = {
  doc: Doc
  /// What the running transaction emitted.
  emitted: Uint8Array[]
  /// The whole text encoded at a head, for many newcomers at once.
  whole: { head: number; bytes: Uint8Array } | undefined
}

/// A change by the server on a person's behalf.
export type Job = {
  person: string
  change: (doc: Doc) => void
  /// Asked after a hold: may it still be made?
  still?: (() => Promise<boolean>) | undefined
  done(head: number): void
  failed(error: unknown): void
}

/// Builds the live document from what was read. Throws when the log does not hold together.
export function enliven(room: Room): Live {
  if (room.text.kind === 'live') return room.text.live
  if (room.text.kind === 'lost') throw new Error('the log has not been read')
  const doc = buildDoc(partsOf(room.text.stored))
  const live: Live = { doc, emitted: [], whole: undefined }
  doc.on('update', (update: Uint8Array) => live.emitted.push(update))
  room.text = { kind: 'live', live }
  return live
}

export function newRoom(
  given: Pick<Room, 'key' | 'schema' | 'shown' | 'owners'>,
  stored: Stored,
  now: number,
): Room {
  const room: Room = {
    ...given,
    head: 0,
    text: { kind: 'lost' },
    seats: new Set(),
    waiting: new Set(),
    asking: new Set(),
    stirred: new Set(),
    gone: new Set(),
    shownAt: 0,
    present: new Map(),
    claims: [],
    jobs: [],
    settling: [],
    held: 0,
    released: 0,
    bytes: 0,
    fresh: { rows: 0, bytes: 0 },
    busy: { reading: false, checkpoint: false, beat: false },
    usedAt: now,
  }
  fill(room, stored)
  return room
}

/// Puts what was read from disk into the room.
export function fill(room: Room, stored: Stored): void {
  room.text = { kind: 'stored', stored }
  room.head = stored.head
  const tail = stored.edits.reduce((sum, edit) => sum + edit.bytes.length, 0)
  room.bytes = (stored.checkpoint?.bytes.length ?? 0) + tail
  room.fresh = { rows: stored.edits.length, bytes: tail }
}

/// Memory this text takes, roughly: a live document is some twelve times its encoded size.
export const weightOf = (room: Room): number =>
  8192 + room.bytes * (room.text.kind === 'live' ? 12 : 1)
