// Colour and icon of every state and flag. The words come from the procedure; what they look like is decided here.
import type { ProcessKind } from '../../../workflows/act.ts'
import type { IconName } from '../../design/icons.ts'

export type Colour =
  | 'neutral'
  | 'spruce'
  | 'birch'
  | 'heather'
  | 'info'
  | 'success'
  | 'warning'
  | 'danger'

/// `attention` adds a border, so that the state stands out without colour too.
export type Look = { colour: Colour; icon: IconName; attention?: true }

const look = (colour: Colour, icon: IconName): Look => ({ colour, icon })
const alert = (colour: Colour, icon: IconName): Look => ({ colour, icon, attention: true })

const states: Record<string, Look> = {
  F10: look('neutral', 'Handshake'),
  F20: look('birch', 'Books'),
  F30: look('birch', 'Pencil'),
  F40: look('birch', 'MagnifyingGlassCheckmark'),
  F50: look('info', 'PadlockLocked'),
  F60: look('info', 'Megaphone'),
  F70: look('birch', 'ChatElipsis'),
  F80: look('heather', 'PadlockLocked'),
  F90: look('heather', 'Gavel'),
  F95: alert('warning', 'ArrowsCirclepath'),
  F100: look('success', 'SealCheckmark'),
  F101: look('success', 'Branching'),
  F102: alert('warning', 'CircleBroken'),
  F110: look('success', 'Tasklist'),
  F120: look('neutral', 'Archive'),
  F900: alert('danger', 'Stop'),
  K00: look('neutral', 'EnvelopeClosed'),
  K10: look('neutral', 'Handshake'),
  K20: look('birch', 'Pencil'),
  K30: look('heather', 'Gavel'),
  K40: look('info', 'FileCheckmark'),
  K50: look('info', 'Megaphone'),
  K60: look('neutral', 'InboxDown'),
  K70: look('birch', 'ChatElipsis'),
  K80: look('heather', 'PersonGavel'),
  K90: look('heather', 'Gavel'),
  K100: look('success', 'CheckmarkCircle'),
  K101: look('success', 'NotePencil'),
  K102: alert('warning', 'ArrowUndo'),
  K103: alert('warning', 'Pause'),
  K104: alert('danger', 'XMarkOctagon'),
  K110: look('success', 'Paperplane'),
  K120: look('success', 'ShieldCheckmark'),
  K130: look('success', 'ArrowsCirclepath'),
  K140: look('neutral', 'FileReset'),
  K900: alert('neutral', 'Leave'),
  K910: alert('neutral', 'Branching'),
}

const flags: Record<string, Look> = {
  frist_naer: look('warning', 'Hourglass'),
  frist_overskredet: look('danger', 'Clock'),
  brudd_30_dager: look('danger', 'ExclamationmarkTriangle'),
  moete_flyttet: look('warning', 'Calendar'),
  avvik_fellesdel: look('warning', 'Branching'),
  redaksjonelt_avvik: look('neutral', 'Pencil'),
  sprakversjon_mangler: look('warning', 'Language'),
  mangler_kommuneplanvalg: look('danger', 'QuestionmarkDiamond'),
  kombinert_planprogram: look('neutral', 'LayersPlus'),
  lovlighetskontroll: look('danger', 'ShieldLock'),
  egen_horingsrunde: look('neutral', 'Megaphone'),
  vedtak_opphevet: look('danger', 'XMarkOctagon'),
  kunngjoring_ukjent: look('warning', 'QuestionmarkCircle'),
  vedtatt_for_konstituering: look('warning', 'Clock'),
  ikke_klassifisert: look('warning', 'QuestionmarkDiamond'),
  ikke_innarbeidet: look('warning', 'NotePencil'),
  steg_ikke_registrert: look('warning', 'Tasklist'),
  planprogram_ikke_fastsatt: look('warning', 'LayersPlus'),
  konstituering_anslatt: look('neutral', 'Calendar'),
  tidligere_vedtak_gjelder: look('neutral', 'ShieldCheckmark'),
  eget_vedtak: look('neutral', 'Branching'),
  kommune_foran: look('neutral', 'ArrowRight'),
}

/// A state nobody has drawn yet is neutral, never missing.
export const stateLook = (_kind: ProcessKind, code: string): Look =>
  states[code] ?? look('neutral', 'InformationSquare')

/// An override (`overstyrt_T2`) is neutral; a flag nobody has drawn yet is a warning, never missing.
export const flagLook = (flag: string): Look =>
  flags[flag] ??
  (flag.startsWith('overstyrt_')
    ? look('neutral', 'PadlockLocked')
    : look('warning', 'InformationSquare'))

const weight: Record<Colour, number> = {
  danger: 0,
  warning: 1,
  info: 2,
  heather: 2,
  birch: 2,
  spruce: 2,
  success: 2,
  neutral: 3,
}

/// Flags in the order they are shown: danger, warning, the rest.
export const flagsInOrder = (list: readonly string[]): string[] =>
  [...list].sort((a, b) => weight[flagLook(a).colour] - weight[flagLook(b).colour])
