// The shape of a submission for programs, as JSON Schema: the same limits `readSubmission` holds.
import type { Json } from '../../workflows/act.ts'
import { limits, senderKinds, stances } from './input.ts'

type Schema = { [key: string]: Json }

const text = (maxLength: number): Schema => ({ type: 'string', maxLength })

const said = {
  section: text(100),
  anchor: { ...text(100), description: 'The paragraph’s id in the version that was read.' },
  version: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  quote: text(limits.quote),
  stance: { enum: Object.keys(stances), default: 'remark' },
  text: text(limits.text),
  wording: text(limits.wording),
}

/// One point: about a paragraph of a section (`anchor`), a section, or the whole document.
const point: Schema = { type: 'object', additionalProperties: false, properties: said }

export const submissionSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  anyOf: [{ required: ['text'] }, { required: ['points'] }, { required: ['stance'] }],
  properties: {
    to: {
      description: '`all`, or numbers of municipalities. Left out: those spoken of, else all.',
      oneOf: [
        { const: 'all' },
        { type: 'string', pattern: '^[0-9]{4}$' },
        { type: 'array', minItems: 1, items: { pattern: '^[0-9]{4}$' } },
      ],
    },
    municipality: { type: 'string', pattern: '^[0-9]{4}$', description: 'As `to`, for one.' },
    senderKind: { enum: Object.keys(senderKinds), default: 'other' },
    name: { ...text(limits.name), description: 'Public. Left out: anonymous.' },
    contact: { ...text(limits.contact), description: 'E-mail or telephone. Never public.' },
    email: { ...text(limits.contact), description: 'As `contact`.' },
    language: { enum: ['nb', 'nn', 'en'] },
    points: { type: 'array', maxItems: limits.points, items: point },
    ...said,
  },
}

export const receivedSchema: Schema = {
  type: 'object',
  required: ['number', 'receipt'],
  properties: {
    number: { type: 'integer', minimum: 1 },
    receipt: { type: 'string', description: 'Opens the sender’s own page. Told once.' },
    to: { type: 'array', items: { type: 'string' } },
    late: { type: 'array', items: { type: 'string' } },
  },
}
