// The region, its municipalities and their councils' calendars. Settings are JSON as text, read by the service.
import type { Insertable, Selectable } from 'kysely'
import type { Db } from './database.ts'
import { rowBy } from './statement.ts'
import type { RegionTables } from './tables/region.ts'

export type RegionRow = Selectable<RegionTables['region']>
export type MunicipalityRow = Selectable<RegionTables['municipality']>
export type MeetingRow = Selectable<RegionTables['meeting']>

export const regions = (db: Db): Promise<RegionRow[]> =>
  db.selectFrom('region').selectAll().orderBy('region').execute()

export const regionById = (db: Db, region: number): Promise<RegionRow | undefined> =>
  db.selectFrom('region').selectAll().where('region', '=', region).executeTakeFirst()

export const insertRegion = (db: Db, row: Insertable<RegionTables['region']>) =>
  db.insertInto('region').values(row).execute()

export const insertMunicipality = (db: Db, row: Insertable<RegionTables['municipality']>) =>
  db.insertInto('municipality').values(row).execute()

/// The region's municipalities in the region's own order (from south to north).
export const municipalitiesOf = (db: Db, region: number): Promise<MunicipalityRow[]> =>
  db
    .selectFrom('municipality')
    .selectAll()
    .where('region', '=', region)
    .orderBy('position')
    .execute()

export const municipalityByNumber = (
  db: Db,
  region: number,
  number: string,
): Promise<MunicipalityRow | undefined> => byNumber(db, { region, number })

export const setMunicipalitySettings = (db: Db, region: number, number: string, settings: string) =>
  db
    .updateTable('municipality')
    .set({ settings })
    .where('region', '=', region)
    .where('number', '=', number)
    .execute()

export const setMunicipalityLanguage = (
  db: Db,
  region: number,
  number: string,
  language: 'nb' | 'nn',
) =>
  db
    .updateTable('municipality')
    .set({ language })
    .where('region', '=', region)
    .where('number', '=', number)
    .execute()

export const insertMeeting = (db: Db, row: Insertable<RegionTables['meeting']>) =>
  db.insertInto('meeting').values(row).execute()

/// Meetings of a municipality that are not cancelled, by day.
export const meetingsOf = (db: Db, region: number, municipality: string): Promise<MeetingRow[]> =>
  db
    .selectFrom('meeting')
    .selectAll()
    .where('region', '=', region)
    .where('municipality', '=', municipality)
    .where('cancelled_at', 'is', null)
    .orderBy('meeting_on')
    .orderBy('body')
    .execute()

export const cancelMeeting = (
  db: Db,
  region: number,
  municipality: string,
  id: string,
  at: string,
) =>
  db
    .updateTable('meeting')
    .set({ cancelled_at: at })
    .where('region', '=', region)
    .where('municipality', '=', municipality)
    .where('id', '=', id)
    .where('cancelled_at', 'is', null)
    .execute()

const byNumber = rowBy((db, of: { region: number; number: string }) =>
  db
    .selectFrom('municipality')
    .selectAll()
    .where('region', '=', of.region)
    .where('number', '=', of.number),
)
