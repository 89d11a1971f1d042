// A whole cooperation in memory: one joint process and its municipalities, played act by act through `decide`, with
// timers fired as days pass. Speaks the field's words, so that tests read as stories.
import { expect } from 'vitest'
import type { Act, Decision, Entry, HeldRole, Json, Role, Stored } from '../../workflows/act.ts'
import { begin, decide, fold, needsHistory } from '../../workflows/decide.ts'
import { specOf, validateInput, withoutWords } from '../../workflows/events.ts'
import {
  bareParticipationFacts,
  bareStrategyFacts,
  type MunicipalSettings,
  type ParticipationFacts,
  type StrategyFacts,
} from '../../workflows/facts.ts'
import { flagsOf } from '../../workflows/flags.ts'
import { deriveJoint, milestonesOf, viewOf, type JointState } from '../../workflows/joint-state.ts'
import { desiredTimers } from '../../workflows/timers.ts'

export type Input = { [key: string]: Json }
export type How = {
  on?: string
  overrides?: string[]
  roles?: HeldRole[]
  facts?: Partial<ParticipationFacts>
}

export const everyRole = (municipality: string): HeldRole[] =>
  (['planner', 'council-secretary', 'chief-executive', 'mayor'] as Role[]).map((role) => ({
    role,
    municipality,
  }))

export const jointRoles: HeldRole[] = [{ role: 'coordinator' }, { role: 'steering-leader' }]

/// A process with its journal, checked after every act: what is stored is what the journal folds into.
export class Played {
  stored: Stored
  entries: Entry[] = []
  constructor(kind: Stored['kind']) {
    this.stored = begin(kind)
  }

  take(act: Act): Decision {
    const history = needsHistory(this.stored, act) ? this.entries : undefined
    const decision = decide(this.stored, act, history)
    if (!decision.ok) return decision
    const seq = this.stored.seq + 1
    this.stored = { ...this.stored, state: decision.state, context: decision.context, seq }
    this.entries.push({
      seq,
      type: act.type,
      input: act.input,
      actedOn: act.actedOn,
      overrides: decision.overridden,
      facts: act.facts,
    })
    expect(fold(this.stored.kind, this.entries)).toEqual(this.stored)
    return decision
  }
}

export class Region {
  today: string
  joint = new Played('strategy')
  members = new Map<string, Played>()
  settings = new Map<string, MunicipalSettings>()
  meetings = new Map<string, string[]>()
  private own = new Map<string, string>()

  constructor(names: { [number: string]: string }, today: string) {
    this.today = today
    for (const [number, name] of Object.entries(names)) {
      this.members.set(number, new Played('participation'))
      this.settings.set(number, {
        ...bareParticipationFacts(number, name, 2027).settings,
        constitutedOn: '2027-10-14',
        firstTreatmentBody: 'formannskap',
        mustAsk: ['statsforvalter', 'fylkeskommune', 'nabo'],
        councilMembers: 27,
      })
    }
  }

  /// Moves the day on; every timer that falls due fires on its day, in order.
  until(day: string): this {
    for (;;) {
      const due = [...this.members.entries()]
        .flatMap(([number, m]) => desiredTimers(m.stored).map((t) => ({ ...t, number })))
        .filter((t) => t.actedOn <= day)
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
      if (!due) break
      this.today = due.actedOn > this.today ? due.actedOn : this.today
      const done = this.system(due.number, due.type, due.actedOn)
      expect(done.ok, `${due.type} of ${due.number}`).toBe(true)
    }
    this.today = day
    return this
  }

  state(): JointState {
    return deriveJoint(
      milestonesOf(this.joint.stored),
      [...this.members].map(([number, m]) =>
        viewOf(m.stored, number, this.settings.get(number)!.name),
      ),
    )
  }

  flags(number: string): string[] {
    return flagsOf(this.members.get(number)!.stored, this.facts(number), this.today)
  }

  stateOf(number: string): string {
    return this.members.get(number)!.stored.state
  }

  facts(number: string, extra: Partial<ParticipationFacts> = {}): ParticipationFacts {
    const { versions, phase, round } = milestonesOf(this.joint.stored)
    const newest = versions.at(-1)
    const own = this.own.get(number) ?? null
    const settings = this.settings.get(number)!
    return {
      ...bareParticipationFacts(number, settings.name, 2027),
      settings,
      joint: {
        state: this.state().state,
        phase,
        round,
        versions,
        final: phase === 'F80' ? newest!.hash : null,
      },
      edition:
        newest && own
          ? { id: `${newest.hash}+${own}`, joint: newest.hash, own, on: newest.on }
          : null,
      proposed: { points: 2 },
      meetings: this.meetings.get(number) ?? [],
      ...extra,
    }
  }

  strategyFacts(extra: Partial<StrategyFacts> = {}): StrategyFacts {
    return {
      ...bareStrategyFacts,
      participants: [...this.members].map(([number, m]) =>
        viewOf(m.stored, number, this.settings.get(number)!.name),
      ),
      consultees: 9,
      knowledgeBase: { attached: true, overviewsMissing: [] },
      ...extra,
    }
  }

