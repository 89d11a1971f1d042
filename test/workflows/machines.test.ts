// The two machines as models: everything can be reached, nothing is a dead end, and what is explained is what is decided.
import { beforeAll, describe, expect, test } from 'vitest'
import { createMachine } from 'xstate'
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph'
import type { Act, HeldRole, Json, Role, Stored } from '../../workflows/act.ts'
import { addDays } from '../../workflows/calendar.ts'
import { available, begin, decide, explain } from '../../workflows/decide.ts'
import { defineProcess, type Definition } from '../../workflows/define-process.ts'
import { eventsOf, withoutWords } from '../../workflows/events.ts'
import {
  bareParticipationFacts,
  bareStrategyFacts,
  factsToJson,
  type ParticipantView,
} from '../../workflows/facts.ts'
import { faces, stepOf } from '../../workflows/process.ts'

type Input = { [key: string]: Json }

const number = '3435'
const joint: HeldRole[] = [{ role: 'coordinator' }, { role: 'steering-leader' }]
const roles: HeldRole[] = (
  ['planner', 'council-secretary', 'chief-executive', 'mayor', 'archivist', 'observer'] as Role[]
).map((role) => ({ role, municipality: number }))

/// Plausible inputs of every event; more than one where the input chooses the way.
const inputs: { [type: string]: ((day: string) => Input)[] } = {
  'go-alone': [() => ({ note: 'x' })],
  'choose-master-plan': [() => ({ societal: 'full', landUse: 'partly' })],
  'classify-changes': [() => ({ kind: 'editorial' }), () => ({ kind: 'material' })],
  'record-first-treatment': ['laid-out', 'delegated', 'postponed', 'other-body', 'sent-back'].map(
    (outcome) => () => ({ body: 'formannskap', outcome }),
  ),
  recall: [() => ({ reason: 'x' }), () => ({ reason: 'x', to: 'K30' })],
  'record-publication': [
    (day) => ({ publishedOn: day, deadlineOn: addDays(day, 42) }),
    (day) => ({ publishedOn: day }),
  ],
  'record-asking': [() => ({ consultees: ['required'] })],
  'extend-deadline': [(day) => ({ deadlineOn: addDays(day, 90), reason: 'x' })],
  'reopen-consultation': [(day) => ({ deadlineOn: addDays(day, 20), reason: 'x' })],
  'record-recommendation': [() => ({ body: 'formannskap' }), () => ({ body: 'eldreråd' })],
  'schedule-council': [(day) => ({ meetingOn: addDays(day, 50) })],
  'move-meeting': [(day) => ({ meetingOn: addDays(day, 60), reason: 'x' })],
  'take-off-agenda': [() => ({ by: 'x', reason: 'x' })],
  'record-decision': [
    ...['unchanged', 'sent-back', 'postponed', 'rejected'].map((outcome) => () => ({ outcome })),
    () => ({ outcome: 'changed', changes: [{ zone: 'joint', kind: 'material' }] }),
  ],
  'confirm-adopted-text': [() => ({ edition: 'e1' })],
  'classify-decision': [() => ({ class: 'identical' }), () => ({ class: 'deviation' })],
  resume: ['K20', 'K70', 'K80'].map((to) => () => ({ to })),
  'record-annulment': [() => ({ reference: 'x' })],
  'fix-planning-programme': [() => ({ body: 'planutvalg' })],
  'note-legality-review': [() => ({ by: 'own-initiative' })],
  'settle-legality-review': [() => ({ outcome: 'upheld' }), () => ({ outcome: 'annulled' })],
  invite: [() => ({ municipality: '3440' })],
  'return-to-drafting': [() => ({ reason: 'x' }), () => ({ reason: 'x', to: 'F40' })],
  'record-steering-decision': [() => ({ about: 'x', reference: 'x' })],
  'freeze-final-proposal': [() => ({ changes: [] }), () => ({ changes: [{ kind: 'material' }] })],
  'close-harmonisation': [() => ({ by: 'accept' }), () => ({ by: 'new-version' })],
  'set-closing-date': [(day) => ({ on: addDays(day, 30) })],
  'state-derived': ['F50', 'F60', 'F70', 'F80', 'F90', 'F100', 'F101', 'F102'].map((to) => () => ({
    to,
  })),
}
const reasoned = new Set([
  'close-consultation',
  'break-off-consultation',
  'start-new-round',
  'return-to-treating',
  'treat-again',
  'withdraw',
  'new-round',
  'reopen-proposal',
  'stop',
])
const inputsOf = (type: string) =>
  inputs[type] ?? [() => (reasoned.has(type) ? { reason: 'x' } : {})]

