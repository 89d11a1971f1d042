// Who a thread of comments is for: only me, my municipality, everybody who works on the strategy, or everyone.
import type { ThreadRow } from '../../db/comment.ts'
import type { HeldRole } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'

/// `public` is an answer everyone reads beside the published text; all who work on the strategy see it before that.
export const circles = ['me', 'municipality', 'twelve', 'public'] as const
export type Circle = (typeof circles)[number]

/// May this person see the thread? One's own always; a municipality's by its people.
export function seesThread(
  thread: Pick<ThreadRow, 'circle' | 'municipality' | 'person'>,
  person: string,
  roles: readonly HeldRole[],
): boolean {
  if (thread.person === person || thread.circle === 'twelve' || thread.circle === 'public') {
    return true
  }
  return (
    thread.circle === 'municipality' &&
    thread.municipality !== null &&
    roles.some((role) => role.municipality === thread.municipality)
  )
}

/// Who speaks to the public about a text: those who answer submissions about it.
export const mayAnswerPublicly = (roles: readonly HeldRole[], zone: string): boolean =>
  zone === 'joint'
    ? may(roles, 'answer-joint-submission')
    : may(roles, 'answer-submission', { municipality: zone })
