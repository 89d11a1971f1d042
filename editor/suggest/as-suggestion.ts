// Turns what a person does into a suggestion of it: letters put in are marked, letters taken out stay and are marked,
// paragraphs cut, joined or made into something else bear an attribute that says so. Written for this schema instead of
// @handlewithcare/prosemirror-suggest-changes: that one marks whole blocks (marks on blocks are not synchronised), puts
// zero-width signs into the text, and lets a neighbour's suggestion swallow one's own.
import { Fragment, type Mark, type MarkType, Slice, type Node } from 'prosemirror-model'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import {
  AddMarkStep,
  AttrStep,
  canJoin,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from 'prosemirror-transform'
import { blockAttrs, schema } from '../shared/schema.ts'
import { shapeIn, shapeOf, shapeValue, suggestionAttrs } from '../shared/suggestions.ts'

/// What the transformer must know of the person: which suggestions are theirs, and a name for the next.
export type Hand = { mine(id: string): boolean; fresh(): string }

const insertion: MarkType = schema.marks.insertion!
const deletion: MarkType = schema.marks.deletion!
const { block } = schema.nodes

/// The suggestion, or undefined where the change cannot be one: tables, pictures, rules and notes are put in and taken
/// out by those who write.
export function asSuggestion(
  tr: Transaction,
  state: EditorState,
  hand: Hand,
): Transaction | undefined {
  const work: Work = { out: state.tr, before: state, hand, caret: undefined }
  for (const [i, step] of tr.steps.entries()) {
    const place = placer(work, tr.steps.slice(0, i))
    if (step instanceof ReplaceStep) {
      const { from, to } = place(step.from, step.to)
      if (!replace(work, from, to, step.slice)) return undefined
    } else if (step instanceof ReplaceAroundStep) {
      if (!reshape(work, place(step.from, step.from).from, step)) return undefined
    } else if (step instanceof AttrStep) {
      const { from } = place(step.pos, step.pos)
      if (work.out.doc.nodeAt(from)?.type !== block) return undefined
      work.out.setNodeAttribute(from, step.attr, step.value)
    } else if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      const { from, to } = place(step.from, step.to)
      format(work, from, to, step)
    } else return undefined
  }
  const { out, caret } = work
  if (caret !== undefined) out.setSelection(TextSelection.near(out.doc.resolve(caret), 1))
  else if (tr.selectionSet && !tr.docChanged) out.setSelection(tr.selection)
  out.setStoredMarks(tr.storedMarks)
  return tr.scrolledIntoView ? out.scrollIntoView() : out
}

/// Takes what others suggested off letters that took it over by being typed among them: one's own plain words are never
/// born as somebody's suggestion.
export function plainly(tr: Transaction): Transaction {
  const ranges = tr.steps.flatMap((step, i) => {
    if (!(step instanceof ReplaceStep) || !inlineOnly(step.slice)) return []
    const { from, slice } = step
    const marked = slice.content.content.some((node) => node.marks.some(isSuggestion))
    if (!marked) return []
    const rest = tr.mapping.slice(i + 1)
    return [[rest.map(from, 1), rest.map(from + slice.size, -1)] as const]
  })
  for (const [from, to] of ranges) {
    if (from < to) tr.removeMark(from, to, insertion).removeMark(from, to, deletion)
  }
  return tr
}

type Work = { out: Transaction; before: EditorState; hand: Hand; caret: number | undefined }

/// Positions of a step in the suggestion's own document, where what was taken out still stands.
function placer({ out }: Work, done: readonly Step[]) {
  const back = (pos: number, side: -1 | 1) =>
    done.reduceRight((at, step) => step.getMap().invert().map(at, side), pos)
  return (from: number, to: number): { from: number; to: number } => {
    if (from === to) {
      const at = out.mapping.map(back(from, 1), 1)
      return { from: at, to: at }
    }
    return { from: out.mapping.map(back(from, 1), -1), to: out.mapping.map(back(to, -1), 1) }
  }
}

function replace(work: Work, from: number, to: number, slice: Slice): boolean {
  const clean = cleaned(slice)
  if (!clean) return false
  const id = idBeside(work, from, to)
  const head = work.before.selection.empty ? work.before.selection.head : undefined
  const steps = work.out.steps.length
  if (from < to && !takeOut(work, from, to, id)) return false
  const moved = work.out.mapping.slice(steps)
  const end = moved.map(to, 1)
  if (clean.content.size > 0) work.caret = putIn(work, end, clean, id)
  else if (head !== undefined && head <= from) work.caret = end
  else work.caret = moved.map(from, -1)
  return true
}

