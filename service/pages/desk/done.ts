// The alert a page opens with after a form was posted: what was registered, in one sentence. It takes the focus.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ProcessKind } from '../../../workflows/act.ts'
import { specOf } from '../../../workflows/events.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { eventDone } from '../../../workflows/words.ts'
import type { Html } from '../dates.ts'
import { alert } from '../parts/boxes.ts'
import { words } from '../words.ts'

/// Reads `?done=<event>`; anything that is no event of this process says nothing.
export function doneAlert(c: Context, kind: ProcessKind, lang: Lang): Html {
  const done = c.req.query('done') ?? ''
  const t = words(lang)
  if (done === 'proposed') {
    return alert(
      'success',
      t(
        'Forslaget til vedtak er lagret.',
        'Framlegget til vedtak er lagra.',
        'The proposed decision is saved.',
      ),
      { done: true },
    )
  }
  if (!specOf(kind, done)) return html``
  const told = t(
    'De det gjelder, har fått beskjed.',
    'Dei det gjeld, har fått melding.',
    'Those concerned have been told.',
  )
  return alert('success', `${eventDone(kind, done, lang)}. ${told}`, { done: true })
}
