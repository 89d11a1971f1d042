// Puts the parts of the running service together, once. The same for the real process and for every test.
import type { Store } from '../../db/open.ts'
import type { Clock } from '../clock.ts'
import { createPress } from '../export/press.ts'
import type { Changed, House } from '../house.ts'
import { createRooms, type TextRooms } from '../room/create-rooms.ts'
import { limitsFrom } from '../room/limits.ts'
import { keepSession } from '../sign-in/session.ts'
import type { Space } from './free-space.ts'
import { admitTo } from '../text/admit.ts'

export type Parts = {
  store: Store
  clock: Clock
  dataDir: string
  demo: boolean
  origins: string[]
  space?: () => Space
  /// For the rooms' limits; everything else of the environment is read in `settings.ts`.
  env?: NodeJS.ProcessEnv
}

export function composeHouse({ env = {}, ...parts }: Parts): { house: House; rooms: TextRooms } {
  const listeners = new Set<(what: Changed) => void>()
  const rooms = createRooms({
    store: parts.store,
    admit: (session, section) => admitTo(house)(session, section),
    now: parts.clock.now,
    limits: limitsFrom(env),
    used: (session) => void keepSession(house, session).catch(() => {}),
  })
  const house: House = {
    ...parts,
    mails: Boolean(env.SMTP_URL),
    rooms,
    press: createPress({ dataDir: parts.dataDir }),
    changed: (what) => {
      rooms.rightsChanged()
      for (const listener of listeners) listener(what)
    },
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { house, rooms }
}
