// Findings: what the rules say about an act, all at once, the gravest first, each with its way out.
import { html } from 'hono/html'
import type { Finding, Level } from '../../../workflows/act.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { sayFinding } from '../../../workflows/words.ts'
import type { IconName } from '../../design/icons.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'
import { icon } from './icon.ts'
import type { Colour } from './looks.ts'

/// `planned`: a B on something still to happen hinders; on a fact it is stored and marked.
export type FindingsOptions = {
  planned?: boolean
  id?: string
  way?: (finding: Finding) => Html | undefined
}

const order: Record<Level, number> = { H: 0, B: 1, S: 2 }

export function findings(
  list: readonly Finding[],
  lang: Lang,
  options: FindingsOptions = {},
): Html {
  if (list.length === 0) return html``
  const sorted = [...list].sort((a, b) => order[a.level] - order[b.level])
  const id = options.id === undefined ? '' : html` id="${options.id}" tabindex="-1"`
  return html`<ul class="findings" ${id}>
    ${sorted.map((finding) => item(finding, lang, options))}
  </ul>`
}

/// How a level is called and drawn. `planned` without a value counts as true: what can be overridden is still to come.
export function levelLook(
  finding: Finding,
  lang: Lang,
  planned = finding.overridableBy !== undefined,
): { word: string; colour: Colour; icon: IconName } {
  const t = words(lang)
  if (finding.level === 'H')
    return {
      word: t('Må rettes', 'Må rettast', 'Must be corrected'),
      colour: 'danger',
      icon: 'XMarkOctagon',
    }
  if (finding.level === 'S')
    return {
      word: t('Bør sjekkes', 'Bør sjekkast', 'Should be checked'),
      colour: 'neutral',
      icon: 'InformationSquare',
    }
  return planned
    ? { word: t('Hindrer', 'Hindrar', 'Blocks'), colour: 'warning', icon: 'PadlockLocked' }
    : {
        word: t('Blir merket', 'Blir merkt', 'Will be marked'),
        colour: 'warning',
        icon: 'ExclamationmarkTriangle',
      }
}

/// Rules whose way out is a page of ours.
const openSuggestions = (way: string | undefined, lang: Lang): Html =>
  html`<a class="ds-link" href="/endringsforslag#i-teksten"
    >${way ?? words(lang)('Se forslagene', 'Sjå framlegga', 'See the suggestions')}</a
  >`
const waysOn: Record<string, typeof openSuggestions> = { G6: openSuggestions, P25: openSuggestions }

function item(finding: Finding, lang: Lang, options: FindingsOptions): Html {
  const t = words(lang)
  const look = levelLook(finding, lang, options.planned)
  const said = sayFinding(finding, lang)
  const way = options.way?.(finding) ?? waysOn[finding.rule]?.(said.way, lang) ?? said.way
  return html`<li class="finding" data-color="${look.colour}">
    ${icon(look.icon)}
    <div class="stack-2">
      <p>
        <strong>${look.word}:</strong>
        ${said.text}${finding.overridden ? html` <em>${t('Overstyrt med begrunnelse.', 'Overstyrt med grunngjeving.', 'Overridden with a reason.')}</em>` : ''}
      </p>
      ${way ? html`<p class="way">${icon('ArrowRight')}<span>${way}</span></p>` : ''}
      <p class="source">
        ${t('Regel', 'Regel', 'Rule')} ${finding.rule}${said.source ? html` · ${said.source}` : ''}
      </p>
    </div>
  </li>`
}
