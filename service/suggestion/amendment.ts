// A suggestion on a copy of a section: begun by whoever reads the text, written in a room of its own, sent, taken back. It
// may be a municipality's: then its people write it together, and one who may speak for it sends it.
import {
  amendmentIn,
  changeAmendment,
  insertAmendment,
  type AmendmentRow,
} from '../../db/amendment.ts'
import { lastMandate } from '../../db/clearance.ts'
import type { SectionRow } from '../../db/strategy.ts'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import type { HeldRole } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'
import { handOf } from '../clearance/clear.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'
import { rolesIn, sectionAccess, type SectionAccess } from '../text/section-access.ts'
import { readChanges } from './changes.ts'
import { tellSent } from './tell.ts'

/// `draft` is being written, `sent` waits for an answer; the others are ends.
export const amendmentStates = [
  'draft',
  'sent',
  'accepted',
  'partly',
  'rejected',
  'withdrawn',
] as const
export type AmendmentState = (typeof amendmentStates)[number]

export type AmendmentAccess = {
  amendment: AmendmentRow
  section: SectionRow
  base: SectionAccess
  /// One of those it belongs to: who began it, or the people of the municipality it is for.
  mine: boolean
  /// May write in the copy now.
  mayWrite: boolean
  /// May send it: one's own, or as one who speaks for the municipality.
  maySend: boolean
  /// May answer it now: may write the text itself, and does not answer one's own.
  mayAnswer: boolean
}

/// Undefined for those it is not for: it is read by those it belongs to and by those who write the text, whether or not
/// the text is open for writing just now.
export async function amendmentAccess(
  house: House,
  person: SignedIn,
  id: string,
): Promise<AmendmentAccess | undefined> {
  const regions = [...new Set(person.roles.map((role) => role.region))]
  const amendment = await amendmentIn(house.store.db, regions, id)
  if (!amendment) return undefined
  const base = await sectionAccess(house, person, amendment.section)
  if (!base) return undefined
  const { roles, write, section } = base
  const municipality = amendment.behalf_of
  const has = municipality === null ? may(roles, 'suggest-changes') : worksFor(roles, municipality)
  const mine = municipality === null ? amendment.person === person.id : has
  const writes = write.may || !['no-role', 'not-yours'].includes(write.why)
  if (!mine && !writes) return undefined
  const draft = amendment.state === 'draft'
  return {
    amendment,
    section,
    base,
    mine,
    mayWrite: mine && has && draft,
    maySend:
      mine &&
      has &&
      draft &&
      (municipality === null || (await speaksFor(house, person, section, municipality))),
    mayAnswer: amendment.state === 'sent' && write.may && !mine,
  }
}

/// The chief executive answers for the municipality's text; a planner or the mayor speaks for it on a mandate.
export async function speaksFor(
  house: House,
  person: SignedIn,
  { region, strategy }: Pick<SectionRow, 'region' | 'strategy'>,
  municipality: string,
): Promise<boolean> {
  const roles = rolesIn(person, region)
  if (roles.some((r) => r.role === 'chief-executive' && r.municipality === municipality))
    return true
  const mandate = await lastMandate(house.store.db, region, strategy, municipality)
  if (!mandate || mandate.until_on < house.clock.today()) return false
  return handOf(person, { region, municipality }, mandate) !== undefined
}

/// True for a municipality's own people who may suggest; a joint role is nobody's there.
export const worksFor = (roles: readonly HeldRole[], municipality: string): boolean =>
  roles.some(
    (r) => r.municipality === municipality && may([r], 'suggest-changes', { municipality }),
  )

/// Municipalities somebody may begin a suggestion for: the joint text is the only one that can have one from outside.
export const municipalitiesFor = ({ section, roles }: SectionAccess): string[] =>
  section.zone !== 'joint'
    ? []
    : [
        ...new Set(
          roles.flatMap(({ municipality }) =>
            municipality !== undefined && worksFor(roles, municipality) ? [municipality] : [],
          ),
        ),
      ]

