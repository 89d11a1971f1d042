// The numbered rules of the procedure: level, source, the words people read. `RULES.md` lists the same; a test holds
// the two together. What each compares stands in the guard files.
import type { Level } from './act.ts'
import type { Words } from './lang.ts'

export type RuleWords = { id: string; level: Level; source: Words; text: Words; way?: Words }

const rules = new Map<string, RuleWords>()

export const ruleOf = (id: string): RuleWords | undefined => rules.get(id)
