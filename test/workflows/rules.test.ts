// Every numbered rule: a case it finds, a case it lets pass, and words without a gap in every language. The list in
// RULES.md, the rules themselves and the titles here are one set.
import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Level } from '../../workflows/act.ts'
import { addDays, daysBetween } from '../../workflows/calendar.ts'
import { stepOf } from '../../workflows/process.ts'
import {
  bareParticipationFacts,
  bareStrategyFacts,
  factsToJson,
  type ParticipantView,
  type ParticipationFacts,
  type StrategyFacts,
} from '../../workflows/facts.ts'
import {
  freshParticipation,
  type CouncilDecision,
  type ParticipationContext,
  type Publication,
} from '../../workflows/participation-context.ts'
import type { Case, Found, Rule } from '../../workflows/rule.ts'
import { allRules, municipalRules, ruleOf, strategyRules } from '../../workflows/rules.ts'
import { freshStrategy, type StrategyContext } from '../../workflows/strategy-context.ts'
import { decide } from '../../workflows/decide.ts'
import { eventsOf } from '../../workflows/events.ts'
import { sayFinding } from '../../workflows/words.ts'
import { everyRole, inConsultation, Region, rulesOf, two, type Input } from './play.ts'

type Given = {
  type?: string
  input?: Input
  on?: string
  today?: string
  context?: Partial<ParticipationContext>
  facts?: Partial<ParticipationFacts>
  settings?: Partial<ParticipationFacts['settings']>
  acting?: boolean
}

const bare = bareParticipationFacts('3435', 'Vågå', 2027)
const publication = (on: string, extra: Partial<Publication> = {}): Publication => ({
  seq: 1,
  on,
  deadlineOn: null,
  sentOn: null,
  edition: 'e',
  joint: null,
  own: null,
  round: 1,
  ...extra,
})
const decision = (extra: Partial<CouncilDecision> = {}): CouncilDecision => ({
  seq: 2,
  on: '2028-06-01',
  outcome: 'unchanged',
  edition: 'e',
  joint: null,
  changes: [],
  unlisted: false,
  class: 'identical',
  masterPlan: true,
  editorialPower: false,
  confirmed: null,
  annulledOn: null,
  alone: false,
  ...extra,
})

const of = (id: string, given: Given): Found | undefined => {
  const { type = 'schedule-council', input = {}, today = '2028-06-01' } = given
  const facts = {
    ...bare,
    ...given.facts,
    settings: { ...bare.settings, constitutedOn: '2027-10-14', ...given.settings },
  }
  const on = given.on ?? today
  const json = JSON.parse(JSON.stringify(facts)) as Record<string, never>
  const asked: Case<ParticipationContext, ParticipationFacts> = {
    context: { ...freshParticipation, ...given.context },
    step: stepOf({ type, input, actedOn: on, overrides: [], facts: json }, on, 9, false),
    facts,
    state: 'K80',
    way: { kind: 'stay', do: ['noted'], rules: [] },
    today,
    plan: eventsOf('participation').find((e) => e.type === type)!.kind === 'P',
    acting: given.acting ?? true,
  }
  return municipalRules.get(id)!.check(asked)
}

