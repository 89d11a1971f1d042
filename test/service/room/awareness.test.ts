// The semantics of y-protocols' own awareness tests, between unchanged clients through the server.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Awareness } from 'y-protocols/awareness'
import { openStore, type Store } from '../../../db/open.ts'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { join, leaveAll, synced, until, type Person } from './provider.ts'

type Change = { added: number[]; updated: number[]; removed: number[] }

describe('awareness through the server', () => {
  let store: Store
  let house: Fixture
  let kari: Person
  let ola: Person
  beforeEach(async () => {
    store = await openStore({ memory: true })
    await addSection(store, 'a')
    house = await startRooms(store)
    kari = join(house.url, 'a', 'kari')
    ola = join(house.url, 'a', 'ola')
    await Promise.all([synced(kari), synced(ola)])
  })
  afterEach(async () => {
    leaveAll()
    await house.end()
    await store.close()
  })
  const aware = (person: Person): Awareness => person.provider.awareness
  const stateOf = (who: Person, seenBy: Person) => aware(seenBy).getStates().get(who.doc.clientID)
  const changesOf = (person: Person): Change[] => {
    const list: Change[] = []
    aware(person).on('change', (change: Change, origin: unknown) => {
      if (origin !== 'local') list.push(change)
    })
    return list
  }

  test('who has just come is seen at once, though their first state has clock 0', async () => {
    expect(aware(ola).meta.get(ola.doc.clientID)?.clock).toBe(0)
    await until(kari, () => stateOf(ola, kari) !== undefined)
    await until(ola, () => stateOf(kari, ola) !== undefined)
  })

  test('a state is added, updated, told once though set twice, and removed', async () => {
    await until(kari, () => stateOf(ola, kari) !== undefined)
    const seen = changesOf(kari)
    const id = ola.doc.clientID
    aware(ola).setLocalState({ x: 3 })
    await until(kari, () => stateOf(ola, kari)?.['x'] === 3)
    expect(seen.splice(0)).toEqual([{ added: [], updated: [id], removed: [] }])
    const before = aware(kari).meta.get(id)!.clock
    aware(ola).setLocalState({ x: 3 })
    await expect.poll(() => aware(kari).meta.get(id)!.clock).toBeGreaterThan(before)
    expect(seen).toEqual([])
    aware(ola).setLocalState(null)
    await until(kari, () => stateOf(ola, kari) === undefined)
    expect(seen.splice(0)).toEqual([{ added: [], updated: [], removed: [id] }])
    aware(ola).setLocalState({ x: 5 })
    await until(kari, () => stateOf(ola, kari)?.['x'] === 5)
  })

  test('nobody’s own state is changed by what comes back, however many move at once', async () => {
    const people = [kari, ola, ...['eva', 'per'].map((name) => join(house.url, 'a', name))]
    await Promise.all(people.map(synced))
    for (let i = 1; i <= 60; i++) {
      for (const person of people) aware(person).setLocalState({ at: i, who: person.name })
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    for (const one of people) {
      for (const other of people) {
        if (one !== other) await until(one, () => stateOf(other, one)?.['at'] === 60)
      }
      expect(aware(one).getLocalState()).toEqual({ at: 60, who: one.name })
      // Its clock is its own: one for each time it was set, and none for an echo.
      expect(aware(one).meta.get(one.doc.clientID)?.clock).toBe(60)
    }
  })

  test('who comes back with the clock they left at is seen again at once', async () => {
    aware(ola).setLocalState({ x: 1 })
    await until(kari, () => stateOf(ola, kari)?.['x'] === 1)
    const { clock } = aware(ola).meta.get(ola.doc.clientID)!
    ola.provider.disconnect()
    await until(kari, () => stateOf(ola, kari) === undefined)
    aware(ola).meta.set(ola.doc.clientID, { clock, lastUpdated: Date.now() })
    aware(ola).states.set(ola.doc.clientID, { x: 1 })
    ola.provider.connect()
    await until(kari, () => stateOf(ola, kari)?.['x'] === 1)
  })
})
