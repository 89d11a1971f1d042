// The append-only journal and the erasable words beside it. Rows come and go as they lie; their hashes are the
// service's business.
import { sql, type Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import { changeBy, rowBy } from './statement.ts'
import type { ProcessTables } from './tables/process.ts'

export type JournalRow = Selectable<ProcessTables['journal']>
export type DetailRow = Selectable<ProcessTables['journal_detail']>

export const appendJournal = async (
  trx: Trx,
  row: JournalRow,
  details: DetailRow[],
): Promise<void> => {
  await append(trx, row)
  for (const detail of details) await appendDetail(trx, detail)
}

/// A process's entries in order, from `after` (exclusive).
export const journalRows = (
  db: Db,
  region: number,
  process: string,
  after = 0,
): Promise<JournalRow[]> =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()

export const journalEntry = (
  db: Db,
  region: number,
  process: string,
  seq: number,
): Promise<JournalRow | undefined> =>
  db
    .selectFrom('journal')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .where('seq', '=', seq)
    .executeTakeFirst()

/// The facts of the newest entry that showed the public the proposed decision, or said how weighty its changes are.
export const factsLastShown = (
  db: Db,
  region: number,
  process: string,
): Promise<Pick<JournalRow, 'facts'> | undefined> => lastShown(db, { region, process })

export const detailRows = (db: Db, region: number, process: string): Promise<DetailRow[]> =>
  db
    .selectFrom('journal_detail')
    .selectAll()
    .where('region', '=', region)
    .where('process', '=', process)
    .orderBy('seq')
    .orderBy('field')
    .execute()

/// Removes words and their salt. The chain keeps only a salted hash, so it still verifies and tells nothing.
export const eraseDetail = async (
  db: Db,
  region: number,
  process: string,
  seq: number,
  field: string,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('journal_detail')
    .where('region', '=', region)
    .where('process', '=', process)
    .where('seq', '=', seq)
    .where('field', '=', field)
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}

export type Remembered = Selectable<ProcessTables['idempotency']>

export const rememberedAnswer = (
  db: Db,
  region: number,
  process: string,
  person: string,
  key: string,
): Promise<Remembered | undefined> => remembered(db, { region, process, person, key })

export const rememberAnswer = async (trx: Trx, row: Remembered): Promise<void> => {
  await remember(trx, row)
}

/// Forgets the answers given to people before an instant; answers how many.
export const forgetAnswersOf = (
  db: Db,
  region: number,
  process: string,
  before: string,
): Promise<number> => forget(db, { region, process, before })

const forget = changeBy((db, of: { region: number; process: string; before: string }) =>
  db
    .deleteFrom('idempotency')
    .where('region', '=', of.region)
    .where('process', '=', of.process)
    .where('person', '<>', 'system')
    .where('created_at', '<', of.before),
)

const append = changeBy((db, row: JournalRow) =>
  db.insertInto('journal').values({
    region: row.region,
    process: row.process,
    seq: row.seq,
    type: row.type,
    acted_on: row.acted_on,
    today: row.today,
    recorded_at: row.recorded_at,
    actor: row.actor,
    roles: row.roles,
    behalf_of: row.behalf_of,
    input: row.input,
    facts: row.facts,
    findings: row.findings,
    overrides: row.overrides,
    details: row.details,
    from_state: row.from_state,
    to_state: row.to_state,
    machine_version: row.machine_version,
    command_key: row.command_key,
    prev_hash: row.prev_hash,
    hash: row.hash,
  }),
)

const appendDetail = changeBy((db, row: DetailRow) =>
  db.insertInto('journal_detail').values({
    region: row.region,
    process: row.process,
    seq: row.seq,
    field: row.field,
    salt: row.salt,
    value: row.value,
  }),
)

// The types stand in the statement itself, as they do in the index it goes by.
const lastShown = rowBy((db, of: { region: number; process: string }) =>
  db
    .selectFrom('journal')
    .select('facts')
    .where('region', '=', of.region)
    .where('process', '=', of.process)
    .where(sql<boolean>`type in ('record-publication', 'classify-changes')`)
    .orderBy('seq', 'desc')
    .limit(sql.lit(1)),
)

const remembered = rowBy(
  (db, of: { region: number; process: string; person: string; key: string }) =>
    db
      .selectFrom('idempotency')
      .selectAll()
      .where('region', '=', of.region)
      .where('process', '=', of.process)
      .where('person', '=', of.person)
      .where('key', '=', of.key),
)

const remember = changeBy((db, row: Remembered) =>
  db.insertInto('idempotency').values({
    region: row.region,
    process: row.process,
    person: row.person,
    key: row.key,
    request_hash: row.request_hash,
    answer: row.answer,
    created_at: row.created_at,
  }),
)