/// A finding's words have no gap in any language, and a source.
function saysItAll(rule: Pick<Rule<never, never>, 'id' | 'level'>, found: Found): void {
  for (const lang of ['nb', 'nn', 'en'] as const) {
    const said = sayFinding(
      {
        rule: rule.id,
        level: rule.level,
        values: found.values ?? {},
        ...(found.way ? { way: found.way } : {}),
      },
      lang,
    )
    expect(`${said.text} ${said.way ?? ''}`).not.toMatch(/[{}]|undefined|NaN/)
    expect(said.source).not.toBe('')
    if (ruleOf(rule.id)!.way && !/\{/.test(ruleOf(rule.id)!.way![lang]))
      expect(said.way).toBeDefined()
  }
}

const rule = (id: string, level: Level, claim: string, hits: Given, passes: Given) =>
  test(`[${id}] ${claim}`, () => {
    const known = ruleOf(id)!
    expect(known.level).toBe(level)
    const found = of(id, hits)
    expect(found, 'should be found').toBeDefined()
    saysItAll(known, found!)
    expect(of(id, passes), 'should pass').toBeUndefined()
  })

const vaga = '3435'
const meeting = (meetingOn: string) => ({ input: { meetingOn } })
const shown = { publications: [publication('2028-05-10')] }
const frozenAt = (on: string, since: 'editorial' | 'material' | null) => ({ hash: on, on, since })

describe('time', () => {
  rule(
    'T1',
    'S',
    'a meeting after the one-year limit is warned about, never stopped',
    meeting('2028-10-15'),
    meeting('2028-10-14'),
  )
  rule(
    'T2',
    'B',
    'fewer than thirty days from publication to meeting stop the agenda',
    { ...meeting('2028-06-08'), context: shown },
    { ...meeting('2028-06-09'), context: shown },
  )
  rule(
    'T3',
    'S',
    'exactly thirty days are lawful with a warning',
    { ...meeting('2028-06-09'), context: shown },
    { ...meeting('2028-06-10'), context: shown },
  )
  rule(
    'T4',
    'B',
    'a proposal nobody recorded as public is not put on an agenda',
    meeting('2028-06-20'),
    { ...meeting('2028-06-20'), context: shown },
  )
  rule(
    'T5',
    'H',
    'a meeting that has passed cannot be planned',
    meeting('2028-05-31'),
    meeting('2028-06-01'),
  )
  rule(
    'T6',
    'H',
    'a deadline is not before the publication',
    { type: 'record-publication', input: { deadlineOn: '2028-05-31' } },
    { type: 'record-publication', input: { deadlineOn: '2028-06-01' } },
  )
  rule(
    'T7',
    'B',
    'with a planning programme a consultation lasts six weeks',
    {
      type: 'record-publication',
      input: { deadlineOn: '2028-07-12' },
      settings: { combinedProgramme: true },
    },
    {
      type: 'record-publication',
      input: { deadlineOn: '2028-07-13' },
      settings: { combinedProgramme: true },
    },
  )
  rule(
    'T8',
    'S',
    'a meeting before the consultation has ended is warned about',
    { ...meeting('2028-06-20'), context: { deadlineOn: '2028-06-20' } },
    { ...meeting('2028-06-21'), context: { deadlineOn: '2028-06-20' } },
  )
  rule(
    'T9',
    'B',
    'a planning programme is not fixed before its deadline',
    {
      ...meeting('2028-06-20'),
      context: { deadlineOn: '2028-06-20' },
      settings: { combinedProgramme: true },
    },
    { ...meeting('2028-06-20'), context: { deadlineOn: '2028-06-20' } },
  )
  rule(
    'T10',
    'S',
    'papers that are due are warned about',
    { ...meeting('2028-06-08'), settings: { paperDays: { kommunestyre: 10 } } },
    { ...meeting('2028-06-20'), settings: { paperDays: { kommunestyre: 10 } } },
  )
  rule(
    'T11',
    'S',
    'a meeting outside the council’s calendar is warned about',
    { ...meeting('2028-06-21'), facts: { meetings: ['2028-06-22'] } },
    { ...meeting('2028-06-22'), facts: { meetings: ['2028-06-22'] } },
  )
  rule(
    'T12',
    'S',
    'a consultation wholly in a holiday is warned about',
    { type: 'record-publication', on: '2028-07-03', input: { deadlineOn: '2028-07-31' } },
    { type: 'record-publication', on: '2028-07-03', input: { deadlineOn: '2028-08-14' } },
  )
  rule(
    'T13',
    'B',
    'a deadline is a promise and is not made shorter',
    {
      type: 'extend-deadline',
      input: { deadlineOn: '2028-06-10' },
      context: { deadlineOn: '2028-06-10' },
    },
    {
      type: 'extend-deadline',
      input: { deadlineOn: '2028-06-11' },
      context: { deadlineOn: '2028-06-10' },
    },
  )
  rule(
    'T14',
    'H',
    'a reopened consultation has a deadline to come',
    { type: 'reopen-consultation', input: { deadlineOn: '2028-05-31' } },
    { type: 'reopen-consultation', input: { deadlineOn: '2028-06-01' } },
  )
  rule(
    'T15',
    'B',
    'a consultation is not closed before its deadline',
    { type: 'close-consultation', context: { deadlineOn: '2028-06-01' } },
    { type: 'close-consultation', context: { deadlineOn: '2028-05-31' } },
  )
  rule(
    'T16',
    'B',
    'after a material change no earlier publication counts',
    {
      ...meeting('2028-08-01'),
      context: {
        ...shown,
        changes: [{ on: '2028-05-20', at: 'record-recommendation', zone: 'own', kind: 'material' }],
      },
    },
    {
      ...meeting('2028-08-01'),
      context: {
        ...shown,
        changes: [
          { on: '2028-05-20', at: 'record-recommendation', zone: 'own', kind: 'editorial' },
        ],
      },
    },
  )
  rule(
    'T17',
    'S',
    'a publication without a deadline is warned about',
    { type: 'record-publication' },
    { type: 'record-publication', input: { deadlineOn: '2028-07-10' } },
  )
  rule(
    'T18',
    'S',
    'a decision is recorded though the publication is unknown',
    { type: 'record-decision', input: { outcome: 'unchanged' } },
    { type: 'record-decision', input: { outcome: 'unchanged' }, context: shown },
  )
  rule(
    'T19',
    'S',
    'past the estimated limit is late whatever the constituting date was',
    { ...meeting('2028-11-01'), settings: { constitutedOn: null } },
    { ...meeting('2028-10-31'), settings: { constitutedOn: null } },
  )
  rule(
    'T20',
    'S',
    'breaking off a consultation tells that its publication counts no longer',
    { type: 'break-off-consultation', context: shown },
    {
      type: 'break-off-consultation',
      context: { publications: [publication('2028-05-10', { brokenOffOn: '2028-05-12' })] },
    },
  )
  test('the thirty days begin anew after a consultation that was broken off, also when the text is the same', () => {
    const region = inConsultation().until('2028-03-10')
    region.act(vaga, 'break-off-consultation', { reason: 'feil tekst' })
    region.until('2028-03-20')
    region.act(vaga, 'submit-for-first-treatment')
    region.act(vaga, 'record-first-treatment', { body: 'formannskap', outcome: 'laid-out' })
    region.until('2028-04-01').publish(vaga, '2028-04-20').until('2028-04-21')
    region.toRecommendation(vaga)
    const early = region.tryAct(vaga, 'schedule-council', { meetingOn: '2028-04-30' })
    expect(early.findings.find(({ rule }) => rule === 'T2')).toMatchObject({
      values: { publishedOn: '2028-04-01', days: 29 },
    })
    region.act(vaga, 'schedule-council', { meetingOn: '2028-05-01' })
  })
  test('broken off and decided without a new publication is unknown, not too early', () => {
    const region = inConsultation().until('2028-03-10')
    region.act(vaga, 'break-off-consultation', { reason: 'feil tekst' })
    region.until('2028-05-20').act(vaga, 'record-decision', { outcome: 'unchanged' })
    expect(region.flags(vaga)).toContain('kunngjoring_ukjent')
    expect(region.flags(vaga)).not.toContain('brudd_30_dager')
  })

  test('a lawful date is never refused, an unlawful one never passes, and an earlier meeting is never better', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2028-01-01', n))
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 60 }), (published, meetingOn, back) => {
        const on = (date: string) =>
          of('T2', { ...meeting(date), context: { publications: [publication(published)] } })
        const days = daysBetween(published, meetingOn)
        expect(on(meetingOn) !== undefined).toBe(days >= 0 && days < 30)
        const earlier = addDays(meetingOn, -back)
        if (on(meetingOn) && earlier >= published) expect(on(earlier)).toBeDefined()
      }),
      { seed: 2028 },
    )
  })

  test('the same text announced twice, and an editorial change, do not begin the count again', () => {
    const twice = { publications: [publication('2028-05-10'), publication('2028-05-30')] }
    expect(of('T2', { ...meeting('2028-06-09'), context: twice })).toBeUndefined()
    const versions = [frozenAt('2028-05-01', null), frozenAt('2028-05-20', 'editorial')]
    const facts = { joint: { ...bare.joint, versions, final: '2028-05-20', phase: 'F80' } }
    const context = { publications: [publication('2028-05-10', { joint: '2028-05-01' })] }
    expect(of('T16', { ...meeting('2028-06-20'), context, facts })).toBeUndefined()
    const material = {
      joint: { ...facts.joint, versions: [versions[0]!, frozenAt('2028-05-20', 'material')] },
    }
    expect(of('T16', { ...meeting('2028-06-20'), context, facts: material })).toMatchObject({
      values: { changedOn: '2028-05-20' },
    })
    const again = {
      publications: [...context.publications, publication('2028-05-21', { joint: '2028-05-20' })],
    }
    expect(of('T16', { ...meeting('2028-06-20'), context: again, facts: material })).toBeUndefined()
    expect(of('T2', { ...meeting('2028-06-19'), context: again, facts: material })).toMatchObject({
      values: { days: 29 },
    })
  })
})

