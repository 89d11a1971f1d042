import { expect, test } from 'vitest'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { restorable, withBlock } from '../../../service/text/restore-block.ts'

const block = (id: string, text: string): PmJson => ({
  type: 'block',
  attrs: { id },
  content: [{ type: 'text', text }],
})
const doc = (...content: PmJson[]): PmJson => ({ type: 'doc', content })
const then = doc(block('a', 'En'), block('b', 'To'), block('c', 'Tre'))

test('a changed paragraph gets its old words where it stands now, and nothing else changes', () => {
  const now = doc(block('c', 'Tre ny'), block('x', 'Mellom'), block('a', 'En ny'))
  expect(withBlock(now, then, 'c')).toEqual(
    doc(block('c', 'Tre'), block('x', 'Mellom'), block('a', 'En ny')),
  )
})

test('a removed paragraph comes after the nearest one before it that is still there', () => {
  expect(withBlock(doc(block('a', 'En'), block('x', 'Ny')), then, 'c')).toEqual(
    doc(block('a', 'En'), block('c', 'Tre'), block('x', 'Ny')),
  )
  expect(withBlock(doc(block('x', 'Ny')), then, 'b')).toEqual(
    doc(block('b', 'To'), block('x', 'Ny')),
  )
})

test('what was never there, or reads so already, changes nothing', () => {
  expect(withBlock(then, then, 'b')).toBeUndefined()
  expect(withBlock(then, then, 'z')).toBeUndefined()
  expect(restorable(then, '')).toBe(false)
})
