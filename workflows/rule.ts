// What a numbered rule is: its words and its check. A check sees the act, the memory and what was looked up, and
// answers with the values it compared, or nothing when all is well.
import type { Day, Level } from './act.ts'
import type { Step, Way } from './define-process.ts'
import type { Words } from './lang.ts'

export type Values = { [name: string]: string | number }

/// What a check found. `field` names the input that would cure it.
export type Found = { values?: Values; way?: Values; field?: string }

/// The act a rule judges. `plan` is false for a fact: something that has happened.
export type Case<C, F> = {
  context: C
  step: Step
  facts: F
  state: string
  way: Way
  today: Day
  plan: boolean
  /// False while only asking what could be done: what the freezing service supplies is then unknown.
  acting: boolean
}

export type Rule<C, F> = {
  id: string
  level: Level
  source: Words
  text: Words
  way?: Words
  /// H for a plan, S for a fact (C1).
  softForFacts?: true
  /// B that also stops a fact of this very day: what it protects is still in one's own hands (announcing, extending).
  holdsToday?: true
  check: (a: Case<C, F>) => Found | undefined
}

export const w = (nb: string, nn: string, en: string): Words => ({ nb, nn, en })

/// Planning and Building Act, by paragraph.
export const pbl = (p: string): Words =>
  w(`pbl. §\u00a0${p}`, `pbl. §\u00a0${p}`, `Planning and Building Act §\u00a0${p}`)

/// Local Government Act, by paragraph.
export const koml = (p: string): Words =>
  w(`koml. §\u00a0${p}`, `koml. §\u00a0${p}`, `Local Government Act §\u00a0${p}`)

/// Public bodies' texts must be readable by everyone (universal design of ICT).
export const readable = w(
  'likestillings- og diskrimineringsloven §\u00a018',
  'likestillings- og diskrimineringslova §\u00a018',
  'Equality and Anti-Discrimination Act §\u00a018',
)

/// Practice in the municipalities and sound record keeping: no paragraph.
export const practice = w('praksis', 'praksis', 'practice')

/// Agreed between the municipalities in their decisions to take part.
export const agreed = w('avtalt i samarbeidet', 'avtalt i samarbeidet', 'agreed in the cooperation')

/// What keeps a record meaningful.
export const record = w('krav til registreringen', 'krav til registreringa', 'what a record needs')
