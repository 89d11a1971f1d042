// Recorded live or weeks afterwards, in whatever order: the same acts end in the same state, memory and flags (C1).
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Region, two, type Input } from './play.ts'

const vaga = '3435'

type Fact = { type: string; on: string; input: Input }

const stories: { [name: string]: Fact[] } = {
  straight: [
    { type: 'join', on: '2028-01-20', input: { body: 'kommunestyre' } },
    {
      type: 'record-first-treatment',
      on: '2028-02-20',
      input: { body: 'formannskap', outcome: 'laid-out' },
    },
    {
      type: 'record-publication',
      on: '2028-03-01',
      input: { publishedOn: '2028-03-01', deadlineOn: '2028-04-12' },
    },
    { type: 'record-recommendation', on: '2028-05-11', input: { body: 'formannskap' } },
    {
      type: 'record-decision',
      on: '2028-05-25',
      input: { outcome: 'unchanged', votes: 'unanimous' },
    },
    { type: 'record-announcement', on: '2028-06-05', input: { sentTo: ['a', 'b'] } },
  ],
  winding: [
    { type: 'join', on: '2028-01-20', input: { body: 'kommunestyre' } },
    {
      type: 'record-first-treatment',
      on: '2028-02-10',
      input: { body: 'formannskap', outcome: 'postponed' },
    },
    {
      type: 'record-first-treatment',
      on: '2028-02-20',
      input: { body: 'formannskap', outcome: 'laid-out' },
    },
    {
      type: 'record-publication',
      on: '2028-03-01',
      input: { publishedOn: '2028-03-01', deadlineOn: '2028-04-05' },
    },
    {
      type: 'extend-deadline',
      on: '2028-03-20',
      input: { deadlineOn: '2028-04-20', reason: 'møte' },
    },
    { type: 'record-recommendation', on: '2028-04-21', input: { body: 'ungdomsråd' } },
    { type: 'record-recommendation', on: '2028-05-11', input: { body: 'formannskap' } },
    {
      type: 'record-decision',
      on: '2028-05-25',
      input: { outcome: 'postponed', nextMeetingOn: '2028-06-15' },
    },
    {
      type: 'record-decision',
      on: '2028-06-15',
      input: { outcome: 'changed', changes: [{ zone: 'joint', kind: 'material', text: 'x' }] },
    },
    { type: 'record-annulment', on: '2028-07-20', input: { reference: 'brev' } },
    { type: 'record-decision', on: '2028-08-31', input: { outcome: 'unchanged' } },
  ],
  'too early': [
    {
      type: 'record-publication',
      on: '2028-03-01',
      input: { publishedOn: '2028-03-01', deadlineOn: '2028-03-20' },
    },
    { type: 'record-decision', on: '2028-03-25', input: { outcome: 'unchanged' } },
    { type: 'note-legality-review', on: '2028-04-01', input: { by: 'three-members' } },
  ],
  'off and on': [
    { type: 'join', on: '2028-01-20', input: {} },
    {
      type: 'record-first-treatment',
      on: '2028-02-01',
      input: { body: 'formannskap', outcome: 'sent-back' },
    },
    {
      type: 'record-first-treatment',
      on: '2028-02-20',
      input: { body: 'formannskap', outcome: 'laid-out' },
    },
    {
      type: 'record-publication',
      on: '2028-03-01',
      input: { publishedOn: '2028-03-01', deadlineOn: '2028-04-12' },
    },
    { type: 'break-off-consultation', on: '2028-03-10', input: { reason: 'feil tekst' } },
    {
      type: 'record-first-treatment',
      on: '2028-03-20',
      input: { body: 'formannskap', outcome: 'laid-out' },
    },
    {
      type: 'record-publication',
      on: '2028-04-01',
      input: { publishedOn: '2028-04-01', deadlineOn: '2028-05-10' },
    },
    { type: 'record-decision', on: '2028-06-15', input: { outcome: 'rejected', reason: 'nei' } },
  ],
}

const end = '2028-09-20'

/// Everything that may differ only in when it was written down.
const told = (region: Region) => {
  const { state, context } = region.members.get(vaga)!.stored
  const told = JSON.parse(
    JSON.stringify(context, (key, value: unknown) => (key === 'seq' ? undefined : value)),
  ) as unknown
  return { state, context: told, flags: region.flags(vaga) }
}

function live(story: Fact[]): Region {
  const region = new Region(two, '2028-01-10')
  for (const { type, on, input } of story) region.until(on).act(vaga, type, input)
  return region.until(end)
}

