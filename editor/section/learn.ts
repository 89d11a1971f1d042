// A small change around y-prosemirror, which deletes from the shared document what the schema does not know. Before it
// reads, what a newer editor wrote is made known: an element becomes a node shown as such and never edited, a mark or an
// attribute is carried along unseen. So everything else in the text can be written in, and nothing is lost.
import { ContentMatch, type MarkType, type NodeSpec, type NodeType } from 'prosemirror-model'
import { XmlElement, XmlText, type XmlFragment } from 'yjs'
import { say } from '../frame/words.ts'
import { schema } from '../shared/schema.ts'

/// As many names as any editor of ours will ever add; more are somebody's mischief.
const most = 60
const goodName = /^[a-zA-Z][\w-]{0,63}$/
const learned = new Set<string>()

/// Is this the name of something only a newer editor knows?
export const isLearned = (name: string): boolean => learned.has(name)

/// Makes everything in a part of a text known. False when something cannot be: then the text must not be shown.
export function learn(type: unknown, parent = 'doc'): boolean {
  if (type instanceof XmlText) return learnMarks(type)
  if (type instanceof XmlElement) {
    const name = type.nodeName
    if (!Object.hasOwn(schema.nodes, name) && !learnNode(name, parent)) return false
    for (const key of Object.keys(type.getAttributes())) {
      if (!learnAttribute(schema.nodes[name]!, key)) return false
    }
    return type.toArray().every((child) => learn(child, name))
  }
  return (type as XmlFragment).toArray().every((child) => learn(child, parent))
}

const room = (name: string): boolean => goodName.test(name) && learned.size < most

function learnNode(name: string, parent: string): boolean {
  if (!room(name)) return false
  const inline = parent === 'block'
  const words = () =>
    say(
      '(innhold fra en nyere utgave)',
      '(innhald frå ei nyare utgåve)',
      '(content of a newer edition)',
    )
  const spec: NodeSpec = {
    inline,
    atom: true,
    attrs: {},
    toDOM: () => [
      inline ? 'span' : 'div',
      { class: 'unknown-content', 'data-name': name },
      ['span', words()],
    ],
  }
  const made = Reflect.construct(schema.nodes.unknown!.constructor, [
    name,
    schema,
    spec,
  ]) as NodeType
  const anything = openMatch(Object.values(schema.nodes))
  Object.assign(made, {
    contentMatch: inline ? schema.nodes.rule!.contentMatch : anything,
    inlineContent: false,
    markSet: null,
  })
  Object.assign(schema.nodes, { [name]: made })
  for (const holder of ['doc', 'cell', 'block']) {
    if (inline === (holder === 'block')) allow(schema.nodes[holder]!.contentMatch, made)
  }
  for (const other of learned) {
    const type = schema.nodes[other]
    if (type && !type.isInline) allow(type.contentMatch, made)
  }
  if (!inline) allow(anything, made)
  learned.add(name)
  forget()
  return true
}

type Edges = { type: NodeType; next: ContentMatch }[]

/// Content that may be anything, in any order.
function openMatch(types: NodeType[]): ContentMatch {
  const match = Reflect.construct(ContentMatch, [true]) as ContentMatch
  for (const type of types) allow(match, type)
  return match
}

const allow = (match: ContentMatch, type: NodeType): void =>
  void (Reflect.get(match, 'next') as Edges).push({ type, next: match })

function learnAttribute(type: NodeType | MarkType, key: string): boolean {
  const attrs = Reflect.get(type, 'attrs') as Record<string, object>
  if (Object.hasOwn(attrs, key)) return true
  if (!room(key)) return false
  const Attribute = (Reflect.get(schema.nodes.block!, 'attrs') as Record<string, object>).id!
    .constructor
  attrs[key] = Reflect.construct(Attribute, [type.name, key, { default: null }]) as object
  const defaults = Reflect.get(type, 'defaultAttrs') as Record<string, unknown> | null | undefined
  if (defaults) Reflect.set(type, 'defaultAttrs', { ...defaults, [key]: null })
  learned.add(`${type.name}.${key}`)
  return true
}

function learnMarks(text: XmlText): boolean {
  const parts: { attributes?: Record<string, unknown> }[] = text.toDelta()
  return parts.every(({ attributes }) =>
    Object.entries(attributes ?? {}).every(([stored, value]) => {
      const name = stored.replace(/--[a-zA-Z0-9+/=]{8}$/, '')
      if (!Object.hasOwn(schema.marks, name) && !learnMark(name, stored !== name)) return false
      const keys = value && typeof value === 'object' ? Object.keys(value) : []
      return keys.every((key) => learnAttribute(schema.marks[name]!, key))
    }),
  )
}

/// `many`: it may stand several times on one word, and is stored so.
function learnMark(name: string, many: boolean): boolean {
  if (!room(name)) return false
  const made = Reflect.construct(schema.marks.bold!.constructor, [
    name,
    Object.keys(schema.marks).length,
    schema,
    { attrs: {}, toDOM: () => ['span', { 'data-name': name }, 0] },
  ]) as MarkType
  Reflect.set(made, 'excluded', many ? [] : [made])
  // Made anew each time: its attributes may not all be known yet.
  Reflect.set(made, 'instance', null)
  Object.assign(schema.marks, { [name]: made })
  learned.add(name)
  forget()
  return true
}

/// What was computed of the schema before.
const forget = (): void => void Reflect.set(schema, 'cached', Object.create(null))
