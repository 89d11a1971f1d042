// The text as it is being written, as a source: read from the logs at one moment, with the rows and choices of now.
import { processOf, storedOf } from '../../db/process.ts'
import { municipalitiesOf, planNeedFields, processId, sectionsOf } from '../../db/strategy.ts'
import type { StrategyRow } from '../../db/strategy.ts'
import { masterPlanOf } from '../facts.ts'
import type { House } from '../house.ts'
import type { PlanNeedFields } from '../plan-need/fields.ts'
import { readText } from '../text/read-text.ts'
import { resolve, targetsIn, type Around } from '../text/references.ts'
import { proposedDecision } from '../version/proposal.ts'
import type { Source, SourceZone } from './source.ts'

/// What to take out: one chapter by its id, some zones (`joint` or numbers), or everything there is.
export type Chosen = { section: string } | { zones: readonly string[] } | 'all'

/// Every chapter from its own log; the paper says when it was read.
export async function draftSource(
  house: House,
  strategy: StrategyRow,
  chosen: Chosen,
): Promise<Source> {
  const { db } = house.store
  const { region, id } = strategy
  const municipalities = await municipalitiesOf(db, region)
  const names = new Map(municipalities.map(({ number, name }) => [number, name]))
  const all = await sectionsOf(db, region, id)
  const order = ['joint', ...municipalities.map(({ number }) => number)]
  const one = chosen !== 'all' && 'section' in chosen ? chosen.section : undefined
  const wanted = order.filter((zone) => {
    const here = all.filter((section) => section.zone === zone)
    if (one !== undefined) return here.some((section) => section.id === one)
    return (
      here.length > 0 && (chosen === 'all' || ('zones' in chosen && chosen.zones.includes(zone)))
    )
  })
  const around: Around = {
    db,
    region,
    strategy: id,
    textOf: (row) => readText(house, region, row.id),
  }
  const zones: SourceZone[] = []
  for (const zone of wanted) {
    const rows = all.filter((section) => section.zone === zone)
    const sections: SourceZone['sections'] = []
    for (const [i, row] of rows.entries()) {
      if (one !== undefined && row.id !== one) continue
      const { nb, nn } = await readText(house, region, row.id)
      const title = { nb: row.title_nb, nn: row.title_nn }
      const references = await resolve(around, targetsIn(nb, nn))
      sections.push({
        code: row.code,
        id: row.id,
        number: i + 1,
        title,
        text: { nb, nn },
        references,
      })
    }
    const whole = one === undefined
    const needs = whole ? await planNeedFields(db, region, id, zone) : []
    const masterPlan = whole && zone !== 'joint' ? await choiceOf(house, strategy, zone) : undefined
    const own = municipalities.find(({ number }) => number === zone)
    zones.push({
      zone,
      name: own?.name ?? '',
      language: own?.language === 'nn' ? 'nn' : 'nb',
      sections,
      planNeeds: needs.map((fields) => JSON.parse(fields) as PlanNeedFields),
      ...(masterPlan ? { masterPlan } : {}),
    })
  }
  const municipal = zones.filter(({ zone }) => zone !== 'joint')
  const edition = one === undefined && zones.length === 2 && municipal.length === 1
  const proposal = edition
    ? (await proposedDecision(db, region, id, municipal[0]!.zone)).points
    : undefined
  return {
    strategy: {
      title: { nb: strategy.title_nb, nn: strategy.title_nn },
      from: strategy.period_from,
      to: strategy.period_to,
    },
    scope: one !== undefined ? 'section' : edition ? 'edition' : zones.length > 1 ? 'all' : 'part',
    zones,
    draft: { instant: house.clock.instant() },
    ...(proposal ? { proposal } : {}),
    names,
  }
}

async function choiceOf(
  { store }: House,
  { region, id }: StrategyRow,
  zone: string,
): Promise<{ societal: string; landUse: string } | undefined> {
  const row = await processOf(store.db, region, processId(id, zone))
  return row ? masterPlanOf(storedOf(row)) : undefined
}
