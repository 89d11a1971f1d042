import { describe, expect, test } from 'vitest'
import { asTheyStand } from '../../../service/pages/public/acts.ts'

const row = (seq: number, type: string, acted_on: string, input: object) => ({
  seq,
  type,
  acted_on,
  input: JSON.stringify(input),
})
const detail = (seq: number, field: string, value: string) => ({
  region: 1,
  process: 'p',
  seq,
  field,
  salt: 's',
  value,
})

describe('a journal as the public reads it', () => {
  const decision = row(3, 'record-decision', '2028-08-31', {
    outcome: 'changed',
    caseNumber: 'KS 1/28',
    changes: [
      { zone: 'own', text: true },
      { zone: 'joint', text: true },
    ],
  })

  test('words stand where they were given, and erased ones leave no trace of themselves', () => {
    const [act] = asTheyStand([decision], [detail(3, 'changes.1.text', 'nye ord')])
    expect(act?.input.changes).toEqual([
      { zone: 'own', text: true },
      { zone: 'joint', text: 'nye ord' },
    ])
  })

  test('a corrected date, field or word replaces what was registered', () => {
    const acts = asTheyStand(
      [
        decision,
        row(4, 'correct', '2028-09-10', { entry: 3, field: 'caseNumber', value: 'KS 2/28' }),
        row(5, 'correct', '2028-09-10', { entry: 3, field: 'actedOn', value: '2028-08-30' }),
        row(6, 'correct', '2028-09-11', {
          entry: 3,
          field: 'changes',
          value: [{ zone: 'own', text: true }],
        }),
      ],
      [detail(3, 'changes.0.text', 'gamle ord'), detail(6, 'value.0.text', 'rettede ord')],
    )
    expect(acts).toEqual([
      {
        seq: 3,
        type: 'record-decision',
        actedOn: '2028-08-30',
        input: {
          outcome: 'changed',
          caseNumber: 'KS 2/28',
          changes: [{ zone: 'own', text: 'rettede ord' }],
        },
      },
    ])
  })

  test('a struck entry is gone, and what came late stands where it belongs', () => {
    const acts = asTheyStand(
      [
        decision,
        row(4, 'record-publication', '2028-04-03', {}),
        row(5, 'correct', '2028-09-10', { entry: 3, field: 'void', value: true }),
        row(6, 'record-decision', '2028-09-05', { outcome: 'unchanged' }),
      ],
      [],
    )
    expect(acts.map((act) => act.seq)).toEqual([4, 6])
  })
})
