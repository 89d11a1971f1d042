// What an act sets going, as data: publication at once, in the act's own transaction; everything else as outbox rows that
// leave after the commit, at least once.
import type { Trx } from '../db/database.ts'
import { putOutbox } from '../db/outbox.ts'
import type { ProcessRow } from '../db/process.ts'
import type { Act, Audience, Effect, Stored } from '../workflows/act.ts'
import type { EditionFact } from '../workflows/facts.ts'
import {
  standingDecision,
  type CouncilDecision,
  type ParticipationContext,
} from '../workflows/participation-context.ts'
import type { House } from './house.ts'
import { realInstant } from './outbox.ts'
import { replacements } from './strategy/replaces.ts'
import { publish, publishAgain } from './version/publish.ts'

/// Payload of an outbox row of kind `notice`.
export type NoticePayload = {
  about: string
  to: Audience[]
  /// Told by name, beside those who hold a role.
  people?: string[]
  values: { [name: string]: string | number }
  strategy: string
  municipality: string | null
  /// Who acted: not told of their own act.
  by: string
  /// The instant that belongs to the day of the act.
  at: string
  /// Where the notice leads; left out, the municipality's case or the board.
  link?: string
}

/// Payload of an outbox row of kind `owed-act`: an act the system owes.
export type OwedAct = {
  type: string
  strategy: string
  municipality: string | null
  actedOn: string
}

/// Writes an act's effects, and answers whether other acts follow from it. Ids are made of process, sequence and place, so
/// that repeating writes nothing twice.
export async function carryEffects(
  house: House,
  trx: Trx,
  row: ProcessRow,
  seq: number,
  act: Act,
  { before, next, refolded }: { before: Stored; next: Stored; refolded: boolean },
  effects: Effect[],
): Promise<boolean> {
  const rows: { kind: string; id: string; payload: string }[] = effects.flatMap((effect, n) => {
    const payload = payloadOf(row, act, effect)
    return payload === undefined
      ? []
      : [{ kind: effect.kind, id: `${row.id}/${seq}/${n}`, payload: JSON.stringify(payload) }]
  })
  const adopted = newAdoption(before, next)
  const follows = adopted !== undefined && (await takesOrGivesPlace(trx, row))
  if (follows) {
    const { strategy, municipality } = row
    const owed: OwedAct = { type: 'replaced', strategy, municipality, actedOn: adopted.on }
    rows.push({ kind: 'owed-act', id: `${row.id}/${seq}/replaced`, payload: JSON.stringify(owed) })
  }
  const at = realInstant(house)
  await putOutbox(
    trx,
    rows.map((one) => ({
      ...one,
      region: row.region,
      process: row.id,
      seq,
      next_at: at,
      created_at: at,
    })),
  )
  for (const effect of effects) {
    if (effect.kind === 'make-public') await publish(trx, row, effect.edition, effect.on)
  }
  const shown = shownEdition(act, next)
  if (shown) await publish(trx, row, shown, act.actedOn)
  if (refolded && row.municipality) await publishAgain(trx, row, before, next)
  return follows
}

/// The adoption this act brought, also by a correction or filled in beneath what was known: it replaces the strategy
/// before it, in the same council's process there.
function newAdoption(before: Stored, next: Stored): CouncilDecision | undefined {
  if (next.kind !== 'participation') return undefined
  const standing = (at: Stored) => standingDecision(at.context as unknown as ParticipationContext)
  const now = standing(next)
  return now && standing(before)?.seq !== now.seq ? now : undefined
}

const takesOrGivesPlace = async (trx: Trx, { region, strategy }: ProcessRow): Promise<boolean> =>
  (await replacements(trx, region)).some(
    ({ earlier, later }) => earlier === strategy || later === strategy,
  )

function payloadOf(row: ProcessRow, act: Act, effect: Effect): NoticePayload | undefined {
  const { strategy, municipality } = row
  if (effect.kind === 'notice') {
    const { about, to, values } = effect
    return { about, to, values, strategy, municipality, by: act.by, at: act.recordedAt }
  }
  return undefined
}

/// The papers of a case on the agenda are public once the municipality has published; what a council has decided on is
/// public with its decision, and so is the adopted text once it is confirmed.
function shownEdition(act: Act, next: Stored): string | undefined {
  if (act.type === 'confirm-adopted-text') {
    return (act.facts.named as EditionFact | null)?.id
  }
  if (act.type === 'schedule-council') {
    const { agenda, publications } = next.context as Pick<
      ParticipationContext,
      'agenda' | 'publications'
    >
    return publications.length > 0 ? (agenda?.edition ?? undefined) : undefined
  }
  if (act.type !== 'record-decision') return undefined
  const decisions = next.context.decisions as CouncilDecision[]
  return decisions.find((one) => one.seq === next.seq)?.edition ?? undefined
}
