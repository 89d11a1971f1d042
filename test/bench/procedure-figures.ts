// How the procedure's figures are put: one row a scenario, medians of interleaved runs.

export type Figures = { [name: string]: number | string | boolean }

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits))
