// A disk that fills up is told of while there is room left.
import { afterEach, describe, expect, test } from 'vitest'
import { watchSpace, type Space } from '../../../service/start/free-space.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'

const mb = 2 ** 20
let t: TestHouse | undefined
afterEach(async () => {
  await t?.close()
  t = undefined
})

describe('the room on the disk', () => {
  test('is looked at from the start, and told when it becomes low, short and ample again', async () => {
    let freeBytes = 50_000 * mb
    const told: Space['is'][] = []
    const watch = await watchSpace(
      'anywhere',
      ({ is }) => told.push(is),
      async () => ({ freeBytes, totalBytes: 100_000 * mb }),
    )
    for (const free of [50_000, 4_000, 900, 299, 298, 60_000]) {
      freeBytes = free * mb
      await watch.look()
    }
    expect(told).toEqual(['low', 'short', 'ample'])
    watch.stop()
    const full = await watchSpace(
      'anywhere',
      ({ is }) => told.push(is),
      async () => ({ freeBytes: 0, totalBytes: mb }),
    )
    expect([told.at(-1), full.now().is]).toEqual(['short', 'short'])
    full.stop()
  })

  test('is read from the system, and a folder that is not there is no alarm', async () => {
    const told: Space[] = []
    const watch = await watchSpace('/nowhere/at/all', (space) => told.push(space))
    expect([told, watch.now().is]).toEqual([[], 'ample'])
    watch.stop()
    const here = await watchSpace('.', () => {})
    expect(here.now().totalBytes).toBeGreaterThan(mb)
    here.stop()
  })

  test('is told to readiness, and to the coordinator alone', async () => {
    t = await testHouse(dialects[0]!)
    const coordinator = await t.signIn('Kari', [{ role: 'coordinator' }])
    const planner = await t.signIn('Per', [{ role: 'planner', municipality: '3440' }])
    const warning = /Disken er snart full/
    const page = async (who: typeof planner) => (await t!.get('/konto', who)).text()
    expect(await page(coordinator)).not.toMatch(warning)
    t.house.space = () => ({ is: 'low', freeBytes: 900 * mb, totalBytes: 50_000 * mb })
    expect(await page(coordinator)).toMatch(/Det er 900 MB igjen/)
    expect(await page(planner)).not.toMatch(warning)
    const low = await t.get('/readyz')
    expect([low.status, await low.json()]).toEqual([200, { status: 'ready', disk: 'low' }])
    t.house.space = () => ({ is: 'short', freeBytes: 100 * mb, totalBytes: 50_000 * mb })
    const short = await t.get('/readyz')
    expect([short.status, await short.json()]).toEqual([
      503,
      { status: 'not-ready', disk: 'short' },
    ])
    expect(await page(coordinator)).toMatch(/Snart kan ingenting mer lagres/)
  })
})
