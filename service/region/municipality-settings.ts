// What a municipality has set for itself: who gives the first treatment, when papers are due, who must be asked. Kept
// as JSON in the municipality's row and read by the procedure through `municipalSettings`.
import {
  municipalityByNumber,
  setMunicipalitySettings,
  type MunicipalityRow,
} from '../../db/region.ts'
import type { MunicipalSettings } from '../../workflows/facts.ts'
import type { House } from '../house.ts'
import {
  authorities,
  countiesBeyond,
  customary,
  neighboursOf,
  type RegionFile,
} from './region-file.ts'

/// The bodies that treat a planning strategy, as they are named in calendars and events.
export const bodies = ['formannskap', 'planutvalg', 'kommunestyre'] as const

/// What a municipality has decided about the language the state writes to it in (språklova § 11).
export const languageDecisions = ['noytral', 'bokmal', 'nynorsk'] as const

export type StoredSettings = Omit<MunicipalSettings, 'number' | 'name' | 'mustAsk'> & {
  neighbours: string[]
  authorities: string[]
  /// Asked as well, without being a must.
  customary: string[]
  orgNumber: string
  populationAbout: number
  languageDecision: string
  /// Terms before this one: a strategy made in one of them keeps its own clock.
  earlierTerms?: Term[]
}

/// A council's term: the year it was elected and the day it was constituted, null when not known.
export type Term = { electionYear: number; constitutedOn: string | null }

export const defaultSettings = (m: RegionFile['municipalities'][number]): StoredSettings => ({
  constitutedOn: null,
  electionYear: 2027,
  firstTreatmentBody: 'formannskap',
  delegated: false,
  combinedProgramme: false,
  paperDays: { formannskap: 7, planutvalg: 7, kommunestyre: 10 },
  councilMembers: null,
  registrarEntersOverride: false,
  noticeDays: 0,
  neighbours: neighboursOf(m.name),
  authorities,
  customary: [...customary, ...(countiesBeyond[m.name] ?? [])],
  orgNumber: m.org_number,
  populationAbout: m.population_about,
  languageDecision: m.language_decision,
})

export const storedSettings = (row: Pick<MunicipalityRow, 'settings'>): StoredSettings =>
  JSON.parse(row.settings) as StoredSettings

/// A municipality's settings as the procedure reads them, with the term that a strategy from `periodFrom` on is for.
export function municipalSettings(row: MunicipalityRow, periodFrom?: number): MunicipalSettings {
  const { neighbours, authorities, customary: _, orgNumber: __, ...rest } = storedSettings(row)
  const { populationAbout: ___, languageDecision: ____, earlierTerms = [], ...own } = rest
  return {
    ...own,
    ...(periodFrom === undefined ? {} : termOf([own, ...earlierTerms], periodFrom)),
    number: row.number,
    name: row.name,
    mustAsk: [...authorities, ...neighbours.map((name) => `${name} kommune`)],
  }
}

/// The term whose council a strategy is made by: the last election before its period, or a fresh one nobody knows the
/// constituting day of. Councils are elected every fourth year (2023, 2027, 2031).
export function termOf(known: readonly Term[], periodFrom: number): Term {
  const elected = known
    .filter(({ electionYear }) => electionYear <= periodFrom && electionYear > periodFrom - 4)
    .sort((a, b) => b.electionYear - a.electionYear)[0]
  const { electionYear, constitutedOn } = elected ?? {
    electionYear: periodFrom - ((periodFrom + 1) % 4),
    constitutedOn: null,
  }
  return { electionYear, constitutedOn }
}

/// The settings with a new term begun: the one before is kept for the strategies made in it.
export function withTerms(was: StoredSettings, is: StoredSettings): StoredSettings {
  if (is.electionYear <= was.electionYear) return is
  const { electionYear, constitutedOn } = was
  const kept = (was.earlierTerms ?? []).filter((term) => term.electionYear !== electionYear)
  return { ...is, earlierTerms: [...kept, { electionYear, constitutedOn }] }
}

/// Changes some of a municipality's settings and tells the house. Whether one may is asked by the caller.
export async function changeSettings(
  house: House,
  region: number,
  number: string,
  change: Partial<StoredSettings>,
): Promise<void> {
  const row = await municipalityByNumber(house.store.db, region, number)
  if (!row) return
  const was = storedSettings(row)
  const next = withTerms(was, { ...was, ...change })
  await setMunicipalitySettings(house.store.db, region, number, JSON.stringify(next))
  house.changed({ region })
}
