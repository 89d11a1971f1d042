// The lists of planning needs: reading them, and changing one row at a time. A list may be changed while its text may;
// when the text is done only the status of a plan is kept up to date. Two who change the same row are told.
import {
  insertPlanNeeds,
  nextPosition,
  planNeedRow,
  planNeedRows,
  updatePlanNeed,
  type PlanNeedRow,
} from '../../db/plan-need.ts'
import type { Db, Trx } from '../../db/database.ts'
import type { HeldRole } from '../../workflows/act.ts'
import type { MayWrite } from '../../workflows/rights.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'
import { rolesIn, writeAccess } from '../text/section-access.ts'
import { zoneStates, type ZoneStates } from '../text/zone-states.ts'
import { canonicalJson } from '../version/canonical.ts'
import type { PlanNeedFields, PlanStatus } from './fields.ts'

export type PlanNeed = {
  id: string
  /// `joint` or a municipality's number.
  zone: string
  position: number
  seq: number
  updatedBy: string
  updatedAt: string
  fields: PlanNeedFields
}

type Of = { region: number; strategy: string }

/// Most rows in one list.
const most = 200

/// A zone's rows, or all of them, in order.
export async function planNeedsOf(db: Db | Trx, of: Of, zone?: string): Promise<PlanNeed[]> {
  return (await planNeedRows(db, of, zone)).map(fromRow)
}

export type ListAccess = {
  /// May rows be added, changed and removed?
  rows: MayWrite
  /// May the status of a plan be changed? Also after the text is done.
  status: boolean
}

/// What these roles may do with a zone's list as things stand. Pure.
export function listAccess(
  zone: string,
  roles: readonly HeldRole[],
  states: ZoneStates,
): ListAccess {
  const { write } = writeAccess({ zone }, roles, states)
  return { rows: write, status: write.may || write.why === 'ended' }
}

/// Adds a row at the end of a zone's list.
export async function addPlanNeed(
  house: House,
  person: SignedIn,
  of: Of,
  zone: string,
  fields: PlanNeedFields,
): Promise<PlanNeed> {
  await mustWrite(house, person, of, zone)
  const row = await house.store.db.transaction().execute(async (trx) => {
    const position = await nextPosition(trx, of, zone)
    if (position > most * 5 || (await planNeedRows(trx, of, zone)).length >= most) {
      throw new Refused('too-large')
    }
    const made: PlanNeedRow = {
      region: of.region,
      id: newId(),
      strategy: of.strategy,
      zone,
      position,
      fields: stored(fields),
      seq: 1,
      removed_at: null,
      updated_by: person.id,
      updated_at: house.clock.instant(),
    }
    await insertPlanNeeds(trx, [made])
    return made
  })
  house.changed({ region: of.region, strategy: of.strategy })
  return fromRow(row)
}

/// Changes a row. Throws `conflict` with the sequence that stands when somebody else has changed it since.
export async function changePlanNeed(
  house: House,
  person: SignedIn,
  of: Of,
  id: string,
  expectedSeq: number,
  fields: PlanNeedFields,
): Promise<void> {
  const row = await mustFind(house.store.db, of, id)
  await mustWrite(house, person, of, row.zone)
  await save(house, person, of, id, expectedSeq, { fields: stored(fields) })
}

/// Changes where a plan stands; all that may be changed when the strategy is adopted.
export async function changePlanStatus(
  house: House,
  person: SignedIn,
  of: Of,
  id: string,
  expectedSeq: number,
  status: PlanStatus,
): Promise<void> {
  const row = await mustFind(house.store.db, of, id)
  const states = await zoneStates(house.store.db, of.region, of.strategy)
  if (!states) throw new Refused('not-found')
  const access = listAccess(row.zone, rolesIn(person, of.region), states)
  if (!access.status) throw refusedBy(access.rows)
  await save(house, person, of, id, expectedSeq, {
    fields: stored({ ...fromRow(row).fields, status }),
  })
}

/// Takes a row out of its list. It stays in the database and in every version frozen with it.
export async function removePlanNeed(
  house: House,
  person: SignedIn,
  of: Of,
  id: string,
  expectedSeq: number,
): Promise<void> {
  const row = await mustFind(house.store.db, of, id)
  await mustWrite(house, person, of, row.zone)
  await save(house, person, of, id, expectedSeq, { removed_at: house.clock.instant() })
}

/// Lays rows into an empty list, when a strategy is set up. Does nothing where there are rows.
export async function layInPlanNeeds(
  trx: Trx,
  of: Of,
  zone: string,
  rows: PlanNeedFields[],
  by: { person: string; at: string },
): Promise<void> {
  if ((await planNeedRows(trx, of, zone)).length > 0) return
  await insertPlanNeeds(
    trx,
    rows.map((fields, at) => ({
      region: of.region,
      id: newId(),
      strategy: of.strategy,
      zone,
      position: at + 1,
      fields: stored(fields),
      seq: 1,
      removed_at: null,
      updated_by: by.person,
      updated_at: by.at,
    })),
  )
}

const stored = (fields: PlanNeedFields): string => canonicalJson(fields)

const fromRow = (row: PlanNeedRow): PlanNeed => ({
  id: row.id,
  zone: row.zone,
  position: row.position,
  seq: row.seq,
  updatedBy: row.updated_by,
  updatedAt: row.updated_at,
  fields: JSON.parse(row.fields) as PlanNeedFields,
})

async function mustFind(db: Db, of: Of, id: string): Promise<PlanNeedRow> {
  const row = await planNeedRow(db, of, id)
  if (!row) throw new Refused('not-found')
  if (row.removed_at !== null) throw new Refused('conflict', { seq: row.seq })
  return row
}

async function mustWrite(house: House, person: SignedIn, of: Of, zone: string): Promise<void> {
  const states = await zoneStates(house.store.db, of.region, of.strategy)
  if (!states || (zone !== 'joint' && states.of(zone) === undefined)) throw new Refused('not-found')
  const { rows } = listAccess(zone, rolesIn(person, of.region), states)
  if (!rows.may) throw refusedBy(rows)
}

const refusedBy = (write: MayWrite): Refused =>
  new Refused(
    !write.may && (write.why === 'no-role' || write.why === 'not-yours')
      ? 'forbidden'
      : 'not-in-this-state',
  )

async function save(
  house: House,
  person: SignedIn,
  of: Of,
  id: string,
  expected: number,
  change: Partial<Pick<PlanNeedRow, 'fields' | 'removed_at'>>,
): Promise<void> {
  const { db } = house.store
  const done = await db.transaction().execute((trx) =>
    updatePlanNeed(trx, of, id, expected, {
      ...change,
      updated_by: person.id,
      updated_at: house.clock.instant(),
    }),
  )
  if (!done) {
    throw new Refused('conflict', { seq: (await planNeedRow(db, of, id))?.seq ?? 0 })
  }
  house.changed({ region: of.region, strategy: of.strategy })
}
