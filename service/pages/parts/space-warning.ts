// The coordinator is told that the disk is filling up while there is time to do something about it.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Space } from '../../start/free-space.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'
import { alert } from './boxes.ts'

export function spaceWarning({ is, freeBytes }: Space, lang: Lang): Html {
  const t = words(lang)
  const mb = Math.floor(freeBytes / 2 ** 20)
  const left = t(
    `Det er ${mb} MB igjen der Planvev lagrer alt. Be den som drifter tjenesten, om å gjøre plass.`,
    `Det er ${mb} MB att der Planvev lagrar alt. Be den som driftar tenesta, om å gjere plass.`,
    `There are ${mb} MB left where Planvev stores everything. Ask whoever runs the service to make room.`,
  )
  const short = t(
    'Snart kan ingenting mer lagres. Det som er lagret, er trygt.',
    'Snart kan ikkje noko meir lagrast. Det som er lagra, er trygt.',
    'Soon nothing more can be stored. What is stored is safe.',
  )
  return html`<div class="wrap">
    ${alert(is === 'short' ? 'danger' : 'warning', html`${left} ${is === 'short' ? short : ''}`, {
      heading: t('Disken er snart full', 'Disken er snart full', 'The disk is nearly full'),
    })}
  </div>`
}
