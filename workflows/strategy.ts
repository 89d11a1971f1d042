// The joint process as data: the milestones people set, with every transition of C5. The states F60, F70, F90, F100,
// F101 and F102 follow from the municipalities; `state-derived` only tells the journal so.
import { defineProcess, type Definition, type Names, type Way } from './define-process.ts'
import { bareStrategyFacts, type StrategyFacts } from './facts.ts'
import type { Step } from './define-process.ts'
import { freshStrategy, type Phase, type StrategyContext } from './strategy-context.ts'
import { deriveJoint, milestones } from './joint-state.ts'
import type { Json } from './act.ts'

const working = ['F10', 'F20', 'F30', 'F40', 'F50', 'F60', 'F70', 'F80', 'F90', 'F95']
const adopted = ['F100', 'F101', 'F102']
const derived = [
  ['F50', 'F60', 'F70'],
  ['F80', 'F90', 'F100', 'F101', 'F102'],
]
/// The steps in which the derived states usually follow one another; the rest are corrections of these.
const follows = new Set(['F50 F60', 'F60 F70', 'F80 F90', 'F90 F100', 'F90 F101', 'F90 F102'])

const states: { [state: string]: { [event: string]: Way[] } } = Object.fromEntries(
  [...working, ...adopted, 'F110', 'F120', 'F900'].map((s) => [s, {}]),
)

function way(from: string[], event: string, draft: Partial<Omit<Way, 'do'>> & { do: string[] }) {
  for (const state of from)
    (states[state]![event] ??= []).push({
      kind: draft.to === undefined ? 'stay' : 'main',
      rules: [],
      ...draft,
      do: ['noted', ...draft.do],
    })
}

/// The facts of a joint act, whole: what the door left out is unknown.
export const strategyFactsOf = (step: Pick<Step, 'facts'>): StrategyFacts =>
  ({ ...bareStrategyFacts, ...step.facts }) as StrategyFacts

const freezing = ['G5', 'G23', 'G6', 'G19', 'G8', 'G22']

way([...working, ...adopted], 'invite', { do: ['invited'], rules: ['G17'] })
way(['F10'], 'start-knowledge-base', { to: 'F20', do: ['phase:F20'], rules: ['G1', 'G2'] })
way(['F20'], 'start-drafting', { to: 'F30', do: ['phase:F30'], rules: ['G3'] })
way(['F30'], 'start-review', { to: 'F40', do: ['phase:F40'], rules: ['G4'] })
way(['F50', 'F60'], 'return-to-drafting', {
  kind: 'back',
  to: 'F40',
  when: { name: 'to', is: 'F40' },
  do: ['phase:F40'],
  rules: ['G9'],
})
way(['F40', 'F50', 'F60'], 'return-to-drafting', {
  kind: 'back',
  to: 'F30',
  do: ['phase:F30'],
  rules: ['G9'],
})
way([...working, ...adopted, 'F110'], 'record-steering-decision', { do: ['steered'] })
way(['F40'], 'freeze-consultation-draft', {
  to: 'F50',
  do: ['draftFrozen', 'phase:F50'],
  rules: [...freezing, 'G7'],
})
way(['F60', 'F70'], 'new-round', { kind: 'back', to: 'F30', do: ['roundBegun', 'phase:F30'] })
way(['F60', 'F70'], 'freeze-final-proposal', {
  to: 'F80',
  do: ['finalFrozen', 'phase:F80'],
  rules: [...freezing, 'G10', 'G11', 'G12'],
})
way(['F80', 'F90', 'F102'], 'reopen-proposal', {
  kind: 'back',
  to: 'F50',
  do: ['phase:F50'],
  rules: ['G13'],
})
way(['F90', 'F101', 'F102'], 'open-harmonisation', {
  to: 'F95',
  do: ['harmonisationOpened'],
  rules: ['G14'],
})
way(['F95'], 'close-harmonisation', {
  kind: 'back',
  to: 'F80',
  when: { name: 'by', is: 'new-version' },
  do: ['harmonisationClosed', 'finalFrozen'],
  rules: [...freezing, 'G21'],
})
way(['F95'], 'close-harmonisation', {
  to: 'F101',
  when: { name: 'by', is: 'accept' },
  do: ['harmonisationClosed'],
  rules: ['G8'],
})
way(['F90'], 'set-closing-date', { to: 'F102', do: ['closingSet'], rules: ['G20', 'G8'] })
way(['F95', 'F102'], 'set-closing-date', { do: ['closingSet'], rules: ['G20', 'G8'] })
way(adopted, 'publish-compiled-edition', { to: 'F110', do: ['compiled'] })
way(['F110'], 'publish-compiled-edition', { do: ['compiled'] })
way(['F110'], 'end', { to: 'F120', do: ['ended'], rules: ['G15'] })
way([...working, ...adopted, 'F110'], 'stop', {
  kind: 'back',
  to: 'F900',
  do: ['stopped'],
  rules: ['G16', 'G18'],
})
for (const group of derived)
  // From itself too: what people see is already the derived state when its entry is written.
  for (const from of group)
    for (const to of group)
      way([from], 'state-derived', {
        kind: follows.has(`${from} ${to}`) ? 'system' : 'catch-up',
        to,
        when: { name: 'derived', is: to },
        do: [],
      })

