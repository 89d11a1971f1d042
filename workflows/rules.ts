// The numbered rules of the procedure: level, source, the words people read. `RULES.md` lists the same; a test holds
// the two together. What each compares stands beside its words.
import type { Level } from './act.ts'
import type { Words } from './lang.ts'
import { actRules } from './rules-act.ts'
import { decisionRules } from './rules-decision.ts'
import { jointRules } from './rules-joint.ts'
import { preparationRules } from './rules-preparation.ts'
import { timeRules } from './rules-time.ts'

export type RuleWords = { id: string; level: Level; source: Words; text: Words; way?: Words }

/// Rules of one municipality's acts, and of the joint acts, by id.
export const municipalRules = byId([...timeRules, ...preparationRules, ...decisionRules])
export const strategyRules = byId(jointRules)

/// Every rule that can be named in a finding.
export const allRules: readonly RuleWords[] = [
  ...actRules,
  ...municipalRules.values(),
  ...strategyRules.values(),
]

const index = byId(allRules)

export const ruleOf = (id: string): RuleWords | undefined => index.get(id)

function byId<T extends { id: string }>(rules: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map(rules.map((r) => [r.id, r]))
  if (map.size !== rules.length) throw new Error('two rules share an id')
  return map
}
