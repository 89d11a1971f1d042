// Both databases, for every test that stores: `for (const dialect of dialects) describe(dialect.name, …)`.
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { openStore, type Store } from '../../db/open.ts'

export type TestDialect = {
  name: 'sqlite' | 'postgres'
  /// A fresh, migrated, empty database. Close it when done: the PostgreSQL one is dropped then.
  open(): Promise<Store>
}

export const dialects: TestDialect[] = [
  { name: 'sqlite', open: () => openStore({ memory: true }) },
  { name: 'postgres', open: openPostgres },
]

/// Address of a fresh, empty PostgreSQL database and a way to drop it.
export async function freshPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('postgres')
  const name = `t_${randomBytes(8).toString('hex')}`
  await once(`${server}/postgres`, `create database ${name}`)
  return {
    url: `${server}/${name}`,
    drop: () => once(`${server}/postgres`, `drop database if exists ${name} with (force)`),
  }
}

async function openPostgres(): Promise<Store> {
  const { url, drop } = await freshPostgres()
  const store = await openStore({ dataDir: '', url })
  return {
    ...store,
    close: async () => {
      await store.close()
      await drop()
    },
  }
}

async function once(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
