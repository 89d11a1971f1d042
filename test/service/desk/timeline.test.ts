import { describe, expect, it } from 'vitest'
import { gridOf, percent, timeline } from '../../../service/desk/timeline.ts'
import { loadStrategy } from '../../../service/desk/load.ts'
import { dialects } from '../../support/dialects.ts'
import { done, oyer, play, toConsultation, toConsultationDraft } from '../door/play.ts'

describe('the timeline’s scale', () => {
  it('places a day between two in per cent', () => {
    expect(percent('2028-01-01', '2028-01-01', '2028-12-31')).toBe(0)
    expect(percent('2028-12-31', '2028-01-01', '2028-12-31')).toBe(100)
    expect(percent('2028-07-01', '2028-01-01', '2028-12-31')).toBeCloseTo(49.86, 1)
  })

  it('marks the first of each month, or each Monday', () => {
    expect(gridOf('2028-01-15', '2028-04-02', 'aar')).toEqual([
      '2028-02-01',
      '2028-03-01',
      '2028-04-01',
    ])
    expect(gridOf('2028-09-06', '2028-09-20', 'uke')).toEqual(['2028-09-11', '2028-09-18'])
  })
})

for (const dialect of dialects) {
  describe(`the lanes on ${dialect.name}`, () => {
    it('draw periods, meetings, the 30 days and the limit of what was registered', async () => {
      const p = await play(dialect)
      try {
        await toConsultationDraft(p)
        await toConsultation(p, oyer, '2028-03-20')
        done(
          await p.in(oyer, 'extend-deadline', '2028-04-20', {
            deadlineOn: '2028-05-22',
            reason: 'Påske',
          }),
        )
        const desk = await loadStrategy(p.house, 1, p.strategy, 'nb')
        const { lanes, ahead } = timeline(desk!, 'alt')
        expect(lanes.map((lane) => lane.name)).toEqual(['Fellesdelen', 'Øyer', 'Vågå', 'Lesja'])
        const lane = lanes[1]!
        expect(lane.bars).toEqual([
          { from: '2027-11-03', to: '2028-03-27', kind: 'work' },
          { from: '2028-03-27', to: '2028-05-22', kind: 'open' },
        ])
        expect(lane.brackets).toEqual([{ from: '2028-03-27', to: '2028-04-26', broken: false }])
        expect(lane.points).toEqual([{ on: '2028-03-24', kind: 'held' }])
        expect(lane.limit).toBe('2028-10-14')
        expect(ahead[0]).toMatchObject({ on: '2028-05-22', name: 'Øyer', what: 'consultation' })
      } finally {
        await p.close()
      }
    })
  })
}
