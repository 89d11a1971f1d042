// Files are made beside the process that serves people: once however many ask, and a process that dies or hangs costs
// one order and nothing else.
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compose } from '../../../service/export/compose.ts'
import { createPress, type Press } from '../../../service/export/press.ts'
import { createWaitingRoom } from '../../../service/export/waiting.ts'
import { editionSource } from '../../support/source.ts'

let dataDir: string
let press: Press
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'planvev-'))
  press = createPress({ dataDir })
})
afterEach(async () => {
  await press.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const paper = compose(editionSource(), 'nb')

describe('the press', () => {
  test('makes a file once for all who ask, and has it ready for the next', async () => {
    const [one, two] = await Promise.all([press.order(paper, 'docx'), press.order(paper, 'docx')])
    expect(two).toBe(one)
    await one!.ended
    expect(one).toMatchObject({ stage: 'done', file: { archival: false } })
    const again = await press.order(structuredClone(paper), 'docx')
    expect(again).toMatchObject({ stage: 'done', file: { path: one!.file!.path } })
    expect((await readFile(again!.file!.path)).length).toBe(again!.file!.bytes)
  })

  test('gives up what takes too long, and goes on with the next', async () => {
    const hasty = createPress({ dataDir, limitMs: 1 })
    try {
      const order = await hasty.order(paper, 'pdf')
      await order!.ended
      expect(order!.stage).toBe('failed')
    } finally {
      await hasty.close()
    }
    const next = await press.order(paper, 'html')
    await next!.ended
    expect(next!.stage).toBe('done')
  })

  test('puts what somebody waits for before what nobody does, and takes only so much of that', async () => {
    const papers = Array.from({ length: 20 }, (_, i) => ({ ...paper, title: `${i}` }))
    const calm = await Promise.all(papers.map((one) => press.order(one, 'html', 'calm')))
    expect(calm.filter((one) => one === undefined).length).toBeGreaterThan(0)
    const wanted = await press.order({ ...paper, title: 'nå' }, 'html')
    await wanted!.ended
    expect(calm.filter((one) => one?.stage === 'waiting').length).toBeGreaterThan(0)
  })

  test('leaves this process free while a long document is set', { timeout: 60_000 }, async () => {
    const long = compose(editionSource({ chapters: 25 }), 'nb')
    const warm = await press.order(paper, 'pdf')
    await warm!.ended
    const order = await press.order(long, 'pdf')
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await order!.ended
    delay.disable()
    expect(order!.stage).toBe('done')
    expect(delay.percentile(50) / 1e6).toBeLessThan(50)
  })
})

describe('the waiting room', () => {
  test('shows an order only to the one who asked, and what is public to all who know it', async () => {
    const room = createWaitingRoom()
    const order = (await press.order(paper, 'html'))!
    const mine = room.hold({ order, name: 'a.html', person: 'anna', again: '/' })
    const open = room.hold({ order, name: 'a.html', person: null, again: '/' })
    expect(room.look(mine, 'anna')?.order).toBe(order)
    expect([room.look(mine, 'bo'), room.look(mine, undefined)]).toEqual([undefined, undefined])
    expect(room.look(open, undefined)?.order).toBe(order)
    await order.ended
  })
})
