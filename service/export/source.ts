// What a paper is composed from, whether it was frozen or is being written: texts in both languages with the facts that
// belong to them. Nothing here knows where it was read.
import type { SectionJson } from '../../editor/shared/read.ts'
import type { PlanNeedFields } from '../plan-need/fields.ts'
import type { Reference } from '../text/references.ts'
import type { DecisionPoint } from '../version/manifest.ts'

export type Source = {
  strategy: { title: { nb: string; nn: string }; from: number; to: number }
  /// What is taken out: one chapter, one zone, an edition, or everything.
  scope: 'section' | 'part' | 'edition' | 'all'
  zones: SourceZone[]
  frozen?: Frozen
  /// When a draft was read, and how that is said.
  draft?: { instant: string }
  /// What the council is asked to adopt.
  proposal?: DecisionPoint[]
  decision?: SourceDecision
  /// Number → name, for plans made together.
  names: ReadonlyMap<string, string>
}

export type SourceZone = {
  /// `joint`, or a municipality's number.
  zone: string
  /// The municipality's name; '' for the joint part.
  name: string
  /// Language of an own part; the joint part has both.
  language: 'nb' | 'nn'
  sections: SourceSection[]
  planNeeds: PlanNeedFields[]
  masterPlan?: { societal: string; landUse: string }
}

export type SourceSection = {
  code: string
  /// The section's id, by which references name it; '' when not known.
  id: string
  /// Its place in its zone, from 1.
  number: number
  title: { nb: string; nn: string }
  text: SectionJson
  /// What its cross-references are called: as frozen, or today.
  references: readonly Reference[]
}

export type Frozen = {
  hash: string
  name: string
  round: number
  on: string
  /// Since when everybody may read it; null while it is not public.
  publicOn: string | null
  /// The two parts an edition pairs.
  parts: { zone: string; hash: string }[]
}

/// What a council decided about this edition.
export type SourceDecision = {
  on: string
  outcome: 'unchanged' | 'changed' | 'sent-back' | 'postponed' | 'rejected'
  caseNumber?: string
  votes?: 'unanimous' | { for: number; against: number }
  /// The edition that holds the adopted text, when it is another than this.
  adopted?: string
  workedIn: boolean
  changes: { zone: 'joint' | 'own' | 'decision'; text: string }[]
  points: string[]
}
