// The last word on a request that went wrong: problem+json for the API, a page for people, in the reader's language.
// An exception's text never leaves here; where it was thrown goes to the log under the case number the reader is given.
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Env } from '../house.ts'
import { problem } from '../problem.ts'
import { Refused, refusalOf, type Refusal } from '../refusal.ts'
import { describe } from './describe.ts'
import { faultPage } from './fault-page.ts'

export function answerFault(c: Context<Env>, error: unknown): Response | Promise<Response> {
  const refused = asRefused(error)
  const number = randomBytes(2).toString('hex')
  if (refused.code === 'internal' || refused.code === 'unavailable') {
    console.error(JSON.stringify({ at: 'request', number, error: describe(error) }))
  }
  // The rest of the body is not read, so nothing more can come on this connection.
  if (refused.code === 'too-large') c.header('connection', 'close')
  if (/^\/(api|collab)\//.test(c.req.path)) {
    return problem(c, refused.code, {
      findings: refused.findings,
      field: refused.field,
      seq: refused.seq,
    })
  }
  if (refused.code === 'signed-out' && c.req.method === 'GET') {
    const { pathname, search } = new URL(c.req.url)
    return c.redirect(`/logg-inn?til=${encodeURIComponent(pathname + search)}`, 303)
  }
  return faultPage(c, refused.code, number)
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
