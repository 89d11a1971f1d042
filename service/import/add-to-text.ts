// Puts blocks at the end of a text, before its notes, in one transaction, and never twice: their ids say that they are there.
import { XmlElement, type Doc } from 'yjs'
import { fromJson } from '../../editor/shared/write.ts'
import type { PmJson } from '../../editor/shared/schema.ts'

/// True when it was put in; false when it was there already.
export function addToText(
  doc: Doc,
  lang: 'nb' | 'nn',
  { content, notes }: { content: PmJson[]; notes: PmJson[] },
): boolean {
  const fragment = doc.getXmlFragment(lang)
  const ids = new Set([...content, ...notes].map((node) => node.attrs?.id).filter(Boolean))
  const children = fragment.toArray()
  const there = children.some((one) => one instanceof XmlElement && ids.has(idOf(one)))
  if (there) return false
  doc.transact(() => {
    // An empty text holds one empty block to write in.
    if (children.length === 1 && isEmptyBlock(children[0])) fragment.delete(0, 1)
    let end = fragment.length
    while (end > 0 && isNote(fragment.get(end - 1))) end--
    fragment.insert(end, content.map(fromJson))
    if (notes.length > 0) fragment.insert(fragment.length, notes.map(fromJson))
  })
  return true
}

const attribute = (element: XmlElement, name: string): unknown => element.getAttribute(name)
const idOf = (element: XmlElement): string => String(attribute(element, 'id') ?? '')

const isNote = (one: unknown): boolean =>
  one instanceof XmlElement && one.nodeName === 'block' && attribute(one, 'kind') === 'note'

const isEmptyBlock = (one: unknown): boolean =>
  one instanceof XmlElement &&
  one.nodeName === 'block' &&
  one.toString().replaceAll(/<[^>]*>/g, '') === ''
