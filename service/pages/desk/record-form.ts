// A record form opened: which event, in which process, for whom, with the frozen texts it may name.
import type { Context } from 'hono'
import type { Finding, ProcessKind, Role } from '../../../workflows/act.ts'
import type { EventSpec } from '../../../workflows/event-spec.ts'
import { specOf } from '../../../workflows/events.ts'
import type { No } from '../../act.ts'
import type { Desk, Track } from '../../desk/desk.ts'
import { editionChoices, type EditionChoice } from '../../desk/editions.ts'
import type { FieldError, Typed } from '../../desk/read-form.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { rolesHere } from './act-list.ts'
import { openDesk, trackOf, type Opened } from './open-desk.ts'

export type Form = {
  opened: Opened
  kind: ProcessKind
  track?: Track
  spec: EventSpec
  /// The case's own page.
  home: string
  seq: number
  roles: Role[]
  editions: EditionChoice[]
}

export type Shown = {
  typed: Typed
  errors: FieldError[]
  findings: Finding[]
  /// Refused when it was sent, with the code and what others did meanwhile.
  refused?: No
  status?: 200 | 409 | 422 | 503 | 507
}

export async function openForm(c: Context<Env>, kind: ProcessKind): Promise<Form | Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { desk, roles } = opened
  const number = c.req.param('number')
  const track = kind === 'participation' ? trackOf(desk, number ?? '') : undefined
  const spec = specOf(kind, c.req.param('type') ?? '')
  if (!spec || spec.kind === 'S') throw new Refused('not-found')
  const here = rolesHere(roles, track?.number)
  if (!spec.actors.some((role) => here.includes(role))) throw new Refused('forbidden')
  return {
    opened,
    kind,
    ...(track ? { track } : {}),
    spec,
    home: track ? `/kommune/${track.number}` : '/felles',
    seq: track ? track.stored.seq : desk.joint.stored.seq,
    roles: here,
    editions: track ? await editionChoices(c.var.house, desk, track) : [],
  }
}

export const commandOf = (form: Form, desk: Desk) => ({
  process: {
    strategy: desk.strategy.id,
    kind: form.kind,
    ...(form.track ? { municipality: form.track.number } : {}),
  },
  type: form.spec.type,
  ...(form.track ? { behalfOf: form.track.number } : {}),
})
