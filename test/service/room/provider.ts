// The unchanged client of the y-websocket package, as a person of the tests.
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export type Person = { name: string; doc: Y.Doc; provider: WebsocketProvider; text: Y.Text }

const open = new Set<WebsocketProvider>()
// Every provider listens for the end of the process.
process.setMaxListeners(100)

export function join(
  url: string,
  section: string,
  name: string,
  { doc = new Y.Doc(), params = {} }: { doc?: Y.Doc; params?: Record<string, string> } = {},
): Person {
  class Signed extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie: `sid=${name}` } })
    }
  }
  const provider = new WebsocketProvider(url, section, doc, {
    WebSocketPolyfill: Signed as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 200,
    params,
  })
  open.add(provider)
  return { name, doc, provider, text: doc.getText('t') }
}

export const synced = ({ provider }: Person): Promise<void> =>
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

/// The final close of a socket that the client takes for good.
export const closedFor = ({ provider }: Person): Promise<number> =>
  new Promise((resolve) => provider.on('closed', ({ code }) => resolve(code)))

/// Fulfilled when `holds` does, looked at after every update of the document and every presence.
export const until = (person: Person, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      person.doc.off('update', look)
      person.provider.awareness.off('change', look)
      resolve()
    }
    person.doc.on('update', look)
    person.provider.awareness.on('change', look)
    look()
  })

export function leaveAll(): void {
  for (const provider of open) {
    provider.destroy()
    provider.awareness.destroy()
  }
  open.clear()
}
