// A process's row: loaded under a lock, written only when its sequence is still the one that was read.
import type { Insertable, Selectable } from 'kysely'
import type { Json, ProcessKind, Stored } from '../workflows/act.ts'
import type { Dialect } from './columns.ts'
import type { Db, Trx } from './database.ts'
import { changeBy, rowBy, rowsBy } from './statement.ts'
import type { ProcessTables } from './tables/process.ts'

export type ProcessRow = Selectable<ProcessTables['process']>

/// Loads one process for writing. PostgreSQL holds the row until the transaction ends; SQLite has one writer anyway.
export const lockProcess = (
  trx: Trx,
  dialect: Dialect,
  region: number,
  id: string,
): Promise<ProcessRow | undefined> =>
  (dialect === 'postgres' ? lockedProcess : seenProcess)(trx, { region, id })

export const processOf = (db: Db, region: number, id: string): Promise<ProcessRow | undefined> =>
  seenProcess(db, { region, id })

/// A strategy's joint process with the first year of its period.
export const jointProcessOf = (db: Db, region: number, id: string) =>
  jointProcess(db, { region, id })

/// All processes of a strategy, the joint one and every municipality's.
export const processesOf = (db: Db, region: number, strategy: string): Promise<ProcessRow[]> =>
  db
    .selectFrom('process')
    .selectAll()
    .where('region', '=', region)
    .where('strategy', '=', strategy)
    .orderBy('id')
    .execute()

export const allProcesses = (db: Db): Promise<ProcessRow[]> =>
  db.selectFrom('process').selectAll().orderBy('region').orderBy('id').execute()

/// The different ways in which a strategy's municipalities stand, however many there are of them. From the index alone.
export const standingsOf = async (db: Db, region: number, strategy: string): Promise<string[]> =>
  (await standings(db, { region, strategy })).map((row) => row.standing)

export const insertProcess = async (
  db: Db,
  row: Insertable<ProcessTables['process']>,
): Promise<void> => {
  await db.insertInto('process').values(row).execute()
}

/// True when the row was still at `was` and is now changed; false when somebody came first.
export const saveProcess = async (
  trx: Trx,
  row: ProcessRow,
  next: Pick<
    ProcessRow,
    'state' | 'context' | 'head_hash' | 'updated_at' | 'machine_version' | 'standing'
  >,
): Promise<boolean> => {
  const { standing, ...moved } = next
  const values = { ...moved, region: row.region, id: row.id, was: row.seq, seq: row.seq + 1 }
  // A column that is set is written in its index too, also when it says the same.
  const touched =
    standing === row.standing
      ? await save(trx, values)
      : await saveStanding(trx, { ...values, standing })
  return touched === 1
}

/// Puts right what was derived from a row by an earlier release.
export const setStanding = async (
  db: Db,
  { region, id, seq }: Pick<ProcessRow, 'region' | 'id' | 'seq'>,
  standing: string,
): Promise<void> => {
  await db
    .updateTable('process')
    .set({ standing })
    .where('region', '=', region)
    .where('id', '=', id)
    .where('seq', '=', seq)
    .execute()
}

/// The row as the decision sees it.
export const storedOf = (row: ProcessRow): Stored => ({
  kind: row.kind as ProcessKind,
  version: row.machine_version,
  state: row.state,
  context: JSON.parse(row.context) as { [key: string]: Json },
  seq: row.seq,
})

type Key = { region: number; id: string }

const byKey = (db: Db, key: Key) =>
  db
    .selectFrom('process')
    .selectAll('process')
    .where('process.region', '=', key.region)
    .where('process.id', '=', key.id)

const seenProcess = rowBy((db, key: Key) => byKey(db, key))
const jointProcess = rowBy((db, key: Key) =>
  byKey(db, key)
    .innerJoin('strategy', (join) =>
      join
        .onRef('strategy.region', '=', 'process.region')
        .onRef('strategy.id', '=', 'process.strategy'),
    )
    .selectAll('process')
    .select('strategy.period_from'),
)
const lockedProcess = rowBy((db, key: Key) => byKey(db, key).forUpdate())

const standings = rowsBy((db, of: { region: number; strategy: string }) =>
  db
    .selectFrom('process')
    .select('standing')
    .distinct()
    .where('region', '=', of.region)
    .where('strategy', '=', of.strategy)
    .where('kind', '=', 'participation'),
)

type Saved = Key &
  Pick<ProcessRow, 'state' | 'context' | 'head_hash' | 'updated_at' | 'machine_version' | 'seq'> & {
    was: number
  }

const saving = (db: Db, row: Saved) =>
  db
    .updateTable('process')
    .set({
      state: row.state,
      context: row.context,
      head_hash: row.head_hash,
      updated_at: row.updated_at,
      machine_version: row.machine_version,
      seq: row.seq,
    })
    .where('region', '=', row.region)
    .where('id', '=', row.id)
    .where('seq', '=', row.was)

const save = changeBy((db, row: Saved) => saving(db, row))
const saveStanding = changeBy((db, row: Saved & { standing: string }) =>
  saving(db, row).set({ standing: row.standing }),
)
