// A pool of lines to PostgreSQL on which the statements that are compiled once are also parsed and planned once a line.
// Everything else is asked as it comes, so that no line gathers more than those.
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { statementName } from './statement.ts'

/// The pool as Kysely takes it.
export function preparingPool(pool: Pool): PostgresPool {
  const faces = new WeakMap<PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const face = faces.get(client) ?? faceOf(client)
      faces.set(client, face)
      return face
    },
  }
}

/// The line itself, but for how it is asked.
function faceOf(client: PoolClient): PostgresPoolClient {
  const query = (text: string, given: readonly unknown[]) => {
    const values = [...given]
    const name = statementName(text)
    return name === undefined ? client.query(text, values) : client.query({ name, text, values })
  }
  return Object.assign(Object.create(client) as PoolClient, { query })
}
