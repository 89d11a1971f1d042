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
import { may } from '../../../workflows/rights.ts'
import { openDesk, type Opened } from '../desk/open-desk.ts'

export type OpenedNeeds = Opened & {
  of: { region: number; strategy: string }
  all: PlanNeed[]
  /// The municipality the reader acts for.
  home: string | undefined
  access(zone: string): ListAccess
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

export const zoneName = ({ desk, t }: OpenedNeeds, zone: string): string =>
  zone === 'joint'
    ? t('Felles', 'Felles', 'Joint')
    : (desk.tracks.find((track) => track.number === zone)?.name ?? zone)

/// `ØYE`, `NOF`: three letters, two and one where the name has two parts.
export function shortName(name: string): string {
  const [first = '', second] = name.split('-')
  return (second ? first.slice(0, 2) + second.slice(0, 1) : first.slice(0, 3)).toUpperCase()
}
