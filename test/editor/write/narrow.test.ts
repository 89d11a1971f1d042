// What others changed is put in place of what differs, and the text is then exactly theirs.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EditorState } from 'prosemirror-state'
import type { Fragment } from 'prosemirror-model'
import { difference } from '../../../editor/write/narrow.ts'
import { schema, type PmJson } from '../../../editor/shared/schema.ts'
import { anyText } from '../any-text.ts'

const read = (json: Pick<PmJson, 'content'>) => schema.nodeFromJSON({ ...json, type: 'doc' })

const applied = (before: Fragment, after: Fragment) => {
  const doc = schema.topNodeType.create(null, before)
  const { tr } = EditorState.create({ doc })
  const change = difference(before, after)
  if (change) tr.replace(change.from, change.to, change.slice)
  return tr
}

const texts = fc.tuple(anyText, anyText, fc.nat(), fc.nat()).map(([one, other, from, to]) => {
  const before = read(one)
  const blocks = before.childCount
  const cut = Math.min(from % (blocks + 1), blocks)
  const end = Math.max(cut, to % (blocks + 1))
  const content = before.content.cut(0, before.resolve(0).posAtIndex(cut))
  const rest = before.content.cut(before.resolve(0).posAtIndex(end))
  return [before.content, content.append(read(other).content).append(rest)] as const
})

describe('the difference of two texts', () => {
  test('makes the one exactly the other, whatever both say', () => {
    fc.assert(
      fc.property(texts, ([before, after]) => {
        expect(applied(before, after).doc.content.eq(after)).toBe(true)
      }),
    )
  })

  test('is the letters alone when one block reads otherwise', () => {
    const block = (text: string) => ({ type: 'block', content: [{ type: 'text', text }] })
    const before = read({ content: [block('Rådet gir'), block('Kommunene'), block('Til sist')] })
    const after = read({ content: [block('Rådet gir'), block('Kommunane'), block('Til sist')] })
    const tr = applied(before.content, after.content)
    expect(tr.doc.content.eq(after.content)).toBe(true)
    const touched: [number, number][] = []
    tr.mapping.maps[0]!.forEach((from, to) => touched.push([from, to]))
    expect(touched).toEqual([[18, 19]])
    expect(difference(before.content, before.content)).toBeUndefined()
  })
})
