// "What you can do now": every act of the person's role keeps its place and its name; a blocked one shows all its
// reasons under it, and who may override them.
import { html } from 'hono/html'
import type { Finding } from '../../../workflows/act.ts'
import type { Lang } from '../../../workflows/lang.ts'
import type { IconName } from '../../design/icons.ts'
import type { Html } from '../dates.ts'
import { count, words } from '../words.ts'
import { findings } from './findings.ts'
import { icon } from './icon.ts'

export type ActRow = {
  /// Unique on the page; becomes part of ids.
  id: string
  name: string
  /// Who does it and when, in grey.
  who: string | Html
  button: string
  href: string
  buttonIcon?: IconName
  /// The one primary button of the page.
  primary?: boolean
  danger?: boolean
  /// No finding that input cannot cure stands in the way.
  allowed: boolean
  findings: readonly Finding[]
  /// The B's form for the one who may override, or a sentence about who may.
  override?: Html
}

export const actRows = (rows: readonly ActRow[], lang: Lang): Html =>
  html`<ul class="acts">
    ${rows.map((row) => actRow(row, lang))}
  </ul>`

function actRow(row: ActRow, lang: Lang): Html {
  const t = words(lang)
  const reasons = `grunner-${row.id}`
  const stops = row.findings.filter((f) => f.level !== 'S' && !f.overridden).length
  const blocked = t(
    `Kan ikke gjøres ennå, av ${count(stops, 'nb')} ${stops === 1 ? 'grunn' : 'grunner'}:`,
    `Kan ikkje gjerast enno, av ${count(stops, 'nn')} ${stops === 1 ? 'grunn' : 'grunnar'}:`,
    `Cannot be done yet, for ${count(stops, 'en')} ${stops === 1 ? 'reason' : 'reasons'}:`,
  )
  return html`<li class="act" id="gjer-${row.id}">
    <div class="act-head">
      <div>
        <p class="act-name">${row.name}</p>
        <p class="meta">${row.who}</p>
      </div>
      ${row.allowed ? open(row) : html`<a class="ds-button blocked" data-variant="secondary" role="button" aria-disabled="true" aria-describedby="${reasons}" href="#${reasons}">${icon('PadlockLocked')}${row.button}</a>`}
    </div>
    ${row.findings.length ? html`<div class="stack-2" id="${reasons}" tabindex="-1">${row.allowed ? '' : html`<p>${blocked}</p>`}${findings(row.findings, lang)}</div>` : ''}${row.override ?? ''}
  </li>`
}

function open(row: ActRow): Html {
  const variant = row.primary ? '' : html` data-variant="${row.danger ? 'tertiary' : 'secondary'}"`
  const colour = row.danger ? html` data-color="danger"` : ''
  return html`<a class="ds-button" ${variant}${colour} href="${row.href}"
    >${row.buttonIcon ? icon(row.buttonIcon) : ''}${row.button}</a
  >`
}
