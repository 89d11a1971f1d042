// What the editor costs in a real browser: a keystroke in a section of fifty pages while ten others type, opening that
// section, and what is sent before the first key. Every figure stands beside its limit; a keystroke also beside the same
// key on an empty page in the same run, for on a busy machine that measures the others.
import type { BrowserContext, Page } from 'playwright-core'
import { fork, type ChildProcess } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { toHtml } from '../../editor/shared/html.ts'
import { openBrowser } from '../support/browser.ts'
import type { EditorHouse } from './editor-house.ts'
import { others } from './editor-others.ts'
import { fiftyPages } from './fifty-pages.ts'
import type { Figures } from './procedure-figures.ts'

const limits = { p50: 16, p99: 50, readable: 300, editable: 1000, kB: 170, render: 15 }
const keys = Number(process.env['KEYS'] ?? 300)

/// One row a scenario as it is measured. `rounds` openings.
export async function* editorRows(rounds: number): AsyncGenerator<Figures> {
  yield rendering()
  const { house, child } = await startHouse()
  const browser = await openBrowser()
  try {
    yield await opening(rounds, () => browser.newContext(), house)
    yield await search(house)
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    yield await keystroke(context, house)
  } finally {
    await browser.close()
    child.kill('SIGTERM')
  }
}

/// (a) 1,500 blocks to HTML on the server, without a DOM.
function rendering(): Figures {
  const json = fiftyPages(1500)
  const times = Array.from({ length: 41 }, () => {
    const began = performance.now()
    toHtml(json)
    return performance.now() - began
  })
  const ms = at(times, 0.5)
  return {
    scenario: 'editor-render',
    blocks: 1500,
    ms,
    p99: at(times, 0.99),
    limit: limits.render,
    met: ms <= limits.render,
  }
}

/// (b) From navigation until the text can be read and until it can be written, in a browser that has never been here, and
/// the bytes that took.
async function opening(
  rounds: number,
  fresh: () => Promise<BrowserContext>,
  house: EditorHouse,
): Promise<Figures> {
  const readable: number[] = []
  const editable: number[] = []
  const paint: number[] = []
  let bytes = 0
  let foreign = 0
  for (let i = 0; i < rounds; i++) {
    const context = await fresh()
    const page = await signedIn(context, house)
    await page.addInitScript(watchOpening)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    const scripts = new Map<string, number>()
    cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type === 'Script') scripts.set(requestId, 0)
      if (!response.url.startsWith(house.url) && !response.url.startsWith('data:')) foreign++
    })
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength)
    })
    await page.goto(`${house.url}/tekst/${house.section}?maal=nb`)
    const times = await page.evaluate<Times>('globalThis.opening')
    readable.push(times.readable)
    editable.push(times.editable)
    paint.push(times.paint)
    await page.evaluate(quiet)
    bytes = [...scripts.values()].reduce((a, b) => a + b, 0)
    await context.close()
  }
  const row = { readable: at(readable, 0.5), editable: at(editable, 0.5), kB: bytes / 1000 }
  return {
    scenario: 'editor-opening',
    blocks: 600,
    rounds,
    readableMs: row.readable,
    firstPaintMs: at(paint, 0.5),
    readableLimit: limits.readable,
    editableMs: row.editable,
    editableLimit: limits.editable,
    scriptKb: Math.round(row.kB * 10) / 10,
    scriptLimit: limits.kB,
    foreignRequests: foreign,
    met:
      row.readable <= limits.readable &&
      row.editable <= limits.editable &&
      row.kB <= limits.kB &&
      foreign === 0,
  }
}

/// (d) Words looked for in all the text of fifty pages and more, the whole page as it is answered; before and after it was
/// read for the first time since somebody wrote.
async function search(house: EditorHouse): Promise<Figures> {
  const times: number[] = []
  for (const words of [
    'kommunene',
    'skred flom',
    '"planlegge for"',
    'finnes aldri',
    'klima',
    'vann',
  ]) {
    const began = performance.now()
    const answer = await fetch(`${house.url}/tekst/sok?q=${encodeURIComponent(words)}`, {
      headers: { cookie: `sid=${house.writer}` },
    })
    await answer.text()
    times.push(performance.now() - began)
  }
  const ms = at(times.slice(1), 0.5)
  return {
    scenario: 'editor-search',
    words: 20_000,
    firstMs: round(times[0]!),
    ms,
    limit: 100,
    met: ms <= 100,
  }
}

