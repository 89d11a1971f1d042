/// For the log: the kind of error and where it was thrown, without its words, which may hold what people wrote.
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const lines = error.stack?.split('\n') ?? []
  const where = lines.find((line) => /\/(service|db|workflows)\//.test(line))
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  return `${error.name}${code}${where === undefined ? '' : ` ${where.trim()}`}`
}
