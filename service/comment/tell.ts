// Tells those a comment concerns: who is mentioned in it, and who has spoken in the thread before. A notice names the
// writer and the chapter, never the words: they stay in the circle they were said in.
import { commentsIn, type ThreadRow } from '../../db/comment.ts'
import type { Trx } from '../../db/database.ts'
import { putOutbox } from '../../db/outbox.ts'
import { processId, type SectionRow } from '../../db/strategy.ts'
import type { NoticePayload } from '../effects.ts'
import type { House, SignedIn } from '../house.ts'
import { realInstant } from '../outbox.ts'

export type ToldComment = {
  person: SignedIn
  section: SectionRow
  thread: Pick<ThreadRow, 'region' | 'id' | 'circle' | 'person'>
  number: number
  mentioned: readonly string[]
  /// Said for the first time: those who spoke in the thread before are told too.
  fresh: boolean
}

/// Puts the notices in the outbox, one a person. One is told once of one comment, however often it is said anew.
export async function tellOfComment(house: House, trx: Trx, told: ToldComment): Promise<void> {
  const { person, section, thread, number, mentioned, fresh } = told
  const { region } = section
  const said = fresh ? await commentsIn(trx, region, [thread.id]) : []
  const concerned = new Map(said.map((one) => [one.person, 'comment-answer']))
  for (const id of mentioned) concerned.set(id, 'comment-mention')
  concerned.delete(person.id)
  const at = realInstant(house)
  await putOutbox(
    trx,
    [...concerned].map(([id, about]) => {
      const payload: NoticePayload = {
        about,
        to: [],
        people: [id],
        values: { by: person.name, titleNb: section.title_nb, titleNn: section.title_nn },
        strategy: section.strategy,
        municipality: null,
        by: person.id,
        at: house.clock.instant(),
        link: `/tekst/${section.id}?kommentar=${thread.id}`,
      }
      return {
        region,
        id: `comment/${thread.id}/${number}/${about}/${id}`,
        process: processId(section.strategy),
        seq: 0,
        kind: 'notice',
        payload: JSON.stringify(payload),
        next_at: at,
        created_at: at,
      }
    }),
  )
}