/// Marks what stands there; one's own suggested letters and paragraphs go for good. False when only what is no text
/// stands there.
function takeOut({ out, hand }: Work, from: number, to: number, id: () => string): boolean {
  const own: [number, number][] = []
  const marked: [number, number][] = []
  const joins: number[] = []
  let others = 0
  out.doc.nodesBetween(from, to, (node, pos, parent, index) => {
    if (node.isInline) {
      const range: [number, number] = [Math.max(pos, from), Math.min(pos + node.nodeSize, to)]
      const held = insertion.isInSet(node.marks)
      if (held && hand.mine(String(held.attrs.id))) own.push(range)
      else if (!deletion.isInSet(node.marks)) marked.push(range)
      return false
    }
    if (node.type === block) {
      const at = joined(node, pos, parent, index, from, to)
      if (at !== undefined && !joins.includes(at)) joins.push(at)
      return true
    }
    if (from <= pos && to >= pos + node.nodeSize) others++
    return true
  })
  if (own.length + marked.length + joins.length === 0) return others === 0
  for (const [start, end] of marked) out.addMark(start, end, deletion.create({ id: id() }))
  const steps = out.steps.length
  const gone: { at: number; run(at: number): void }[] = own.map(([start, end]) => ({
    at: start,
    run: (at) => void out.delete(at, at + end - start),
  }))
  for (const pos of joins) {
    const { attrs } = out.doc.nodeAt(pos)!
    const split = String(attrs[suggestionAttrs.split])
    if (split !== '' && hand.mine(split)) {
      gone.push({ at: pos, run: (at) => void (canJoin(out.doc, at) && out.join(at)) })
    } else if (attrs[suggestionAttrs.join] === '') {
      out.setNodeAttribute(pos, suggestionAttrs.join, id())
    }
  }
  for (const { at, run } of gone.sort((a, b) => b.at - a.at))
    run(out.mapping.slice(steps).map(at, 1))
  return true
}

/// The block whose beginning goes when `from`–`to` goes: this one, or the next when this one is the first.
function joined(
  node: Node,
  pos: number,
  parent: Node | null,
  index: number,
  from: number,
  to: number,
): number | undefined {
  if (!parent || apart(node)) return undefined
  const above = index > 0 ? parent.child(index - 1) : undefined
  const whole = from <= pos && to >= pos + node.nodeSize
  const joinable = above !== undefined && above.type === block && !apart(above)
  if (joinable && ((from < pos && to > pos) || whole)) return pos
  const below = parent.maybeChild(index + 1)
  if (whole && below && below.type === block && !apart(below)) return pos + node.nodeSize
  return undefined
}

/// Notes and captions never run together with the text around them.
const apart = (node: Node): boolean => ['note', 'caption'].includes(String(node.attrs.kind))

/// Puts the words in, marks them and the paragraphs they begin, and answers where they end.
function putIn({ out }: Work, at: number, slice: Slice, id: () => string): number {
  const steps = out.steps.length
  out.replace(at, at, slice)
  const end = out.mapping.slice(steps).map(at, 1)
  out.doc.nodesBetween(at, end, (node, pos) => {
    if (node.isInline) {
      out.addMark(
        Math.max(pos, at),
        Math.min(pos + node.nodeSize, end),
        insertion.create({ id: id() }),
      )
      return false
    }
    if (node.type === block && pos >= at) out.setNodeAttribute(pos, suggestionAttrs.split, id())
    return true
  })
  const $end = out.doc.resolve(end)
  // A whole paragraph put in: the caret goes into it.
  return $end.parent.inlineContent ? end : Math.max(at, end - 1)
}

