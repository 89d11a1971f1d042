// What the parts of the running service are given, composed once in `main.ts`. No container: plain arguments.
import type { Store } from '../db/open.ts'
import type { HeldRole } from '../workflows/act.ts'
import type { Lang } from '../workflows/lang.ts'
import type { Clock } from './clock.ts'
import type { Press } from './export/press.ts'
import type { Rooms } from './room/rooms.ts'
import type { Space } from './start/free-space.ts'

export type House = {
  store: Store
  clock: Clock
  rooms: Rooms
  /// Makes files of texts, beside this process.
  press: Press
  /// Folder for files and backups.
  dataDir: string
  /// Room left on the disk of `dataDir`; undefined where nobody watches it.
  space?: () => Space
  /// True only when started as demo: sign-in, clock and seed may ask; nothing else.
  demo: boolean
  /// Is there a mail server? Without one, letters are read in the app and links are copied.
  mails: boolean
  /// Origins a browser may come from, e.g. `http://localhost:3000`. The first is the one written in links.
  origins: string[]
  /// Called after every commit that changed a process, a right or a text's state: rooms re-read rights, boards refresh,
  /// timers and letters wake.
  changed(what: Changed): void
  /// Hears every `changed`. The answer stops listening. A listener must not throw and must not wait.
  onChanged(listener: (what: Changed) => void): () => void
}

export type Changed = { region: number; strategy?: string }

/// A signed-in person with the roles in force today, and the municipality they act for now, if any.
export type SignedIn = {
  id: string
  name: string
  language: Lang
  colour: number
  roles: (HeldRole & { region: number })[]
  behalfOf?: string
  sessionHash: string
}

/// Hono's environment for every route.
export type Env = { Variables: { house: House; lang: Lang; person: SignedIn | undefined } }
