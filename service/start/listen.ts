// The socket the service listens on: plain requests to the app, upgrades to the text rooms. An upgrade that is no
// websocket, or not to a text, is answered like any other request; without that rule such sockets stay open for ever.
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { foreign } from '../guard/origin.ts'
import type { Env, House } from '../house.ts'
import { attachRooms, isTextSocket } from '../room/attach.ts'
import type { TextRooms } from '../room/create-rooms.ts'
import type { Limits } from '../room/limits.ts'
import { tokenInHeader } from '../sign-in/session.ts'
import { codeOf, exits, StartError } from './start-error.ts'

export type Listening = {
  port: number
  /// Takes no more requests, lets those under way finish for `grace` milliseconds, then cuts them.
  close(grace: number): Promise<void>
}

export async function listen(
  app: Hono<Env>,
  house: House,
  { rooms, limits }: { rooms: TextRooms; limits: Limits },
  at: { port: number; host: string },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: 15_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16 * 1024,
      shouldUpgradeCallback: isTextSocket,
    },
  }) as Server
  attachRooms(server, {
    rooms,
    limits,
    allowed: ({ headers }) =>
      foreign({ host: headers.host, origin: headers.origin }, house.origins) === undefined,
    token: ({ headers }) => tokenInHeader(house, headers.cookie),
  })
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  await bound(server, at)
  return {
    port: (server.address() as AddressInfo).port,
    close: (grace) => closed(server, grace),
  }
}

const bound = (server: Server, { port, host }: { port: number; host: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port, host)))
    server.listen(port, host, () => resolve())
  })

function listenError(error: unknown, port: number, host: string): StartError {
  const code = codeOf(error)
  const sentence =
    code === 'EADDRINUSE'
      ? `Port ${port} is in use by another program. Stop it, or start with another PORT.`
      : code === 'EACCES'
        ? `This user may not listen on port ${port}. Use a PORT above 1023.`
        : `Planvev cannot listen on ${host}:${port} (${code}).`
  return new StartError(sentence, exits.unavailable)
}

async function closed(server: Server, grace: number): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const cut = setTimeout(() => server.closeAllConnections(), grace)
  await done
  clearTimeout(cut)
}
