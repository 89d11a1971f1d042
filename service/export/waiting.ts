// Who waits for which file: the pages that show progress and hand it over know an order by a name only its asker has
// been given. In memory; after a restart one asks again.
import { newId } from '../sign-in/token.ts'
import type { Order } from './press.ts'

export type Waiting = {
  order: Order
  /// The file's name on the asker's machine.
  name: string
  /// Only this person may see it; null for what is public.
  person: string | null
  /// Where to ask again, and where to go on.
  again: string
}

export type WaitingRoom = {
  hold(waiting: Waiting): string
  look(id: string, person: string | undefined): Waiting | undefined
}

const most = 1000

export function createWaitingRoom(): WaitingRoom {
  const held = new Map<string, Waiting>()
  return {
    hold: (waiting) => {
      const id = newId()
      held.set(id, waiting)
      if (held.size > most) held.delete(held.keys().next().value!)
      return id
    },
    look: (id, person) => {
      const found = held.get(id)
      return found && (found.person === null || found.person === person) ? found : undefined
    },
  }
}