const participant = (state: string, is: 'identical' | 'deviation' | null): ParticipantView => ({
  municipality: number,
  name: 'Vågå',
  state,
  round: 1,
  adoption: is === null ? null : { on: '2028-06-01', joint: null, class: is, sections: [] },
  publishedOn: null,
  deadlineOn: null,
  everJoined: true,
  withdrawnOn: null,
})

/// What the municipalities may be like, for the joint process.
const worlds = [
  [participant('K20', null), participant('K20', null)],
  [participant('K50', null), participant('K60', null)],
  [participant('K60', null), participant('K80', null)],
  [participant('K90', null), participant('K60', null)],
  [participant('K100', 'identical'), participant('K90', null)],
  [participant('K101', 'deviation'), participant('K90', null)],
  [participant('K100', 'identical'), participant('K120', 'identical')],
  [participant('K100', 'identical'), participant('K101', 'deviation')],
  [participant('K140', 'identical'), participant('K140', 'identical')],
]

const frozen = { hash: 'h', on: '2028-01-01' }
const municipalFacts = {
  ...bareParticipationFacts(number, 'Vågå', 2027),
  frozen,
  edition: { id: 'e1', joint: 'f1', own: 'o1', on: '2028-01-01' },
  named: { id: 'e1', joint: 'f1', own: 'o1', on: '2028-01-01' },
  joint: {
    state: 'F80',
    phase: 'F80',
    round: 1,
    versions: [{ hash: 'f1', on: '2028-01-01', since: null }],
    final: 'f1',
  },
}

type Visit = { stored: Stored; act: Act }

/// A seeded walk: at each state one act that goes through, chosen among all that would.
function walk(
  kind: Stored['kind'],
  steps: number,
  seed: number,
): { seen: Set<string>; visits: Visit[] } {
  let random = seed
  const next = (n: number) => {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648
    return random % n
  }
  const seen = new Set<string>()
  const times = new Map<string, number>()
  const visits: Visit[] = []
  let day = '2028-01-01'
  let stored = begin(kind)
  for (let i = 0; i < steps; i++) {
    seen.add(stored.state)
    day = addDays(day, 7)
    const open = eventsOf(kind).flatMap((spec) =>
      spec.type === 'correct'
        ? []
        : inputsOf(spec.type).flatMap((input) => {
            const world = worlds[next(worlds.length)]!
            const facts =
              kind === 'strategy'
                ? { ...bareStrategyFacts, participants: world, frozen }
                : municipalFacts
            const act: Act = {
              type: spec.type,
              input: withoutWords(spec, input(day)).input,
              by: 'x',
              roles: kind === 'strategy' ? joint : roles,
              behalfOf: number,
              actedOn: day,
              today: day,
              recordedAt: 'x',
              overrides: [
                'P2',
                'P5',
                'P12',
                'P14',
                'T2',
                'T4',
                'T9',
                'T13',
                'T15',
                'T16',
                'V7',
                'V8',
                'G9',
                'G10',
                'G15',
              ],
              facts: factsToJson(facts),
              channel: spec.kind === 'S' ? 'system' : 'person',
            }
            visits.push({ stored, act })
            const done = decide(stored, act)
            return done.ok ? [{ act, done }] : []
          }),
    )
    if (open.length === 0) {
      stored = begin(kind)
      continue
    }
    // Mostly on to where the walk has been least, sometimes anywhere.
    const been = (state: string) => times.get(state) ?? 0
    const least = Math.min(...open.map(({ done }) => been(done.state)))
    const rare = open.filter(({ done }) => been(done.state) === least)
    const { done } = next(3) > 0 ? rare[next(rare.length)]! : open[next(open.length)]!
    times.set(done.state, been(done.state) + 1)
    const after = { ...stored, state: done.state, context: done.context, seq: stored.seq + 1 }
    stored = i % 60 === 59 ? begin(kind) : after
  }
  return { seen, visits }
}

