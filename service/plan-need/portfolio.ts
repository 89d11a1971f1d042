// The same table across the twelve: who starts what, when. Pure. Its findings say where several start the same plan in
// the same half-year and could share the work.
import type { Lang } from '../../workflows/lang.ts'
import { planThemes, planTypes, type HalfYear, type PlanTheme, type PlanType } from './fields.ts'
import type { PlanNeed } from './plan-needs.ts'

/// A row of the matrix: a kind of plan, or the name of a joint one.
export type PortfolioRow = {
  key: string
  title: { nb: string; nn: string; en: string }
  /// Municipalities that start it, by column.
  cells: string[][]
  joint: boolean
}

export type Portfolio = {
  /// Columns: each half-year of the period, the last one its whole closing year.
  columns: { key: string; halves: HalfYear[] }[]
  rows: PortfolioRow[]
  /// Starts in each column, municipalities counted once a plan.
  totals: number[]
}

export type PortfolioFinding = {
  row: PortfolioRow
  half: HalfYear
  municipalities: string[]
}

/// Puts rows of every zone into the matrix for the years `from`–`to`. Plans that are only continued or repealed start
/// nothing. `order` is the region's, south to north.
export function portfolioOf(
  needs: PlanNeed[],
  period: { from: number; to: number },
  order: string[],
): Portfolio {
  const columns = columnsOf(period)
  const starts = needs.filter(
    ({ fields }) =>
      fields.start !== undefined && fields.need !== 'unchanged' && fields.need !== 'repeal',
  )
  const rows = new Map<string, PortfolioRow>()
  for (const need of starts) {
    const at = columns.findIndex(({ halves }) => halves.includes(need.fields.start!))
    if (at < 0) continue
    const { key, title, joint } = kindOf(need)
    const row = rows.get(key) ?? { key, title, joint, cells: columns.map(() => []) }
    const who = joint ? (need.fields.with.length > 0 ? need.fields.with : order) : [need.zone]
    row.cells[at] = order.filter(
      (number) => row.cells[at]!.includes(number) || who.includes(number),
    )
    rows.set(key, row)
  }
  const sorted = [...rows.values()].sort((a, b) => rank(a) - rank(b))
  return {
    columns,
    rows: sorted,
    totals: columns.map((_, at) => sorted.reduce((sum, row) => sum + row.cells[at]!.length, 0)),
  }
}

/// Where at least three start the same kind of plan in one half-year, most first.
export function findingsOf(portfolio: Portfolio): PortfolioFinding[] {
  return portfolio.rows
    .filter((row) => !row.joint)
    .flatMap((row) =>
      portfolio.columns.flatMap(({ halves }, at) =>
        halves.length === 1 && row.cells[at]!.length >= 3
          ? [{ row, half: halves[0]!, municipalities: row.cells[at]! }]
          : [],
      ),
    )
    .sort((a, b) => b.municipalities.length - a.municipalities.length)
}

/// `våren 2029`, `høsten 2029`.
export function saySeason(half: HalfYear, lang: Lang): string {
  const [year, part] = half.split('-')
  const season = {
    nb: part === '1' ? 'våren' : 'høsten',
    nn: part === '1' ? 'våren' : 'hausten',
    en: part === '1' ? 'in spring' : 'in autumn',
  }[lang]
  return `${season} ${year}`
}

function columnsOf({ from, to }: { from: number; to: number }): Portfolio['columns'] {
  const columns: Portfolio['columns'] = []
  for (let year = from; year < to; year++) {
    for (const half of [1, 2] as const) {
      if (year === from && half === 1) continue
      columns.push({ key: `${year}-${half}`, halves: [`${year}-${half}`] })
    }
  }
  columns.push({ key: String(to), halves: [`${to}-1`, `${to}-2`] })
  return columns
}

/// What a plan is laid beside: master plan parts by type, others by theme, joint ones by their own name.
function kindOf({ zone, fields }: PlanNeed): Pick<PortfolioRow, 'key' | 'title' | 'joint'> {
  if (zone === 'joint') {
    const { nb, nn } = fields.name
    return { key: `joint ${nb}`, title: { nb, nn, en: nb }, joint: true }
  }
  if (fields.type === 'societal' || fields.type === 'land-use' || fields.theme === undefined) {
    return { key: fields.type, title: planTypes[fields.type], joint: false }
  }
  return { key: fields.theme, title: planThemes[fields.theme], joint: false }
}

const types = Object.keys(planTypes) as PlanType[]
const themes = Object.keys(planThemes) as PlanTheme[]

function rank({ key, joint }: PortfolioRow): number {
  if (joint) return 300
  const main = key === 'societal' ? 0 : key === 'land-use' ? 1 : -1
  if (main >= 0) return main
  const theme = themes.findIndex((one) => one === key)
  return theme >= 0 ? 100 + theme : 200 + types.findIndex((one) => one === key)
}
