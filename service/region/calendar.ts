// A council's calendar: when which body meets. Meetings are cancelled, never removed.
import { cancelMeeting, insertMeeting, meetingsOf } from '../../db/region.ts'
import type { House } from '../house.ts'
import { newId } from '../sign-in/token.ts'

export type Meeting = { id: string; body: string; on: string }

/// Meetings of a municipality that still stand, by day.
export async function calendarOf(
  house: House,
  region: number,
  municipality: string,
): Promise<Meeting[]> {
  const rows = await meetingsOf(house.store.db, region, municipality)
  return rows.map((row) => ({ id: row.id, body: row.body, on: row.meeting_on }))
}

/// Adds meetings of one body; days that are there already are left as they are. Answers how many were new.
export async function addMeetings(
  house: House,
  region: number,
  municipality: string,
  body: string,
  days: string[],
): Promise<number> {
  const known = new Set(
    (await calendarOf(house, region, municipality)).filter((m) => m.body === body).map((m) => m.on),
  )
  const fresh = [...new Set(days)].filter((day) => !known.has(day))
  for (const meeting_on of fresh) {
    await insertMeeting(house.store.db, {
      region,
      id: newId(),
      municipality,
      body,
      meeting_on,
      cancelled_at: null,
      created_at: house.clock.instant(),
    })
  }
  if (fresh.length > 0) house.changed({ region })
  return fresh.length
}

export async function cancel(
  house: House,
  region: number,
  municipality: string,
  id: string,
): Promise<void> {
  await cancelMeeting(house.store.db, region, municipality, id, house.clock.instant())
  house.changed({ region })
}
