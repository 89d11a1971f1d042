// Statements that are asked all day: written once with Kysely, compiled once a database, run with other values each time.
// Building and compiling a query costs more than running it; what is asked rarely is simply written where it is used.
import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './database.ts'

export type Values = { [name: string]: string | number | null | Buffer }

/// Writes the statement with a place for each value. Which values are null must not change what it says.
export type Write<P extends Values, R> = (db: Db, place: P) => Compilable<R>

/// A statement that answers rows.
export const rowsBy =
  <P extends Values, R>(write: Write<P, R>) =>
  async (db: Db, values: P): Promise<R[]> =>
    (await db.executeQuery(filled(db, write, values))).rows

/// A statement that answers one row, or none.
export const rowBy =
  <P extends Values, R>(write: Write<P, R>) =>
  async (db: Db, values: P): Promise<R | undefined> =>
    (await db.executeQuery(filled(db, write, values))).rows[0]

/// A statement that writes, answering how many rows it touched.
export const changeBy =
  <P extends Values>(write: Write<P, unknown>) =>
  async (db: Db, values: P): Promise<number> =>
    Number((await db.executeQuery(filled(db, write, values))).numAffectedRows ?? 0)

/// Stands in a compiled statement where a value will be.
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

type Compiled = CompiledQuery<unknown>

/// By the database's own adapter, which its transactions share.
const compiled = new WeakMap<object, Map<unknown, Compiled>>()

function filled<P extends Values, R>(db: Db, write: Write<P, R>, values: P): CompiledQuery<R> {
  const { adapter } = db.getExecutor()
  let known = compiled.get(adapter)
  if (!known) compiled.set(adapter, (known = new Map()))
  let one = known.get(write)
  if (!one) known.set(write, (one = compile(db, write)))
  const { query, queryId, sql, parameters } = one
  return {
    query,
    queryId,
    sql,
    parameters: parameters.map((one) => (one instanceof Place ? values[one.name] : one)),
  } as CompiledQuery<R>
}

function compile<P extends Values, R>(db: Db, write: Write<P, R>): Compiled {
  const places = new Proxy({} as P, { get: (_, name) => new Place(String(name)) })
  const made = write(db, places).compile()
  if (!names.has(made.sql)) names.set(made.sql, `s${names.size + 1}`)
  return made
}

const names = new Map<string, string>()

/// A short name for a statement that was compiled here, for a database that keeps prepared ones by name.
export const statementName = (text: string): string | undefined => names.get(text)
