// What others write arrives in many small frames. They are taken in together when the page has nothing better to do, a
// tenth of a second later at most: a key pressed meanwhile comes first, and the text is drawn once for all of them.
import { readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import { applyUpdate } from 'yjs'
import { messageTypes } from '../shared/wire.ts'

const latestMs = 100
const update = 2

/// Waits with updates and presence once the first exchange is over; everything else is taken at once, after what waits.
export function takeInBatches(provider: WebsocketProvider): void {
  const { doc, messageHandlers } = provider
  const sync = messageHandlers[messageTypes.sync]!
  const presence = messageHandlers[messageTypes.awareness]!
  let updates: Uint8Array[] = []
  let news: (() => void)[] = []
  let planned = false

  const take = () => {
    planned = false
    const [words, people] = [updates, news]
    updates = []
    news = []
    if (words.length > 0) {
      doc.transact(() => {
        for (const bytes of words) applyUpdate(doc, bytes, provider)
      }, provider)
    }
    for (const one of people) one()
  }
  const plan = () => {
    if (planned) return
    planned = true
    if ('requestIdleCallback' in window) requestIdleCallback(take, { timeout: latestMs })
    else setTimeout(take, latestMs / 4)
  }

  messageHandlers[messageTypes.sync] = (encoder, decoder, ...rest) => {
    if (provider.synced && nextOf(decoder) === update) {
      readVarUint(decoder)
      updates.push(readVarUint8Array(decoder))
      return plan()
    }
    take()
    sync(encoder, decoder, ...rest)
  }
  messageHandlers[messageTypes.awareness] = (encoder, decoder, ...rest) => {
    if (!provider.synced) return presence(encoder, decoder, ...rest)
    news.push(() => presence(encoder, decoder, ...rest))
    plan()
  }
}

const nextOf = ({ arr, pos }: Decoder): number | undefined => arr[pos]
