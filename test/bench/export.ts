// What taking a document out costs: an edition of about a hundred pages with tables, notes and pictures, made as each kind
// of file the way people get it, in the process beside. The first is with that process cold. While it works, how long the
// serving process would have kept somebody waiting.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getDocumentProxy } from 'unpdf'
import { compose } from '../../service/export/compose.ts'
import type { Format } from '../../service/export/format.ts'
import type { Paper } from '../../service/export/paper.ts'
import { createPress, type Press } from '../../service/export/press.ts'
import { editionSource, keptPicture } from '../support/source.ts'
import type { Figures } from './procedure-figures.ts'

const limits: Record<Format, number> = { pdf: 2000, docx: 1000, html: 1000 }

/// One row a format: the median of `rounds`, each of a paper of its own, since the same one is only made once.
export async function* exportRows(rounds: number): AsyncGenerator<Figures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'planvev-bench-'))
  const press = createPress({ dataDir })
  try {
    const image = await keptPicture(dataDir)
    const composing: number[] = []
    const paper = (n: number): Paper => {
      const source = editionSource({ chapters: 53, image })
      source.strategy.title.nb = `Felles planstrategi, måling ${n}`
      const began = performance.now()
      const made = compose(source, 'nb')
      composing.push(performance.now() - began)
      return made
    }
    for (const format of ['pdf', 'docx', 'html'] as const) {
      const cold = await timed(press, paper(-1), format)
      const warm = []
      for (let round = 0; round < rounds; round++) {
        warm.push(await timed(press, paper(round), format))
      }
      const ms = median(warm.map((one) => one.ms))
      yield {
        scenario: `export ${format}`,
        rounds,
        ...(format === 'pdf' ? { pages: await pagesOf(warm[0]!.path) } : {}),
        kB: Math.round(warm[0]!.bytes / 1000),
        firstMs: Math.round(cold.ms),
        ms: Math.round(ms),
        limit: limits[format],
        met: ms <= limits[format],
        composeMs: Math.round(median(composing)),
        loopDelayP50: round1(median(warm.map((one) => one.p50))),
        loopDelayMost: round1(Math.max(...warm.map((one) => one.most))),
      }
    }
  } finally {
    await press.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function timed(press: Press, paper: Paper, format: Format) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const began = performance.now()
  const order = await press.order(paper, format)
  delay.enable()
  await order!.ended
  delay.disable()
  const ms = performance.now() - began
  if (!order?.file) throw new Error(`${format} was not made`)
  const { path, bytes } = order.file
  return { ms, path, bytes, p50: delay.percentile(50) / 1e6, most: delay.max / 1e6 }
}

const pagesOf = async (path: string): Promise<number> =>
  (await getDocumentProxy(new Uint8Array(readFileSync(path)))).numPages

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const round1 = (value: number): number => Math.round(value * 10) / 10