const own = { own: { hash: 'o', on: '2028-05-01' } }
const plan = { masterPlan: { societal: 'full', landUse: 'full', on: '2028-05-01' } }
const joint = (extra: Partial<ParticipationFacts['joint']>) => ({
  joint: { ...bare.joint, ...extra },
})

describe('preparation', () => {
  rule(
    'P1',
    'H',
    'an own part that is not frozen does not go to first treatment',
    { type: 'submit-for-first-treatment' },
    { type: 'submit-for-first-treatment', context: own },
  )
  rule(
    'P2',
    'B',
    'first treatment waits for the frozen common draft',
    { facts: joint({ phase: 'F40' }) },
    { facts: joint({ phase: 'F50' }) },
  )
  rule(
    'P3',
    'B',
    'a language version that lacks something stops first treatment',
    { facts: { language: { missing: 0, machine: 1, outdated: 0 } } },
    {},
  )
  rule(
    'P4',
    'S',
    'a missing choice about the master plan is warned about early',
    {},
    { context: plan },
  )
  rule('P5', 'B', 'a missing choice about the master plan stops the agenda', {}, { context: plan })
  rule(
    'P6',
    'S',
    'another body than configured is warned about',
    { input: { body: 'kommunestyre' }, settings: { firstTreatmentBody: 'formannskap' } },
    { input: { body: 'formannskap' }, settings: { firstTreatmentBody: 'formannskap' } },
  )
  rule(
    'P7',
    'S',
    'a missing case number is warned about',
    { type: 'join' },
    { type: 'join', input: { caseNumber: '1/28' } },
  )
  rule(
    'P8',
    'S',
    'an unusual case number is warned about, never refused',
    { input: { caseNumber: 'sak 47-28' } },
    { input: { caseNumber: 'K-sak 47/28' } },
  )
  rule('P9', 'S', 'a missing wording is warned about', {}, { input: { text: true } })
  rule(
    'P10',
    'S',
    'a missing public address is warned about',
    {},
    { input: { url: 'https://a.no' } },
  )
  rule(
    'P11',
    'S',
    'a publication without consultees is warned about',
    {},
    { input: { consultees: ['x'] } },
  )
  rule(
    'P12',
    'B',
    'state, region and every neighbour must have been asked',
    { settings: { mustAsk: ['fylke', 'nabo'] }, context: { asked: ['fylke'] } },
    {
      settings: { mustAsk: ['fylke', 'nabo'] },
      context: { asked: ['fylke', 'Nabo'] },
    },
  )
  rule(
    'P13',
    'S',
    'a package without proposed decision or choice is warned about',
    { context: plan },
    { context: plan, facts: { proposed: { points: 1 } } },
  )
  rule(
    'P14',
    'B',
    'unclassified changes stop the agenda',
    {
      context: {
        ...shown,
        changes: [{ on: '2028-05-12', at: 'record-recommendation', zone: 'own', kind: null }],
      },
    },
    {
      context: {
        ...shown,
        changes: [{ on: '2028-05-09', at: 'record-first-treatment', zone: 'own', kind: null }],
      },
    },
  )
  rule(
    'P15',
    'H',
    'what is put to the council is a frozen text',
    { input: { edition: 'nobody' } },
    { facts: { edition: { id: 'e', joint: 'j', own: 'o', on: '2028-05-01' } } },
  )
  rule(
    'P16',
    'S',
    'a missing recommendation is warned about',
    {},
    { context: { recommendations: [{ seq: 1, on: '2028-05-20', body: 'formannskap' }] } },
  )
  rule(
    'P17',
    'S',
    'advisory councils that were not heard are warned about',
    {},
    { context: { recommendations: [{ seq: 1, on: '2028-05-20', body: 'Ungdomsrådet' }] } },
  )
  rule(
    'P18',
    'S',
    'unanswered submissions are warned about',
    { facts: { submissions: { total: 5, unanswered: 2 } } },
    { facts: { submissions: { total: 5, unanswered: 0 } } },
  )
  rule(
    'P19',
    'S',
    'going on with the consultation draft asks for a reason',
    { type: 'submit-for-recommendation' },
    { type: 'submit-for-recommendation', input: { reason: true } },
  )
  rule(
    'P20',
    'H',
    'an own part changed since it was frozen is frozen again',
    { facts: { ownChanged: true } },
    {},
  )
  rule(
    'P21',
    'S',
    'starting before the joint work has come that far is warned about',
    { facts: joint({ phase: 'F10' }) },
    { facts: joint({ phase: 'F20' }) },
  )
  rule(
    'P22',
    'S',
    'delegation that was not configured is warned about',
    {},
    { settings: { delegated: true } },
  )
  rule(
    'P24',
    'S',
    'a first treatment that touches the common part becomes an amendment beside it',
    { input: { changes: [{ zone: 'joint' }] } },
    { input: { changes: [{ zone: 'own' }] } },
  )
  rule('P25', 'H', 'open suggestions refuse a freeze', { facts: { openSuggestions: 2 } }, {})
  rule(
    'P26',
    'H',
    'a freeze has its version',
    { type: 'freeze-own-part' },
    { type: 'freeze-own-part', acting: false },
  )
  rule(
    'P27',
    'S',
    'a changed choice after publication is material unless a reason is given',
    { context: { ...shown, ...plan }, input: { societal: 'partly', landUse: 'full' } },
    {
      context: { ...shown, ...plan },
      input: { societal: 'partly', landUse: 'full', reason: true },
    },
  )
  rule(
    'P28',
    'S',
    'publishing another common part than the latest is warned about',
    {
      facts: {
        ...joint({ versions: [frozenAt('a', null), frozenAt('b', 'editorial')] }),
        edition: { id: 'e', joint: 'a', own: 'o', on: '2028-05-01' },
      },
    },
    {
      facts: {
        ...joint({ versions: [frozenAt('a', null)] }),
        edition: { id: 'e', joint: 'a', own: 'o', on: '2028-05-01' },
      },
    },
  )
  rule(
    'P30',
    'S',
    'a postponement without a new date is warned about',
    { input: { outcome: 'postponed' } },
    { input: { outcome: 'postponed', nextOn: '2028-06-20' } },
  )
  rule(
    'P31',
    'S',
    'a round of one’s own is told as such',
    { facts: joint({ round: 1 }) },
    { facts: joint({ round: 2 }) },
  )
  rule(
    'P32',
    'S',
    'a list of consultees in words of its own cannot be compared',
    { settings: { mustAsk: ['fylke'] }, context: { asked: ['alle vi kom på'] } },
    { settings: { mustAsk: ['fylke'] }, context: { asked: ['fylke'] } },
  )
  rule(
    'P34',
    'B',
    'pictures nobody described are not frozen',
    { facts: { undescribedIn: [{ titleNb: 'Rammer', titleNn: 'Rammer', count: 2 }] } },
    { facts: { undescribedIn: [] } },
  )
  rule(
    'P33',
    'H',
    'going straight back to the council needs its date',
    { type: 'resume', input: { to: 'K90' } },
    { type: 'resume', input: { to: 'K90', meetingOn: '2028-07-01' } },
  )
})

