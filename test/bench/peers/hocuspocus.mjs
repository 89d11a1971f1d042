// Hocuspocus with its own SQLite extension, its defaults otherwise.
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const { DATA_DIR, PORT } = process.env
const server = new Server({
  port: Number(PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: `${DATA_DIR}/hocuspocus.sqlite` })],
})
await server.listen()
console.log('ready')
