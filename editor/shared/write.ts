// Writes blocks into a section's document from the server: the region's own text at set-up, an import, a restore.
import { XmlElement, XmlText, type Doc } from 'yjs'
import { atomOf, atomSign } from './atoms.ts'
import { align } from './compare.ts'
import { readMarked } from './read.ts'
import { blockAttrs, newBlockId, type BlockAttrs, type PmJson } from './schema.ts'

/// A block to write. `text` is plain, or runs with marks. The same `id` in `nb` and `nn` makes two blocks counterparts.
export type BlockToWrite = Partial<BlockAttrs> & { text: string | Run[] }
export type Run = { text: string; bold?: true; italic?: true; href?: string }

/// Adds blocks at the end of a language's text, in one transaction. Ids are kept when given, so that seeding twice from
/// the same source gives the same anchors.
export function writeBlocks(doc: Doc, lang: 'nb' | 'nn', blocks: BlockToWrite[]): void {
  doc.transact(() => {
    const fragment = doc.getXmlFragment(lang)
    fragment.insert(fragment.length, blocks.map(element))
  })
}

/// Makes a language's text what `json` says, in one transaction. Blocks that already are as they shall be keep their
/// place in the shared document, so what somebody types in them at that moment is not lost.
export function replaceText(doc: Doc, lang: 'nb' | 'nn', json: PmJson): void {
  doc.transact(() => {
    const fragment = doc.getXmlFragment(lang)
    // Only what reads as one block each can be matched by place.
    const now = readMarked(fragment).content ?? []
    const wanted = json.content ?? []
    if (now.length !== fragment.length) {
      fragment.delete(0, fragment.length)
      fragment.insert(0, wanted.map(fromJson))
      return
    }
    let at = 0
    for (const [was, will] of align(now, wanted, sameBlock)) {
      if (was === undefined && will) fragment.insert(at++, [fromJson(will)])
      else if (will === undefined) fragment.delete(at, 1)
      else at++
    }
  })
}

const sameBlock = (a: PmJson, b: PmJson): boolean => JSON.stringify(a) === JSON.stringify(b)

function element({ text, ...attrs }: BlockToWrite): XmlElement {
  const block = new XmlElement('block')
  setAttributes(block, { ...blockAttrs(attrs), id: attrs.id ?? newBlockId() })
  const runs = typeof text === 'string' ? [{ text }] : text
  if (runs.some((run) => run.text)) block.insert(0, [textOf(runs)])
  return block
}

function textOf(runs: Run[]): XmlText {
  const text = new XmlText()
  text.applyDelta(
    runs
      .filter((run) => run.text)
      .map((run) => ({
        insert: run.text,
        attributes: {
          ...(run.href ? { link: { href: run.href } } : {}),
          ...(run.bold ? { bold: {} } : {}),
          ...(run.italic ? { italic: {} } : {}),
        },
      })),
  )
  return text
}

/// A block, table or picture of a written text, as an element to be put in a document.
export function fromJson(node: PmJson): XmlElement {
  const made = new XmlElement(node.type)
  setAttributes(made, node.type === 'block' ? blockAttrs(node.attrs ?? {}) : (node.attrs ?? {}))
  const parts: (XmlElement | XmlText)[] = []
  let runs: { insert: string; attributes: Record<string, object> }[] = []
  const close = () => {
    if (runs.length === 0) return
    const text = new XmlText()
    text.applyDelta(runs)
    parts.push(text)
    runs = []
  }
  for (const child of node.content ?? []) {
    const atom = node.type === 'block' ? atomOf(child.type, child.attrs) : undefined
    if (child.type === 'text' || atom) {
      const marks = (child.marks ?? []).map((m) => [m.type, m.attrs ?? {}] as const)
      const attributes = { ...Object.fromEntries(marks), ...(atom ? { atom } : {}) }
      runs.push({ insert: atom ? atomSign : (child.text ?? ''), attributes })
    } else {
      close()
      parts.push(fromJson(child))
    }
  }
  close()
  made.insert(0, parts)
  return made
}

/// The binding stores scalars as they are; Yjs' own types only speak of strings.
function setAttributes(
  element: XmlElement,
  attrs: Record<string, string | number | boolean>,
): void {
  for (const [key, value] of Object.entries(attrs)) {
    ;(element as XmlElement<Record<string, string | number | boolean>>).setAttribute(key, value)
  }
}
