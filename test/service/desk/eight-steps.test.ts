import { describe, expect, it } from 'vitest'
import { eightSteps, type CellAct } from '../../../service/desk/eight-steps.ts'

const act = (type: string, actedOn: string, input: CellAct['input'] = {}): CellAct => ({
  type,
  actedOn,
  input,
})

const life = [
  act('join', '2027-11-18'),
  act('freeze-own-part', '2028-03-13'),
  act('record-first-treatment', '2028-04-13', { outcome: 'laid-out' }),
  act('record-publication', '2028-04-20', { publishedOn: '2028-04-19' }),
  act('submit-for-recommendation', '2028-08-22'),
]

describe('the eight steps of a row', () => {
  it('have the dates of the acts, the present step and what is planned', () => {
    expect(
      eightSteps('participation', 'K80', life, {
        recommendation: '2028-09-14',
        council: '2028-09-21',
      }),
    ).toEqual([
      { at: 'done', on: '2027-11-18' },
      { at: 'done', on: '2028-03-13', lock: true },
      { at: 'done', on: '2028-04-13' },
      { at: 'done', on: '2028-04-19' },
      { at: 'done', on: '2028-08-22' },
      { at: 'now', on: '2028-09-14' },
      { at: 'planned', on: '2028-09-21' },
      { at: 'unknown' },
    ])
  })

  it('count the day of publication, not the day it was registered', () => {
    expect(eightSteps('participation', 'K50', life)[3]).toEqual({ at: 'now', on: '2028-04-19' })
  })

  it('take back what a new round undid', () => {
    const cells = eightSteps('participation', 'K50', [
      ...life,
      act('record-publication', '2028-08-24', { publishedOn: '2028-08-24' }),
    ])
    expect(cells[3]).toEqual({ at: 'now', on: '2028-08-24' })
    expect(cells[4]).toEqual({ at: 'unknown' })
  })

  it('leave a step nobody registered unknown, also when it is passed', () => {
    const cells = eightSteps('participation', 'K100', [
      act('record-decision', '2028-09-21', { outcome: 'unchanged' }),
    ])
    expect(cells[0]).toEqual({ at: 'unknown' })
    expect(cells[6]).toEqual({ at: 'now', on: '2028-09-21' })
  })

  it('do not take a postponed meeting for a decision', () => {
    const postponed = act('record-decision', '2028-09-07', { outcome: 'postponed' })
    expect(
      eightSteps('participation', 'K103', [...life, postponed], { council: '2028-10-05' })[6],
    ).toEqual({ at: 'now', on: '2028-10-05' })
  })

  it('serve the joint row in the same columns', () => {
    const cells = eightSteps(
      'strategy',
      'F80',
      [
        act('start-knowledge-base', '2027-11-20'),
        act('start-review', '2028-02-25'),
        act('freeze-consultation-draft', '2028-03-13'),
        act('freeze-final-proposal', '2028-06-09'),
      ],
      {},
      { consultationOn: '2028-04-03', closedOn: '2028-06-07' },
    )
    expect(cells.map((cell) => cell.on ?? cell.at)).toEqual([
      '2027-11-20',
      '2028-02-25',
      '2028-03-13',
      '2028-04-03',
      '2028-06-07',
      '2028-06-09',
      'unknown',
      'unknown',
    ])
    expect(cells[2]!.lock).toBe(true)
  })
})
