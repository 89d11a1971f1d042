// Chips: a state is text, icon and colour, in that order of importance; flags stand beside it in white.
import { html } from 'hono/html'
import type { ProcessKind } from '../../../workflows/act.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { flagLabel, stateLabel } from '../../../workflows/words.ts'
import type { IconName } from '../../design/icons.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'
import { icon } from './icon.ts'
import { flagLook, flagsInOrder, stateLook, type Colour } from './looks.ts'

/// Any chip: `chip('neutral', 'PersonGroup', 'Delt utkast')`.
export const chip = (colour: Colour, name: IconName, text: string): Html =>
  html`<span class="ds-tag" data-color="${colour}">${icon(name)}${text}</span>`

/// A process's state, never its code.
export function stateChip(kind: ProcessKind, code: string, lang: Lang): Html {
  const { colour, icon: name, attention } = stateLook(kind, code)
  return html`<span class="ds-tag" data-color="${colour}" ${attention ? html` data-attention` : ''}
    >${icon(name)}${stateLabel(kind, code, lang)}</span
  >`
}

export function flagChip(flag: string, lang: Lang): Html {
  const { colour, icon: name } = flagLook(flag)
  return html`<span class="ds-tag" data-color="${colour}" data-variant="outline"
    >${icon(name)}${flagLabel(flag, lang)}</span
  >`
}

/// All flags of a process, the gravest first.
export const flagChips = (flags: readonly string[], lang: Lang): Html =>
  html`${flagsInOrder(flags).map((flag) => flagChip(flag, lang))}`

/// Which part of the document something belongs to.
export function zoneChip(zone: 'joint' | 'own', lang: Lang): Html {
  const t = words(lang)
  return zone === 'joint'
    ? chip('spruce', 'Layers', t('Fellesdelen', 'Fellesdelen', 'Joint part'))
    : chip('neutral', 'Buildings3', t('Kommunedelen', 'Kommunedelen', 'Own part'))
}

/// What a municipality answered to one point of a submission.
export function outcomeChip(outcome: string, lang: Lang): Html {
  const t = words(lang)
  if (outcome === 'accepted')
    return chip('success', 'Checkmark', t('Tas til følge', 'Blir teken til følgje', 'Accepted'))
  if (outcome === 'partly') return chip('warning', 'CircleBroken', t('Delvis', 'Delvis', 'Partly'))
  if (outcome === 'rejected')
    return chip('danger', 'XMark', t('Ikke til følge', 'Ikkje til følgje', 'Not accepted'))
  if (outcome === 'noted')
    return chip('neutral', 'Minus', t('Til orientering', 'Til orientering', 'Noted'))
  return html`<span class="quiet">${t('Ikke vurdert', 'Ikkje vurdert', 'Not assessed')}</span>`
}
