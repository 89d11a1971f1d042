import { expect, test } from 'vitest'
import { mayOrder } from '../../../service/text/move-section.ts'

const states = (joint: string, own?: string) => ({ joint, of: () => own })
const coordinator = [{ role: 'coordinator' as const }]
const planner = [{ role: 'planner' as const, municipality: '3440' }]

test('chapters are ordered by the coordinator, and not while the text is frozen or done', () => {
  for (const open of ['F10', 'F30', 'F40', 'F70', 'F95']) {
    expect(mayOrder('joint', coordinator, states(open)), open).toBe('yes')
  }
  for (const shut of ['F50', 'F60', 'F80', 'F90', 'F120']) {
    expect(mayOrder('joint', coordinator, states(shut)), shut).toBe('frozen')
  }
  expect(mayOrder('joint', planner, states('F30'))).toBe('no-role')
})

test('a municipality orders its own part, and nobody else’s', () => {
  expect(mayOrder('3440', planner, states('F30', 'K20'))).toBe('yes')
  expect(mayOrder('3440', planner, states('F60', 'K50'))).toBe('frozen')
  expect(mayOrder('3435', planner, states('F30', 'K20'))).toBe('no-role')
})
