// Lets the rooms answer websocket upgrades of an http server. HTTP refuses only what is foreign or a flood; every
// other no comes after the handshake as a close code, for a refused upgrade makes the stock client try for ever.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { TextRooms } from './create-rooms.ts'
import type { Limits } from './limits.ts'

export type AttachParts = {
  rooms: Pick<TextRooms, 'accept'>
  limits: Limits
  /// Host and Origin are ours. A browser always sends Origin; another program may leave it out.
  allowed(request: IncomingMessage): boolean
  /// The session's token, from the cookie.
  token(request: IncomingMessage): string | undefined
}

/// Handshakes not yet admitted, at most, in the whole process.
const maxPending = 500
const pathOf = /^\/collab\/([\w-]{1,64})$/

/// For `shouldUpgradeCallback` of the http server: everything else that asks for an upgrade gets an ordinary answer.
export const isTextSocket = (request: IncomingMessage): boolean =>
  request.headers.upgrade?.toLowerCase() === 'websocket' && addressOf(request) !== undefined

/// Must be the only listener of `upgrade` on this server. Returns a function that takes it off again.
export function attachRooms(server: Server, parts: AttachParts): () => void {
  const { rooms, limits, allowed, token } = parts
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    // ws would otherwise take 100 MiB, and hold 240 MB of one-byte fragments.
    maxPayload: limits.frameBytes,
    maxFragments: 256,
    maxBufferedChunks: 4096,
  }
  const sockets = new WebSocketServer(options)
  let pending = 0
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', cutOff)
    const address = addressOf(request)
    if (!address) refuse(socket, '404 Not Found')
    else if (!allowed(request)) refuse(socket, '403 Forbidden')
    else if (pending >= maxPending) refuse(socket, '503 Service Unavailable')
    else {
      sockets.handleUpgrade(request, socket, head, (ws) => {
        pending++
        const { section, query } = address
        rooms
          .accept({ ws, socket, token: token(request), section, query })
          .catch((error: unknown) => {
            console.error('room: a socket could not be taken', error)
            ws.terminate()
          })
          .finally(() => pending--)
      })
    }
  }
  server.on('upgrade', upgrade)
  return () => server.off('upgrade', upgrade)
}

function addressOf({
  url = '',
}: IncomingMessage): { section: string; query: URLSearchParams } | undefined {
  const [path = '', query = ''] = url.split('?', 2)
  const section = pathOf.exec(path)?.[1]
  return section ? { section, query: new URLSearchParams(query) } : undefined
}

/// Knows only the socket: a closure would keep the whole request for as long as the socket is open.
function cutOff(this: Duplex): void {
  this.destroy()
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
