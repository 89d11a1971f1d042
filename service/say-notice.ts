// A notice in words: what happened, and in which municipality. The same on a page, in a letter and in a day's gathered one.
import type { NoticeRow } from '../db/outbox.ts'
import type { ProcessKind } from '../workflows/act.ts'
import type { Lang } from '../workflows/lang.ts'
import { eventDone, eventLabel, flagLabel, sayDay } from '../workflows/words.ts'
import { sayVoided } from './clearance/say-voided.ts'
import { isCommentNotice, sayCommentNotice } from './comment/say-comment.ts'
import type { NoticePayload } from './effects.ts'
import { sayAmendment } from './suggestion/say-amendment.ts'

/// What a notice's `content` holds.
export type NoticeContent = Pick<
  NoticePayload,
  'about' | 'values' | 'strategy' | 'municipality'
> & {
  municipalityName: string | null
}

/// A notice in words: what happened, and in which municipality.
export function sayNotice(
  notice: Pick<NoticeRow, 'content'>,
  lang: Lang,
): { subject: string; text: string } {
  const content = JSON.parse(notice.content) as NoticeContent
  if (content.about === 'clearance-voided') {
    const { done, expected } = sayVoided(content.values, lang)
    const subject = `${content.municipalityName}: ${done}`
    return { subject, text: `${subject}. ${expected}` }
  }
  if (isCommentNotice(content.about)) {
    const subject = sayCommentNotice(content.about, content.values, lang)
    return { subject, text: `${subject}.` }
  }
  if (content.about === 'amendment-sent' || content.about === 'amendment-answered') {
    return sayAmendment(content, lang)
  }
  const kind: ProcessKind = content.municipality ? 'participation' : 'strategy'
  const done =
    content.about === 'timer-refused'
      ? timerRefused[lang]
      : content.about === 'reminder'
        ? reminder(kind, String(content.values.awaited), lang)
        : (withoutFallback(eventDone(kind, content.about, lang), content.about) ??
          withoutFallback(flagLabel(content.about, lang), content.about) ??
          somethingNew[lang])
  const subject = content.municipalityName ? `${content.municipalityName}: ${done}` : done
  const days = Object.values(content.values).filter(
    (value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  )
  const dates = [...new Set(days)].map((day) => sayDay(day, lang)).join(', ')
  return { subject, text: dates ? `${subject} (${dates}).` : `${subject}.` }
}

const withoutFallback = (said: string, asked: string): string | undefined =>
  said === asked ? undefined : said

const somethingNew: Record<Lang, string> = {
  nb: 'Noe nytt i planstrategien',
  nn: 'Noko nytt i planstrategien',
  en: 'Something new in the strategy',
}

/// What the coordinator reminds of, by the act's own name.
const reminder = (kind: ProcessKind, awaited: string, lang: Lang): string => {
  const act = eventLabel(kind, awaited, lang)
  const lowered = act.charAt(0).toLowerCase() + act.slice(1)
  return {
    nb: `Koordinatoren minner om: ${lowered}`,
    nn: `Koordinatoren minner om: ${lowered}`,
    en: `The coordinator reminds you: ${lowered}`,
  }[lang]
}

const timerRefused: Record<Lang, string> = {
  nb: 'En frist gikk ut, men steget kunne ikke tas av seg selv',
  nn: 'Ein frist gjekk ut, men steget kunne ikkje takast av seg sjølv',
  en: 'A deadline passed, but the step could not be taken by itself',
}
