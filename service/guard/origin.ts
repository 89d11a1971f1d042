// Where a request may come from. A browser says so itself (`Origin`, `Sec-Fetch-Site`) on every form, every fetch that
// changes something and every websocket; who sends neither is no browser, and carries nobody's cookie by accident.
import { createMiddleware } from 'hono/factory'
import type { Env } from '../house.ts'
import { Refused } from '../refusal.ts'

type Headers = { host?: string | undefined; origin?: string | undefined; site?: string | undefined }

/// Why a request is foreign, or undefined when it is not. The upgrade to a websocket asks this too.
export function foreign(
  { host, origin, site }: Headers,
  origins: readonly string[],
): 'unknown-host' | 'foreign-origin' | undefined {
  if (!origins.some((o) => new URL(o).host === host?.toLowerCase())) return 'unknown-host'
  if (origin !== undefined && !origins.includes(origin)) return 'foreign-origin'
  if (site === 'cross-site' || site === 'same-site') return 'foreign-origin'
  return undefined
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
/// Asked by machines that watch the process, at whatever address they know.
const probes = new Set(['/healthz', '/readyz'])

export const ownOriginOnly = createMiddleware<Env>(async (c, next) => {
  if (probes.has(c.req.path)) return next()
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const asked = safe.has(c.req.method)
    ? { host }
    : { host, origin: c.req.header('origin'), site: c.req.header('sec-fetch-site') }
  const why = foreign(asked, c.var.house.origins)
  if (why) throw new Refused(why)
  return next()
})
