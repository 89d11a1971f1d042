// What every page of the desk is made from: one strategy with its municipalities as they stand today, read once a
// request and then only looked at. The reading is in `load.ts`.
import type { Asker, Day, Json, ProcessKind, Role, Stored } from '../../workflows/act.ts'
import type { Deadline, Margin } from '../../workflows/deadlines.ts'
import type { ParticipationFacts, StrategyFacts } from '../../workflows/facts.ts'
import type { JointState } from '../../workflows/joint-state.ts'
import type { Lang } from '../../workflows/lang.ts'
import type { Chapter } from './joint-sentence.ts'

/// One line of a journal, without its free words (they are read where they are shown).
export type DeskAct = {
  seq: number
  type: string
  actedOn: Day
  /// Instant of registration.
  recordedAt: string
  by: string
  from: string
  to: string
  input: { [key: string]: Json }
}

export type Holder = {
  person: string
  name: string
  email: string | null
  colour: number
  role: Role
  substituteFor?: string
}

export type Meeting = { body: string; on: Day }

/// One municipality and its own process.
export type Track = {
  number: string
  name: string
  subRegion: string
  language: Lang
  process: string
  stored: Stored
  facts: ParticipationFacts
  flags: string[]
  deadlines: Deadline[]
  margin: Margin
  /// Oldest first.
  acts: DeskAct[]
  holders: Holder[]
  /// Meetings in the calendar, today and later.
  meetings: Meeting[]
  submissions: { total: number; unanswered: number }
}

/// The joint work.
export type Joint = {
  process: string
  stored: Stored
  facts: StrategyFacts
  state: JointState
  acts: DeskAct[]
  holders: Holder[]
  submissions: { total: number; unanswered: number }
}

export type Desk = {
  region: number
  strategy: { id: string; slug: string; title: string; from: number; to: number }
  today: Day
  lang: Lang
  joint: Joint
  /// In the region's order, from south to north.
  tracks: Track[]
  /// Joint chapters in order, in the reader's language.
  chapters: Chapter[]
}

/// Who asks, and in which process they may act.
export const askerIn = (asker: Asker, kind: ProcessKind, number?: string): Asker => ({
  roles: asker.roles,
  ...(kind === 'participation' && number ? { behalfOf: number } : {}),
})

export const isOutside = (track: Track): boolean =>
  ['K00', 'K900', 'K910'].includes(track.stored.state)

/// Has this council an adoption that counts?
export const hasAdopted = (track: Track): boolean => track.margin.adopted !== null
