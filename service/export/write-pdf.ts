// A paper as PDF: tagged, with bookmarks and one date, and archival (PDF/A-2a) where the native build sets it.
import { readFileSync } from 'node:fs'
import { fonts } from './fonts.ts'
import type { Paper } from './paper.ts'
import { pdfData } from './pdf-data.ts'
import type { Picture } from './pictures.ts'
import { openTypst, TypstError, type PdfFile, type Standard, type Typst } from './typst.ts'

export type Pdf = {
  bytes: Buffer
  /// What the file claims; undefined where this machine could only make it tagged.
  standard: Standard | undefined
}

const template = readFileSync(new URL('./strategy.typ', import.meta.url), 'utf8')
const opened = new Map<string, Promise<Typst>>()

/// `kind` asks for one build; without it the best there is.
export async function writePdf(
  paper: Paper,
  pictures: ReadonlyMap<string, Picture>,
  { kind, standard = 'a-2a' }: { kind?: Typst['kind']; standard?: Standard } = {},
): Promise<Pdf> {
  const typst = await (opened.get(kind ?? '') ?? openOnce(kind))
  const images = [...pictures].map(([hash, { type, bytes }]): PdfFile & { hash: string } => ({
    hash,
    name: `${hash}.${type}`,
    bytes,
  }))
  const names = new Map(images.map(({ hash, name }) => [hash, name]))
  const claims = typst.kind === 'native' ? standard : undefined
  const set = (has: (sign: number) => boolean): Buffer => {
    const json = Buffer.from(JSON.stringify(pdfData(paper, names, has)))
    return typst.pdf(template, [{ name: 'paper.json', bytes: json }, ...images], claims)
  }
  try {
    return { bytes: set(fonts().has), standard: claims }
  } catch (error) {
    // Signs that each have a glyph may still not be set together. Then only plain letters are, the rest by number.
    if (!(error instanceof TypstError)) throw error
    return { bytes: set((sign) => sign < 0x250 && fonts().has(sign)), standard: claims }
  }
}

function openOnce(kind: Typst['kind'] | undefined): Promise<Typst> {
  const opening = openTypst(fonts().bytes, kind)
  opened.set(kind ?? '', opening)
  return opening
}