const decided = { decisions: [decision()] }
const record = (input: Input, rest: Given = {}): Given => ({
  type: 'record-decision',
  input,
  ...rest,
})

describe('the decision', () => {
  rule(
    'V1',
    'H',
    'a text that was never frozen cannot have been decided',
    record({ outcome: 'unchanged', edition: 'x' }),
    record(
      { outcome: 'unchanged', edition: 'x' },
      { facts: { named: { id: 'x', joint: 'j', own: 'o', on: '2028-05-01' } } },
    ),
  )
  rule(
    'V2',
    'S',
    'an unknown text is recorded as unknown',
    record({ outcome: 'unchanged' }),
    record({ outcome: 'unchanged' }, { context: shown }),
  )
  rule(
    'V3',
    'S',
    'more votes than members are warned about',
    record({ votes: { for: 20, against: 8 } }, { settings: { councilMembers: 27 } }),
    record({ votes: { for: 20, against: 7 } }, { settings: { councilMembers: 27 } }),
  )
  rule(
    'V4',
    'S',
    'changes that are not listed are warned about',
    record({ outcome: 'changed' }),
    record({ outcome: 'changed', changes: [{ zone: 'own' }] }),
  )
  rule('V5', 'S', 'missing minutes are warned about', record({}), record({ evidence: true }))
  rule(
    'V6',
    'S',
    'a decision without the choice about the master plan is recorded',
    record({ outcome: 'unchanged' }),
    record({ outcome: 'unchanged', societal: 'full', landUse: 'full' }),
  )
  rule(
    'V7',
    'B',
    'changes are worked in and confirmed before the announcement',
    { context: { decisions: [decision({ outcome: 'changed' })] } },
    {
      context: {
        decisions: [
          decision({
            outcome: 'changed',
            confirmed: { edition: 'a', joint: null, on: '2028-06-02' },
          }),
        ],
      },
    },
  )
  rule(
    'V8',
    'B',
    'changes are listed and classified before the announcement',
    { context: { decisions: [decision({ class: null })] } },
    { context: decided },
  )
  rule(
    'V9',
    'S',
    'letters to county governor and county are asked for',
    { type: 'record-announcement' },
    { type: 'record-announcement', input: { sentTo: ['a', 'b'] } },
  )
  rule(
    'V10',
    'S',
    'a rejection leaves the duty and its date',
    record({ outcome: 'rejected' }),
    record({ outcome: 'postponed' }),
  )
  rule('V11', 'H', 'only a valid decision can be confirmed or classified', {}, { context: decided })
  rule(
    'V12',
    'S',
    'a decision of the outgoing council does not fulfil the duty',
    record({ outcome: 'unchanged' }, { on: '2027-09-01', today: '2027-09-01' }),
    record({ outcome: 'unchanged' }),
  )
  rule(
    'V13',
    'S',
    'a change in the common part is told to the others',
    record({ outcome: 'changed', changes: [{ zone: 'joint' }] }),
    record({ outcome: 'changed', changes: [{ zone: 'own' }] }),
  )
  rule(
    'V14',
    'S',
    'a case sent back says to whom',
    record({ outcome: 'sent-back' }),
    record({ outcome: 'sent-back', to: true }),
  )
  rule(
    'V15',
    'H',
    'only a valid decision can be annulled',
    { context: { decisions: [decision({ annulledOn: '2028-06-02' })] } },
    { context: decided },
  )
  rule(
    'V16',
    'H',
    'the confirmed text is a frozen one',
    { input: { edition: 'x' } },
    {
      input: { edition: 'x' },
      facts: { named: { id: 'x', joint: 'j', own: 'o', on: '2028-05-01' } },
    },
  )
  rule(
    'V17',
    'S',
    'a review settled without a demand is warned about',
    {},
    { context: { review: { on: '2028-06-02', by: 'three-members' } } },
  )
  rule(
    'V18',
    'S',
    'a planning programme nobody configured is warned about',
    {},
    { settings: { combinedProgramme: true } },
  )
  rule(
    'V19',
    'S',
    'a missing vote is warned about',
    record({ outcome: 'unchanged' }),
    record({ outcome: 'unchanged', votes: 'unanimous' }),
  )
  rule(
    'V20',
    'S',
    'an annulled decision that nobody recorded is asked for',
    {},
    { context: decided },
  )
})

