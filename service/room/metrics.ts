// Counts of what happened in the rooms since the start, for those who watch the process.

export type Count = (name: string, by?: number) => void

export type Metrics = { count: Count; read(): Record<string, number> }

export function createMetrics(): Metrics {
  const counts = new Map<string, number>()
  return {
    count: (name, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by),
    read: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
