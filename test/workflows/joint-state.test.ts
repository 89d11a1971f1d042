import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ParticipantView } from '../../workflows/facts.ts'
import { deriveJoint, standingOf, stateFrom, type Milestones } from '../../workflows/joint-state.ts'
import { participationDefinition } from '../../workflows/participation.ts'
import { strategyDefinition } from '../../workflows/strategy.ts'

const bare: Milestones = {
  phase: 'F80',
  round: 1,
  harmonising: false,
  closingOn: null,
  compiled: 0,
  ended: false,
  stopped: false,
  versions: [{ hash: 'f1', on: '2028-05-01', since: null }],
}

type Class = NonNullable<ParticipantView['adoption']>['class']

const at = (state: string, is?: Class, joint: string | null = 'f1'): ParticipantView => ({
  municipality: '3435',
  name: 'Vågå',
  state,
  round: 1,
  adoption: is === undefined ? null : { on: '2028-06-01', joint, class: is, sections: [] },
  publishedOn: null,
  deadlineOn: null,
  everJoined: state !== 'K00',
  withdrawnOn: null,
})

const derive = (milestones: Partial<Milestones>, ...views: ParticipantView[]) => {
  const { state, row } = deriveJoint({ ...bare, ...milestones }, views)
  return `${row} ${state}`
}

describe('the joint state', () => {
  test('[D1] stopped stands above everything', () => {
    expect(derive({ stopped: true, ended: true, compiled: 1 }, at('K100', 'identical'))).toBe(
      'D1 F900',
    )
  })
  test('[D2] closed stands above the compiled edition', () => {
    expect(derive({ ended: true, compiled: 1 }, at('K140', 'identical'))).toBe('D2 F120')
  })
  test('[D3] a compiled edition means follow-up, also while a late council decides', () => {
    expect(derive({ compiled: 1, harmonising: true }, at('K90'), at('K120', 'identical'))).toBe(
      'D3 F110',
    )
  })
  test('[D4] open harmonisation stands above what the councils have done', () => {
    expect(derive({ harmonising: true }, at('K101', 'deviation'))).toBe('D4 F95')
  })
  test('[D5] all adopted, all identical or with editorial corrections', () => {
    expect(derive({}, at('K100', 'identical'), at('K120', 'editorial'))).toBe('D5 F100')
  })
  test('[D6] all adopted and classified, some deviate', () => {
    expect(derive({}, at('K100', 'identical'), at('K101', 'deviation-point'))).toBe('D6 F101')
    expect(derive({}, at('K100', 'identical'), at('K101', null))).toBe('D8 F90')
  })
  test('[D7] a closing date with some adopted and some not', () => {
    expect(derive({ closingOn: '2028-09-01' }, at('K100', 'identical'), at('K70'))).toBe('D7 F102')
    expect(
      derive({ closingOn: '2028-09-01' }, at('K100', 'identical'), at('K100', 'identical')),
    ).toBe('D5 F100')
  })
  test('[D8] some in the councils or adopted', () => {
    expect(derive({}, at('K90'), at('K60'))).toBe('D8 F90')
    expect(derive({}, at('K103'), at('K60'))).toBe('D8 F90')
  })
  test('[D9] a final proposal and nobody in the councils', () => {
    expect(derive({}, at('K80'), at('K50'))).toBe('D9 F80')
    expect(derive({})).toBe('D9 F80')
  })
  test('[D10] consultation closed by all participants', () => {
    expect(derive({ phase: 'F50' }, at('K60'), at('K90'), at('K00'), at('K910'))).toBe('D10 F70')
  })
  test('[D11] some in consultation or past it', () => {
    expect(derive({ phase: 'F50' }, at('K60'), at('K20'))).toBe('D11 F60')
  })
  test('[D12] a frozen draft and nobody public', () => {
    expect(derive({ phase: 'F50' }, at('K40'), at('K20'))).toBe('D12 F50')
    expect(derive({ phase: 'F50' }, at('K00'), at('K900'))).toBe('D12 F50')
  })
  test('[D13] otherwise the phase that was set', () => {
    for (const phase of ['F10', 'F20', 'F30', 'F40'] as const)
      expect(derive({ phase }, at('K100', 'identical'))).toBe(`D13 ${phase}`)
  })

  test('an older version is identical but for corrections when all since is editorial, else a deviation', () => {
    const editorial = [
      ...bare.versions,
      { hash: 'f2', on: '2028-07-01', since: 'editorial' as const },
    ]
    const material = [...editorial, { hash: 'f3', on: '2028-08-01', since: 'material' as const }]
    expect(derive({ versions: editorial }, at('K100', 'identical'))).toBe('D5 F100')
    expect(derive({ versions: material }, at('K100', 'identical'))).toBe('D6 F101')
    expect(derive({ versions: material }, at('K100', 'identical', 'f3'))).toBe('D5 F100')
  })

  test('a municipality that treats its case again counts as adopted while its decision stands', () => {
    const joint = deriveJoint(bare, [at('K80', 'identical'), at('K100', 'identical')])
    expect(joint).toMatchObject({ state: 'F100', adopted: 2 })
  })

  test('every combination gives exactly one state, and figures that add up', () => {
    const states = Object.keys(participationDefinition.states)
    const classes: Class[] = ['identical', 'editorial', 'deviation', 'deviation-point', null]
    const adopted = /^K1(00|01|10|20|30|40)$/
    const view = fc
      .tuple(
        fc.constantFrom(...states),
        fc.constantFrom(...classes),
        fc.constantFrom('f1', 'f2', null),
      )
      .map(([state, is, joint]) => (adopted.test(state) ? at(state, is, joint) : at(state)))
    const milestones: fc.Arbitrary<Milestones> = fc.record({
      phase: fc.constantFrom('F10', 'F20', 'F30', 'F40', 'F50', 'F80'),
      round: fc.integer({ min: 1, max: 3 }),
      harmonising: fc.boolean(),
      closingOn: fc.constantFrom(null, '2028-09-01'),
      compiled: fc.integer({ min: 0, max: 2 }),
      ended: fc.boolean(),
      stopped: fc.boolean(),
      versions: fc.constantFrom(bare.versions, []),
    })
    const some = fc.array(view, { maxLength: 13 })
    const all = fc.array(
      fc.constantFrom(...classes.slice(0, 4)).map((is) => at('K120', is)),
      { minLength: 1, maxLength: 3 },
    )
    const seen = new Set<string>()
    fc.assert(
      fc.property(milestones, fc.oneof(some, all), (m, views) => {
        const joint = deriveJoint(m, views)
        expect(Object.keys(strategyDefinition.states)).toContain(joint.state)
        expect(joint.identical + joint.deviating.length + joint.unclassified.length).toBe(
          joint.adopted,
        )
        expect(joint.adopted).toBeLessThanOrEqual(joint.participants)
        // The door's short look, at each way of standing once, in any order.
        const standings = new Map(
          views.map((view) => [JSON.stringify(standingOf(view)), standingOf(view)]),
        )
        expect(stateFrom(m, [...standings.values()].reverse())).toBe(joint.state)
        seen.add(joint.row)
      }),
      { numRuns: 4000, seed: 10 },
    )
    expect(seen.size).toBe(13)
  })
})
