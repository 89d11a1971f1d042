// A posted form, read once: names and values as they were typed, cleaned of control characters. Files come elsewhere.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from '../house.ts'
import { Refused } from '../refusal.ts'
import { cleanText } from './body.ts'

export type Form = {
  /// The first value of a name, trimmed; empty when there is none.
  text(name: string): string
  /// Every value of a name that is not empty.
  all(name: string): string[]
}

export async function readForm(c: Context<Env>): Promise<Form> {
  checkType(c)
  const data = await c.req.formData().catch(() => {
    throw new Refused('not-json')
  })
  const all = (name: string): string[] =>
    data
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map((value) => cleanText(value.slice(0, 20_000)))
      .filter((value) => value !== '')
  return { all, text: (name) => all(name)[0] ?? '' }
}

function checkType(c: Context<Env>): void {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!['application/x-www-form-urlencoded', 'multipart/form-data'].includes(type)) {
    throw new Refused('unsupported-type')
  }
}

/// A path of our own to go on to, or `otherwise`. Anything that could lead to another site is not followed.
export function ownPath(path: string, otherwise: string): string {
  if (!/^\/(?![/\\])[^\s\\]*$/.test(path)) return otherwise
  const url = URL.parse(path, 'http://here')
  // `/.//elsewhere` is a path of ours until it is written out: then it names another site.
  if (url?.origin !== 'http://here' || url.pathname.startsWith('//')) return otherwise
  return url.pathname + url.search + url.hash
}

/// Whoever asks for a form and gets something else hears a refusal, not the parser's own error.
export const formsOrRefusal = createMiddleware<Env>(async (c, next) => {
  const { req } = c
  const form = req.formData.bind(req)
  req.formData = () =>
    form().catch(() => {
      throw new Refused('not-json')
    })
  return next()
})
