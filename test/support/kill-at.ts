// Lets a test's server kill itself at one exact point: as an edit is heard, after it was applied, between the rows of a
// commit, just before and just after the commit, in a checkpoint. `KILL_AT` names the point, `KILL_AFTER` which passage.
import type BetterSqlite3 from 'better-sqlite3'
import type { Duplex } from 'node:stream'
import type { Store } from '../../db/open.ts'

export const points = [
  'heard',
  'applied',
  'row',
  'commit',
  'committed',
  'checkpoint',
  'checkpointed',
] as const
export type Point = (typeof points)[number]

export type KillAt = { pass(point: Point): void; heard(socket: Duplex): void }

/// Undefined when nothing is asked for.
export function killAt(env: NodeJS.ProcessEnv): KillAt | undefined {
  const { KILL_AT, KILL_AFTER = '1' } = env
  if (!KILL_AT) return undefined
  let left = Number(KILL_AFTER)
  const pass = (point: Point): void => {
    // The kernel ends the process before the next instruction.
    if (point === KILL_AT && --left <= 0) process.kill(process.pid, 'SIGKILL')
  }
  return { pass, heard: (socket) => void socket.on('data', () => pass('heard')) }
}

/// The same store, passing the points of the log and of checkpoints.
export function passing(store: Store, { pass }: KillAt): Store {
  const tables = new WeakMap<object, string>()
  const db = store.db.withPlugin({
    transformQuery: ({ queryId, node }) => {
      const into = node.kind === 'InsertQueryNode' ? node.into?.table.identifier.name : undefined
      if (into) tables.set(queryId, into)
      if (into === 'text_checkpoint') pass('checkpoint')
      // PostgreSQL's log; SQLite's goes past the query builder.
      if (into === 'text_update') {
        pass('applied')
        setImmediate(() => pass('row'))
      }
      return node
    },
    transformResult: ({ queryId, result }) => {
      const into = tables.get(queryId)
      if (into === 'text_checkpoint') pass('checkpointed')
      if (into === 'text_update') {
        pass('commit')
        // Some moments later: the commit is on its way, or done.
        setImmediate(() => setImmediate(() => pass('committed')))
      }
      return Promise.resolve(result)
    },
  })
  const { sqlite } = store
  return { ...store, db, ...(sqlite ? { sqlite: passingLog(sqlite, pass) } : {}) }
}

function passingLog(sqlite: BetterSqlite3.Database, pass: (point: Point) => void) {
  const exec = (statement: string): void => {
    if (statement.startsWith('begin')) pass('applied')
    if (statement === 'commit') pass('commit')
    sqlite.exec(statement)
    if (statement === 'commit') pass('committed')
  }
  const prepare = (statement: string): BetterSqlite3.Statement => {
    const made = sqlite.prepare(statement)
    const run = made.run.bind(made)
    made.run = (...values) => {
      const done = run(...values)
      pass('row')
      return done
    }
    return made
  }
  return new Proxy(sqlite, {
    get: (target, name): unknown => {
      if (name === 'exec') return exec
      if (name === 'prepare') return prepare
      const own: unknown = Reflect.get(target, name, target)
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
}