/// Registers in the order given, all on the last day; what must wait for something else is tried again.
function afterwards(story: Fact[]): Region {
  const region = new Region(two, '2028-01-10').until(end)
  let waiting = story
  while (waiting.length > 0) {
    const refused = waiting.filter(({ type, on, input }) => {
      const ok = region.tryAct(vaga, type, input, { on }).ok
      region.until(end)
      return !ok
    })
    expect(refused.length, JSON.stringify(refused)).toBeLessThan(waiting.length)
    waiting = refused
  }
  return region
}

describe('late recording', () => {
  for (const [name, story] of Object.entries(stories))
    test(`${name}: any order of registration ends as it would have ended live`, () => {
      const lived = told(live(story))
      fc.assert(
        fc.property(fc.shuffledSubarray(story, { minLength: story.length }), (order) => {
          expect(told(afterwards(order))).toEqual(lived)
        }),
        { numRuns: 40, seed: 31 },
      )
    })

  test('the stories end where they should', () => {
    const ends = Object.fromEntries(
      Object.entries(stories).map(([name, story]) => [name, told(live(story)).state]),
    )
    expect(ends).toEqual({
      straight: 'K120',
      winding: 'K100',
      'too early': 'K100',
      'off and on': 'K104',
    })
    expect(told(live(stories['too early']!)).flags).toContain('brudd_30_dager')
  })

  test('plans made live change neither state nor flags of what the facts say, but for steps not recorded', () => {
    const region = new Region(two, '2028-01-10').toDraft().until('2028-02-20')
    region.toLaidOut(vaga).until('2028-03-01').publish(vaga, '2028-04-12').until('2028-04-20')
    region.toRecommendation(vaga).act(vaga, 'record-recommendation', { body: 'formannskap' })
    region.act(vaga, 'schedule-council', { meetingOn: '2028-05-25' })
    region.until('2028-05-25').act(vaga, 'record-decision', { outcome: 'unchanged' })
    const late = new Region(two, '2028-01-10').toDraft().until('2028-02-20')
    late.toLaidOut(vaga).until('2028-03-01').publish(vaga, '2028-04-12').until('2028-06-15')
    late.act(vaga, 'record-decision', { outcome: 'unchanged' }, { on: '2028-05-25' })
    expect(late.stateOf(vaga)).toBe(region.stateOf(vaga))
    expect(late.flags(vaga)).toEqual(['steg_ikke_registrert'])
    expect(region.flags(vaga)).toEqual([])
    late.act(vaga, 'start-treating')
    late.act(vaga, 'record-recommendation', { body: 'formannskap' }, { on: '2028-05-11' })
    expect(late.stateOf(vaga)).toBe('K100')
    expect(late.flags(vaga)).toEqual([])
  })

  test('a step filled in afterwards never moves the state back', () => {
    const region = new Region(two, '2028-01-10').until('2028-06-01')
    region.act(vaga, 'record-decision', { outcome: 'unchanged' })
    const missing = () =>
      (region.members.get(vaga)!.stored.context as { skipped: string[] }).skipped
    expect(missing()).toEqual([
      'join',
      'start-own-part',
      'record-first-treatment',
      'record-publication',
      'start-treating',
      'submit-for-recommendation',
    ])
    region.act(
      vaga,
      'record-first-treatment',
      { body: 'formannskap', outcome: 'laid-out' },
      { on: '2028-02-20' },
    )
    region.act(vaga, 'join', {}, { on: '2028-01-20' })
    region.act(vaga, 'start-own-part')
    region.act(
      vaga,
      'record-publication',
      { publishedOn: '2028-03-01', deadlineOn: '2028-04-12' },
      { on: '2028-03-01' },
    )
    region.act(vaga, 'start-treating')
    region.act(vaga, 'submit-for-recommendation')
    expect(missing()).toEqual([])
    expect(region.stateOf(vaga)).toBe('K100')
  })

  test('a plan stands where it was made, also when it is dated earlier than what was known by then', () => {
    const region = new Region(two, '2028-01-10').until('2028-05-25')
    region.act(vaga, 'record-decision', { outcome: 'sent-back', to: 'planutvalget' })
    region.until('2028-06-01')
    expect(region.act(vaga, 'resume', { to: 'K70' }, { on: '2028-05-01' })).toBe('K70')
    region.act(vaga, 'join', {}, { on: '2028-01-20' })
    expect(region.stateOf(vaga)).toBe('K70')
  })

  test('a plan whose date has passed is refused and told to record what happened', () => {
    const region = new Region(two, '2028-01-10').toDraft().until('2028-02-20')
    region.toLaidOut(vaga).until('2028-03-01').publish(vaga, '2028-04-12').until('2028-06-20')
    region.toRecommendation(vaga)
    const plan = region.tryAct(vaga, 'schedule-council', { meetingOn: '2028-06-15' })
    expect(plan).toMatchObject({ ok: false, findings: [{ rule: 'T5', level: 'H' }, {}, {}] })
  })
})
