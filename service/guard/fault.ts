// The last word on a request that went wrong: problem+json for the API, a page for people, in the reader's language.
// An exception's text never leaves here; it goes to the log under the case number the reader is given.
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Env } from '../house.ts'
import { Refused, refusalOf, type Refusal } from '../refusal.ts'

export function answerFault(c: Context<Env>, error: unknown): Response | Promise<Response> {
  const refused = asRefused(error)
  const number = randomBytes(4).toString('hex')
  if (refused.code === 'internal' || refused.code === 'unavailable') {
    console.error(JSON.stringify({ at: 'request', number, error: describe(error) }))
  }
  const status = statuses[refused.code] ?? 500
  return c.json({ code: refused.code, status, title: refused.code, detail: refused.code }, status)
}

const statuses: Partial<Record<Refusal, ContentfulStatusCode>> = {
  'not-json': 400,
  'unknown-field': 400,
  'input-invalid': 400,
  'unsupported-type': 400,
  'signed-out': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'unknown-host': 403,
  'not-found': 404,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
  'disk-full': 507,
}

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error
  const code = error instanceof HTTPException ? byStatus[error.status] : undefined
  return new Refused(code ?? refusalOf(error))
}

const byStatus: Record<number, Refusal> = {
  400: 'not-json',
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
}

/// For the log: the kind of error and where it was thrown, without its words, which may hold what people wrote.
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const lines = error.stack?.split('\n') ?? []
  const where = lines.find((line) => /\/(service|db|workflows)\//.test(line))
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  return `${error.name}${code}${where === undefined ? '' : ` ${where.trim()}`}`
}
