// Steps really walked and still to come: round dots with names below, upright on narrow screens.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { IconName } from '../../design/icons.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'
import { icon } from './icon.ts'
import type { Colour } from './looks.ts'

/// `again`: a step walked a second time.
export type Step = {
  name: string | Html
  when?: string | Html
  is: 'done' | 'again' | 'now' | 'next'
  /// Without it: a check when done, its number otherwise.
  icon?: IconName
  colour?: Colour
}

export const stepper = (
  steps: readonly Step[],
  lang: Lang,
  options: { dense?: boolean; label?: string } = {},
): Html =>
  html`<ol
    class="steps"
    ${options.dense ? html` data-dense` : ''}${
      options.label ? html` aria-label="${options.label}"` : ''
    }
  >
    ${steps.map((step, i) => stepItem(step, i + 1, lang))}
  </ol>`

function stepItem(step: Step, number: number, lang: Lang): Html {
  const t = words(lang)
  const walked = step.is === 'done' || step.is === 'again'
  const dot = step.icon ? icon(step.icon) : walked ? icon('CheckmarkHeavy') : String(number)
  const said = walked
    ? t('Ferdig: ', 'Ferdig: ', 'Done: ')
    : step.is === 'now'
      ? t('Nå: ', 'No: ', 'Now: ')
      : ''
  const colour = step.colour ? html` data-color="${step.colour}"` : ''
  return html`<li
    class="step"
    data-is="${step.is}"
    ${step.is === 'now' ? html` aria-current="step"` : ''}
  >
    <span class="dot" ${colour} aria-hidden="true">${dot}</span>
    <div>
      <p class="step-name"><span class="ds-sr-only">${said}</span><span>${step.name}</span></p>
      ${step.when ? html`<p class="step-when">${step.when}</p>` : ''}
    </div>
  </li>`
}
