// What a submission may hold, read strictly from what anybody can send: shape, limits, clean text. Knows no database.
import { cleanText, onlyKeys, type JsonObject } from '../guard/body.ts'
import { Refused } from '../refusal.ts'
import type { Json } from '../../workflows/act.ts'
import type { Lang, Words } from '../../workflows/lang.ts'
import { holdsPersonalNumber } from './personal-number.ts'

export const senderKinds = {
  resident: { nb: 'Fast bosatt', nn: 'Fast busett', en: 'Resident' },
  'part-time-resident': {
    nb: 'Deltidsinnbygger',
    nn: 'Deltidsinnbyggjar',
    en: 'Part-time resident',
  },
  landowner: { nb: 'Grunneier', nn: 'Grunneigar', en: 'Landowner' },
  business: { nb: 'Næring', nn: 'Næring', en: 'Business' },
  organisation: { nb: 'Forening eller lag', nn: 'Foreining eller lag', en: 'Organisation' },
  'public-body': { nb: 'Offentlig organ', nn: 'Offentleg organ', en: 'Public body' },
  other: { nb: 'Annet', nn: 'Anna', en: 'Other' },
} as const satisfies Record<string, Words>

export const stances = {
  support: { nb: 'Støtter', nn: 'Støttar', en: 'Supports' },
  'support-with-change': {
    nb: 'Støtter med endring',
    nn: 'Støttar med endring',
    en: 'Supports with a change',
  },
  against: { nb: 'Er imot', nn: 'Er imot', en: 'Is against' },
  question: { nb: 'Har et spørsmål', nn: 'Har eit spørsmål', en: 'Has a question' },
  remark: { nb: 'Merknad', nn: 'Merknad', en: 'Remark' },
  none: { nb: 'Ingen merknader', nn: 'Ingen merknader', en: 'No remarks' },
} as const satisfies Record<string, Words>

export type SenderKind = keyof typeof senderKinds
export type Stance = keyof typeof stances

/// Longest in characters; points in number.
export const limits = {
  points: 50,
  text: 20_000,
  wording: 10_000,
  quote: 2_000,
  name: 200,
  contact: 254,
}

/// One thing said: about a paragraph (`section` and `anchor`), a whole section, or the whole document.
export type PointInput = {
  section?: string
  anchor?: string
  /// Hash of the version that was read: a section's, a part's or an edition's.
  version?: string
  quote?: string
  stance: Stance
  text: string
  wording?: string
}

export type SubmissionInput = {
  /// Whom it is for. Left out: the municipalities whose own part it speaks of, or all when it speaks of the joint one.
  to?: 'all' | string[]
  senderKind: SenderKind
  /// Left out: anonymous.
  name?: string
  contact?: string
  language: Lang
  points: PointInput[]
}

/// Reads a body. A point's own fields at the top (`text`, and `section` where it is about one) say one thing more than
/// the `points`. One recipient may stand as `municipality`, and a `contact` as `email`.
/// Throws `input-invalid`, `unknown-field` or `personal-number` with the field's path.
export function readSubmission(body: JsonObject, lang: Lang): SubmissionInput {
  onlyKeys(body, [...bodyKeys, ...pointKeys])
  const listed = body.points === undefined ? [] : body.points
  if (!Array.isArray(listed)) throw invalid('points')
  const points = listed.map((point, at) =>
    readPoint(objectOf(point, `points.${at}`), `points.${at}.`),
  )
  if (pointKeys.some((key) => body[key] !== undefined)) {
    const whole: JsonObject = {}
    for (const key of pointKeys) if (body[key] !== undefined) whole[key] = body[key]
    points.push(readPoint(whole, ''))
  }
  if (points.length === 0) throw invalid('points')
  if (points.length > limits.points) throw invalid('points')
  const name = optionalText(body, 'name', limits.name)
  const contact = readContact(body, 'contact') ?? readContact(body, 'email')
  const to = readRecipients(body.to ?? body.municipality)
  return {
    ...(to === undefined ? {} : { to }),
    senderKind: choice(body, 'senderKind', senderKinds, 'other'),
    ...(name === undefined ? {} : { name }),
    ...(contact === undefined ? {} : { contact }),
    language: body.language === undefined ? lang : languageOf(body.language),
    points,
  }
}