for (const kind of ['participation', 'strategy'] as const)
  describe(`the ${kind} machine`, () => {
    const { process } = faces[kind]
    const { definition } = process
    let visits: Visit[] = []
    let seen = new Set<string>()
    beforeAll(() => {
      const walks = [3, 17].map((seed) => walk(kind, kind === 'strategy' ? 300 : 240, seed))
      seen = new Set(walks.flatMap((w) => [...w.seen]))
      visits = walks.flatMap((w) => w.visits)
    })

    test('every state can be reached by acts that go through', () => {
      const missing = Object.keys(definition.states).filter((s) => !seen.has(s))
      // K110 is passed through: announced becomes current in the same act.
      expect(missing).toEqual(kind === 'participation' ? ['K110'] : [])
    })

    test('no state is a dead end but the named ones', () => {
      const dead = Object.entries(definition.states)
        .filter(
          ([state, events]) =>
            !Object.values(events)
              .flat()
              .some((w) => w.to && w.to !== state),
        )
        .map(([state]) => state)
      expect(dead.sort()).toEqual([...definition.finals].sort())
      expect(dead.sort()).toEqual(kind === 'participation' ? ['K140'] : ['F120', 'F900'])
    })

    test('a shortest path leads to every state, and only the named ones lead nowhere', () => {
      const machine = createMachine({
        initial: definition.initial,
        states: Object.fromEntries(
          Object.entries(definition.states).map(([state, events]) => [
            state,
            {
              on: Object.fromEntries(
                Object.entries(events).flatMap(([event, ways]) =>
                  ways.map((way, i) => [`${event}#${i}`, { target: way.to ?? state }]),
                ),
              ),
            },
          ]),
        ),
      })
      const reached = getShortestPaths(machine).map(({ state }) => String(state.value))
      expect([...new Set(reached)].sort()).toEqual(Object.keys(definition.states).sort())
      const map = getAdjacencyMap(machine, {})
      const stuck = Object.values(map)
        .filter(({ state, transitions }) =>
          Object.values<{ state: typeof state }>(transitions).every(
            (one) => one.state.value === state.value,
          ),
        )
        .map(({ state }) => String(state.value))
      expect(stuck.sort()).toEqual(kind === 'participation' ? ['K140'] : ['F120', 'F900'])
    })

    test('in every reachable state, for every event and role, the explanation is the decision', () => {
      const asked = kind === 'strategy' ? joint : roles
      const first = new Map(visits.map((visit) => [visit.stored.state, visit] as const))
      let cells = 0
      for (const { stored, act } of first.values())
        for (const spec of eventsOf(kind)) {
          if (spec.type === 'correct' || spec.kind === 'S') continue
          for (const input of inputsOf(spec.type))
            for (const role of asked) {
              const one: Act = {
                ...act,
                type: spec.type,
                input: withoutWords(spec, input(act.today)).input,
                roles: [role],
                overrides: [],
                channel: 'person',
              }
              const said = explain(stored, one)
              const done = decide(stored, one)
              const where = `${stored.state} ${spec.type} ${role.role}`
              expect(said.allowed, where).toBe(done.ok)
              expect(said.findings, where).toEqual(done.findings)
              if (!done.ok)
                expect(done.findings.length + (done.field ? 1 : 0), where).toBeGreaterThan(0)
              cells++
            }
        }
      expect(first.size).toBeGreaterThanOrEqual(Object.keys(definition.states).length - 1)
      expect(cells).toBeGreaterThan(kind === 'strategy' ? 400 : 4000)
    })

    test('every state lies on some path in the definition', () => {
      const reached = new Set([definition.initial])
      for (const state of reached)
        for (const way of Object.values(definition.states[state]!).flat())
          if (way.to) reached.add(way.to)
      expect([...reached].sort()).toEqual(Object.keys(definition.states).sort())
    })

    test('every rule and event the definition names exists, and every declared event has a way', () => {
      const declared = eventsOf(kind).map((s) => s.type)
      const ways = Object.values(definition.states).flatMap((events) => Object.entries(events))
      for (const [event, list] of ways) {
        expect(declared).toContain(event)
        for (const way of list)
          for (const rule of way.rules) expect(faces[kind].rules.has(rule), rule).toBe(true)
      }
      const used = new Set(ways.map(([event]) => event))
      expect(declared.filter((t) => !used.has(t))).toEqual(['correct'])
      const named = new Set(ways.flatMap(([, list]) => list.flatMap((w) => [...w.rules])))
      expect([...faces[kind].rules.keys()].filter((id) => !named.has(id))).toEqual([])
    })

    test('XState and the quick step agree on every act of the walk', () => {
      let moved = 0
      for (const { stored, act } of visits.filter((_, i) => i % 7 === 0)) {
        const state = faces[kind].seen(stored.state, stored.context, act.facts)
        const step = stepOf(act, act.actedOn, stored.seq + 1, false)
        const slow = process.next(state, stored.context, step)
        const quick = process.quick(state, stored.context, step)
        expect(slow).toEqual(quick && { state: quick.state, context: quick.context })
        if (slow) moved++
      }
      expect(moved).toBeGreaterThan(200)
    })

    test('the explanation is the decision, for every state, event and role', () => {
      const asked = kind === 'strategy' ? joint : roles
      let allowed = 0
      for (const { stored, act } of visits.filter((_, i) => i % 9 === 0))
        for (const role of asked) {
          const one = { ...act, roles: [role] }
          const said = explain(stored, one)
          const done = decide(stored, one)
          expect(said.allowed).toBe(done.ok)
          expect(said.findings).toEqual(done.findings)
          if (done.ok) allowed++
          else expect(done.findings.length + (done.field ? 1 : 0)).toBeGreaterThan(0)
        }
      expect(allowed).toBeGreaterThan(50)
    })

    test('what is offered as possible is refused only for what the input says, and what is not offered never goes through', () => {
      const asked = kind === 'strategy' ? joint : roles
      let offered = 0
      for (const { stored, act } of visits.filter((_, i) => i % 15 === 0)) {
        if (act.channel === 'system') continue
        for (const role of asked) {
          const facts = act.facts as unknown as Parameters<typeof available>[2]
          const list = available(stored, { roles: [role], behalfOf: number }, facts, act.today)
          const offer = list.find((a) => a.type === act.type)
          const done = decide(stored, { ...act, roles: [role], overrides: [] })
          if (done.ok)
            expect(offer, `${act.type} in ${stored.state}`).toMatchObject({
              here: true,
              allowed: true,
            })
          if (offer?.allowed && done.ok) {
            offered++
            if (offer.to !== null && done.state !== 'K120' && kind === 'participation')
              expect(done.state).toBe(offer.to)
          }
        }
      }
      expect(offered).toBeGreaterThan(15)
    })

    test('what the system alone may say is refused from people, and names nobody declared from anyone', () => {
      const act = visits[0]!.act
      for (const spec of eventsOf(kind).filter((s) => s.kind === 'S'))
        expect(decide(begin(kind), { ...act, type: spec.type, channel: 'person' })).toMatchObject({
          refusal: 'event-internal',
        })
      for (const type of ['xstate.init', 'xstate.done.state.x', 'xstate.after.1.x'])
        for (const channel of ['person', 'system'] as const)
          expect(decide(begin(kind), { ...act, type, channel })).toMatchObject({
            refusal: 'event-internal',
          })
      expect(decide(begin(kind), { ...act, type: 'adopt' })).toMatchObject({
        refusal: 'event-unknown',
      })
      expect(decide(begin(kind), { ...act, channel: 'system' })).toMatchObject({
        refusal: 'forbidden',
      })
    })
  })

describe('a definition', () => {
  const names = { fresh: {}, when: {}, do: { noted: () => ({}) } }
  const way = { kind: 'main' as const, do: ['noted'], rules: [] }
  const make = (states: Definition['states']): Definition => ({
    kind: 'strategy',
    version: 1,
    initial: 'A',
    finals: [],
    states,
  })
  test('with an unknown guard, change, state or a name of XState’s own is refused by name', () => {
    const bad = (states: Definition['states']) => () => defineProcess(make(states), names)
    expect(bad({ A: { go: [{ ...way, when: { name: 'nobody' } }] } })).toThrow(
      'unknown guard nobody',
    )
    expect(bad({ A: { go: [{ ...way, do: ['nothing'] }] } })).toThrow('unknown change nothing')
    expect(bad({ A: { go: [{ ...way, to: 'B' }] } })).toThrow('no state B')
    expect(bad({ A: { 'xstate.init': [way] } })).toThrow('not ours to name')
    expect(bad({ A: { go: [{ ...way, do: [] }] } })).toThrow('does nothing')
  })
})
