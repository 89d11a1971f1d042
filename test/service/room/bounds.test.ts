import { get } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { openStore, type Store } from '../../../db/open.ts'
import { limitsFrom, type Limits } from '../../../service/room/limits.ts'
import { sidOf } from '../../support/sid.ts'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { editFrame, raw, vectorFrame, type Raw } from './raw.ts'

const append = (words: string) => (doc: Y.Doc) => {
  const text = doc.getText('t')
  text.insert(text.length, words)
}

/// A websocket whose bytes the test writes itself.
async function handshake(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    'GET /collab/a HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: sid=kari\r\n\r\n',
  )
  await new Promise((resolve) => socket.once('data', resolve))
  return socket
}

describe('bounds', () => {
  let store: Store
  let house: Fixture
  const start = async (limits: Partial<Limits> = {}): Promise<void> => {
    store = await openStore({ memory: true })
    for (const id of ['a', 'b', 'c']) await addSection(store, id)
    house = await startRooms(store, limits)
  }
  afterEach(async () => {
    await house?.end()
    await store?.close()
  })

  test('limits come from the environment, and a wrong one is named', async () => {
    await start()
    expect(limitsFrom({})).toMatchObject({ socketsPerPerson: 20, frameBytes: 1_048_576 })
    expect(limitsFrom({ ROOM_TEXT_BYTES: '0' }).textBytes).toBe(0)
    expect(() => limitsFrom({ ROOM_TEXT_BYTES: '8 MB' })).toThrow(/ROOM_TEXT_BYTES/)
  })

  test('a person and a text have only so many sockets', async () => {
    await start({ socketsPerPerson: 2, socketsPerText: 3 })
    const open = [await raw(house.url, 'a', 'kari'), await raw(house.url, 'b', 'kari')]
    expect(await (await raw(house.url, 'c', 'kari')).closed).toBe(1013)
    open[0]!.ws.close()
    await open[0]!.closed
    open.push(await raw(house.url, 'a', 'ola'), await raw(house.url, 'a', 'eva'))
    open.push(await raw(house.url, 'a', 'per'))
    expect(await (await raw(house.url, 'a', 'pål')).closed).toBe(1013)
    for (const each of open) each.ws.terminate()
  })

  test('a text does not grow above its limit, but can be made smaller', async () => {
    await start({ textBytes: 20_000 })
    const kari = await raw(house.url, 'a', 'kari')
    kari.change(append('x'.repeat(15_000)))
    await kari.until(() => kari.acks.at(-1)?.head === 1)
    const ola = await raw(house.url, 'a', 'ola')
    ola.change(append('y'.repeat(15_000)))
    expect(await ola.closed).toBe(4413)
    kari.change((doc) => doc.getText('t').delete(0, 14_000))
    await kari.until(() => kari.acks.at(-1)?.head === 2)
    kari.change(append('z'.repeat(15_000)))
    await kari.until(() => kari.acks.at(-1)?.head === 3)
    expect((await house.rooms.read(1, 'a')).doc.getText('t').length).toBe(16_000)
    kari.ws.terminate()
  })

  test('one who writes too fast is slowed, and nothing is lost', async () => {
    await start({ updatesPerSecond: 100 })
    const kari = await raw(house.url, 'a', 'kari')
    const began = performance.now()
    for (let i = 0; i < 700; i++) kari.change(append('x'.repeat(2000)))
    await kari.until(() => kari.acks.at(-1)?.taken === 701)
    // Four seconds' worth at once, the rest at the rate.
    expect(performance.now() - began).toBeGreaterThan(1500)
    expect((await house.rooms.read(1, 'a')).doc.getText('t').length).toBe(1_400_000)
    kari.ws.terminate()
  })

  test('one who is far ahead of the rate is told to try again', async () => {
    await start({ updatesPerSecond: 1 })
    // In one breath: what comes while it is not read from only makes it wait.
    const socket = await handshake(house.port)
    const heard = new Promise<Buffer>((resolve) => socket.on('data', resolve))
    const edit = editFrame(Uint8Array.of(0, 0))
    const masked = Buffer.from([0x82, 0x80 | edit.length, 0, 0, 0, 0, ...edit])
    socket.write(Buffer.concat(Array.from({ length: 100 }, () => masked)))
    const close = await heard
    expect([close[0], close.readUInt16BE(2)]).toEqual([0x88, 1013])
    socket.destroy()
  })

  test('a text that nobody has open gives way when memory is short; open ones do not', async () => {
    await start({ memoryBytes: 300_000 })
    const kari = await raw(house.url, 'a', 'kari')
    kari.change(append('x'.repeat(25_000)))
    await kari.until(() => kari.acks.at(-1)?.head === 1)
    expect(await (await raw(house.url, 'b', 'ola')).closed.catch(() => 0)).toBe(1013)
    kari.ws.close()
    await kari.closed
    const ola = await raw(house.url, 'b', 'ola')
    expect(ola.code).toBeUndefined()
    expect(house.rooms.metrics()['put-away']).toBe(1)
    ola.ws.terminate()
  })

  test('a reader that stops reading gets one catch-up, and others do not wait for it', async () => {
    await start({ updateBytes: 0, textBytes: 0 })
    const kari = await raw(house.url, 'a', 'kari')
    const ola = await raw(house.url, 'a', 'ola')
    const slow = await raw(house.url, 'a', 'slow', { query: '' })
    slow.ws.pause()
    const has = ({ doc }: Raw) => doc.getText('t').toString().endsWith('the end')
    for (let i = 0; i < 100; i++) kari.change(append('x'.repeat(200_000)))
    kari.change(append('the end'))
    await ola.until(() => has(ola))
    expect(house.rooms.metrics()['behind']).toBe(1)
    const before = slow.heard.length
    slow.ws.resume()
    await slow.until(() => has(slow))
    expect(slow.heard.length - before).toBeLessThan(90)
    expect(slow.code).toBeUndefined()
    for (const each of [kari, ola, slow]) each.ws.terminate()
  })

  test('a foreign origin is refused before the handshake, another path is not found', async () => {
    await start()
    const refused = (url: string, headers: Record<string, string>): Promise<string> =>
      new Promise((resolve) => {
        const ws = new WebSocket(url, { headers })
        ws.on('error', (error) => resolve(error.message))
        ws.on('open', () => resolve('open'))
      })
    const cookie = 'sid=kari'
    expect(await refused(`${house.url}/a`, { cookie, origin: 'http://evil.test' })).toMatch(/403/)
    expect(await refused(`${house.url}/a`, { cookie, origin: 'http://planvev.test' })).toBe('open')
  })

  test('a request for another upgrade gets an ordinary answer', async () => {
    await start()
    const answer = await new Promise<string>((resolve) => {
      get({ port: house.port, headers: { upgrade: 'foo', connection: 'upgrade' } }, (response) => {
        response.setEncoding('utf8').on('data', resolve)
      })
    })
    expect(answer).toBe('ordinary')
  })

  test('a broken websocket frame closes for good, not for a while', async () => {
    await start()
    const socket = await handshake(house.port)
    const heard = new Promise<Buffer>((resolve) => socket.on('data', resolve))
    // Reserved bits set, no mask.
    socket.write(Buffer.of(0xf2, 0x01, 0x00))
    const close = await heard
    expect([close[0], close.readUInt16BE(2)]).toEqual([0x88, 4400])
    socket.destroy()
  })

  test('a socket whose TCP side is not known is served all the same', async () => {
    await start()
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    sockets.on('connection', (ws, request) => {
      const token = sidOf(request)
      const query = new URLSearchParams('ack=1')
      void house.rooms.accept({ ws, socket: undefined, token, section: 'a', query })
    })
    await new Promise((resolve) => sockets.once('listening', resolve))
    const { port } = sockets.address() as AddressInfo
    const kari = await raw(`ws://127.0.0.1:${port}`, 'a', 'kari')
    const ola = await raw(house.url, 'a', 'ola')
    kari.change(append('x'.repeat(70_000)))
    await ola.until(() => ola.doc.getText('t').length === 70_000)
    ola.change(append('y'))
    await kari.until(() => kari.doc.getText('t').length === 70_001)
    expect(kari.acks.at(-1)?.head).toBe(1)
    for (const each of [kari, ola]) each.ws.terminate()
    sockets.close()
  })

  test('many questions in a row are answered once a beat', async () => {
    await start()
    const kari = await raw(house.url, 'a', 'kari')
    const before = kari.heard.length
    for (let i = 0; i < 200; i++) kari.send(vectorFrame(Uint8Array.of(0)))
    kari.change(append('x'))
    await kari.until(() => kari.acks.at(-1)?.head === 1)
    expect(kari.heard.length - before).toBeLessThan(50)
    kari.ws.terminate()
  })
})
