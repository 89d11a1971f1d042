// Makes files in a process of its own, beside the one that serves people: what takes a second there, or all the memory
// there is, is not felt here. Speaks only with `press.ts`, writes only on the shelf, and ends when that one does.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Format } from './format.ts'
import type { Paper } from './paper.ts'
import { readPictures } from './pictures.ts'
import { shelfPath } from './shelf.ts'
import { writeDocx } from './write-docx.ts'
import { writeHtml } from './write-html.ts'
import { writePdf } from './write-pdf.ts'

export type Ask = {
  id: number
  key: string
  format: Format
  /// The paper as JSON.
  paper: string
  dataDir: string
  folder: string
}

export type Told =
  | { id: number; stage: 'pictures'; done: number; of: number }
  | { id: number; stage: 'setting' }
  | { id: number; stage: 'done'; path: string; bytes: number; archival: boolean }
  | { id: number; stage: 'failed'; reason: string }

const tell = (told: Told): void => void process.send?.(told)

process.on('message', (ask: Ask) => {
  void make(ask).then(tell, (error: unknown) =>
    tell({ id: ask.id, stage: 'failed', reason: String(error).slice(0, 500) }),
  )
})
process.on('disconnect', () => process.exit(0))

async function make({ id, key, format, paper: json, dataDir, folder }: Ask): Promise<Told> {
  const paper = JSON.parse(json) as Paper
  const pictures = await readPictures(paper, dataDir, (done, of) =>
    tell({ id, stage: 'pictures', done, of }),
  )
  tell({ id, stage: 'setting' })
  let archival = false
  let bytes: Buffer
  if (format === 'pdf') {
    const pdf = await writePdf(paper, pictures)
    bytes = pdf.bytes
    archival = pdf.standard === 'a-2a'
  } else {
    bytes = format === 'docx' ? writeDocx(paper, pictures) : writeHtml(paper, pictures)
  }
  const path = shelfPath(folder, key, format, archival)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.${id}.making`, bytes)
  await rename(`${path}.${id}.making`, path)
  return { id, stage: 'done', path, bytes: bytes.length, archival }
}
