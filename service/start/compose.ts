// Puts the parts of the running service together, once. The same for the real process and for every test.
import type { Store } from '../../db/open.ts'
import type { Clock } from '../clock.ts'
import type { Changed, House } from '../house.ts'
import type { Rooms } from '../room/rooms.ts'

export type Parts = {
  store: Store
  clock: Clock
  dataDir: string
  demo: boolean
  origins: string[]
  /// Made with the house it will serve; the house is whole when this returns.
  rooms: (house: House) => Rooms
}

export function composeHouse({ rooms, ...parts }: Parts): House {
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
  house.rooms = rooms(house)
  return house
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
