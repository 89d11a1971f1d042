// Where a picture goes, kept by the block it stands after and not by a count: while somebody chooses a file and describes it,
// others write on.
import { NodeSelection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { newBlockId, schema, type ImageAttrs } from '../shared/schema.ts'
import { ownStep } from '../write/commands.ts'

export type Place = { id: string; index: number }

/// The place after the block the selection is in, or after the one at `pos`.
export function placeHere(view: EditorView, pos = view.state.selection.to): Place {
  const $pos = view.state.doc.resolve(Math.min(pos, view.state.doc.content.size))
  const index = Math.min($pos.index(0), Math.max(0, view.state.doc.childCount - 1))
  const node = view.state.doc.maybeChild(index)
  return { id: String(node?.attrs.id ?? ''), index }
}

/// Puts a picture in, with its caption if it has one, and selects it. An empty paragraph gives up its place; notes stay
/// last. False when the text did not take it: pictures cannot be suggested.
export function insertAt(
  view: EditorView,
  place: Place,
  attrs: Omit<ImageAttrs, 'id'>,
  caption: string,
): boolean {
  const { doc } = view.state
  let index = Math.min(place.index, doc.childCount - 1)
  doc.forEach((node, _pos, at) => {
    if (place.id !== '' && node.attrs.id === place.id) index = at
  })
  const here = doc.maybeChild(index)
  const empty = here?.type.name === 'block' && here.content.size === 0
  // A picture between another and its caption would take that caption.
  let after = empty ? index : index + 1
  if (!empty && isKind(doc.maybeChild(after), 'caption')) after++
  while (after > 0 && isKind(doc.maybeChild(after - 1), 'note')) after--
  let pos = 0
  for (let i = 0; i < after; i++) pos += doc.child(i).nodeSize
  const id = newBlockId()
  const nodes = [schema.nodes.image!.create({ ...attrs, id })]
  if (caption) nodes.push(captionOf(caption))
  ownStep(view.state)
  const tr = view.state.tr.insert(pos, nodes)
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView())
  return pictureOf(view, id) !== undefined
}

/// The picture of an id, where it is now; undefined when somebody has removed it.
export function pictureOf(view: EditorView, id: string) {
  let found: { pos: number; attrs: ImageAttrs; captioned: boolean } | undefined
  view.state.doc.forEach((node, pos, index) => {
    if (node.type.name !== 'image' || node.attrs.id !== id) return
    const captioned = isKind(view.state.doc.maybeChild(index + 1), 'caption')
    found = { pos, attrs: node.attrs as ImageAttrs, captioned }
  })
  return found
}

/// Changes what is given and differs: what a colleague changes in the rest at that moment stands. `gone` when somebody has
/// removed the picture, `refused` when the text did not take the change.
export function change(
  view: EditorView,
  id: string,
  attrs: Partial<ImageAttrs>,
  caption: string,
): 'done' | 'gone' | 'refused' {
  const found = pictureOf(view, id)
  if (!found) return 'gone'
  ownStep(view.state)
  const tr = view.state.tr
  for (const [name, value] of Object.entries(attrs)) {
    if (found.attrs[name as keyof ImageAttrs] !== value) {
      tr.setNodeAttribute(found.pos, name, value)
    }
  }
  if (caption && !found.captioned) tr.insert(found.pos + 1, captionOf(caption))
  const before = view.state.doc
  if (tr.docChanged) view.dispatch(tr)
  if (tr.docChanged && view.state.doc.eq(before)) return 'refused'
  // What is done next is not undone with it.
  ownStep(view.state)
  return 'done'
}

/// Removes a picture with the caption that was only its own.
export function remove(view: EditorView, id: string): void {
  const found = pictureOf(view, id)
  if (!found) return
  ownStep(view.state)
  const { doc } = view.state
  const next = found.captioned ? doc.nodeAt(found.pos + 1) : null
  const tr = view.state.tr.delete(found.pos, found.pos + 1 + (next?.nodeSize ?? 0))
  const near = TextSelection.near(tr.doc.resolve(Math.min(found.pos, tr.doc.content.size)))
  view.dispatch(tr.setSelection(near).scrollIntoView())
  view.focus()
}

const captionOf = (text: string) =>
  schema.nodes.block!.create({ kind: 'caption', id: newBlockId() }, schema.text(text))

const isKind = (node: { attrs: Record<string, unknown> } | null, kind: string): boolean =>
  node?.attrs.kind === kind
