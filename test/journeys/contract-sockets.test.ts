// The contract's websocket, with the stock client and with hand-made sockets, through a real process.
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startServer, type Server } from '../support/server.ts'
import { Stranger, type Listed, type Section } from './stranger.ts'

// Whole processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const oyer = '3440'
const vaga = '3435'
const day = '2028-02-14'

let server: Server
let s: Stranger
let sections: Section[]

beforeAll(async () => {
  server = await startServer({ env: { DEMO: '1' } })
  s = new Stranger(server.url)
  await s.look()
  sections = (await s.detail()).sections
}, 120_000)

afterAll(async () => {
  await server?.stop()
  server?.remove()
})

const at = (zone: string, i = 0): Section => sections.filter((one) => one.zone === zone)[i]!

/// A socket as bytes: what it heard, and how it ended. `opened` tells that the handshake came before the end.
async function raw(
  path: string,
  who?: Listed,
  headers: { [name: string]: string } = {},
): Promise<{
  ws: WebSocket
  opened: boolean
  heard: Uint8Array[]
  closed: Promise<number>
  settled: Promise<number | 'open' | 'refused'>
}> {
  const cookie = who ? await s.cookie(who) : undefined
  const ws = new WebSocket(server.url.replace('http', 'ws') + path, {
    headers: { ...(cookie ? { cookie } : {}), ...headers },
  })
  const self = {
    ws,
    opened: false,
    heard: [] as Uint8Array[],
    closed: new Promise<number>((resolve) => ws.once('close', resolve)),
    settled: Promise.resolve<number | 'open' | 'refused'>('open'),
  }
  self.settled = new Promise((resolve) => {
    ws.on('open', () => (self.opened = true))
    ws.on('message', (data: Buffer) => {
      self.heard.push(data)
      resolve('open')
    })
    ws.once('close', (code) => resolve(code))
    ws.once('unexpected-response', (_, answer) => resolve(answer.statusCode!))
    ws.on('error', () => {})
  })
  return self
}

type Writer = { doc: Y.Doc; provider: WebsocketProvider }
const open = new Set<WebsocketProvider>()

async function join(section: Section, who: Listed, params = {}): Promise<Writer> {
  const cookie = await s.cookie(who)
  class Signed extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(
    `${server.url.replace('http', 'ws')}/collab`,
    section.id,
    doc,
    {
      WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 200,
      params,
    },
  )
  open.add(provider)
  return { doc, provider }
}

afterEach(() => {
  for (const provider of open) provider.destroy()
  open.clear()
})

const synced = ({ provider }: Writer): Promise<void> =>
  provider.synced
    ? Promise.resolve()
    : new Promise((resolve) => {
        const on = (state: boolean): void => {
          if (!state) return
          provider.off('sync', on)
          resolve()
        }
        provider.on('sync', on)
      })

/// Fulfilled when `holds` does, looked at after every update.
const until = ({ doc }: Writer, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })

const ended = ({ provider }: Writer): Promise<number> =>
  new Promise((resolve) => provider.on('connection-close', (event) => resolve(event?.code ?? 0)))

/// A block of plain text, as the contract describes it.
function write({ doc }: Writer, words: string, lang: 'nb' | 'nn' = 'nb'): Y.XmlElement {
  const block = new Y.XmlElement('block')
  block.setAttribute('kind', 'paragraph')
  block.setAttribute('id', `stranger-${words.length}-${doc.clientID}`)
  const text = new Y.XmlText()
  text.insert(0, words)
  doc.transact(() => {
    block.insert(0, [text])
    const root = doc.getXmlFragment(lang)
    root.insert(root.length, [block])
  })
  return block
}

const says = ({ doc }: Writer, lang: 'nb' | 'nn' = 'nb'): string =>
  doc.getXmlFragment(lang).toString()

