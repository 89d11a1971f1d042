// An address with a NUL in it names nothing: PostgreSQL refuses the byte in any text, so no route ever sees it.
import { createMiddleware } from 'hono/factory'
import type { Env } from '../house.ts'
import { Refused } from '../refusal.ts'

export const plainAddress = createMiddleware<Env>(async (c, next) => {
  if (c.req.url.includes('%00')) throw new Refused('not-found')
  return next()
})