describe('taking part', () => {
  rule(
    'L1',
    'S',
    'the body that decided to take part is asked for',
    {},
    { input: { body: 'kommunestyre' } },
  )
  rule(
    'L2',
    'S',
    'a late joiner is told of the round and its own thirty days',
    { facts: joint({ phase: 'F50' }) },
    { facts: joint({ phase: 'F40' }) },
  )
  rule(
    'L3',
    'H',
    'a joint work that has ended cannot be joined',
    { facts: joint({ state: 'F110' }) },
    { facts: joint({ state: 'F90' }) },
  )
  rule('L4', 'H', 'after adoption there is nothing to withdraw from', { context: decided }, {})
  rule(
    'L6',
    'H',
    'a withdrawal is taken back when there is one',
    {},
    { context: { withdrawal: { on: '2028-05-01', from: 'K50', until: '2028-08-01' } } },
  )
  test('[L5] who withdraws is told of the duty and its date', () => {
    const found = of('L5', { type: 'withdraw' })
    expect(found).toMatchObject({ values: { limit: '2028-10-14' } })
    saysItAll(ruleOf('L5')!, found!)
  })
})

const view = (state: string, is: 'identical' | 'deviation' | null = null): ParticipantView => ({
  municipality: '3435',
  name: 'Vågå',
  state,
  round: 1,
  adoption: is ? { on: '2028-06-01', joint: null, class: is, sections: [] } : null,
  publishedOn: null,
  deadlineOn: null,
  everJoined: true,
  withdrawnOn: null,
})

