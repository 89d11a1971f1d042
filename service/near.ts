// What stands around one municipality's process, looked up narrowly: its own rows, and of the others only how they stand,
// so that an act costs the same among twelve as among three hundred. The joint state is derived here, never read.
import type { Db, Trx } from '../db/database.ts'
import {
  jointProcessOf,
  processesOf,
  standingsOf,
  storedOf,
  type ProcessRow,
} from '../db/process.ts'
import { municipalityByNumber, type MunicipalityRow } from '../db/region.ts'
import { processId } from '../db/strategy.ts'
import { meetingsFrom, submissionCount, type SubmissionCount } from '../db/surroundings.ts'
import type { Day, Stored } from '../workflows/act.ts'
import {
  milestonesOf,
  standingOf,
  stateFrom,
  viewOf,
  type Milestones,
  type Standing,
} from '../workflows/joint-state.ts'

/// One municipality's process and what a decision about it looks at.
export type Near = {
  region: number
  strategy: string
  today: Day
  municipality: MunicipalityRow
  process: ProcessRow
  joint: Milestones
  /// First year of the strategy's period: it says which council's clock runs.
  periodFrom: number
  /// The derived joint state, `F60`.
  jointState: string
  /// The one the journal knows: it follows after the commit that moved it.
  jointRecorded: string
  /// Council meetings, today and later.
  meetings: Day[]
  submissions: SubmissionCount
}

/// Looks it up around a process that is loaded. Undefined when the joint process or the municipality is not there.
export async function nearTo(
  db: Db | Trx,
  process: ProcessRow,
  today: Day,
): Promise<Near | undefined> {
  const { region, strategy } = process
  const number = process.municipality ?? ''
  const row = await jointProcessOf(db, region, processId(strategy))
  const municipality = await municipalityByNumber(db, region, number)
  if (!row || !municipality) return undefined
  const joint = milestonesOf(storedOf(row))
  return {
    region,
    strategy,
    today,
    municipality,
    process,
    joint,
    periodFrom: row.period_from,
    jointState: await jointStateOf(db, region, strategy, joint),
    jointRecorded: row.state,
    meetings: await meetingsFrom(db, region, number, today),
    submissions: await submissionCount(db, region, strategy, number),
  }
}

/// The joint state that follows from these milestones and from how the municipalities stand now.
export async function jointStateOf(
  db: Db | Trx,
  region: number,
  strategy: string,
  joint: Milestones,
): Promise<string> {
  const texts = await standingsOf(db, region, strategy)
  if (texts.includes('')) {
    const rows = await processesOf(db, region, strategy)
    return stateFrom(
      joint,
      rows.flatMap((row) => (row.municipality === null ? [] : [standing(storedOf(row))])),
    )
  }
  return stateFrom(
    joint,
    texts.map((text) => JSON.parse(text) as Standing),
  )
}

/// The column beside a process that the others' acts read: derived from its state and context, and written with them.
export const standingText = (stored: Stored): string =>
  stored.kind === 'participation' ? JSON.stringify(standing(stored)) : ''

const standing = (stored: Stored): Standing => standingOf(viewOf(stored, '', ''))