/// A block of another kind: said beside it, or done where the block itself is one's own suggestion.
function reshape({ out, hand, before }: Work, pos: number, step: ReplaceAroundStep): boolean {
  const node = out.doc.nodeAt(pos)
  const made = step.slice.content.firstChild
  const only = step.slice.content.childCount === 1 && step.gapFrom === step.from + 1
  if (!node || !made || node.type !== block || made.type !== block || !only) return false
  const to = shapeIn(made.attrs)
  const now = shapeIn(node.attrs)
  if (made.attrs.source !== node.attrs.source) {
    out.setNodeAttribute(pos, 'source', made.attrs.source)
  }
  const split = String(node.attrs[suggestionAttrs.split])
  if (split !== '' && hand.mine(split)) {
    for (const [key, value] of Object.entries(to)) out.setNodeAttribute(pos, key, value)
    return true
  }
  if (['note', 'caption'].includes(to.kind) !== ['note', 'caption'].includes(now.kind)) return false
  const { head } = before.selection
  const held = shapeOf(node.attrs[suggestionAttrs.shape])
  const id = held && hand.mine(held.id) ? () => held.id : idBeside({ out, hand }, head, head)
  const same = JSON.stringify(to) === JSON.stringify(now)
  out.setNodeAttribute(pos, suggestionAttrs.shape, same ? '' : shapeValue(id(), to))
  return true
}

/// Bold and the like: one's own suggested letters take it; others are suggested replaced by themselves in it.
function format(work: Work, from: number, to: number, step: AddMarkStep | RemoveMarkStep): void {
  const { out, hand } = work
  const parts: { start: number; end: number; node: Node; own: boolean }[] = []
  out.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return true
    const held = insertion.isInSet(node.marks)
    const own = held !== undefined && hand.mine(String(held.attrs.id))
    if (own || !deletion.isInSet(node.marks)) {
      parts.push({ start: Math.max(pos, from), end: Math.min(pos + node.nodeSize, to), node, own })
    }
    return false
  })
  const id = idBeside(work, from, to)
  for (const { start, end, node, own } of parts.reverse()) {
    if (own) {
      if (step instanceof AddMarkStep) out.addMark(start, end, step.mark)
      else out.removeMark(start, end, step.mark)
      continue
    }
    const bare = node.marks.filter((mark) => !isSuggestion(mark))
    const marks =
      step instanceof AddMarkStep ? step.mark.addToSet(bare) : step.mark.removeFromSet(bare)
    if (sameMarks(marks, bare)) continue
    const copy = out.doc.slice(start, end).content
    const dressed = copy.content.map((one) =>
      one.mark([...insertion.create({ id: id() }).addToSet(marks)]),
    )
    out.insert(end, Fragment.from(dressed))
    out.addMark(start, end, deletion.create({ id: id() }))
  }
}

const sameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length && a.every((mark, i) => mark.eq(b[i]!))

/// One's own suggestion on either side goes on; otherwise a new one begins, when it is first needed.
function idBeside(
  { out, hand }: Pick<Work, 'out' | 'hand'>,
  from: number,
  to: number,
): () => string {
  const beside = [out.doc.resolve(from).nodeBefore, out.doc.resolve(to).nodeAfter].flatMap(
    (node) => node?.marks.filter(isSuggestion).map((mark) => String(mark.attrs.id)) ?? [],
  )
  const parent = out.doc.resolve(from).parent
  const split = parent.content.size === 0 ? String(parent.attrs[suggestionAttrs.split] ?? '') : ''
  let id = [...beside, split].find((one) => one !== '' && hand.mine(one))
  return () => (id ??= hand.fresh())
}

const isSuggestion = (mark: Mark): boolean => mark.type === insertion || mark.type === deletion

const inlineOnly = (slice: Slice): boolean => slice.content.content.every((node) => node.isInline)

/// Without suggestions of its own; undefined when there is more in it than paragraphs and what stands in them.
function cleaned(slice: Slice): Slice | undefined {
  let fits = true
  const clean = (fragment: Fragment): Fragment =>
    Fragment.from(
      fragment.content.map((node) => {
        if (node.isInline) {
          if (node.type.name === 'note_ref') fits = false
          return node.mark(node.marks.filter((mark) => !isSuggestion(mark)))
        }
        if (node.type !== block || apart(node)) fits = false
        const { kind, level, list, indent } = blockAttrs(node.attrs)
        const bare = { split: '', join: '', shape: '' }
        const own = Object.fromEntries(
          Object.entries(bare).map(([key, v]) => [suggestionAttrs[key as keyof typeof bare], v]),
        )
        return node.type === block
          ? block!.create({ ...node.attrs, kind, level, list, indent, ...own }, clean(node.content))
          : node
      }),
    )
  const content = clean(slice.content)
  return fits ? new Slice(content, slice.openStart, slice.openEnd) : undefined
}
