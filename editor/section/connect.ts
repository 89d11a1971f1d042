// One section's live document over the stock y-websocket provider, with the server's acknowledgements counted.
import { readVarString, readVarUint } from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { isEdit, messageTypes, queryNames, schemaVersion } from '../shared/wire.ts'
import { allTaken, savingOf, type Facts, type Saving } from './saving.ts'

export type Connection = {
  doc: Doc
  awareness: Awareness
  saving(): Saving
  /// True once the text is here, while this session may write it.
  editable(): boolean
  facts(): Readonly<Facts>
  /// Tries again after the server closed for good, where that makes sense (a right came back).
  again(): void
  stop(): void
}

/// Connects at once. `changed` is called whenever `saving`, `editable` or `facts` may answer differently.
export function connect(section: string, changed: () => void): Connection {
  const doc = new Doc()
  const awareness = new Awareness(doc)
  const facts: Facts = {
    connected: false,
    sent: 0,
    taken: 0,
    answered: false,
    opened: false,
    mayWrite: false,
    ended: undefined,
    waiting: 0,
    savedAt: undefined,
  }
  const set = (some: Partial<Facts>) => {
    Object.assign(facts, some)
    changed()
  }

  /// The browser's socket, counting the frames the server will count. One at a time: each starts from zero.
  class Counting extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      Object.assign(facts, { sent: 0, taken: 0, answered: false })
    }
    override send(data: string | Blob | BufferSource): void {
      if (data instanceof Uint8Array && isEdit(data)) {
        facts.sent++
        if (data[1] === 1) facts.answered = true
      }
      super.send(data)
    }
  }

  const host = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/collab`
  const provider = new WebsocketProvider(host, section, doc, {
    awareness,
    connect: false,
    disableBc: true,
    maxBackoffTime: 8000,
    params: { [queryNames.ack]: '1', [queryNames.schema]: String(schemaVersion) },
    WebSocketPolyfill: Counting,
  })
  provider.messageHandlers[messageTypes.welcome] = (_encoder, decoder) => {
    provider.params[queryNames.lineage] = readVarString(decoder)
    readVarUint(decoder)
    set({ mayWrite: readVarUint(decoder) === 1 })
  }
  provider.messageHandlers[messageTypes.ack] = (_encoder, decoder) => {
    facts.taken = readVarUint(decoder)
    if (facts.waiting > 0 && allTaken(facts)) set({ waiting: 0, savedAt: Date.now() })
  }
  provider.on('status', ({ status }) => set({ connected: status === 'connected' }))
  provider.on('sync', (synced) => {
    if (synced) set({ opened: true })
  })
  provider.on('closed', ({ code }) => set({ ended: code, mayWrite: false }))
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    facts.waiting++
    if (facts.waiting === 1 || !facts.connected) changed()
  })

  const online = () => {
    if (facts.ended === undefined) provider.connect()
  }
  const leaving = (event: BeforeUnloadEvent) => {
    if (facts.waiting > 0) event.preventDefault()
  }
  window.addEventListener('online', online)
  window.addEventListener('beforeunload', leaving)
  // Not before the caller has the connection in hand.
  queueMicrotask(() => provider.connect())

  return {
    doc,
    awareness,
    saving: () => savingOf(facts),
    editable: () => facts.opened && facts.mayWrite && facts.ended === undefined,
    facts: () => facts,
    again() {
      facts.ended = undefined
      provider.connect()
      changed()
    },
    stop() {
      window.removeEventListener('online', online)
      window.removeEventListener('beforeunload', leaving)
      provider.destroy()
      doc.destroy()
    },
  }
}
