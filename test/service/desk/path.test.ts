import { describe, expect, it } from 'vitest'
import { pathOf, type Walked } from '../../../service/desk/path.ts'

const walk = (...states: [string, string][]): Walked[] =>
  states.map(([to, actedOn], i) => ({
    type: 'any',
    actedOn,
    from: i ? states[i - 1]![0] : 'K00',
    to,
  }))

describe('the path of a case', () => {
  it('shows what was walked, where it stands and the ordinary way ahead', () => {
    const path = pathOf('participation', 'K20', walk(['K10', '2027-12-01'], ['K20', '2028-03-13']))
    expect(path.map((step) => [step.state, step.at])).toEqual([
      ['K10', 'done'],
      ['K20', 'now'],
      ...['K30', 'K50', 'K70', 'K80', 'K90', 'K100', 'K110'].map((s) => [s, 'ahead']),
    ])
    expect(path[1]!.on).toBe('2028-03-13')
  })

  it('draws a second round again', () => {
    const path = pathOf(
      'participation',
      'K80',
      walk(
        ['K10', '2027-12-01'],
        ['K50', '2028-04-19'],
        ['K60', '2028-06-01'],
        ['K70', '2028-06-22'],
        ['K50', '2028-08-24'],
        ['K60', '2028-09-08'],
        ['K70', '2028-09-08'],
        ['K80', '2028-09-14'],
      ),
    )
    expect(
      path.filter((step) => step.at !== 'ahead').map((step) => [step.state, step.round]),
    ).toEqual([
      ['K10', 1],
      ['K50', 1],
      ['K70', 1],
      ['K50', 2],
      ['K70', 2],
      ['K80', 1],
    ])
  })

  it('keeps a state that is passed through when the case stands in it', () => {
    const path = pathOf('participation', 'K60', walk(['K50', '2028-04-19'], ['K60', '2028-06-01']))
    expect(path.find((step) => step.at === 'now')?.state).toBe('K60')
    expect(path.find((step) => step.at === 'ahead')?.state).toBe('K70')
  })

  it('does not move for an act that stays where it is', () => {
    const stay = { type: 'extend-deadline', actedOn: '2028-05-01', from: 'K50', to: 'K50' }
    const path = pathOf('participation', 'K50', [...walk(['K50', '2028-04-19']), stay])
    expect(path.filter((step) => step.state === 'K50')).toHaveLength(1)
  })

  it('goes on from a side state to where the ordinary way is joined', () => {
    const path = pathOf('participation', 'K103', walk(['K103', '2028-09-07']), {
      K90: '2028-10-05',
    })
    expect(path.find((step) => step.at === 'ahead')).toEqual({
      state: 'K90',
      on: '2028-10-05',
      round: 1,
      at: 'ahead',
    })
  })

  it('ends where the way ends', () => {
    for (const state of ['K120', 'K900', 'K140']) {
      expect(pathOf('participation', state, walk([state, '2028-10-01'])).at(-1)?.at).toBe('now')
    }
  })
})