type JointGiven = {
  input?: Input
  context?: Partial<StrategyContext>
  facts?: Partial<StrategyFacts>
  acting?: boolean
}

const ofJoint = (id: string, given: JointGiven): Found | undefined => {
  const facts = { ...bareStrategyFacts, ...given.facts }
  return strategyRules.get(id)!.check({
    context: { ...freshStrategy, ...given.context },
    step: stepOf(
      { type: 'x', input: given.input ?? {}, actedOn: '2028-06-01', overrides: [], facts: {} },
      '2028-06-01',
      1,
      false,
    ),
    facts,
    state: 'F40',
    way: { kind: 'stay', do: ['noted'], rules: [] },
    today: '2028-06-01',
    plan: true,
    acting: given.acting ?? true,
  })
}

const jointRule = (id: string, level: Level, claim: string, hits: JointGiven, passes: JointGiven) =>
  test(`[${id}] ${claim}`, () => {
    const known = ruleOf(id)!
    expect(known.level).toBe(level)
    const found = ofJoint(id, hits)
    expect(found, 'should be found').toBeDefined()
    saysItAll(known, found!)
    expect(ofJoint(id, passes), 'should pass').toBeUndefined()
  })

const people = (...participants: ParticipantView[]) => ({ facts: { participants } })

describe('the joint work', () => {
  jointRule(
    'G1',
    'H',
    'a cooperation needs two',
    people(view('K00')),
    people(view('K00'), view('K00')),
  )
  jointRule('G2', 'S', 'unanswered invitations are named', people(view('K00')), people(view('K10')))
  jointRule(
    'G3',
    'S',
    'a missing knowledge base is warned about',
    {},
    { facts: { knowledgeBase: { attached: true, overviewsMissing: [] } } },
  )
  jointRule('G4', 'S', 'comments marked must are warned about', { facts: { openMusts: 1 } }, {})
  jointRule(
    'G5',
    'B',
    'a common part lacking a language is not frozen',
    { facts: { language: { missing: 3, machine: 0, outdated: 0 } } },
    {},
  )
  jointRule(
    'G23',
    'S',
    'paragraphs without a counterpart are told, for a freer translation may mean it',
    { facts: { language: { missing: 0, machine: 0, outdated: 0, unpaired: 2 } } },
    {},
  )
  jointRule(
    'G6',
    'H',
    'open suggestions refuse a freeze of the common part',
    { facts: { openSuggestions: 1 } },
    {},
  )
  jointRule(
    'G7',
    'S',
    'an empty list of consultees is warned about',
    {},
    { facts: { consultees: 3 } },
  )
  jointRule(
    'G8',
    'S',
    'a joint step without the steering group’s decision is warned about',
    { context: { phaseOn: '2028-05-01', steering: [{ about: 'x', on: '2028-04-01' }] } },
    { context: { phaseOn: '2028-05-01', steering: [{ about: 'x', on: '2028-05-02' }] } },
  )
  jointRule(
    'G9',
    'B',
    'a draft that somebody has made public is not taken back to drafting',
    people(view('K50')),
    people(view('K40')),
  )
  jointRule(
    'G10',
    'B',
    'those whose consultation is open are named before the final freeze',
    people(view('K50'), view('K60')),
    people(view('K60')),
  )
  jointRule(
    'G11',
    'H',
    'changes since the draft are classified',
    { input: { changes: [{}] } },
    { input: { changes: [{ kind: 'editorial' }] } },
  )
  jointRule(
    'G12',
    'S',
    'a material change means new publicity in each municipality',
    { input: { changes: [{ kind: 'material' }] } },
    { input: { changes: [{ kind: 'editorial' }] } },
  )
  jointRule(
    'G13',
    'H',
    'the proposal is opened again only before the first adoption',
    people(view('K100', 'identical')),
    people(view('K90')),
  )
  jointRule(
    'G14',
    'H',
    'harmonisation needs a classified deviation',
    people(view('K100', 'identical')),
    people(view('K101', 'deviation')),
  )
  jointRule(
    'G15',
    'B',
    'the joint work is closed when all are replaced or the term has ended',
    people(view('K120', 'identical')),
    { facts: { participants: [view('K120', 'identical')], termEnded: true } },
  )
  jointRule(
    'G16',
    'H',
    'nothing is stopped after an adoption',
    people(view('K120', 'identical')),
    people(view('K90')),
  )
  jointRule(
    'G17',
    'H',
    'a municipality is invited once',
    {
      input: { municipality: '3435' },
      context: { invited: [{ municipality: '3435', on: '2028-01-01' }] },
    },
    { input: { municipality: '3435' } },
  )
  test('[G18] stopping tells each municipality of its own duty', () => {
    saysItAll(ruleOf('G18')!, ofJoint('G18', {})!)
  })
  jointRule('G19', 'H', 'a joint freeze has its version', {}, { acting: false })
  jointRule(
    'G20',
    'S',
    'a closing date that has passed is warned about',
    { input: { on: '2028-05-31' } },
    { input: { on: '2028-06-01' } },
  )
  jointRule(
    'G22',
    'B',
    'pictures nobody described are not frozen in the common part',
    { facts: { undescribedIn: [{ titleNb: 'Rammer', titleNn: 'Rammer', count: 1 }] } },
    {},
  )
  jointRule(
    'G21',
    'S',
    'those who adopted an earlier version are named',
    people(view('K100', 'identical')),
    people(view('K90')),
  )
})

