// The marker of every list item, computed and never stored: a bullet or a number on its level. Drawn with CSS from the
// attribute, so it is no part of the text.
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Node } from 'prosemirror-model'
import { blockAttrs } from '../shared/schema.ts'

const key = new PluginKey<DecorationSet>('markers')

export const listMarkers = (): Plugin =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => markers(state.doc),
      apply: (tr, held) => (tr.docChanged ? markers(tr.doc) : held),
    },
    props: { decorations: (state: EditorState) => key.getState(state) },
  })

const bullets = ['•', '–', '▪']

/// `1.`, `a.`, `i.` by level, starting over after anything that is not in the list.
export function markerOf(list: string, depth: number, count: number): string {
  if (list === 'bullet') return bullets[depth % bullets.length]!
  if (depth % 3 === 1) return `${String.fromCharCode(97 + ((count - 1) % 26))}.`
  if (depth % 3 === 2) return `${roman(count)}.`
  return `${count}.`
}

const roman = (count: number): string =>
  'x'.repeat(Math.floor(count / 10)) +
  ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][count % 10]!

function markers(doc: Node): DecorationSet {
  const found: Decoration[] = []
  /// How many items each level has had, outermost first.
  let counts: { list: string; count: number }[] = []
  let parent: Node | null = null
  doc.descendants((node, pos, holder) => {
    if (node.type.name !== 'block') {
      counts = []
      return true
    }
    if (holder !== parent) counts = []
    parent = holder
    const { list, indent } = blockAttrs(node.attrs)
    if (list === '') {
      counts = []
      return false
    }
    const depth = Math.min(indent, counts.length)
    counts = counts.slice(0, depth + 1)
    const here = counts[depth]
    if (here?.list === list) here.count++
    else counts[depth] = { list, count: 1 }
    const marker = markerOf(list, depth, counts[depth]!.count)
    found.push(Decoration.node(pos, pos + node.nodeSize, { 'data-marker': marker }))
    return false
  })
  return DecorationSet.create(doc, found)
}
