// One section's live document over the stock y-websocket provider, with the server's acknowledgements counted, and its
// copy in this browser loaded before the first sync.
import { readVarString, readVarUint } from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import { Awareness } from 'y-protocols/awareness'
import { Doc, type Transaction } from 'yjs'
import { isEdit, messageTypes, queryNames, schemaVersion } from '../shared/wire.ts'
import { takeInBatches } from './batch.ts'
import type { Held } from './held.ts'
import { heldNames, nameOf } from './held-names.ts'
import { allTaken, savingOf, type Facts, type Saving } from './saving.ts'

/// Which text, whose page, and what the page was told about it.
export type Place = { person: string; section: string; lineage: string; mayWrite: boolean }

export type Connection = {
  doc: Doc
  awareness: Awareness
  saving(): Saving
  /// True once the text or a whole copy of it is here, while this session may write it.
  editable(): boolean
  facts(): Readonly<Facts>
  /// Tries again after the server closed for good, where that makes sense (a right came back).
  again(): void
  stop(): void
}

/// Connects at once. `changed` is called whenever `saving`, `editable` or `facts` may answer differently.
export function connect(place: Place, changed: () => void): Connection {
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
    ending: undefined,
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
  const provider = new WebsocketProvider(host, place.section, doc, {
    awareness,
    connect: false,
    disableBc: true,
    maxBackoffTime: 8000,
    params: {
      [queryNames.ack]: '1',
      [queryNames.schema]: String(schemaVersion),
      [queryNames.lineage]: place.lineage,
    },
    WebSocketPolyfill: Counting,
  })
  takeInBatches(provider)
  provider.messageHandlers[messageTypes.welcome] = (_encoder, decoder) => {
    provider.params[queryNames.lineage] = readVarString(decoder)
    readVarUint(decoder)
    set({ mayWrite: readVarUint(decoder) === 1 })
  }
  provider.messageHandlers[messageTypes.ending] = (_encoder, decoder) => {
    const seconds = readVarUint(decoder)
    const last = readVarUint(decoder) === 1
    set({ ending: seconds === 0 ? undefined : { at: Date.now() + seconds * 1000, last } })
  }
  provider.messageHandlers[messageTypes.ack] = (_encoder, decoder) => {
    facts.taken = readVarUint(decoder)
    if (facts.waiting === 0 || !allTaken(facts)) return
    set({ waiting: 0, savedAt: Date.now() })
    held?.keep(0)
  }
  provider.on('status', ({ status }) => set({ connected: status === 'connected' }))
  provider.on('sync', (synced) => {
    if (!synced) return
    set({ opened: true })
    held?.madeWhole()
    requestIdle(() => void keepCopy().then(keepPage))
  })
  provider.on('closed', ({ code }) => set({ ended: code, mayWrite: false, ending: undefined }))
  doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Doc, { local }: Transaction) => {
    if (!local) return
    facts.waiting++
    held?.keep(facts.waiting)
    // The server hears it as a sign of life.
    if (facts.ending?.last === false && facts.connected) set({ ending: undefined })
    if (facts.waiting === 1 || !facts.connected) changed()
  })

  let held: Held | undefined
  let holding: Promise<void> | undefined
  let stopped = false
  /// Loads the copy, or begins one. A browser that keeps nothing is no hindrance to writing.
  const keepCopy = async (): Promise<void> => {
    // Words that may not be sent now are not mixed into a text that is only read: they are offered beside it.
    if (!place.mayWrite) return
    holding ??= import('./held.ts')
      .then(({ hold }) => (stopped ? undefined : hold(place, doc)))
      .then((copy) => {
        if (!copy) return
        held = copy
        if (facts.opened) copy.madeWhole()
        if (copy.waiting > 0) set({ waiting: facts.waiting + copy.waiting })
        copy.keep(facts.waiting)
        if (copy.waiting === 0 || !provider.wsconnected) return
        // It came late: a new exchange tells which of its words the server has.
        provider.disconnect()
        provider.connect()
      })
      .catch(() => {})
    await holding
  }
  let pageKept = false
  /// Once a page: with its copy, the text can be opened again without a line.
  const keepPage = async (): Promise<void> => {
    if (!held || pageKept || stopped) return
    pageKept = true
    await import('../offline/keep.ts')
      .then(({ keepShell }) => keepShell(place.person, place.section))
      .catch(() => {})
  }
  const openCopy = async (): Promise<void> => {
    const names = (await heldNames()).map(nameOf)
    if (names.includes(nameOf(place))) await keepCopy()
  }
  /// There is no line, but a copy that was whole once: it can be written in meanwhile.
  const withoutLine = () => {
    if (facts.opened || stopped || !held?.whole) return
    set({ opened: true, mayWrite: place.mayWrite && facts.ended === undefined })
  }

  const online = () => {
    if (facts.ended === undefined) provider.connect()
  }
  const leaving = (event: BeforeUnloadEvent) => {
    if (facts.waiting > 0 && !held) event.preventDefault()
  }
  window.addEventListener('online', online)
  window.addEventListener('beforeunload', leaving)
  // What was written without a line goes in before the server is asked, so that one exchange settles it all.
  void Promise.race([openCopy(), later(lineMs)]).finally(() => {
    if (stopped) return
    provider.connect()
    setTimeout(withoutLine, lineMs)
  })

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
      stopped = true
      window.removeEventListener('online', online)
      window.removeEventListener('beforeunload', leaving)
      provider.destroy()
      doc.destroy()
    },
  }
}

/// How long the line may take before the copy is opened without it.
const lineMs = 2000

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const requestIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 200)
}
