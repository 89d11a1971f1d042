// A small change around y-prosemirror: footnote calls and cross-references are nodes in the editor and signs in the
// shared text. On the way in, a block's signs become nodes; on the way out the binding is shown the block with signs in
// their place. Both are one position wide, so every position means the same on both sides.
import { Fragment, type Attrs, type Mark, type Node } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import { initProseMirrorDoc, ySyncPlugin, type ProsemirrorBinding } from 'y-prosemirror'
import type { AbstractType, XmlFragment } from 'yjs'
import { atomFrom, atomOf, atomSign } from '../shared/atoms.ts'
import { schema } from '../shared/schema.ts'

const { block } = schema.nodes
const { atom } = schema.marks

/// The document as the editor has it, and the plugin that keeps it and the shared text the same.
export function bound(fragment: XmlFragment): { doc: Node; plugin: Plugin } {
  const { doc, mapping: first } = initProseMirrorDoc(fragment, schema)
  const mapping = new Both(first)
  const plugin: Plugin = ySyncPlugin(fragment, { mapping })
  const { binding } = plugin.spec.state!.init({}, undefined!) as { binding: ProsemirrorBinding }
  const write = binding._prosemirrorChanged.bind(binding)
  binding._prosemirrorChanged = (doc: Node) => {
    mapping.writing = true
    try {
      write(withSigns(doc))
    } finally {
      mapping.writing = false
    }
  }
  return { doc, plugin }
}

type Held = Node | Node[]

/// Which node stands for which part of the shared text: the editor's own nodes when it is read, those with signs in them
/// while it is written.
class Both extends Map<AbstractType<unknown>, Held> {
  writing = false
  override get(type: AbstractType<unknown>): Held | undefined {
    const held = super.get(type)
    return this.writing && held && !Array.isArray(held) ? withSigns(held) : held
  }
  override set(type: AbstractType<unknown>, held: Held): this {
    return super.set(type, Array.isArray(held) ? held : (own.get(held) ?? held))
  }
}

/// The same node always gives the same one back, so that the binding knows what did not change.
const signed = new WeakMap<Node, Node>()
const own = new WeakMap<Node, Node>()

function withSigns(node: Node): Node {
  if (node.isText || node.isLeaf) return node
  const known = signed.get(node)
  if (known) return known
  const children: Node[] = []
  let changed = false
  node.forEach((child) => {
    const one = node.type === block ? signOf(child) : withSigns(child)
    changed ||= one !== child
    children.push(one)
  })
  const made = changed ? node.copy(Fragment.fromArray(children)) : node
  signed.set(node, made)
  if (changed) own.set(made, node)
  return made
}

function signOf(child: Node): Node {
  const stored = child.isText ? undefined : atomOf(child.type.name, child.attrs)
  return stored ? schema.text(atomSign, [...child.marks, atom!.create(stored)]) : child
}

// The binding makes every node it reads with `schema.node`: there signs become nodes again.
const plainNode = schema.node.bind(schema)
schema.node = (type, attrs, content, marks) =>
  (type === 'block' || type === block) && Array.isArray(content)
    ? plainNode(type, attrs, content.flatMap(withoutSigns), marks)
    : plainNode(type, attrs, content, marks)

function withoutSigns(child: Node): Node | Node[] {
  const sign = child.isText && child.marks.find(({ type }) => type === atom)
  if (!sign) return child
  const rest = child.marks.filter((mark) => mark !== sign)
  return child.text!.split('').map(() => atomNode(sign.attrs, rest))
}

function atomNode(stored: Attrs, marks: readonly Mark[]): Node {
  const { type, attrs = null } = atomFrom(stored)
  return schema.nodes[type]!.create(attrs, null, marks)
}
