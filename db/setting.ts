// Single facts about this installation: whether it is a demo, which moment, which day its clock stands on.
import type { Db } from './database.ts'

export const settingOf = async (db: Db, key: string): Promise<string | undefined> =>
  (await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value

export const setSetting = (db: Db, key: string, value: string) =>
  db
    .insertInto('setting')
    .values({ key, value })
    .onConflict((c) => c.column('key').doUpdateSet({ value }))
    .execute()
