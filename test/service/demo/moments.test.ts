// The demo is the longest walk through the whole house: three moments of one term, every act through the door.
import { describe, expect, test } from 'vitest'
import { openDemo, firstDay } from '../../../service/demo/open-demo.ts'
import { dayOf, type Moment } from '../../../service/demo/story.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { verifyJournal } from '../../../service/journal/verify.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse } from '../../support/house.ts'

type Board = {
  state: string
  municipalities: { number: string; state: string; flags: string[] }[]
}

const played = async (dialect: (typeof dialects)[number], moment: Moment) => {
  const t = await testHouse(dialect, { today: firstDay, demo: true })
  await ensureRegion(t.house.store)
  await openDemo(t.house, t.clock, { moment, ready: false })
  const somebody = await t.signIn('Leser', [{ role: 'observer' }])
  const [{ id }] = (await (await t.get('/api/strategies', somebody)).json()) as [{ id: string }]
  const strategy = (await (await t.get(`/api/strategies/${id}`, somebody)).json()) as Board
  return { t, strategy, states: strategy.municipalities.map((m) => m.state) }
}

describe('moments', { timeout: 120_000 }, () => {
  for (const dialect of dialects.slice(0, 1)) {
    test(`${dialect.name}: drafting stands in February with twelve at work`, async () => {
      const { t, strategy, states } = await played(dialect, 'drafting')
      expect(strategy.state).toBe('F30')
      expect(new Set(states)).toEqual(new Set(['K20']))
      expect(t.clock.today()).toBe(dayOf.drafting)
      await t.close()
    })

    test(`${dialect.name}: consultation stands in May with twelve packages public`, async () => {
      const { t, strategy, states } = await played(dialect, 'consultation')
      expect(strategy.state).toBe('F60')
      expect(new Set(states)).toEqual(new Set(['K50']))
      await t.close()
    })
  }

  for (const dialect of dialects) {
    test(`${dialect.name}: the councils stand in September, each where its course has led`, async () => {
      const { t, strategy } = await played(dialect, 'councils')
      expect(strategy.state).toBe('F90')
      expect(Object.fromEntries(strategy.municipalities.map((m) => [m.number, m.state]))).toEqual({
        '3405': 'K120',
        '3440': 'K100',
        '3441': 'K100',
        '3439': 'K101',
        '3438': 'K90',
        '3436': 'K90',
        '3437': 'K80',
        '3435': 'K101',
        '3434': 'K100',
        '3433': 'K103',
        '3432': 'K80',
        '3431': 'K70',
      })
      const flags = (number: string) =>
        strategy.municipalities.find((m) => m.number === number)!.flags
      expect(flags('3435')).toContain('avvik_fellesdel')
      expect(flags('3436')).toContain('kombinert_planprogram')
      expect(flags('3432')).toContain('egen_horingsrunde')
      const report = await verifyJournal(t.house.store)
      expect(report.faults).toEqual([])
      expect(report.entries).toBeGreaterThan(150)
      await t.close()
    })
  }
})
