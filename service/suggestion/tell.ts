// Who is told of a suggestion: those who write the text when it is sent, those it belongs to when it is answered. Through the
// outbox, in the transaction that changes it.
import type { AmendmentRow } from '../../db/amendment.ts'
import type { Trx } from '../../db/database.ts'
import { putOutbox } from '../../db/outbox.ts'
import { processId, type SectionRow } from '../../db/strategy.ts'
import type { NoticePayload } from '../effects.ts'
import type { House } from '../house.ts'
import { realInstant } from '../outbox.ts'

/// The coordinator of the joint text, the municipality's planners of its own.
export const tellSent = (
  house: House,
  trx: Trx,
  amendment: AmendmentRow,
  section: SectionRow,
  by: string,
): Promise<void> =>
  tell(house, trx, amendment, section, by, 'amendment-sent', {
    to:
      section.zone === 'joint'
        ? [{ role: 'coordinator' }]
        : [{ role: 'planner', municipality: section.zone }],
  })

/// Whoever began it; of a municipality's, its planners and chief executive too.
export const tellAnswered = (
  house: House,
  trx: Trx,
  amendment: AmendmentRow,
  section: SectionRow,
  by: string,
): Promise<void> =>
  tell(house, trx, amendment, section, by, 'amendment-answered', {
    to:
      amendment.behalf_of === null
        ? []
        : (['planner', 'chief-executive'] as const).map((role) => ({
            role,
            municipality: amendment.behalf_of!,
          })),
    people: [amendment.person],
  })

async function tell(
  house: House,
  trx: Trx,
  amendment: AmendmentRow,
  section: SectionRow,
  by: string,
  about: string,
  whom: Pick<NoticePayload, 'to'> & { people?: string[] },
): Promise<void> {
  const { region, strategy, id, behalf_of, state, title } = amendment
  const payload: NoticePayload = {
    about,
    ...whom,
    values: {
      titleNb: section.title_nb || section.title_nn,
      titleNn: section.title_nn || section.title_nb,
      title,
      state,
    },
    strategy,
    municipality: behalf_of,
    by,
    at: house.clock.instant(),
    link: `/endringsforslag/${id}`,
  }
  const at = realInstant(house)
  await putOutbox(trx, [
    {
      region,
      id: `${about}/${id}`,
      process: processId(strategy, behalf_of ?? undefined),
      seq: 0,
      kind: 'notice',
      payload: JSON.stringify(payload),
      next_at: at,
      created_at: at,
    },
  ])
}