const bodyKeys = [
  'to',
  'municipality',
  'senderKind',
  'name',
  'contact',
  'email',
  'language',
  'points',
]
const pointKeys = ['section', 'anchor', 'version', 'quote', 'text', 'stance', 'wording']

function readPoint(point: JsonObject, path: string): PointInput {
  const unknown = Object.keys(point).find((key) => !pointKeys.includes(key))
  if (unknown !== undefined) throw new Refused('unknown-field', { field: path + unknown })
  const stance = choice(point, 'stance', stances, 'remark', path)
  const text = optionalText(point, 'text', limits.text, path) ?? ''
  const wording = optionalText(point, 'wording', limits.wording, path)
  const question = stance === 'question' || stance === 'remark' || stance === 'against'
  if (text === '' && wording === undefined && question) throw invalid(`${path}text`)
  const section = optionalText(point, 'section', 100, path)
  const anchor = optionalText(point, 'anchor', 100, path)
  const version = optionalText(point, 'version', 64, path)
  const quote = optionalText(point, 'quote', limits.quote, path)
  if (anchor !== undefined && section === undefined) throw invalid(`${path}section`)
  if (version !== undefined && !/^[0-9a-f]{64}$/.test(version)) throw invalid(`${path}version`)
  return {
    ...(section === undefined ? {} : { section }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(version === undefined ? {} : { version }),
    ...(quote === undefined ? {} : { quote }),
    stance,
    text,
    ...(wording === undefined ? {} : { wording }),
  }
}

/// A text that may be left out or empty. Quotes are of our own text and are not searched for personal numbers.
function optionalText(
  body: JsonObject,
  field: string,
  longest: number,
  path = '',
): string | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw invalid(path + field)
  const text = cleanText(value.toWellFormed().replace(/\r\n?/g, '\n'))
  if ([...text].length > longest) throw invalid(path + field)
  if (field !== 'quote' && field !== 'version' && holdsPersonalNumber(text)) {
    throw new Refused('personal-number', { field: path + field })
  }
  return text === '' ? undefined : text
}

/// An e-mail address or a telephone number, or nothing.
function readContact(body: JsonObject, field: 'contact' | 'email'): string | undefined {
  const contact = optionalText(body, field, limits.contact)
  if (contact === undefined) return undefined
  const mail = /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\.]{2,}$/
  const telephone = /^\+?[\d ]{8,20}$/
  if (!mail.test(contact) && !telephone.test(contact)) throw invalid(field)
  return contact
}

function readRecipients(value: Json | undefined): 'all' | string[] | undefined {
  if (value === undefined || value === 'all') return value
  if (typeof value === 'string') return readRecipients([value])
  if (!Array.isArray(value) || value.length === 0 || value.length > 400) throw invalid('to')
  const numbers = value.map((one) => {
    if (typeof one !== 'string' || !/^\d{4}$/.test(one)) throw invalid('to')
    return one
  })
  return [...new Set(numbers)]
}

function choice<T extends string>(
  body: JsonObject,
  field: string,
  known: Record<T, Words>,
  otherwise: NoInfer<T>,
  path = '',
): T {
  const value = body[field]
  if (value === undefined) return otherwise
  const isKnown = (text: Json): text is T => typeof text === 'string' && Object.hasOwn(known, text)
  if (!isKnown(value)) throw invalid(path + field)
  return value
}

const languageOf = (value: Json): Lang => {
  const found = (['nb', 'nn', 'en'] as const).find((lang) => lang === value)
  if (found === undefined) throw invalid('language')
  return found
}

const objectOf = (value: Json, field: string): JsonObject => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(field)
  return value
}

const invalid = (field: string) => new Refused('input-invalid', { field })
