// What a change becomes when it is only suggested, and that plain words typed among another's suggested ones are plain.
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { schema, type PmJson } from '../../../editor/shared/schema.ts'
import { asSuggestion, plainly } from '../../../editor/suggest/as-suggestion.ts'

const stateOf = (...content: PmJson[]): EditorState =>
  EditorState.create({
    doc: schema.nodeFromJSON({
      type: 'doc',
      content: [{ type: 'block', attrs: { id: 'a' }, content }],
    }),
  })
const text = (words: string, mark?: 'insertion' | 'deletion', id = 'theirs'): PmJson => ({
  type: 'text',
  text: words,
  ...(mark ? { marks: [{ type: mark, attrs: { id } }] } : {}),
})
const runs = (tr: { doc: EditorState['doc'] }) =>
  (tr.doc.firstChild?.content.content ?? []).map((node) => [
    node.text,
    ...node.marks.map(({ type, attrs }) => `${type.name} ${String(attrs.id)}`),
  ])
const hand = { mine: (id: string) => id.startsWith('mine'), fresh: () => 'mine1' }

describe('a change that is suggested', () => {
  test('goes on in one’s own suggestion, begins its own beside another’s, and strikes what is another’s', () => {
    const own = stateOf(text('Ja'), text('vel', 'insertion', 'mine0'))
    expect(runs(asSuggestion(own.tr.insertText('!', 6), own, hand)!)).toEqual([
      ['Ja'],
      ['vel!', 'insertion mine0'],
    ])
    const beside = stateOf(text('Ja'), text('vel', 'insertion'))
    expect(runs(asSuggestion(beside.tr.insertText('!', 6), beside, hand)!)).toEqual([
      ['Ja'],
      ['vel', 'insertion theirs'],
      ['!', 'insertion mine1'],
    ])
    expect(runs(asSuggestion(beside.tr.delete(1, 6), beside, hand)!)).toEqual([
      ['Ja', 'deletion mine1'],
      ['vel', 'insertion theirs', 'deletion mine1'],
    ])
    expect(runs(asSuggestion(own.tr.delete(3, 6), own, hand)!)).toEqual([['Ja']])
  })

  test('cannot be a table, a rule or a note', () => {
    const state = stateOf(text('Ja'))
    const rule = state.tr.insert(0, schema.nodes.rule!.create())
    expect(asSuggestion(rule, state, hand)).toBeUndefined()
  })
})

describe('plain words typed among suggested ones', () => {
  test('are nobody’s suggestion', () => {
    for (const mark of ['insertion', 'deletion'] as const) {
      const state = stateOf(text('gode', mark))
      const typed = state.tr.insertText('XX', 3)
      expect(runs(typed)).toEqual([['goXXde', `${mark} theirs`]])
      expect(runs(plainly(typed))).toEqual([
        ['go', `${mark} theirs`],
        ['XX'],
        ['de', `${mark} theirs`],
      ])
    }
  })
})
