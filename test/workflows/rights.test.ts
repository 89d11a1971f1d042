import { describe, expect, test } from 'vitest'
import type { HeldRole, Role } from '../../workflows/act.ts'
import { participationDefinition } from '../../workflows/participation.ts'
import { holds, may, mayWriteText, type Action } from '../../workflows/rights.ts'
import { strategyDefinition } from '../../workflows/strategy.ts'

const held = (role: Role, municipality?: string): HeldRole[] => [
  { role, ...(municipality ? { municipality } : {}) },
]
const municipal: Role[] = [
  'planner',
  'mayor',
  'chief-executive',
  'council-secretary',
  'archivist',
  'observer',
]

describe('who writes', () => {
  test('the joint text is open to coordinator and planners in four states only', () => {
    const open = (roles: HeldRole[]) =>
      Object.keys(strategyDefinition.states).filter(
        (jointState) => mayWriteText({ zone: 'joint', jointState, roles }).may,
      )
    expect(open(held('coordinator'))).toEqual(['F30', 'F40', 'F70', 'F95'])
    expect(open(held('planner', '3435'))).toEqual(['F30', 'F40', 'F70', 'F95'])
    for (const role of [...municipal.slice(1), 'steering-leader' as const])
      expect(open(held(role, '3435'))).toEqual([])
  })

  test('an own part is open to its own planners in two states only', () => {
    const open = (roles: HeldRole[]) =>
      Object.keys(participationDefinition.states).filter(
        (municipalState) =>
          mayWriteText({ zone: '3435', jointState: 'F60', municipalState, roles }).may,
      )
    expect(open(held('planner', '3435'))).toEqual(['K20', 'K70'])
    expect(open(held('planner', '3440'))).toEqual([])
    expect(open(held('coordinator'))).toEqual([])
  })

  test('why not is said', () => {
    const ask = (zone: string, jointState: string, municipalState: string, roles: HeldRole[]) =>
      mayWriteText({ zone, jointState, municipalState, roles })
    expect(ask('joint', 'F50', 'K20', held('planner', '3435'))).toEqual({
      may: false,
      why: 'frozen',
    })
    expect(ask('joint', 'F20', 'K20', held('planner', '3435'))).toEqual({
      may: false,
      why: 'not-begun',
    })
    expect(ask('joint', 'F30', 'K20', held('mayor', '3435'))).toEqual({
      may: false,
      why: 'no-role',
    })
    expect(ask('3435', 'F30', 'K20', held('planner', '3440'))).toEqual({
      may: false,
      why: 'not-yours',
    })
    expect(ask('3435', 'F90', 'K120', held('planner', '3435'))).toEqual({
      may: false,
      why: 'ended',
    })
  })
})

describe('who may', () => {
  test('a municipal role counts only in its municipality, a joint role everywhere', () => {
    expect(holds(held('planner', '3435'), ['planner'], '3435')).toBe(true)
    expect(holds(held('planner', '3435'), ['planner'], '3440')).toBe(false)
    expect(holds(held('coordinator'), ['coordinator'], '3440')).toBe(true)
  })

  test('no act of a municipality is open to another municipality’s people', () => {
    const acts: Action[] = [
      'see-case',
      'see-overrides',
      'export-journal',
      'add-evidence',
      'edit-proposed-decision',
      'edit-plan-needs',
      'answer-submission',
      'hide-submission',
      'see-sender-contact',
      'edit-calendar',
      'clear-text',
      'erase-words',
    ]
    for (const action of acts)
      for (const role of municipal)
        expect(may(held(role, '3440'), action, { municipality: '3435' }), action).toBe(false)
  })

  test('senders’ contact is for the municipality’s planner and archivist, not for the coordinator', () => {
    expect(may(held('planner', '3435'), 'see-sender-contact', { municipality: '3435' })).toBe(true)
    expect(may(held('coordinator'), 'see-sender-contact', { municipality: '3435' })).toBe(false)
  })

  test('the coordinator adds sections and invites, and answers no municipality’s submission', () => {
    expect(may(held('coordinator'), 'add-section')).toBe(true)
    expect(may(held('coordinator'), 'invite-person', { municipality: '3435' })).toBe(true)
    expect(may(held('coordinator'), 'answer-submission', { municipality: '3435' })).toBe(false)
    expect(may([], 'see-board')).toBe(false)
  })
})
