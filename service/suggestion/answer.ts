// Answering a suggestion made on a copy: what is taken in comes into the text as its writers' own words, then the one who
// answers settles it; both are in the log. What became of each change is kept for good.
import { applyUpdate } from 'yjs'
import { amendmentIn, changeAmendment } from '../../db/amendment.ts'
import { putOutbox, settleOutbox } from '../../db/outbox.ts'
import { processId } from '../../db/strategy.ts'
import { settle } from '../../editor/shared/suggestions.ts'
import type { House, SignedIn } from '../house.ts'
import { realInstant, type Carriers } from '../outbox.ts'
import { Refused } from '../refusal.ts'
import type { AmendmentAccess } from './amendment.ts'
import { langs, ownEdits, readChanges, type Change, type Changes } from './changes.ts'
import { tellAnswered } from './tell.ts'

/// What is kept of one change: its words, and whether they were taken in.
export type Kept = {
  lang: 'nb' | 'nn'
  removed: string
  added: string
  other: ('split' | 'join' | 'shape')[]
  taken: boolean
}

export type AnswerNo = 'no-answer'

/// `taken` are the ids of the changes to take in; the others are turned down, and then an answer must say why. Throws
/// `forbidden` and `conflict`.
export async function answerAmendment(
  house: House,
  person: SignedIn,
  access: AmendmentAccess,
  { taken, answer }: { taken: readonly string[]; answer: string },
): Promise<AnswerNo | undefined> {
  const { amendment, section } = access
  if (!access.mayAnswer) throw new Refused('forbidden')
  const found = await readChanges(house, amendment)
  if (found.unmarked) throw new Refused('conflict')
  const wanted = new Set(found.changes.map(({ id }) => id).filter((id) => taken.includes(id)))
  const state =
    wanted.size === 0 ? 'rejected' : wanted.size === found.changes.length ? 'accepted' : 'partly'
  if (state !== 'accepted' && answer === '') return 'no-answer'
  const decided = {
    ...amendment,
    state,
    answer: answer.slice(0, 4000),
    settled_at: house.clock.instant(),
    settled_by: person.id,
    record: JSON.stringify(keep(found, wanted)),
  }
  const all = found.changes.map(({ id }) => id)
  const task: TakeIn = { amendment: amendment.id, person: person.id, taken: [...wanted], all }
  const id = `amendment-take-in/${amendment.id}`
  await house.store.db.transaction().execute(async (trx) => {
    if (!(await changeAmendment(trx, amendment, decided))) throw new Refused('conflict')
    const at = realInstant(house)
    const { region, strategy } = amendment
    const row = { region, id, process: processId(strategy), seq: 0, next_at: at, created_at: at }
    if (wanted.size > 0) {
      await putOutbox(trx, [{ ...row, kind: 'amendment-take-in', payload: JSON.stringify(task) }])
    }
    await tellAnswered(house, trx, decided, section, person.id)
  })
  // At once, so that it stands there on the next page; should the process end first, the outbox does it.
  if (wanted.size > 0) {
    await takeIn(house, amendment.region, task)
    await settleOutbox(
      house.store.db,
      { region: amendment.region, id },
      { done_at: realInstant(house) },
    )
  }
  house.changed({ region: section.region, strategy: amendment.strategy })
  return undefined
}

/// Payload of an outbox row of kind `amendment-take-in`.
type TakeIn = { amendment: string; person: string; taken: string[]; all: string[] }

/// Carries out an answer that was decided and not yet written. Doing it again changes nothing.
export const amendmentCarriers = (house: House): Carriers => ({
  'amendment-take-in': (row) => takeIn(house, row.region, JSON.parse(row.payload) as TakeIn),
})

async function takeIn(house: House, region: number, task: TakeIn): Promise<void> {
  const amendment = await amendmentIn(house.store.db, [region], task.amendment)
  if (!amendment) throw new Refused('not-found')
  for (const { person, bytes } of await ownEdits(house, amendment)) {
    await house.rooms.write(region, amendment.section, person, (doc) => {
      applyUpdate(doc, bytes)
      if (doc.store.pendingStructs || doc.store.pendingDs) throw new Refused('conflict')
    })
  }
  const taken = new Set(task.taken)
  const all = new Set(task.all)
  await house.rooms.write(region, amendment.section, task.person, (doc) => {
    for (const lang of langs) {
      settle(doc.getXmlFragment(lang), ({ id }) =>
        taken.has(id) ? 'accept' : all.has(id) ? 'reject' : undefined,
      )
    }
  })
}

const keep = ({ changes }: Changes, wanted: ReadonlySet<string>): Kept[] =>
  changes.map((change) => ({
    lang: change.lang,
    removed: wordsOf(change, 'deletion'),
    added: wordsOf(change, 'insertion'),
    other: [
      ...new Set(
        change.pieces.flatMap(({ is }) =>
          is === 'split' || is === 'join' || is === 'shape' ? [is] : [],
        ),
      ),
    ],
    taken: wanted.has(change.id),
  }))

/// The words of a change, its places divided by an ellipsis.
export const wordsOf = (change: Change, is: 'insertion' | 'deletion'): string =>
  change.pieces
    .filter((piece) => piece.is === is)
    .map(({ text }) => text)
    .join(' … ')
