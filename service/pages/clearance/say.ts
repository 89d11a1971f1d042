// Clearances in words: `Klarert for Øyer av …`, and why one cannot clear now.
import type { ClearanceRow, MandateRow } from '../../../db/clearance.ts'
import type { Lang } from '../../../workflows/lang.ts'
import type { ClearNo } from '../../clearance/clear.ts'
import { dateText } from '../dates.ts'
import { words } from '../words.ts'

/// Who cleared it, in whose place, and when.
export function sayCleared(
  clearance: ClearanceRow,
  municipality: string,
  names: Map<string, string>,
  lang: Lang,
): string {
  const t = words(lang)
  const by = names.get(clearance.person) ?? ''
  const absent = clearance.substitute_for ? names.get(clearance.substitute_for) : undefined
  const who = absent
    ? t(
        `${by}, stedfortreder for ${absent}`,
        `${by}, stadfortredar for ${absent}`,
        `${by}, substitute for ${absent}`,
      )
    : by
  const on = dateText(clearance.cleared_on, lang)
  return t(
    `Klarert for ${municipality} av ${who}, ${on}`,
    `Klarert for ${municipality} av ${who}, ${on}`,
    `Cleared for ${municipality} by ${who}, ${on}`,
  )
}

type About = {
  track: { name: string }
  mandate: Pick<MandateRow, 'given_to' | 'until_on'> | undefined
  names: Map<string, string>
}

/// Why nothing was cleared, and the way out.
export function sayNo(why: ClearNo, about: About | undefined, lang: Lang): string {
  const t = words(lang)
  const name = about?.track.name ?? ''
  const until = about?.mandate ? dateText(about.mandate.until_on, lang) : ''
  const holder = about?.mandate ? (about.names.get(about.mandate.given_to) ?? '') : ''
  switch (why) {
    case 'no-mandate':
      return t(
        `${name} har ikke gitt noen mandat til å klarere tekst ennå. Ordføreren eller kommunedirektøren registrerer det.`,
        `${name} har ikkje gjeve nokon mandat til å klarere tekst enno. Ordføraren eller kommunedirektøren registrerer det.`,
        `${name} has not given anyone a mandate to clear texts yet. The mayor or the chief executive records it.`,
      )
    case 'mandate-ended':
      return t(
        `Mandatet til å klarere for ${name} gjaldt til og med ${until}. Ordføreren eller kommunedirektøren må registrere et nytt.`,
        `Mandatet til å klarere for ${name} galdt til og med ${until}. Ordføraren eller kommunedirektøren må registrere eit nytt.`,
        `The mandate to clear for ${name} ran until ${until}. The mayor or the chief executive must record a new one.`,
      )
    case 'not-yours':
      return t(
        `${holder} har mandatet til å klarere for ${name}. Bare ${holder} eller en stedfortreder kan klarere.`,
        `${holder} har mandatet til å klarere for ${name}. Berre ${holder} eller ein stadfortredar kan klarere.`,
        `${holder} has the mandate to clear for ${name}. Only ${holder} or a substitute can clear.`,
      )
    case 'outside':
      return t(
        'Kommunen deltar ikke i arbeidet nå, og klarerer ikke tekst.',
        'Kommunen deltek ikkje i arbeidet no, og klarerer ikkje tekst.',
        'The municipality does not take part now and clears no text.',
      )
    case 'nothing':
      return t(
        'Velg minst ett kapittel å klarere.',
        'Vel minst eitt kapittel å klarere.',
        'Choose at least one chapter to clear.',
      )
    default:
      return t(
        'Teksten ble endret etter at du åpnet siden, så ingenting er klarert. Les kapitlene på nytt.',
        'Teksten vart endra etter at du opna sida, så ingenting er klarert. Les kapitla på nytt.',
        'The text changed after you opened the page, so nothing is cleared. Read the chapters again.',
      )
  }
}
