// A Word document as it is given to the library that reads it: only the parts that are read, each unpacked by us within its
// limits, without declarations, and without addresses of pictures that lie elsewhere. Runs in the worker.
import { limits, unpack, type Part } from './archive.ts'
import { Unreadable } from './fault.ts'
import { lookAt } from './look.ts'
import { storedZip } from './stored-zip.ts'

export type Clean = {
  docx: Buffer
  /// The parts with words in them, to look for what the library says nothing of.
  texts: Map<string, string>
  linkedImages: number
  embedded: number
}

const needed =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(document|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/[^/]+\.rels)$/
const media = /^word\/media\/[^/]+$/

export function clean(bytes: Buffer): Clean {
  const parts = lookAt(bytes)
  const texts = new Map<string, string>()
  const kept: { name: string; bytes: Buffer }[] = []
  let linkedImages = 0
  for (const part of parts.values()) {
    if (media.test(part.name)) kept.push({ name: part.name, bytes: unpack(bytes, part) })
    if (!needed.test(part.name)) continue
    let text = textOf(bytes, part)
    if (part.name.endsWith('.rels')) {
      const away = withoutLinked(text)
      linkedImages += away.count
      text = away.text
    }
    texts.set(part.name, text)
    kept.push({ name: part.name, bytes: Buffer.from(text, 'utf8') })
  }
  if (/macroEnabled/i.test(texts.get('[Content_Types].xml') ?? '')) throw new Unreadable('macros')
  const embedded = [...parts.keys()].filter((name) => name.startsWith('word/embeddings/')).length
  return { docx: storedZip(kept), texts, linkedImages, embedded }
}

/// A part as text. Word writes UTF-8 and no declarations; what does otherwise was not written by Word.
function textOf(bytes: Buffer, part: Part): string {
  if (part.size > limits.text) throw new Unreadable('long')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(unpack(bytes, part))
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken')
  }
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) throw new Unreadable('doctype')
  return text
}

/// Pictures that lie elsewhere are never fetched: their address is taken away before anything could.
function withoutLinked(text: string): { text: string; count: number } {
  let count = 0
  const without = text.replaceAll(/<Relationship\b[^>]*>/g, (one) => {
    if (!/TargetMode\s*=\s*["']External["']/i.test(one)) return one
    if (/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(one)) return one
    if (/Type\s*=\s*["'][^"']*\/image["']/i.test(one)) count++
    return one.replace(/Target\s*=\s*("[^"]*"|'[^']*')/, 'Target="about:blank"')
  })
  return { text: without, count }
}
