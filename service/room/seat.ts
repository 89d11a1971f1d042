// One person's socket in one text, from the moment it was admitted until it is closed.
import type { Room } from './room.ts'
import type { Admission } from './rooms.ts'
import type { Wire } from './wire.ts'

export type Admitted = Extract<Admission, { ok: true }>

export type Seat = {
  readonly wire: Wire
  readonly room: Room
  /// The cookie's token, kept to ask for admission again.
  readonly token: string | undefined
  /// Asked for acknowledgements.
  readonly wantsAck: boolean
  /// Which of the 25 seconds of a round this socket is pinged in.
  readonly slot: number
  who: Admitted
  /// Edits heard and not yet taken, in order.
  inbox: { update: Uint8Array; answer: boolean }[]
  inboxBytes: number
  /// Edits that wait for others of the same person; see `take`.
  parked: Uint8Array[]
  parkedAt: number
  /// True while the server's own question (sync step 1) is unanswered.
  asked: boolean
  taken: number
  acked: number
  /// A state vector to be answered.
  vector: Uint8Array | undefined
  /// Has the text; gets every edit from here on.
  synced: boolean
  presence: Presence | undefined
  /// Set while the network does not take what is sent: from which state one catch-up must bring it.
  behind: { vector: Uint8Array; since: number } | undefined
  /// How often its right is being asked just now; nothing is taken meanwhile.
  blocked: number
  /// Not read from until its inbox has been taken.
  full: boolean
  /// Not read from before this time, for it was ahead of its rate; 0 when it is read.
  resumeAt: number
  /// Missed answers to pings.
  silent: number
  edits: Bucket
  others: Bucket
  /// Which end of its session it was told is near.
  warned: false | 'idle' | 'last'
  touchedAt: number
}

/// What this socket says of its cursor: the one client id it speaks for, and the entry others are sent.
export type Presence = {
  client: number
  clock: number
  /// As heard; replaced by every newer one before it is read.
  raw: Uint8Array
  /// As sent to others, with the server's name and colour; undefined until first sent.
  entry: Uint8Array | undefined
  here: boolean
}

/// Tokens of a rate limit; `at` is when they were last counted.
export type Bucket = { tokens: number; at: number }

export function newSeat(
  given: Pick<Seat, 'wire' | 'room' | 'token' | 'wantsAck' | 'who'>,
  now: number,
): Seat {
  return {
    ...given,
    slot: Math.floor(Math.random() * 25),
    inbox: [],
    inboxBytes: 0,
    parked: [],
    parkedAt: 0,
    asked: false,
    taken: 0,
    acked: 0,
    vector: undefined,
    synced: false,
    presence: undefined,
    behind: undefined,
    blocked: 0,
    full: false,
    resumeAt: 0,
    silent: 0,
    edits: { tokens: Number.POSITIVE_INFINITY, at: now },
    others: { tokens: Number.POSITIVE_INFINITY, at: now },
    warned: false,
    touchedAt: 0,
  }
}

/// Takes `cost` tokens; answers how many milliseconds the socket is ahead of `perSecond` (0 when within it). Four
/// seconds' worth may come at once.
export function spend(bucket: Bucket, cost: number, perSecond: number, now: number): number {
  if (perSecond === 0) return 0
  const gained = ((now - bucket.at) * perSecond) / 1000
  bucket.tokens = Math.min(perSecond * 4, bucket.tokens + gained) - cost
  bucket.at = now
  return bucket.tokens >= 0 ? 0 : (-bucket.tokens * 1000) / perSecond
}