/// (c) A key from the event's own time to the task after the next frame.
async function keystroke(context: BrowserContext, house: EditorHouse): Promise<Figures> {
  const places = [3, 47, 110, 170, 233, 299, 302, 380, 470, 590]
  const colleagues = await others(house, places)
  const empty = await context.newPage()
  await empty.goto(`${house.url}/design/merke.svg`)
  await empty.goto('about:blank')
  await empty.setContent('<div contenteditable="true" style="height:20rem">x</div>')
  await empty.locator('div').click()
  const bare = await typed(empty, Math.ceil(keys / 2))
  const page = await signedIn(context, house)
  await page.goto(`${house.url}/tekst/${house.section}?maal=nb`)
  await page.waitForSelector('.words[contenteditable="true"]')
  await page.locator('[data-id="s300"]').click()
  await page.keyboard.press('End')
  const before = colleagues.typed()
  const began = performance.now()
  const times = await typed(page, keys)
  const theirs = ((colleagues.typed() - before) * 1000) / (performance.now() - began)
  await page.close()
  await empty.bringToFront()
  bare.push(...(await typed(empty, Math.ceil(keys / 2))))
  colleagues.stop()
  const row = { p50: at(times, 0.5), p99: at(times, 0.99) }
  return {
    scenario: 'editor-keystroke',
    blocks: 600,
    keys,
    theirsPerSecond: round(theirs),
    load: round(loadavg()[0]!),
    ...row,
    max: at(times, 1),
    limit50: limits.p50,
    limit99: limits.p99,
    emptyP50: at(bare, 0.5),
    emptyP99: at(bare, 0.99),
    overEmptyP50: round(row.p50 - at(bare, 0.5)),
    met: row.p50 <= limits.p50 && row.p99 <= limits.p99,
  }
}

/// Types in human rhythm and answers what each key took.
async function typed(page: Page, count: number): Promise<number[]> {
  await page.evaluate(watchKeys)
  const words = 'kommunene skal samarbeide om felles planer '
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(words[i % words.length] === ' ' ? 'Space' : words[i % words.length]!)
    await new Promise((resolve) => setTimeout(resolve, 55 + ((i * 37) % 60)))
  }
  return page.evaluate<number[]>('globalThis.keyTimes')
}

const watchKeys = `(() => {
  globalThis.keyTimes = []
  const line = new MessageChannel()
  const waiting = []
  line.port1.onmessage = () => keyTimes.push(performance.now() - waiting.shift())
  addEventListener('keydown', (event) => {
    requestAnimationFrame(() => {
      waiting.push(event.timeStamp)
      line.port2.postMessage(0)
    })
  }, { capture: true })
})()`

type Times = { readable: number; editable: number; paint: number }

/// Since navigation: words on the screen, and a text that takes keys.
const watchOpening = `
  globalThis.opening = new Promise((resolve) => {
    const times = {}
    const after = (name) => {
      times[name] ??= 0
      requestAnimationFrame(() => setTimeout(() => {
        times[name] = performance.now()
        if (name === 'editable') {
          times.paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
          resolve(times)
        }
      }))
    }
    const look = () => {
      if (!('readable' in times) && document.querySelector('.paper .words > *')) after('readable')
      if (document.querySelector('.words[contenteditable="true"]')) {
        watch.disconnect()
        after('editable')
      }
    }
    const watch = new MutationObserver(look)
    watch.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['contenteditable'] })
  })`

const quiet = `new Promise((resolve) => {
  let timer
  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(resolve, 700)
  }
  new PerformanceObserver(again).observe({ type: 'resource' })
  again()
})`

async function signedIn(context: BrowserContext, house: EditorHouse): Promise<Page> {
  await context.addCookies([{ name: 'sid', value: house.writer, url: house.url }])
  return context.newPage()
}

async function startHouse(): Promise<{ house: EditorHouse; child: ChildProcess }> {
  const file = fileURLToPath(new URL('editor-house.ts', import.meta.url))
  const child = fork(file, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const house = await new Promise<EditorHouse>((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (part: Buffer) => {
      said += part.toString()
      if (said.includes('\n')) resolve(JSON.parse(said) as EditorHouse)
    })
    child.once('exit', (code) => reject(new Error(`the house ended with ${code}`)))
  })
  return { house, child }
}

const round = (ms: number): number => Math.round(ms * 10) / 10

/// The value at a share of the sorted list.
const at = (values: number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
}
