// The same table across the twelve: counted right, and its finding said.
import { describe, expect, test } from 'vitest'
import { findingsOf, portfolioOf, saySeason } from '../../../service/plan-need/portfolio.ts'
import type { PlanNeed } from '../../../service/plan-need/plan-needs.ts'
import { municipalParts } from '../../../service/region/content/content.ts'
import { jointRows } from '../../../service/region/content/joint-rows.ts'
import { southToNorth } from '../../../service/region/content/municipal-part.ts'

const needs: PlanNeed[] = [
  ...municipalParts.flatMap((part) => part.needs.map((fields) => ({ zone: part.number, fields }))),
  ...jointRows.map((fields) => ({ zone: 'joint', fields })),
].map((row, n) => ({ ...row, id: `n${n}`, position: n, seq: 1, updatedBy: '', updatedAt: '' }))

const portfolio = portfolioOf(needs, { from: 2028, to: 2031 }, southToNorth)

describe('the portfolio', () => {
  test('has a column for each half-year of the period and one for its last year', () => {
    expect(portfolio.columns.map(({ key }) => key)).toEqual([
      '2028-2',
      '2029-1',
      '2029-2',
      '2030-1',
      '2030-2',
      '2031',
    ])
  })

  test('finds that seven municipalities start a new land-use part in spring 2029', () => {
    const [first] = findingsOf(portfolio)
    expect(first?.row.key).toBe('land-use')
    expect(first?.municipalities).toEqual(['3440', '3439', '3436', '3437', '3435', '3433', '3431'])
    expect(saySeason(first!.half, 'nb')).toBe('våren 2029')
    expect(saySeason('2029-2', 'nn')).toBe('hausten 2029')
  })

  test('counts a joint plan as one start in every municipality that takes part', () => {
    const joint = portfolio.rows.find(
      (row) => row.title.nb === 'Felles utredning: deltidsinnbyggere',
    )
    expect(joint?.cells[1]).toEqual(southToNorth)
  })

  test('totals each column over every row', () => {
    for (const [at, total] of portfolio.totals.entries()) {
      expect(total).toBe(portfolio.rows.reduce((sum, row) => sum + row.cells[at]!.length, 0))
    }
    expect(portfolio.totals.reduce((a, b) => a + b)).toBeGreaterThan(60)
  })

  test('leaves out plans that are continued, repealed or never start', () => {
    const kept = portfolioOf(
      needs.filter(({ fields }) => fields.need === 'unchanged' || fields.need === 'repeal'),
      { from: 2028, to: 2031 },
      southToNorth,
    )
    expect(kept.rows).toEqual([])
  })
})