describe('the stock client', () => {
  test('finds a section with its text in blocks, one root a language', async () => {
    const ingrid = await join(at('joint', 1), s.who('planner', oyer))
    await synced(ingrid)
    expect([...ingrid.doc.share.keys()].sort()).toEqual(['nb', 'nn'])
    const block = ingrid.doc.getXmlFragment('nb').get(0) as Y.XmlElement
    expect(block.nodeName).toBe('block')
    expect(block.getAttribute('kind')).toEqual(expect.any(String))
    expect(block.get(0)).toBeInstanceOf(Y.XmlText)
  })

  test('co-writes with others, and what it wrote is there after a kill', async () => {
    const section = at('joint', 2)
    const ingrid = await join(section, s.who('planner', oyer))
    const olav = await join(section, s.who('planner', vaga))
    await Promise.all([synced(ingrid), synced(olav)])
    write(ingrid, 'Fra Øyer.')
    write(olav, 'Fra Vågå.', 'nn')
    await until(olav, () => says(olav).includes('Fra Øyer.'))
    await until(ingrid, () => says(ingrid, 'nn').includes('Fra Vågå.'))
    await server.kill()
    server = await server.again()
    const kari = await join(section, s.who('coordinator'))
    await synced(kari)
    expect(says(kari)).toContain('Fra Øyer.')
    expect(says(kari, 'nn')).toContain('Fra Vågå.')
    write(kari, 'Etter omstart.')
    await until(olav, () => says(olav).includes('Etter omstart.'))
  })

  test('two hundred random edits of three converge, across a kill', async () => {
    const section = at('joint', 3)
    const three = await Promise.all(
      [s.who('planner', oyer), s.who('planner', vaga), s.who('coordinator')].map((who) =>
        join(section, who),
      ),
    )
    await Promise.all(three.map(synced))
    let seed = 20_280_214
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let i = 0; i < 200; i++) {
      const writer = three[next(3)]!
      const root = writer.doc.getXmlFragment('nb')
      const block = root.get(next(root.length)) as Y.XmlElement
      const text = block.get(0) as Y.XmlText | undefined
      const what = next(10)
      if (what === 0) write(writer, `ledd ${i}`)
      else if (what === 1) block.setAttribute('kind', next(2) ? 'heading' : 'paragraph')
      else if (text instanceof Y.XmlText && what < 4 && text.length > 2) text.delete(0, 2)
      else if (text instanceof Y.XmlText) text.insert(next(text.length + 1), `${i} `)
      else write(writer, `nytt ${i}`)
      if (i === 100) {
        await server.kill()
        server = await server.again()
      }
    }
    for (const [i, writer] of three.entries()) write(writer, `siste ${i}`)
    const all = (one: Writer) => [0, 1, 2].every((i) => says(one).includes(`siste ${i}`))
    await Promise.all(three.map((one) => until(one, () => all(one))))
    expect(new Set(three.map((one) => says(one))).size).toBe(1)
    const fresh = await join(section, s.who('planner', '3405'))
    await synced(fresh)
    expect(says(fresh)).toBe(says(three[0]!))
  }, 60_000)
})

test('a section just added is written in like any other', async () => {
  const made = await s.post(
    `/api/strategies/${s.strategy}/sections`,
    { code: 'X1', title: 'Vedlegg', zone: 'joint', language: 'nb' },
    s.who('coordinator'),
  )
  expect(made.status).toBe(201)
  const section = { ...at('joint'), id: String(made.body.id), collab: String(made.body.collab) }
  const ingrid = await join(section, s.who('planner', oyer))
  const kari = await join(section, s.who('coordinator'))
  await Promise.all([synced(ingrid), synced(kari)])
  write(ingrid, 'Fra Øyer.')
  write(kari, 'Frå koordinatoren.', 'nn')
  await until(kari, () => says(kari).includes('Fra Øyer.'))
  await until(ingrid, () => says(ingrid, 'nn').includes('Frå koordinatoren.'))
})

test('other roots are carried to everybody, and are in no version', async () => {
  const section = at('joint', 6)
  const ingrid = await join(section, s.who('planner', oyer))
  const olav = await join(section, s.who('planner', vaga))
  await Promise.all([synced(ingrid), synced(olav)])
  ingrid.doc.getText('notes').insert(0, 'Huskelapp fra Øyer.')
  await until(olav, () => olav.doc.getText('notes').toString() === 'Huskelapp fra Øyer.')
  ingrid.doc.getMap('meta').set('seen', 1)
  await until(olav, () => olav.doc.getMap('meta').get('seen') === 1)
  const page = await s.get(section.page, s.who('planner', oyer))
  expect(new TextDecoder().decode(page.bytes)).not.toContain('Huskelapp')
})