describe('any act', () => {
  test('[A1] what is done has a date that is not in the future', () => {
    const region = new Region(two, '2028-01-10')
    const ahead = region.tryAct(vaga, 'join', {}, { on: '2028-01-11' })
    expect(ahead).toMatchObject({
      ok: false,
      refusal: 'findings-refuse',
      findings: [
        { rule: 'A1', field: 'actedOn' },
        { rule: 'L1', level: 'S' },
      ],
    })
    const shownLater = region.tryAct(vaga, 'record-publication', { publishedOn: '2028-01-11' })
    expect(shownLater.findings[0]).toMatchObject({ rule: 'A1', field: 'publishedOn' })
    saysItAll(ruleOf('A1')!, { values: ahead.findings[0]!.values })
  })
  test('[A2] an act that does not belong here says where it does', () => {
    const region = inConsultation()
    const no = region.tryAct(vaga, 'move-meeting', { meetingOn: '2028-06-01', reason: 'y' })
    expect(no).toMatchObject({
      refusal: 'not-in-this-state',
      findings: [{ rule: 'A2', values: { state: 'K50' }, way: { states: 'K90' } }],
    })
    expect(sayFinding(no.findings[0]!, 'nn')).toMatchObject({
      text: 'Dette kan ikkje gjerast når tilstanden er «På høyring».',
      way: 'Det kan gjerast frå: Til slutthandsaming.',
    })
  })
  test('[A3] the role of the way that is taken decides, not of any that might be', () => {
    const region = new Region(two, '2028-01-10').toDraft()
    const chief = [{ role: 'chief-executive' as const, municipality: vaga }]
    const input = (outcome: string) => ({ body: 'formannskap', outcome })
    const no = region.tryAct(vaga, 'record-first-treatment', input('laid-out'), { roles: chief })
    expect(no).toMatchObject({
      refusal: 'forbidden',
      findings: [{ rule: 'A3', values: { roles: 'council-secretary' } }],
    })
    expect(sayFinding(no.findings[0]!, 'nb').text).toContain('møtesekretær')
    expect(
      region.tryAct(vaga, 'record-first-treatment', input('delegated'), { roles: chief }).ok,
    ).toBe(true)
  })
  test('[A4] only what people recorded is corrected, in fields that exist, to values that can be', () => {
    const region = inConsultation().until('2028-04-13')
    const { entries } = region.members.get(vaga)!
    const last = entries.at(-1)!
    expect(last.type).toBe('deadline-passed')
    const attempt = (entry: number, field: string, value: string) =>
      region.tryAct(vaga, 'correct', { entry, field, value, reason: 'x' })
    for (const [entry, field, value] of [
      [last.seq, 'actedOn', '2028-04-01'],
      [999, 'body', 'x'],
      [1, 'nobody', 'x'],
      [1, 'actedOn', '2028-02-30'],
    ] as const)
      expect(rulesOf(attempt(entry, field, value))).toEqual(['A4'])
    expect(rulesOf(attempt(1, 'actedOn', '2028-05-01'))).toEqual(['A1'])
    expect(attempt(1, 'body', 'formannskap').ok).toBe(true)
    saysItAll(ruleOf('A4')!, { values: { entry: 3 } })
  })
  test('[A5] an override by somebody who does not answer for the act is refused by name', () => {
    const region = inConsultation().until('2028-04-13').toRecommendation(vaga)
    const secretary = [{ role: 'council-secretary' as const, municipality: vaga }]
    region.settings.set(vaga, { ...region.settings.get(vaga)!, mustAsk: ['nabo', 'fjern'] })
    const how = { overrides: ['P12'], roles: secretary }
    const no = region.tryAct(vaga, 'schedule-council', { meetingOn: '2028-05-25' }, how)
    expect(no).toMatchObject({ refusal: 'override-not-yours' })
    expect(no.findings.at(-1)).toMatchObject({
      rule: 'A5',
      values: { rule: 'P12', roles: 'mayor' },
    })
    saysItAll(ruleOf('A5')!, { values: no.findings.at(-1)!.values })
    region.settings.set(vaga, { ...region.settings.get(vaga)!, registrarEntersOverride: true })
    const shown = { decidedBy: 'Ola Nordmann', evidence: 'https://example.no/e-post' }
    const put = { meetingOn: '2028-05-25', ...shown }
    expect(region.act(vaga, 'schedule-council', put, how)).toBe('K90')
    expect(region.flags(vaga)).toContain('overstyrt_P12')
  })
  test('[A6] an override entered for another says who decided it and what shows it', () => {
    const region = inConsultation().until('2028-04-13').toRecommendation(vaga)
    const settings = { mustAsk: ['nabo', 'fjern'], registrarEntersOverride: true }
    region.settings.set(vaga, { ...region.settings.get(vaga)!, ...settings })
    const roles = [{ role: 'council-secretary' as const, municipality: vaga }]
    const how = { overrides: ['P12'], roles }
    const meetingOn = '2028-05-25'
    const decidedBy = 'Ola Nordmann'
    const evidence = 'https://example.no/e-post'
    for (const [input, field] of [
      [{ meetingOn }, 'decidedBy'],
      [{ meetingOn, evidence }, 'decidedBy'],
      [{ meetingOn, decidedBy }, 'evidence'],
    ] as const) {
      const no = region.tryAct(vaga, 'schedule-council', input, how)
      expect(no).toMatchObject({ refusal: 'findings-refuse', field })
      expect(no.findings.at(-1)).toMatchObject({ rule: 'A6', level: 'H', field })
      saysItAll(ruleOf('A6')!, { values: no.findings.at(-1)!.values })
    }
    const mayor = [{ role: 'mayor' as const, municipality: vaga }]
    const own = region.tryAct(vaga, 'schedule-council', { meetingOn }, { ...how, roles: mayor })
    expect(own).toMatchObject({ ok: true })
  })
  test('[A7] an entry that a newer definition reads otherwise is not corrected, and what to do instead is said', () => {
    const region = inConsultation()
    const { stored, entries } = region.members.get(vaga)!
    const migrate = (context: typeof stored.context) => {
      const at = { seq: stored.seq + 1, actedOn: region.today, overrides: [], facts: {} }
      const input = { state: stored.state, context }
      const history = [...entries, { ...at, type: 'definition-migrated', input }]
      const entry = entries.find(({ type }) => type === 'join')!.seq
      return decide(
        { ...stored, context, seq: at.seq },
        {
          type: 'correct',
          input: { entry, field: 'caseNumber', value: '4/28', reason: true },
          by: 'x',
          roles: everyRole(vaga),
          behalfOf: vaga,
          actedOn: region.today,
          today: region.today,
          recordedAt: 'x',
          overrides: [],
          facts: factsToJson(region.facts(vaga)),
          channel: 'person',
        },
        history,
      )
    }
    expect(migrate(stored.context)).toMatchObject({ ok: true, state: 'K50' })
    const no = migrate({ ...stored.context, deadlineOn: '2028-05-30' })
    expect(no).toMatchObject({ ok: false, findings: [{ rule: 'A7', level: 'H' }] })
    saysItAll(ruleOf('A7')!, { values: no.findings[0]!.values, way: {} })
  })
  test('an override of what did not stop anything leaves no mark', () => {
    const region = inConsultation().until('2028-04-13').toRecommendation(vaga)
    region.act(
      vaga,
      'schedule-council',
      { meetingOn: '2028-05-25' },
      { overrides: ['T2', 'T5', 'X9'] },
    )
    expect(region.flags(vaga).filter((f) => f.startsWith('overstyrt'))).toEqual([])
  })
  test('every finding comes at once, H before B before S', () => {
    const region = inConsultation().until('2028-04-13').toRecommendation(vaga)
    region.settings.set(vaga, { ...region.settings.get(vaga)!, mustAsk: ['nabo', 'fjern'] })
    const no = region.tryAct(vaga, 'schedule-council', { meetingOn: '2028-03-20' })
    expect(no.findings.map((f) => `${f.rule}${f.level}`)).toEqual([
      'T5H',
      'T2B',
      'P12B',
      'T8S',
      'P16S',
      'P17S',
    ])
  })
})

