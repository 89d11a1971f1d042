// The submission as its form carries it between the pages: nothing is kept on the server before it is sent.
import { Refused } from '../../refusal.ts'
import type { JsonObject } from '../../guard/body.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { words } from '../words.ts'
import type { Place } from './published-text.ts'

export type SayPoint = { ref: string; stance: string; text: string; wording: string }

export type SayForm = {
  points: SayPoint[]
  /// `all`, one municipality's number, or empty: whoever the points are about.
  to: string
  name: string
  contact: string
  senderKind: string
  key: string
}

export type SayError = { field: string; text: string }

/// Fields are `punkt-0`, `standpunkt-0`, `tekst-0`, `ordlyd-0` and so on; nothing is trusted, only carried.
export function readSayForm(data: FormData): SayForm {
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  const points: SayPoint[] = []
  for (let i = 0; i < 50 && data.has(`tekst-${i}`); i++) {
    points.push({
      ref: text(`punkt-${i}`),
      stance: text(`standpunkt-${i}`),
      text: text(`tekst-${i}`),
      wording: text(`ordlyd-${i}`),
    })
  }
  return {
    points,
    to: text('til'),
    name: text('name'),
    contact: text('contact'),
    senderKind: text('senderKind'),
    key: text('key'),
  }
}

/// Points in which nothing is said fall away.
export const saidPoints = (form: SayForm): SayPoint[] =>
  form.points.filter((p) => p.stance !== '' || p.text.trim() !== '' || p.wording.trim() !== '')

/// What is still missing in the writing itself.
export function missingIn(form: SayForm, lang: Lang): SayError[] {
  const t = words(lang)
  const said = saidPoints(form)
  if (said.length === 0)
    return [
      {
        field: 'tekst-0',
        text: t(
          'Skriv hva du mener, eller velg et standpunkt',
          'Skriv kva du meiner, eller vel eit standpunkt',
          'Write what you think, or choose a view',
        ),
      },
    ]
  return form.points.flatMap((p, i) =>
    (p.stance === 'against' || p.stance === 'question') && !p.text.trim() && !p.wording.trim()
      ? [
          {
            field: `tekst-${i}`,
            text:
              p.stance === 'question'
                ? t('Skriv spørsmålet', 'Skriv spørsmålet', 'Write the question')
                : t(
                    'Skriv hvorfor du er imot',
                    'Skriv kvifor du er imot',
                    'Write why you are against',
                  ),
          },
        ]
      : [],
  )
}

/// Whom it goes to when nobody was chosen: those whose own part every point is about, else all.
export function recipientsOf(form: SayForm, places: ReadonlyMap<string, Place>): 'all' | string[] {
  if (form.to === 'all') return 'all'
  if (form.to !== '') return [form.to]
  const zones = form.points.map((point) => places.get(point.ref)?.zone ?? 'joint')
  return zones.includes('joint') ? 'all' : [...new Set(zones)]
}

/// The submission as the API would have had it.
export function submissionBody(form: SayForm, places: ReadonlyMap<string, Place>): JsonObject {
  return {
    ...(form.to !== '' && { to: form.to === 'all' ? 'all' : [form.to] }),
    ...(form.senderKind && { senderKind: form.senderKind }),
    ...(form.name.trim() && { name: form.name }),
    ...(form.contact.trim() && { contact: form.contact }),
    points: saidPoints(form).map((point): JsonObject => {
      const place = places.get(point.ref)
      return {
        ...(place && { section: place.chapter.section, version: place.version }),
        ...(place?.anchor !== undefined && { anchor: place.anchor }),
        stance: point.stance || 'remark',
        ...(point.text.trim() && { text: point.text }),
        ...(point.wording.trim() && { wording: point.wording }),
      }
    }),
  }
}

/// A refusal as an error at a field of ours; undefined when it is not about the form.
export function errorOf(refused: Refused, lang: Lang): SayError | undefined {
  const t = words(lang)
  const field = fieldOf(refused.field)
  if (refused.code === 'personal-number') {
    return {
      field,
      text: t(
        'Ta bort fødselsnummeret. Det du sender, blir offentlig',
        'Ta bort fødselsnummeret. Det du sender, blir offentleg',
        'Remove the identity number. What you send becomes public',
      ),
    }
  }
  if (refused.code !== 'input-invalid') return undefined
  if (field === 'contact') {
    return {
      field,
      text: t(
        'Skriv en gyldig e-postadresse, eller la feltet stå tomt',
        'Skriv ei gyldig e-postadresse, eller la feltet stå tomt',
        'Write a valid e-mail address, or leave the field empty',
      ),
    }
  }
  return {
    field,
    text: t(
      'Se over dette: det mangler, er for langt eller finnes ikke',
      'Sjå over dette: det manglar, er for langt eller finst ikkje',
      'Check this: it is missing, too long or does not exist',
    ),
  }
}

function fieldOf(path: string | undefined): string {
  const point = /^points\.(\d+)(?:\.(\w+))?$/.exec(path ?? '')
  if (!point)
    return path === undefined || path === 'points' || path === 'text'
      ? 'tekst-0'
      : path === 'to'
        ? 'til'
        : path
  const names: Record<string, string> = { wording: 'ordlyd', stance: 'standpunkt' }
  return `${names[point[2] ?? ''] ?? 'tekst'}-${point[1]}`
}
