import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deadLetters, putOutbox, reviveOutbox } from '../../../db/outbox.ts'
import { movableClock } from '../../../service/clock.ts'
import { deliver } from '../../../service/outbox.ts'
import { Refused } from '../../../service/refusal.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

for (const dialect of dialects) {
  describe(`outbox on ${dialect.name}`, () => {
    let t: TestHouse
    let now = 0
    beforeEach(async () => {
      t = await testHouse(dialect)
      now = Date.UTC(2028, 1, 14, 8)
      // Turns and leases go by real time, which stands in a variable here.
      t.house.clock = { ...movableClock('2028-02-14'), now: () => now }
    })
    afterEach(() => t.close())

    const put = (id: string, kind = 'letter'): Promise<void> =>
      t.house.store.db.transaction().execute((trx) =>
        putOutbox(trx, [
          {
            region: 1,
            id,
            process: 'p',
            seq: 1,
            kind,
            payload: '{}',
            next_at: new Date(now).toISOString(),
            created_at: new Date(now).toISOString(),
          },
        ]),
      )

    test('what is carried once is not carried again, and the same row put twice is one', async () => {
      await put('a')
      await put('a')
      const carried: string[] = []
      const carry = async ({ id }: { id: string }) => void carried.push(id)
      expect(await deliver(t.house, { letter: carry })).toBe(1)
      expect(await deliver(t.house, { letter: carry })).toBe(0)
      expect(carried).toEqual(['a'])
    })

    test('a row that fails waits longer each time and is carried when it can be', async () => {
      await put('a')
      let tries = 0
      const carry = async () => {
        tries++
        if (tries < 4) throw new Error('the server is away')
      }
      const waits: number[] = []
      for (let waited = 0; waited <= 20_000; waited += 1000, now += 1000) {
        const before = tries
        await deliver(t.house, { letter: carry })
        if (tries > before) waits.push(waited)
      }
      expect(waits).toEqual([0, 2000, 6000, 14_000])
    })

    test('after ten failures a row is dead, stands in the list without the server’s words, and can be revived', async () => {
      await put('a')
      const carry = async () => {
        throw Object.assign(new Error('550 kari@example.no unknown'), { code: 'EENVELOPE' })
      }
      for (let i = 0; i < 12; i++) {
        await deliver(t.house, { letter: carry })
        now += 4_000_000
      }
      const [dead, ...others] = await deadLetters(t.house.store.db, 1)
      expect(others).toEqual([])
      expect(dead).toMatchObject({ id: 'a', attempts: 10, last_error: 'Error EENVELOPE' })
      await reviveOutbox(t.house.store.db, 1, 'a', new Date(now).toISOString())
      expect(await deliver(t.house, { letter: async () => {} })).toBe(1)
      expect(await deadLetters(t.house.store.db, 1)).toEqual([])
    })

    test('a refusal is never tried again: a person must look', async () => {
      await put('a')
      let tries = 0
      const carry = async () => {
        tries++
        throw new Refused('not-in-this-state')
      }
      await deliver(t.house, { letter: carry })
      now += 10_000_000
      await deliver(t.house, { letter: carry })
      expect(tries).toBe(1)
      expect((await deadLetters(t.house.store.db, 1))[0]?.last_error).toBe('not-in-this-state')
    })

    test('a worker that died with a row in hand gives it up after its lease', async () => {
      await put('a')
      const died = deliver(t.house, { letter: () => new Promise<void>(() => {}) })
      void died
      await expect.poll(async () => deliver(t.house, { letter: async () => {} })).toBe(0)
      now += 61_000
      expect(await deliver(t.house, { letter: async () => {} })).toBe(1)
    })

    test('two workers at once carry each of a hundred rows once', async () => {
      for (let i = 0; i < 100; i++) await put(`r${i}`)
      const carried: string[] = []
      const carry = async ({ id }: { id: string }) => void carried.push(id)
      await Promise.all([
        deliver(t.house, { letter: carry }, 7),
        deliver(t.house, { letter: carry }, 11),
      ])
      expect(carried.toSorted()).toEqual(Array.from({ length: 100 }, (_, i) => `r${i}`).toSorted())
    })
  })
}
