// A Word document read: cleaned, given to mammoth for its tree, turned into blocks, its pictures taken out, and what was not
// understood counted. Runs in the worker and knows neither house nor database.
import mammoth from 'mammoth'
import type { PmJson } from '../../editor/shared/schema.ts'
import { imageKind } from '../image/kind.ts'
import { clean, type Clean } from './clean.ts'
import { Unreadable } from './fault.ts'
import { createCounter, type Left } from './left.ts'
import { stylesOf } from './styles.ts'
import { toText } from './to-text.ts'
import type { Picture, WordDocument } from './word-tree.ts'

export type Reading = {
  title: string
  content: PmJson[]
  notes: PmJson[]
  /// By number; without bytes where the picture could not be taken along.
  pictures: { alt: string; bytes?: Uint8Array }[]
  left: Left[]
}

/// More than this is not one chapter.
export const mostBlocks = 3000

/// Throws `Unreadable`.
export async function readWord(bytes: Buffer, prefix: string): Promise<Reading> {
  const cleaned = clean(bytes)
  const document = await treeOf(cleaned)
  const counter = createCounter()
  const styles = stylesOf(cleaned.texts.get('word/styles.xml') ?? '')
  const text = toText(document, styles, prefix, counter)
  if (text.content.length === 0) throw new Unreadable('nothing')
  if (text.content.length + text.notes.length > mostBlocks) throw new Unreadable('long')
  countUnseen(cleaned, counter)
  const pictures: Reading['pictures'] = []
  for (const picture of text.pictures) {
    const alt = (picture.altText ?? '').trim().slice(0, 1000)
    // What lies elsewhere has lost its address and cannot be read.
    const found = await bytesOf(picture).catch(() => undefined)
    if (!found) pictures.push({ alt })
    else if (!imageKind(found)) {
      counter.add('image-kind')
      pictures.push({ alt })
    } else pictures.push({ alt, bytes: Uint8Array.from(found) })
  }
  const { title, content, notes } = text
  return { title, content, notes, pictures, left: counter.list() }
}

/// A picture that is not there is told by a throw here, by a promise there.
const bytesOf = async (picture: Picture): Promise<Buffer> => picture.readAsBuffer()

async function treeOf({ docx }: Clean): Promise<WordDocument> {
  let document: WordDocument | undefined
  await mammoth
    .convertToHtml(
      { buffer: docx },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (whole: WordDocument) => {
          document = whole
          return { ...whole, children: [], comments: [] }
        },
      },
    )
    .catch((error: unknown) => {
      // Nesting so deep that reading it runs out of stack is heavy; all else is a file that is not what it says.
      throw new Unreadable(error instanceof RangeError ? 'heavy' : 'broken')
    })
  if (!document) throw new Unreadable('broken')
  return document
}

/// What the library passes over without a word.
function countUnseen(
  { texts, linkedImages, embedded }: Clean,
  counter: ReturnType<typeof createCounter>,
): void {
  const body = texts.get('word/document.xml') ?? ''
  const times = (pattern: RegExp): number => body.match(pattern)?.length ?? 0
  const seen: [Parameters<typeof counter.add>[0], number][] = [
    ['linked-image', linkedImages],
    ['embedded', embedded],
    ['equation', times(/<m:oMath[ >]/g)],
    ['drawing', times(/<(c:chart|dgm:relIds|wpg:wgp|wpc:wpc)[ >]/g)],
    ['text-box', Math.ceil(times(/<w:txbxContent[ >]/g) / 2)],
    ['inserted', times(/<w:ins [^>]*[^/]>/g)],
    ['deleted', times(/<w:del [^>]*[^/]>/g)],
    ['header', times(/<w:(header|footer)Reference /g)],
  ]
  for (const [what, count] of seen) if (count > 0) counter.add(what, undefined, count)
}
