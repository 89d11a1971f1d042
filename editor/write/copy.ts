// What leaves the text by copy or drag: as HTML that other programs understand and our own reads back whole, footnotes
// with it, and as plain text with the names of references.
import { DOMSerializer, type Fragment, type Node, type Slice } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import type { EditorProps, EditorView } from 'prosemirror-view'
import { schema } from '../shared/schema.ts'
import { callsIn, noteAt } from './notes.ts'

export function copyProps(): EditorProps<Plugin> {
  let doc: Node | undefined
  const serializer = new DOMSerializer({}, {})
  serializer.serializeFragment = (fragment, options, target) => {
    const plain = DOMSerializer.fromSchema(schema)
    const made = plain.serializeFragment(fragment, options, target)
    if (doc) withNotes(made, fragment, doc, plain)
    return made
  }
  return {
    clipboardSerializer: serializer,
    transformCopied(slice: Slice, view: EditorView) {
      doc = view.state.doc
      return slice
    },
    clipboardTextSerializer: ({ content }: Slice) =>
      content.textBetween(0, content.size, '\n\n', (leaf) =>
        leaf.type.name === 'xref' ? String(leaf.attrs.was) : '',
      ),
  }
}

/// Calls get their number, references their name, and the notes called follow last.
function withNotes(
  made: HTMLElement | DocumentFragment,
  fragment: Fragment,
  doc: Node,
  plain: DOMSerializer,
): void {
  for (const xref of made.querySelectorAll<HTMLElement>('.xref')) {
    xref.textContent = xref.dataset.was ?? ''
  }
  const numbers = [...new Set(callsIn(doc).map(({ note }) => note))]
  const held = new Set<string>()
  fragment.forEach((node) => {
    if (node.type.name === 'block' && node.attrs.kind === 'note') held.add(String(node.attrs.id))
  })
  for (const call of made.querySelectorAll<HTMLElement>('.note-ref')) {
    const id = call.dataset.note ?? ''
    const raised = call.ownerDocument.createElement('sup')
    raised.textContent = String(numbers.indexOf(id) + 1)
    call.replaceChildren(raised)
    const pos = held.has(id) ? undefined : noteAt(doc, id)
    held.add(id)
    if (pos !== undefined) made.append(plain.serializeNode(doc.nodeAt(pos)!))
  }
}
