// Tells a municipality, once, that a text it has cleared is no longer that text. Looked for by the worker: only texts
// whose log has moved since the last look are read, and only after they have rested, so that one sitting is one notice.
import { markTold, untoldClearances, type ClearanceRow } from '../../db/clearance.ts'
import { putOutbox } from '../../db/outbox.ts'
import { lastWritten } from '../../db/section.ts'
import { headsOf, processId, sectionsOf } from '../../db/strategy.ts'
import type { NoticePayload } from '../effects.ts'
import type { House } from '../house.ts'
import { realInstant } from '../outbox.ts'
import { clearanceSheet, type Chapter } from './sheet.ts'

/// How long a text must have lain still before anybody is told.
const restMs = 60_000

/// Answers how many notices were put in the outbox.
export async function tellVoided(house: House): Promise<number> {
  const untold = await untoldClearances(house.store.db)
  const strategies = new Map(untold.map((row) => [`${row.region}/${row.strategy}`, row]))
  let told = 0
  for (const { region, strategy } of strategies.values()) {
    const own = untold.filter((row) => row.region === region && row.strategy === strategy)
    told += await tellIn(house, { region, strategy }, own)
  }
  return told
}

type Where = { region: number; strategy: string }

async function tellIn(house: House, where: Where, untold: ClearanceRow[]): Promise<number> {
  const resting = await movedAndResting(house, where, untold)
  if (resting.size === 0) return 0
  const sheet = await clearanceSheet(house, where)
  const waiting = new Set(untold.map((row) => row.id))
  const voided = new Map<string, { clearance: ClearanceRow; chapter: Chapter }[]>()
  for (const municipality of new Set(untold.map((row) => row.municipality))) {
    for (const chapter of sheet.chapters) {
      if (!resting.has(chapter.section.id)) continue
      const cell = sheet.cell(municipality, chapter.section.id)
      if (cell.standing !== 'changed' || !waiting.has(cell.clearance.id)) continue
      const list = voided.get(municipality) ?? []
      voided.set(municipality, [...list, { clearance: cell.clearance, chapter }])
    }
  }
  for (const [municipality, list] of voided) await tell(house, where, municipality, list)
  for (const { section, head } of sheet.chapters) {
    if (resting.has(section.id)) lookedOf(house).set(`${where.region}/${section.id}`, head)
  }
  return voided.size
}

/// Cleared sections that moved since the last look and have lain still since.
async function movedAndResting(
  house: House,
  { region, strategy }: Where,
  untold: ClearanceRow[],
): Promise<Set<string>> {
  const { db } = house.store
  const cleared = new Set(untold.map((row) => row.section))
  const sections = (await sectionsOf(db, region, strategy, 'joint')).filter((one) =>
    cleared.has(one.id),
  )
  const heads = await headsOf(db, region, sections)
  const looked = lookedOf(house)
  const moved = sections.filter(
    (one) => looked.get(`${region}/${one.id}`) !== (heads.get(one.id) ?? 0),
  )
  const written = await lastWritten(db, region, moved)
  const before = house.clock.now() - restMs
  return new Set(
    moved
      .filter(({ id }) => {
        const last = written.get(id)
        return !last || Temporal.Instant.from(last.at).epochMilliseconds <= before
      })
      .map(({ id }) => id),
  )
}

async function tell(
  house: House,
  { region, strategy }: Where,
  municipality: string,
  voided: { clearance: ClearanceRow; chapter: Chapter }[],
): Promise<void> {
  await house.store.db.transaction().execute(async (trx) => {
    const at = realInstant(house)
    const ids = await markTold(
      trx,
      region,
      voided.map(({ clearance }) => clearance.id),
      at,
    )
    const news = voided.filter(({ clearance }) => ids.includes(clearance.id))
    if (news.length === 0) return
    const titles = (lang: 'title_nb' | 'title_nn') =>
      JSON.stringify(news.map(({ chapter: { section } }) => section[lang] || section.title_nb))
    const payload: NoticePayload = {
      about: 'clearance-voided',
      to: (['planner', 'chief-executive', 'mayor'] as const).map((role) => ({
        role,
        municipality,
      })),
      values: { titlesNb: titles('title_nb'), titlesNn: titles('title_nn') },
      strategy,
      municipality,
      by: 'system',
      at: house.clock.instant(),
      link: `/klarering?kommune=${municipality}`,
    }
    await putOutbox(trx, [
      {
        region,
        id: `clearance/${news[0]!.clearance.id}`,
        process: processId(strategy, municipality),
        seq: 0,
        kind: 'notice',
        payload: JSON.stringify(payload),
        next_at: at,
        created_at: at,
      },
    ])
  })
}

const looks = new WeakMap<House, Map<string, number>>()

/// The heads at the last look. After a start every cleared text is looked at once more.
function lookedOf(house: House): Map<string, number> {
  const held = looks.get(house) ?? new Map<string, number>()
  looks.set(house, held)
  return held
}
