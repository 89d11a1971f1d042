// The reference server of y-websocket, keeping its texts with y-leveldb.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const { DATA_DIR, PORT } = process.env
process.env.YPERSISTENCE = `${DATA_DIR}/level`
const { setupWSConnection } = await import('@y/websocket-server/utils')
const server = createServer((_request, response) => void response.end('ok'))
const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', (socket, request) => setupWSConnection(socket, request))
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request))
})
server.listen(Number(PORT), '127.0.0.1', () => console.log('ready'))
