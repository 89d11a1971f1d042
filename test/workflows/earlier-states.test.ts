// Facts are accepted from every state that lies before their target (C1): a table of them all, and what became of each.
import { describe, expect, test } from 'vitest'
import { eventsOf } from '../../workflows/events.ts'
import { before, path } from '../../workflows/participation-path.ts'
import { Region, inConsultation, rulesOf, two, type Input } from './play.ts'

const vaga = '3435'

/// Each fact with what it is told, the state it belongs to, and where it leads when that was not known to be reached.
const facts: { [type: string]: { input: Input; at: string; to: string | 'stay' } } = {
  join: { input: {}, at: 'K00', to: 'K10' },
  'go-alone': { input: { note: 'x' }, at: 'K00', to: 'K910' },
  'record-first-treatment': {
    input: { body: 'formannskap', outcome: 'laid-out' },
    at: 'K30',
    to: 'K40',
  },
  'record-publication': {
    input: { publishedOn: '2028-03-01', deadlineOn: '2028-09-12' },
    at: 'K40',
    to: 'K50',
  },
  'record-asking': { input: { consultees: ['nabo'] }, at: 'K40', to: 'stay' },
  'extend-deadline': { input: { deadlineOn: '2028-09-01', reason: 'x' }, at: 'K50', to: 'K50' },
  'reopen-consultation': { input: { deadlineOn: '2028-09-01', reason: 'x' }, at: 'K60', to: 'K50' },
  'break-off-consultation': { input: { reason: 'x' }, at: 'K50', to: 'K20' },
  'record-recommendation': { input: { body: 'formannskap' }, at: 'K80', to: 'K80' },
  'return-to-treating': { input: { reason: 'x' }, at: 'K80', to: 'K70' },
  'take-off-agenda': { input: { by: 'ordføreren', reason: 'x' }, at: 'K90', to: 'K80' },
  'record-decision': { input: { outcome: 'unchanged' }, at: 'K90', to: 'K100' },
  'record-annulment': { input: { reference: 'brev' }, at: 'K100', to: 'K80' },
  'settle-legality-review': { input: { outcome: 'annulled' }, at: 'K100', to: 'K80' },
  'record-announcement': { input: {}, at: 'K100', to: 'K120' },
  'record-adjustment': { input: {}, at: 'K120', to: 'K130' },
  'fix-planning-programme': { input: { body: 'planutvalg' }, at: 'K100', to: 'stay' },
  'note-legality-review': { input: { by: 'three-members' }, at: 'K100', to: 'stay' },
  withdraw: { input: { reason: 'x' }, at: 'K90', to: 'K900' },
}

/// Facts that are not accepted before their state is reached, each with why (RULES.md says it to people).
const tiedToWhatTheyNeed = ['confirm-adopted-text', 'take-back-withdrawal']

/// Vågå in a state of the path, by facts and plans as they would have come.
function standing(state: string): Region {
  const region = new Region(two, '2028-01-10')
  if (state === 'K00') return region
  region.toDraft()
  if (state === 'K10') {
    const fresh = new Region(two, '2028-01-10')
    fresh.act(vaga, 'join')
    return fresh
  }
  const steps: [string, () => void][] = [
    ['K20', () => undefined],
    [
      'K30',
      () => {
        region.act(vaga, 'choose-master-plan', { societal: 'full', landUse: 'full' })
        region.act(vaga, 'freeze-own-part')
        region.act(vaga, 'submit-for-first-treatment')
      },
    ],
    [
      'K40',
      () =>
        region.act(vaga, 'record-first-treatment', { body: 'formannskap', outcome: 'laid-out' }),
    ],
    ['K50', () => region.publish(vaga, '2028-03-20')],
    ['K60', () => region.until('2028-04-01')],
    ['K70', () => region.act(vaga, 'start-treating')],
    ['K80', () => region.act(vaga, 'submit-for-recommendation', { reason: 'klar' })],
    ['K90', () => region.act(vaga, 'schedule-council', { meetingOn: '2028-06-01' })],
  ]
  for (const [name, step] of steps) {
    step()
    if (name === state) break
  }
  expect(region.stateOf(vaga)).toBe(state)
  return region
}

