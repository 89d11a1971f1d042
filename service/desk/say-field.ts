// Names of the bodies a municipality treats a case in. What is not on the list is shown as it was typed.
import type { Lang, Words } from '../../workflows/lang.ts'

const bodies: Record<string, Words> = {
  kommunestyre: { nb: 'Kommunestyret', nn: 'Kommunestyret', en: 'Municipal council' },
  formannskap: { nb: 'Formannskapet', nn: 'Formannskapet', en: 'Executive committee' },
  planutvalg: { nb: 'Planutvalget', nn: 'Planutvalet', en: 'Plan committee' },
  kommuneplanutvalg: {
    nb: 'Kommuneplanutvalget',
    nn: 'Kommuneplanutvalet',
    en: 'Master plan committee',
  },
  ungdomsraad: { nb: 'Ungdomsrådet', nn: 'Ungdomsrådet', en: 'Youth council' },
  eldreraad: { nb: 'Eldrerådet', nn: 'Eldrerådet', en: 'Senior citizens’ council' },
  'raad-funksjonsnedsettelse': {
    nb: 'Rådet for personer med funksjonsnedsettelse',
    nn: 'Rådet for personar med funksjonsnedsetjing',
    en: 'Council for persons with disabilities',
  },
  administrasjon: { nb: 'Administrasjonen', nn: 'Administrasjonen', en: 'The administration' },
}

/// `Formannskapet`; a body of another name as it was typed.
export const bodyName = (body: string, lang: Lang): string => bodies[body]?.[lang] ?? body

/// The bodies a form offers, in the order of a case's way.
export const bodyChoices = (lang: Lang): { value: string; label: string }[] =>
  Object.entries(bodies).map(([value, label]) => ({ value, label: label[lang] }))
