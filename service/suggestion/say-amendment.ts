// A suggestion on a copy in words: its state, and the two notices about it.
import type { Lang } from '../../workflows/lang.ts'
import { words } from '../pages/words.ts'
import type { NoticeContent } from '../say-notice.ts'
import type { AmendmentState } from './amendment.ts'

export const stateWords = (state: string, lang: Lang): string => {
  const t = words(lang)
  const said: Record<AmendmentState, string> = {
    draft: t('Under arbeid', 'Under arbeid', 'Being written'),
    sent: t('Venter på svar', 'Ventar på svar', 'Waiting for an answer'),
    accepted: t('Tatt inn', 'Teke inn', 'Taken in'),
    partly: t('Delvis tatt inn', 'Delvis teke inn', 'Partly taken in'),
    rejected: t('Ikke tatt inn', 'Ikkje teke inn', 'Not taken in'),
    withdrawn: t('Trukket tilbake', 'Trekt tilbake', 'Withdrawn'),
  }
  return said[state as AmendmentState] ?? state
}

export function sayAmendment(
  { about, values, municipalityName }: NoticeContent,
  lang: Lang,
): { subject: string; text: string } {
  const t = words(lang)
  const chapter = String(lang === 'nn' ? values.titleNn : values.titleNb)
  const title = String(values.title)
  const whose = municipalityName ? `${municipalityName}: ` : ''
  if (about === 'amendment-sent') {
    const subject = `${whose}${t('nytt endringsforslag', 'nytt endringsframlegg', 'a new amendment')}`
    return {
      subject: capital(subject),
      text: t(
        `${capital(subject)} til «${chapter}»: ${title}. Det venter på svar fra dem som skriver teksten.`,
        `${capital(subject)} til «${chapter}»: ${title}. Det ventar på svar frå dei som skriv teksten.`,
        `${capital(subject)} to “${chapter}”: ${title}. It waits for an answer from those who write the text.`,
      ),
    }
  }
  const became = stateWords(String(values.state), lang).toLowerCase()
  const subject = `${whose}${t(
    `endringsforslaget er ${became}`,
    `endringsframlegget er ${became}`,
    `the amendment was ${became}`,
  )}`
  return {
    subject: capital(subject),
    text: t(
      `Forslaget «${title}» til «${chapter}» er ${became}. Svaret står ved forslaget.`,
      `Framlegget «${title}» til «${chapter}» er ${became}. Svaret står ved framlegget.`,
      `The amendment “${title}” to “${chapter}” was ${became}. The answer stands beside it.`,
    ),
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