describe('a fact from every earlier state', () => {
  test('the table holds every fact a person registers', () => {
    const all = eventsOf('participation').filter(
      ({ kind, type }) => kind === 'F' && type !== 'correct',
    )
    expect([...Object.keys(facts), ...tiedToWhatTheyNeed].sort()).toEqual(
      all.map(({ type }) => type).sort(),
    )
  })

  for (const [type, { input, at, to }] of Object.entries(facts))
    test(`${type} is accepted from every state before ${at}, and tells what was passed over`, () => {
      const earlier = (path as readonly string[]).includes(at) ? before(at) : path
      for (const state of earlier) {
        // An open consultation is extended, not reopened.
        if (type === 'reopen-consultation' && state === 'K50') continue
        const region = standing(state)
        // The deadline has passed: while it runs, a fact of a later step moves nothing, as is asked below.
        region.today = '2028-05-02'
        const done = region.tryAct(vaga, type, input, { on: '2028-05-02' })
        expect(done, `${type} in ${state}`).toMatchObject({ ok: true })
        expect(region.stateOf(vaga), `${type} in ${state}`).toBe(to === 'stay' ? state : to)
        const { skipped } = region.members.get(vaga)!.stored.context as { skipped: string[] }
        if (to !== 'stay' && state === 'K00') expect(skipped).toContain('join')
      }
    })

  test('a committee, or the agenda, moves nothing while the consultation is open', () => {
    for (const type of ['return-to-treating', 'take-off-agenda']) {
      const region = inConsultation()
      expect(region.act(vaga, type, facts[type]!.input)).toBe('K50')
    }
  })

  test('returned, taken off and broken off afterwards end as they would have ended live', () => {
    const live = standing('K80').until('2028-05-02')
    live.act(vaga, 'return-to-treating', { reason: 'x' })
    const late = standing('K60').until('2028-06-02')
    late.act(vaga, 'return-to-treating', { reason: 'x' }, { on: '2028-05-02' })
    expect(late.flags(vaga)).toEqual(['steg_ikke_registrert'])
    late.act(vaga, 'start-treating', {}, { on: '2028-04-20' })
    expect(live.stateOf(vaga)).toBe('K70')
    expect(late.stateOf(vaga)).toBe('K70')
    expect(late.flags(vaga)).toEqual(live.flags(vaga))

    const off = standing('K90').until('2028-05-02')
    off.act(vaga, 'take-off-agenda', { by: 'ordføreren', reason: 'x' })
    const offLate = standing('K70').until('2028-06-02')
    offLate.act(vaga, 'take-off-agenda', { by: 'ordføreren', reason: 'x' }, { on: '2028-05-02' })
    expect([offLate.stateOf(vaga), off.stateOf(vaga)]).toEqual(['K80', 'K80'])
    offLate.act(vaga, 'submit-for-recommendation')
    expect(offLate.flags(vaga)).toEqual(off.flags(vaga))

    const broken = standing('K50').until('2028-02-10')
    broken.act(vaga, 'break-off-consultation', { reason: 'x' })
    const brokenLate = standing('K30').until('2028-06-02')
    brokenLate.act(vaga, 'break-off-consultation', { reason: 'x' }, { on: '2028-02-10' })
    expect([brokenLate.stateOf(vaga), broken.stateOf(vaga)]).toEqual(['K20', 'K20'])
    expect(brokenLate.flags(vaga)).toContain('steg_ikke_registrert')
  })

  test('[V20] an annulment of a decision nobody recorded stands, and the decision can be filled in under it', () => {
    const region = standing('K90').until('2028-07-01')
    const done = region.tryAct(
      vaga,
      'record-annulment',
      { reference: 'brev' },
      { on: '2028-06-20' },
    )
    expect(rulesOf(done)).toContain('V20')
    expect(region.stateOf(vaga)).toBe('K80')
    expect(region.flags(vaga)).toEqual(
      expect.arrayContaining(['vedtak_opphevet', 'steg_ikke_registrert']),
    )
    region.act(vaga, 'record-decision', { outcome: 'unchanged' }, { on: '2028-06-01' })
    const live = standing('K90').until('2028-06-01')
    live.act(vaga, 'record-decision', { outcome: 'unchanged' })
    live.until('2028-06-20').act(vaga, 'record-annulment', { reference: 'brev' })
    live.until('2028-07-01')
    expect(region.stateOf(vaga)).toBe('K80')
    expect(region.flags(vaga)).toEqual(live.flags(vaga))
    expect(region.flags(vaga)).toContain('vedtak_opphevet')
  })

  test('[V15] the same decision is not annulled twice, from wherever', () => {
    const region = standing('K90').until('2028-06-01')
    region.act(vaga, 'record-decision', { outcome: 'unchanged' })
    region.act(vaga, 'record-annulment', { reference: 'brev' })
    const again = region.tryAct(vaga, 'record-annulment', { reference: 'brev' })
    expect(again).toMatchObject({ ok: false, refusal: 'findings-refuse' })
    expect(rulesOf(again)).toContain('V15')
  })

  test('an adopted text is confirmed only where a decision is recorded, and the refusal says what to do first', () => {
    const region = standing('K70')
    const no = region.tryAct(vaga, 'confirm-adopted-text', { edition: 'adopted-x' })
    expect(no).toMatchObject({ ok: false, refusal: 'findings-refuse' })
    expect(no.findings.find(({ level }) => level === 'H')?.rule).toBe('V11')
  })

  test('a withdrawal is taken back only where it is recorded; recorded first, both stand', () => {
    const region = standing('K60').until('2028-05-20')
    const no = region.tryAct(vaga, 'take-back-withdrawal', {}, { on: '2028-05-10' })
    expect(no).toMatchObject({ ok: false })
    expect(rulesOf(no)).toContain('L6')
    region.act(vaga, 'withdraw', { reason: 'x', noticeUntil: '2028-08-01' }, { on: '2028-05-01' })
    region.act(vaga, 'take-back-withdrawal', {}, { on: '2028-05-10' })
    expect(region.stateOf(vaga)).toBe('K60')
  })

  test('an adjustment of the decision that stands leaves a new treatment where it is', () => {
    const region = standing('K90').until('2028-06-01')
    region.act(vaga, 'record-decision', { outcome: 'unchanged' })
    region.act(vaga, 'treat-again', { reason: 'x' })
    expect(region.act(vaga, 'record-adjustment')).toBe('K80')
  })
})