describe('closing', () => {
  test('4401 without a session or with a forged one, 4403 without a right, 4404 without a text: after the handshake, before a frame', async () => {
    const path = at('joint').collab
    for (const [socket, code] of [
      [await raw(path), 4401],
      [await raw(path, undefined, { cookie: 'sid=forged' }), 4401],
      [await raw('/collab/nothing', s.who('coordinator')), 4404],
      [await raw(path, s.who('observer')), 4403],
    ] as const) {
      expect(await socket.settled).toBe(code)
      expect(socket.opened).toBe(true)
      expect(socket.heard).toEqual([])
    }
  })

  test('a foreign origin or host never gets a handshake', async () => {
    const who = s.who('planner', oyer)
    const path = at('joint').collab
    const origin = await raw(path, who, { origin: 'https://evil.example' })
    const host = await raw(path, who, { host: 'evil.example' })
    for (const socket of [origin, host]) {
      expect(await socket.settled).toBe(403)
      expect(socket.opened).toBe(false)
    }
    const own = await raw(path, who, { origin: server.url })
    own.ws.once('open', () => own.ws.send(Uint8Array.of(0, 0, 1, 0)))
    expect(await own.settled).toBe('open')
    own.ws.terminate()
  })

  test.each([
    ['no message at all', []],
    ['a length that lies', [0, 2, 200, 1]],
    ['a struct that is none', [0, 2, 4, 1, 1, 255, 255]],
    ['an unknown type', [77, 1, 2, 3]],
  ])('4400 for %s', async (_, bytes) => {
    const socket = await raw(at('joint').collab, s.who('planner', oyer))
    socket.ws.once('open', () => socket.ws.send(Uint8Array.from(bytes)))
    expect(await socket.closed).toBe(4400)
  })

  test('4409 for another lineage or an older schema', async () => {
    for (const params of [{ lineage: 'of-another-time' }, { schema: '0' }]) {
      const old = await join(at('joint'), s.who('planner', oyer), params)
      expect(await ended(old)).toBe(4409)
    }
  })

  test('4413 for an update that is too large', async () => {
    const ingrid = await join(at('joint', 4), s.who('planner', oyer))
    await synced(ingrid)
    const closed = ended(ingrid)
    write(ingrid, 'x'.repeat(400_000))
    expect(await closed).toBe(4413)
    const fresh = await join(at('joint', 4), s.who('planner', oyer))
    await synced(fresh)
    expect(says(fresh)).not.toContain('xxxx')
  })

  test('4413 for a frame above the limit', async () => {
    const socket = await raw(at('joint').collab, s.who('planner', oyer))
    socket.ws.once('open', () => socket.ws.send(new Uint8Array(1_500_000)))
    expect(await socket.closed).toBe(4413)
  })

  test('a reader’s socket stays open until it writes: 4403', async () => {
    const section = at(oyer)
    const ingrid = await join(section, s.who('planner', oyer))
    const olav = await join(section, s.who('planner', vaga))
    await Promise.all([synced(ingrid), synced(olav)])
    write(ingrid, 'Bare Øyer skriver her.')
    await until(olav, () => says(olav).includes('Bare Øyer skriver her.'))
    expect(olav.provider.wsconnected).toBe(true)
    const closed = ended(olav)
    write(olav, 'Vågå var her.')
    expect(await closed).toBe(4403)
    const fresh = await join(section, s.who('planner', oyer))
    await synced(fresh)
    expect(says(fresh)).not.toContain('Vågå var her.')
  })

  test('4423 for those who write in a text that was frozen', async () => {
    const section = at('joint', 5)
    const ingrid = await join(section, s.who('planner', oyer))
    await synced(ingrid)
    const closed = ended(ingrid)
    await s.does('coordinator', undefined, 'start-review', day)
    await s.does('coordinator', undefined, 'freeze-consultation-draft', day)
    write(ingrid, 'For sent.')
    expect(await closed).toBe(4423)
    const versions = (await s.get(`/api/strategies/${s.strategy}/versions`, s.who('coordinator')))
      .body as unknown as { hash: string }[]
    expect(versions.length).toBeGreaterThan(0)
    for (const { hash } of versions) {
      const path = `/api/strategies/${s.strategy}/versions/${hash}`
      const { bytes } = await s.get(path, s.who('coordinator'))
      expect(new TextDecoder().decode(bytes)).not.toContain('Huskelapp')
    }
    const late = await join(section, s.who('planner', vaga))
    await synced(late)
    expect(says(late)).not.toContain('For sent.')
    const refused = ended(late)
    write(late, 'Òg for seint.')
    expect(await refused).toBe(4423)
  })
})
