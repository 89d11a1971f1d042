// A municipality's clearances and mandates as they are taken along with its journal: everything that was recorded, and
// whether each clearance is of the text as it is now.
import { clearancesOf, mandatesOf } from '../../db/clearance.ts'
import { namesOf } from '../../db/people.ts'
import { sectionsOf } from '../../db/strategy.ts'
import type { Lang } from '../../workflows/lang.ts'
import type { House } from '../house.ts'
import type { ClearancePlace } from './clear.ts'
import { clearanceSheet } from './sheet.ts'

export type ClearanceLog = {
  mandates: {
    givenBy: string
    givenTo: string
    until: string
    reference: string
    recordedOn: string
    withdrawn: { on: string; by: string; reason: string } | null
  }[]
  clearances: {
    chapter: string
    hash: string
    on: string
    by: string
    substituteFor: string | null
    holds: boolean
  }[]
}

/// People by name as they are today.
export async function clearanceLog(
  house: House,
  place: ClearancePlace,
  lang: Lang,
): Promise<ClearanceLog> {
  const { db } = house.store
  const { region, strategy, municipality } = place
  const mandates = await mandatesOf(db, region, strategy, municipality)
  const rows = (await clearancesOf(db, region, strategy)).filter(
    (row) => row.municipality === municipality,
  )
  if (mandates.length === 0 && rows.length === 0) return { mandates: [], clearances: [] }
  const sheet = await clearanceSheet(house, place)
  const now = new Map(sheet.chapters.map(({ section, hash }) => [section.id, hash]))
  const titles = new Map(
    (await sectionsOf(db, region, strategy, 'joint')).map((row) => [
      row.id,
      lang === 'nn' ? row.title_nn : row.title_nb,
    ]),
  )
  const names = await namesOf(db, [
    ...mandates.flatMap((row) => [row.given_to, ...(row.withdrawn ? [row.withdrawn.by] : [])]),
    ...rows.flatMap((row) => [row.person, row.substitute_for ?? row.person]),
  ])
  const nameOf = (id: string) => names.get(id) ?? id
  return {
    mandates: mandates.map((row) => ({
      givenBy: row.given_by,
      givenTo: nameOf(row.given_to),
      until: row.until_on,
      reference: row.reference,
      recordedOn: row.recorded_on,
      withdrawn: row.withdrawn && { ...row.withdrawn, by: nameOf(row.withdrawn.by) },
    })),
    clearances: rows.map((row) => ({
      chapter: titles.get(row.section) ?? '',
      hash: row.hash,
      on: row.cleared_on,
      by: nameOf(row.person),
      substituteFor: row.substitute_for === null ? null : nameOf(row.substitute_for),
      holds: now.get(row.section) === row.hash,
    })),
  }
}
