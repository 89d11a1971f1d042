// A municipality's settings as a form: what was typed, what is wrong with it, and what it means.
import type { Lang } from '../../workflows/lang.ts'
import type { Form } from '../guard/form.ts'
import { parseDay } from '../pages/dates.ts'
import { words } from '../pages/words.ts'
import { bodies, languageDecisions, type StoredSettings } from './municipality-settings.ts'

export type TypedSettings = {
  constitutedOn: string
  electionYear: string
  firstTreatmentBody: string
  delegated: boolean
  combinedProgramme: boolean
  registrarEntersOverride: boolean
  councilMembers: string
  noticeDays: string
  paperDays: Record<string, string>
  neighbours: string
  authorities: string
  customary: string
  /// What the municipality writes its own part in, and what it has decided about language towards the state.
  language: string
  languageDecision: string
}

export type FormError = { field: string; text: string }

export const typedFrom = (form: Form): TypedSettings => ({
  constitutedOn: form.text('constitutedOn'),
  electionYear: form.text('electionYear'),
  firstTreatmentBody: form.text('firstTreatmentBody'),
  delegated: form.text('delegated') !== '',
  combinedProgramme: form.text('combinedProgramme') !== '',
  registrarEntersOverride: form.text('registrarEntersOverride') !== '',
  councilMembers: form.text('councilMembers'),
  noticeDays: form.text('noticeDays'),
  paperDays: Object.fromEntries(bodies.map((body) => [body, form.text(`paperDays-${body}`)])),
  neighbours: form.text('neighbours'),
  authorities: form.text('authorities'),
  customary: form.text('customary'),
  language: form.text('language'),
  languageDecision: form.text('languageDecision'),
})

export const typedOf = (settings: StoredSettings, language: string): TypedSettings => ({
  constitutedOn: settings.constitutedOn ?? '',
  electionYear: String(settings.electionYear),
  firstTreatmentBody: settings.firstTreatmentBody ?? '',
  delegated: settings.delegated,
  combinedProgramme: settings.combinedProgramme,
  registrarEntersOverride: settings.registrarEntersOverride,
  councilMembers: String(settings.councilMembers ?? ''),
  noticeDays: String(settings.noticeDays),
  paperDays: Object.fromEntries(bodies.map((b) => [b, String(settings.paperDays[b] ?? '')])),
  neighbours: settings.neighbours.join('\n'),
  authorities: settings.authorities.join('\n'),
  customary: settings.customary.join('\n'),
  language,
  languageDecision: settings.languageDecision,
})

/// The settings, or everything that has to be put right.
export function readSettingsForm(
  typed: TypedSettings,
  lang: Lang,
): { change: Partial<StoredSettings> } | { errors: FormError[] } {
  const t = words(lang)
  const errors: FormError[] = []
  const number = (field: string, text: string, most: number): number | null => {
    if (text === '') return null
    const value = Number(text)
    if (Number.isInteger(value) && value >= 0 && value <= most) return value
    const why = t(
      'Skriv et helt tall, høyst',
      'Skriv eit heilt tal, høgst',
      'Write a whole number, at most',
    )
    errors.push({ field, text: `${why} ${most}` })
    return null
  }
  const constitutedOn = typed.constitutedOn === '' ? null : (parseDay(typed.constitutedOn) ?? null)
  if (typed.constitutedOn !== '' && constitutedOn === null) {
    errors.push({
      field: 'constitutedOn',
      text: t('Skriv en dato som finnes', 'Skriv ein dato som finst', 'Write a date that exists'),
    })
  }
  const lines = (text: string): string[] => [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim().slice(0, 200))
        .filter(Boolean),
    ),
  ]
  const paperDays = Object.fromEntries(
    bodies.flatMap((body) => {
      const days = number(`paperDays-${body}`, typed.paperDays[body] ?? '', 60)
      return days === null ? [] : [[body, days]]
    }),
  )
  const change: Partial<StoredSettings> = {
    constitutedOn,
    electionYear: number('electionYear', typed.electionYear, 2099) ?? 2027,
    firstTreatmentBody: bodies.some((body) => body === typed.firstTreatmentBody)
      ? typed.firstTreatmentBody
      : null,
    delegated: typed.delegated,
    combinedProgramme: typed.combinedProgramme,
    registrarEntersOverride: typed.registrarEntersOverride,
    councilMembers: number('councilMembers', typed.councilMembers, 101),
    noticeDays: number('noticeDays', typed.noticeDays, 730) ?? 0,
    paperDays,
    neighbours: lines(typed.neighbours),
    authorities: lines(typed.authorities),
    customary: lines(typed.customary),
    ...(languageDecisions.some((one) => one === typed.languageDecision)
      ? { languageDecision: typed.languageDecision }
      : {}),
  }
  return errors.length > 0 ? { errors } : { change }
}
