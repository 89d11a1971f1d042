// What the pages about planning needs begin with: the desk, every row, and what the reader may do with which list.
import type { Context } from 'hono'
import type { Env } from '../../house.ts'
import {
  listAccess,
  planNeedsOf,
  type ListAccess,
  type PlanNeed,
} from '../../plan-need/plan-needs.ts'
import { zoneStates } from '../../text/zone-states.ts'
import { Refused } from '../../refusal.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { may } from '../../../workflows/rights.ts'
import type { Say } from '../words.ts'
import { openDesk, type Opened } from '../desk/open-desk.ts'

/// What a list needs to be drawn and changed, on a page of its own or beside its text.
export type NeedsAround = {
  t: Say
  lang: Lang
  of: { region: number; strategy: string }
  all: PlanNeed[]
  desk: {
    strategy: { from: number; to: number }
    tracks: readonly { number: string; name: string; language: string }[]
  }
  access(zone: string): ListAccess
}

export type OpenedNeeds = Opened &
  NeedsAround & {
    /// The municipality the reader acts for.
    home: string | undefined
  }

export async function openNeeds(c: Context<Env>): Promise<OpenedNeeds | Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { desk, person, roles } = opened
  if (!may(roles, 'see-board')) throw new Refused('forbidden')
  const { db } = c.var.house.store
  const of = { region: desk.region, strategy: desk.strategy.id }
  const states = await zoneStates(db, of.region, of.strategy)
  if (!states) throw new Refused('not-found')
  return {
    ...opened,
    of,
    all: await planNeedsOf(db, of),
    home: desk.tracks.some((track) => track.number === person.behalfOf)
      ? person.behalfOf
      : undefined,
    access: (zone) => listAccess(zone, roles, states),
  }
}

/// The list the address asks for: `joint` or a municipality's number; else the reader's own.
export function listAsked(opened: OpenedNeeds, asked: string | undefined): string {
  if (asked === 'felles') return 'joint'
  if (opened.desk.tracks.some((track) => track.number === asked)) return asked!
  return opened.home ?? 'joint'
}

export const listAddress = (zone: string): string =>
  `/planbehov?liste=${zone === 'joint' ? 'felles' : zone}`

export const zoneName = ({ desk, t }: NeedsAround, zone: string): string =>
  zone === 'joint'
    ? t('Felles', 'Felles', 'Joint')
    : (desk.tracks.find((track) => track.number === zone)?.name ?? zone)

/// `ØYE`, `NOF`: three letters, two and one where the name has two parts.
export function shortName(name: string): string {
  const [first = '', second] = name.split('-')
  return (second ? first.slice(0, 2) + second.slice(0, 1) : first.slice(0, 3)).toUpperCase()
}

/// Why the rows cannot be changed now, in a sentence.
export function whyNot(opened: NeedsAround, zone: string): string {
  const { t } = opened
  const { rows } = opened.access(zone)
  const name = zoneName(opened, zone)
  if (rows.may) return ''
  if (rows.why === 'no-role' || rows.why === 'not-yours') {
    return zone === 'joint'
      ? t(
          'Koordinatoren og planleggerne endrer lista.',
          'Koordinatoren og planleggjarane endrar lista.',
          'The coordinator and the planners change the list.',
        )
      : t(
          `Planleggerne i ${name} endrer lista.`,
          `Planleggjarane i ${name} endrar lista.`,
          `The planners of ${name} change the list.`,
        )
  }
  return {
    frozen: t(
      'Lista er låst sammen med teksten. Den kan endres igjen når teksten åpnes.',
      'Lista er låst saman med teksten. Ho kan endrast att når teksten blir opna.',
      'The list is frozen with the text. It can be changed when the text opens again.',
    ),
    'not-begun': t(
      'Lista åpnes når arbeidet med teksten begynner.',
      'Lista blir opna når arbeidet med teksten byrjar.',
      'The list opens when work on the text begins.',
    ),
    ended: t(
      'Planstrategien er vedtatt. Nå kan bare status for hver plan endres.',
      'Planstrategien er vedteken. No kan berre status for kvar plan endrast.',
      'The strategy is adopted. Only the status of each plan can be changed now.',
    ),
  }[rows.why]
}

/// Whom a plan is made with, by name.
export function partners({ desk, t }: NeedsAround, { fields }: PlanNeed): string {
  if (fields.with.length === 0) return '–'
  if (fields.with.length === desk.tracks.length) return t('Alle tolv', 'Alle tolv', 'All twelve')
  return desk.tracks
    .filter((track) => fields.with.includes(track.number))
    .map((track) => track.name)
    .join(', ')
}