/// Begins one on the text as it is now and answers its id. Throws `forbidden`, and `too-many` when somebody has begun
/// more than they could ever finish.
export async function beginAmendment(
  house: House,
  person: SignedIn,
  base: SectionAccess,
  behalfOf: string | undefined,
): Promise<string> {
  const { section, roles } = base
  const { db } = house.store
  if (!may(roles, 'suggest-changes')) throw new Refused('forbidden')
  if (behalfOf !== undefined && !municipalitiesFor(base).includes(behalfOf)) {
    throw new Refused('forbidden')
  }
  const id = newId()
  const { doc, head } = await house.rooms.read(section.region, section.id)
  const state = encodeStateAsUpdate(doc)
  doc.destroy()
  await db.transaction().execute(async (trx) => {
    const { n } = await trx
      .selectFrom('amendment')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('region', '=', section.region)
      .where('person', '=', person.id)
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow()
    if (Number(n) >= mostDrafts) throw new Refused('too-many')
    await insertAmendment(trx, {
      region: section.region,
      id,
      strategy: section.strategy,
      section: section.id,
      base_head: head,
      lineage: newId(),
      schema_version: section.schema_version,
      person: person.id,
      behalf_of: behalfOf ?? null,
      title: '',
      reason: '',
      reference: '',
      state: 'draft',
      created_at: house.clock.instant(),
      sent_at: null,
      sent_by: null,
      settled_at: null,
      settled_by: null,
      answer: '',
      record: '',
    })
  })
  // What the others have written is nobody's in the copy: its letters keep their hands, and nobody may use them here.
  await house.rooms.write(section.region, id, nobody, (copy) => applyUpdate(copy, state))
  return id
}

/// Takes into the copy what others have written in the text since. Nothing suggested is lost but what stood in words
/// that are gone.
export async function renewAmendment(house: House, access: AmendmentAccess): Promise<void> {
  const { amendment, section } = access
  if (!access.mayWrite) throw new Refused('forbidden')
  const { doc, head } = await house.rooms.read(section.region, section.id)
  const state = encodeStateAsUpdate(doc)
  doc.destroy()
  await house.rooms.write(section.region, amendment.id, nobody, (copy) => applyUpdate(copy, state))
  await changeAmendment(house.store.db, amendment, { base_head: head })
}

export type Sending = { title: string; reason: string; reference: string }
export type SendNo = 'no-title' | 'nothing' | 'unmarked'

/// Sends it to those who write the text: from now on it is as it is. Answers why not, or nothing.
export async function sendAmendment(
  house: House,
  person: SignedIn,
  access: AmendmentAccess,
  { title, reason, reference }: Sending,
): Promise<SendNo | undefined> {
  const { amendment } = access
  if (!access.maySend) throw new Refused('forbidden')
  if (title === '') return 'no-title'
  const { changes, unmarked } = await readChanges(house, amendment)
  if (unmarked) return 'unmarked'
  if (changes.length === 0) return 'nothing'
  await house.store.db.transaction().execute(async (trx) => {
    const sent = await changeAmendment(trx, amendment, {
      state: 'sent',
      title: title.slice(0, 200),
      reason: reason.slice(0, 4000),
      reference: reference.slice(0, 200),
      sent_at: house.clock.instant(),
      sent_by: person.id,
    })
    if (!sent) throw new Refused('conflict')
    await tellSent(house, trx, { ...amendment, title }, access.section, person.id)
  })
  // Whoever has the copy open can only read it now.
  house.changed({ region: amendment.region, strategy: amendment.strategy })
  return undefined
}

/// Takes it back, before it is sent or answered.
export async function withdrawAmendment(house: House, access: AmendmentAccess): Promise<void> {
  const { amendment, mine } = access
  if (!mine || !['draft', 'sent'].includes(amendment.state)) throw new Refused('forbidden')
  const at = house.clock.instant()
  const done = await changeAmendment(house.store.db, amendment, {
    state: 'withdrawn',
    settled_at: at,
  })
  if (!done) throw new Refused('conflict')
  house.changed({ region: amendment.region, strategy: amendment.strategy })
}

/// Stands in the copy's log for everything that came from the text itself.
export const nobody = ''

const mostDrafts = 50