export const strategyDefinition: Definition = {
  kind: 'strategy',
  version: 1,
  initial: 'F10',
  finals: ['F120', 'F900'],
  states,
}

const kinds = (value: Json | undefined): (string | undefined)[] =>
  Array.isArray(value)
    ? value.map((r) =>
        typeof r === 'object' && r !== null && !Array.isArray(r) && typeof r.kind === 'string'
          ? r.kind
          : undefined,
      )
    : []

const weight = (step: Step): 'editorial' | 'material' =>
  step.type === 'close-harmonisation'
    ? step.input.kind === 'editorial'
      ? 'editorial'
      : 'material'
    : kinds(step.input.changes).includes('material')
      ? 'material'
      : 'editorial'

const frozen = (context: StrategyContext, step: Step, final: boolean) => {
  const version = strategyFactsOf(step).frozen
  if (!version) return {}
  const since = context.versions.length === 0 ? null : final ? weight(step) : 'material'
  return {
    versions: [
      ...context.versions,
      { hash: version.hash, on: step.on, since, final, round: context.round },
    ],
  }
}

const phases: Phase[] = ['F10', 'F20', 'F30', 'F40', 'F50', 'F80']

const names: Names<StrategyContext> = {
  fresh: freshStrategy,
  when: {
    to: (_, s, value) => s.input.to === value,
    by: (_, s, value) => s.input.by === value,
    derived: (context, s, value) =>
      s.input.to === value &&
      deriveJoint(milestones(context), strategyFactsOf(s).participants).state === value,
  },
  do: {
    noted: ({ overridden }, s) =>
      s.overrides.length === 0
        ? {}
        : { overridden: [...overridden, ...s.overrides.map((rule) => ({ rule, seq: s.seq }))] },
    invited: ({ invited }, s) => ({
      invited: [...invited, { municipality: String(s.input.municipality), on: s.on }],
    }),
    ...Object.fromEntries(
      phases.map((phase) => [
        `phase:${phase}`,
        (_: StrategyContext, s: Step) => ({ phase, phaseOn: s.on }),
      ]),
    ),
    steered: ({ steering }, s) => ({
      steering: [...steering, { about: String(s.input.about), on: s.on }],
    }),
    draftFrozen: (context, s) => frozen(context, s, false),
    finalFrozen: (context, s) => frozen(context, s, true),
    roundBegun: ({ round }) => ({ round: round + 1 }),
    harmonisationOpened: () => ({ harmonising: true }),
    harmonisationClosed: () => ({ harmonising: false }),
    closingSet: (_, s) => ({ closingOn: String(s.input.on) }),
    compiled: ({ compiled }, s) => ({ compiled: [...compiled, s.on] }),
    ended: (_, s) => ({ endedOn: s.on }),
    stopped: (_, s) => ({ stoppedOn: s.on }),
  },
}

export const strategy = defineProcess(strategyDefinition, names)
export { kinds as changeKinds }
