import { afterEach, describe, expect, test } from 'vitest'
import { addSection, startRooms, type Fixture } from './fixture.ts'
import { join, leaveAll, synced, until } from './provider.ts'
import { dialects } from '../../support/dialects.ts'
import type { Store } from '../../../db/open.ts'

for (const dialect of dialects) {
  describe(`${dialect.name}: co-writing`, () => {
    let store: Store
    let house: Fixture
    const start = async (): Promise<Fixture> => {
      store = await dialect.open()
      await addSection(store, 'a')
      house = await startRooms(store)
      return house
    }
    afterEach(async () => {
      leaveAll()
      await house.end()
      await store.close()
    })

    test('two unchanged y-websocket clients write one text', async () => {
      const { url } = await start()
      const kari = join(url, 'a', 'kari')
      const ola = join(url, 'a', 'ola')
      await Promise.all([synced(kari), synced(ola)])
      kari.text.insert(0, 'Gudbrandsdalen')
      await until(ola, () => ola.text.toString() === 'Gudbrandsdalen')
      ola.text.insert(ola.text.length, ' 2028')
      await until(kari, () => kari.text.toString() === 'Gudbrandsdalen 2028')
    })
  })
}
