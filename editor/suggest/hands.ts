// Whose each client id in the text is, as the server's log knows it. Asked again when an unknown one turns up.
export type Person = { id: string; name: string; colour: number }

export type Hands = {
  of(client: number): Person | undefined
  /// Makes sure these are known, and calls `then` when more are than before.
  ask(clients: Iterable<number>, then: () => void): void
}

export function handsAt(address: string, me: Person, own: number): Hands {
  let people: Person[] = []
  let hands: Record<string, number> = {}
  const unknown = new Set<number>()
  let asking = false
  const of = (client: number): Person | undefined =>
    client === own ? me : people[hands[client] ?? -1]
  return {
    of,
    ask(clients, then) {
      const fresh = [...clients].filter((client) => !of(client) && !unknown.has(client))
      if (fresh.length === 0 || asking || address === '') return
      asking = true
      fetch(address, { headers: { accept: 'application/json' } })
        .then(async (answer) => {
          if (!answer.ok) return
          const told = (await answer.json()) as { people: Person[]; hands: Record<string, number> }
          people = told.people
          hands = told.hands
          for (const client of fresh) if (!of(client)) unknown.add(client)
          then()
        })
        .catch(() => {})
        .finally(() => {
          asking = false
        })
    },
  }
}
