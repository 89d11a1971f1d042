// Who waits for news of a strategy. One process serves all streams, so the hub is a set of callbacks; the news is
// only "something changed", never what: each listener reads what it may see for itself.
import type { House } from '../house.ts'

type Listener = () => void

export type Changes = {
  /// Calls `listener` after every change of this strategy until the answer is called.
  listen(region: number, strategy: string, listener: Listener): () => void
  wake(what: { region: number; strategy?: string }): void
  /// How many listen now.
  count(): number
}

/// A hub that `house.changed` wakes. Joining the house wraps its `changed`, so that whoever commits need not know.
export function joinChanges(house: House): Changes {
  const hub = createChanges()
  const before = house.changed.bind(house)
  house.changed = (what) => {
    before(what)
    hub.wake(what)
  }
  return hub
}

export function createChanges(): Changes {
  const listeners = new Set<{ region: number; strategy: string; listener: Listener }>()
  return {
    listen(region, strategy, listener) {
      const entry = { region, strategy, listener }
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    wake(what) {
      for (const { region, strategy, listener } of [...listeners]) {
        if (region === what.region && (!what.strategy || what.strategy === strategy)) listener()
      }
    },
    count: () => listeners.size,
  }
}
