// Puts the parts of the running service together, once. The same for the real process and for every test.
import type { Store } from '../../db/open.ts'
import type { Clock } from '../clock.ts'
import type { Changed, House } from '../house.ts'
import type { Rooms } from '../room/rooms.ts'
import type { Upgrade } from './listen.ts'

export type Parts = {
  store: Store
  clock: Clock
  dataDir: string
  demo: boolean
  origins: string[]
}

/// The house, and what answers an upgrade to a websocket.
export function composeHouse(parts: Parts): { house: House; upgrade: Upgrade } {
  const listeners = new Set<(what: Changed) => void>()
  const house: House = {
    ...parts,
    rooms: notYet,
    changed: (what) => {
      house.rooms.rightsChanged()
      for (const listener of listeners) listener(what)
    },
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { house, upgrade: (_request, socket) => socket.destroy() }
}

const closed = (): never => {
  throw new Error('the rooms are not open yet')
}

const notYet: Rooms = {
  hold: closed,
  write: closed,
  read: closed,
  rightsChanged: () => {},
  endSession: () => {},
  close: async () => {},
}
