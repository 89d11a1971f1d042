// The three column types both databases share, and how a table is opened and closed in each.
// Texts are ISO dates, JSON or prose; integers stay below 2^53; blobs are bytes.
import { sql, type Kysely } from 'kysely'

export type Dialect = 'sqlite' | 'postgres'

/// Words of SQL that differ between the two databases. `create` runs one statement a string. A `keyed` table lies in its
/// primary key: right for small rows, where a second tree would be one more page in every commit.
export type Ddl = { int: string; blob: string; strict: string; keyed: string }

export const ddlOf = (dialect: Dialect): Ddl =>
  dialect === 'sqlite'
    ? { int: 'integer', blob: 'blob', strict: 'strict', keyed: 'strict, without rowid' }
    : { int: 'bigint', blob: 'bytea', strict: '', keyed: '' }

/// A migration as both databases run it: a list of statements, written once.
export type TwoDialectMigration = { name: string; up(ddl: Ddl, dialect: Dialect): string[] }

export const run = async (db: Kysely<never>, statements: string[]): Promise<void> => {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/// Statements that make a table refuse every change of a row once written.
export const appendOnly = (table: string, dialect: Dialect): string[] =>
  dialect === 'sqlite'
    ? ['update', 'delete'].map(
        (verb) =>
          `create trigger ${table}_no_${verb} before ${verb} on ${table}
           begin select raise(abort, '${table} is append-only'); end`,
      )
    : [
        `create function ${table}_append_only() returns trigger language plpgsql as
         $$ begin raise exception '${table} is append-only'; end $$`,
        `create trigger ${table}_append_only before update or delete on ${table}
         for each row execute function ${table}_append_only()`,
      ]