  /// One municipality's act, refused or not.
  tryAct(number: string, type: string, input: Input = {}, how: How = {}): Decision {
    const given = specOf('participation', type)!
    expect(validateInput(given, input), `${type} ${JSON.stringify(input)}`).toBeUndefined()
    const extra: Partial<ParticipationFacts> = { ...how.facts }
    const hash = `own-${number}-${this.members.get(number)!.stored.seq}`
    if (type === 'freeze-own-part') extra.frozen = { hash, on: this.today }
    const base = this.facts(number)
    if (typeof input.edition === 'string' && extra.named === undefined)
      extra.named =
        base.edition?.id === input.edition
          ? base.edition
          : input.edition.startsWith('adopted')
            ? {
                id: input.edition,
                joint: base.edition?.joint ?? null,
                own: input.edition,
                on: this.today,
              }
            : null
    const decision = this.members.get(number)!.take({
      type,
      input: withoutWords(given, input).input,
      by: 'someone',
      roles: how.roles ?? everyRole(number),
      behalfOf: number,
      actedOn: how.on ?? this.today,
      today: this.today,
      recordedAt: `${this.today}T09:00:00.000Z`,
      overrides: how.overrides ?? [],
      facts: { ...base, ...extra },
      channel: 'person',
    })
    if (decision.ok && type === 'freeze-own-part') this.own.set(number, hash)
    return decision
  }

  /// One municipality's act that must go through; answers the new state.
  act(number: string, type: string, input: Input = {}, how: How = {}): string {
    const decision = this.tryAct(number, type, input, how)
    expect(decision, `${type} of ${number}`).toMatchObject({ ok: true })
    return this.stateOf(number)
  }

  system(number: string, type: string, on: string): Decision {
    return this.members.get(number)!.take({
      type,
      input: {},
      by: 'system',
      roles: [],
      actedOn: on,
      today: this.today,
      recordedAt: `${this.today}T00:00:00.000Z`,
      overrides: [],
      facts: this.facts(number),
      channel: 'system',
    })
  }

  tryJoint(
    type: string,
    input: Input = {},
    how: { overrides?: string[]; roles?: HeldRole[]; facts?: Partial<StrategyFacts> } = {},
  ): Decision {
    const given = specOf('strategy', type)!
    expect(validateInput(given, input), type).toBeUndefined()
    const freezes = type.startsWith('freeze') || input.by === 'new-version'
    const hash = `joint-${this.joint.stored.seq}`
    return this.joint.take({
      type,
      input: withoutWords(given, input).input,
      by: 'someone',
      roles: how.roles ?? jointRoles,
      actedOn: this.today,
      today: this.today,
      recordedAt: `${this.today}T09:00:00.000Z`,
      overrides: how.overrides ?? [],
      facts: this.strategyFacts({
        ...(freezes ? { frozen: { hash, on: this.today } } : {}),
        ...how.facts,
      }),
      channel: 'person',
    })
  }

  /// A joint act that must go through; answers the derived state.
  jointly(type: string, input: Input = {}, overrides: string[] = []): string {
    expect(this.tryJoint(type, input, { overrides }), type).toMatchObject({ ok: true })
    return this.state().state
  }

  /// From nothing to a frozen consultation draft; every municipality that joins stands in K20.
  toDraft(joining: string[] = [...this.members.keys()]): this {
    for (const number of this.members.keys()) this.jointly('invite', { municipality: number })
    for (const number of joining)
      this.act(number, 'join', { body: 'kommunestyre', caseNumber: '3/28' })
    this.jointly('start-knowledge-base')
    this.jointly('start-drafting')
    for (const number of joining) this.act(number, 'start-own-part')
    this.jointly('start-review')
    this.jointly('record-steering-decision', { about: 'høringsutkast', reference: 'sak 4/28' })
    expect(this.jointly('freeze-consultation-draft')).toBe('F50')
    return this
  }

  /// First treatment of one municipality, today: K40.
  toLaidOut(number: string): this {
    this.act(number, 'choose-master-plan', { societal: 'partly', landUse: 'unchanged' })
    this.act(number, 'freeze-own-part')
    this.act(number, 'submit-for-first-treatment')
    this.act(number, 'record-first-treatment', {
      body: 'formannskap',
      outcome: 'laid-out',
      caseNumber: '12/28',
    })
    return this
  }

  /// Made public today with a deadline: K50.
  publish(number: string, deadlineOn: string): this {
    this.act(number, 'record-publication', {
      publishedOn: this.today,
      deadlineOn,
      url: 'https://example.no/horing',
      consultees: ['statsforvalter', 'fylkeskommune', 'nabo'],
    })
    return this
  }

  /// From a closed consultation to K80.
  toRecommendation(number: string): this {
    this.act(number, 'start-treating')
    this.act(number, 'submit-for-recommendation', { reason: 'klar' })
    return this
  }
}

export const two = { '3435': 'Vågå', '3440': 'Øyer' }

/// A region of two where both stand in K50, published 2028-03-01 with deadline 2028-04-12.
export function inConsultation(): Region {
  const region = new Region(two, '2028-01-10').toDraft().until('2028-02-15')
  for (const number of Object.keys(two)) region.toLaidOut(number)
  region.until('2028-03-01')
  for (const number of Object.keys(two)) region.publish(number, '2028-04-12')
  return region
}

/// The same two, final proposal frozen 2028-04-20 with editorial changes only, both in K80.
export function beforeCouncil(): Region {
  const region = inConsultation().until('2028-04-13')
  region.until('2028-04-20')
  for (const number of Object.keys(two)) region.act(number, 'start-treating')
  region.jointly('freeze-final-proposal', { changes: [{ kind: 'editorial', text: 'komma' }] })
  for (const number of Object.keys(two))
    region.act(number, 'submit-for-recommendation', { reason: 'klar' })
  return region
}

export const rulesOf = (decision: Decision): string[] => decision.findings.map((f) => f.rule)