describe('RULES.md', () => {
  const rows = [
    ...readFileSync('workflows/RULES.md', 'utf8').matchAll(/^\| ([A-Z]\d+) \| (.*) \|$/gm),
  ].map((m) => ({ id: m[1]!, cells: m[2]!.split(' | ') }))
  const derived = Array.from({ length: 13 }, (_, i) => `D${i + 1}`)
  const titles = readdirSync('test/workflows')
    .filter((f) => f.endsWith('.test.ts'))
    .flatMap((f) => [
      ...readFileSync(`test/workflows/${f}`, 'utf8').matchAll(
        /\[([A-Z]\d+)\]|(?:rule|jointRule)\(\s*'([A-Z]\d+)'/g,
      ),
    ])
    .map((m) => m[1] ?? m[2]!)

  test('lists exactly the rules there are, and each has a test by its id', () => {
    const ids = [...allRules.map((r) => r.id), ...derived].sort()
    expect(rows.map((r) => r.id).sort()).toEqual(ids)
    expect([...new Set(titles)].sort()).toEqual(ids)
  })

  test('says the same words, level and source as the rules', () => {
    for (const known of allRules) {
      const row = rows.find((r) => r.id === known.id)!
      expect(row.cells).toEqual([known.level, known.source.nb, known.text.nb, known.text.nn])
    }
  })
})
