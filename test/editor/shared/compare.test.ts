// Two texts compared: nothing is made up, nothing is left out, and the same block is found again.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align, compareTexts, compareWords } from '../../../editor/shared/compare.ts'
import { blocksOf } from '../../../editor/shared/html.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { anyText } from '../any-text.ts'

const doc = (...blocks: [id: string, text: string][]): PmJson => ({
  type: 'doc',
  content: blocks.map(([id, text]) => ({
    type: 'block',
    attrs: { id },
    content: [{ type: 'text', text }],
  })),
})

describe('comparing two texts', () => {
  test('the parts give back both texts exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const parts = compareWords(a, b)
        const side = (not: string) =>
          parts
            .filter(({ is }) => is !== not)
            .map(({ text }) => text)
            .join('')
        expect(side('added')).toBe(a)
        expect(side('removed')).toBe(b)
      }),
    )
  })

  test('every block of both texts stands in exactly one row, in its order', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        // Pictures are compared as lines of their own; see below.
        const [a, b] = [one, two].map((json) => ({
          ...json,
          content: (json.content ?? []).filter(({ type }) => type !== 'image'),
        })) as [PmJson, PmJson]
        const rows = compareTexts(a, b)
        const filled = (json: PmJson) =>
          blocksOf(json)
            .filter(({ text }) => text.trim() !== '')
            .map(({ anchor }) => anchor)
        expect(rows.flatMap((row) => ('before' in row ? [row.before.anchor] : []))).toEqual(
          filled(a),
        )
        expect(rows.flatMap((row) => ('after' in row ? [row.after.anchor] : []))).toEqual(filled(b))
      }),
    )
  })

  test('words changed in a block are told by word, with the space between them', () => {
    expect(
      compareWords('De tolv vil forsøke å løse oppgaver', 'De tolv velger å løse oppgaver'),
    ).toEqual([
      { is: 'same', text: 'De tolv ' },
      { is: 'removed', text: 'vil forsøke' },
      { is: 'added', text: 'velger' },
      { is: 'same', text: ' å løse oppgaver' },
    ])
  })

  test('a block is found again by its id, however much of it changed', () => {
    const [first, second, third] = compareTexts(
      doc(['a', 'Rådet gir råd'], ['b', 'borte']),
      doc(['n', 'ny'], ['a', 'Noe helt annet']),
    )
    expect(first).toMatchObject({ is: 'added', after: { id: 'n' } })
    expect(second).toMatchObject({ is: 'changed', before: { id: 'a' }, after: { id: 'a' } })
    expect(third).toMatchObject({ is: 'removed', before: { id: 'b' } })
  })

  test('lists too long to compare are taken as replaced, with equal ends kept', () => {
    const a = Array.from({ length: 3000 }, (_, i) => i)
    const b = [0, ...a.slice(1).map((n) => -n), 7]
    expect(align(a, b, Object.is)[0]).toEqual([0, 0])
    expect(align(a, b, Object.is).length).toBe(1 + 2999 + 3000)
  })
})

test('a picture put in, taken out, replaced or described otherwise is seen, and no paragraph changes its number', () => {
  const image = (asset: string, alt: string): PmJson => ({
    type: 'image',
    attrs: { asset: asset.repeat(16), alt, id: 'pic' },
  })
  const words: PmJson = {
    type: 'block',
    attrs: { id: 'p' },
    content: [{ type: 'text', text: 'Ord' }],
  }
  const doc = (...content: PmJson[]): PmJson => ({ type: 'doc', content })
  const rows = (a: PmJson, b: PmJson) =>
    compareTexts(a, b, 'nn').map((row) => [
      row.is,
      row.is === 'changed' ? row.parts.map((part) => `${part.is} ${part.text}`).join('|') : '',
    ])
  const map = image('9f3a', 'Kart')
  expect(rows(doc(words), doc(map, words))).toEqual([
    ['added', ''],
    ['same', ''],
  ])
  expect(rows(doc(map, words), doc(words))).toEqual([
    ['removed', ''],
    ['same', ''],
  ])
  expect(rows(doc(map, words), doc(map, words))).toEqual([
    ['same', ''],
    ['same', ''],
  ])
  expect(rows(doc(map), doc(image('9f3a', 'Kart over dalen')))[0]![0]).toBe('changed')
  expect(rows(doc(map), doc(image('61c0', 'Kart')))[0]![0]).toBe('changed')
  const [, last] = compareTexts(doc(map, words), doc(map, words))
  expect(last).toMatchObject({ after: { number: 1 } })
})
