import { sql } from 'kysely'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { dialects } from '../support/dialects.ts'

describe('open', () => {
  for (const dialect of dialects) {
    test(`${dialect.name}: a migrated database has every table, and opening twice changes nothing`, async () => {
      const store = await dialect.open()
      const names = (await store.db.introspection.getTables()).map((t) => t.name)
      expect(names).toContain('journal')
      expect(names).toContain('text_update')
      expect(names.length).toBeGreaterThan(25)
      await store.close()
    })

    test(`${dialect.name}: every table of a region's data leads its key with the region`, async () => {
      const store = await dialect.open()
      const global = new Set(['person', 'session', 'passkey', 'sign_in_link', 'setting'])
      global.add('strategy_directory')
      let checked = 0
      for (const table of await store.db.introspection.getTables()) {
        if (global.has(table.name) || table.name.startsWith('kysely')) continue
        expect(table.columns[0]?.name, table.name).toBe('region')
        checked++
      }
      expect(checked).toBeGreaterThan(20)
      await store.close()
    })

    test(`${dialect.name}: a journal row can be neither changed nor removed`, async () => {
      const store = await dialect.open()
      await store.db
        .insertInto('journal')
        .values({
          region: 1,
          process: 'p',
          seq: 1,
          type: 't',
          acted_on: '2028-01-01',
          today: '2028-01-01',
          recorded_at: 'x',
          actor: 'a',
          roles: '[]',
          behalf_of: null,
          input: '{}',
          facts: '{}',
          findings: '[]',
          overrides: '{}',
          details: '{}',
          from_state: 'a',
          to_state: 'b',
          machine_version: 1,
          command_key: 'k',
          prev_hash: '',
          hash: 'h',
        })
        .execute()
      await expect(store.db.updateTable('journal').set({ type: 'u' }).execute()).rejects.toThrow(
        /append-only/,
      )
      await expect(store.db.deleteFrom('journal').execute()).rejects.toThrow(/append-only/)
      const { rows } = await sql<{ n: number }>`select count(*) as n from journal`.execute(store.db)
      expect(Number(rows[0]?.n)).toBe(1)
      await store.close()
    })
  }

  test('a file that is no database is refused, and nothing is written to it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planvev-'))
    writeFileSync(join(folder, 'planvev.db'), 'this is no database at all, only words'.repeat(50))
    await expect(openStore({ dataDir: folder })).rejects.toThrow(/not a database/)
    rmSync(folder, { recursive: true })
  })
})
