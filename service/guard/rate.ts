// How often one sender may try. Buckets live in memory (a restart forgives), keyed by a keyed hash of the address, so
// that no address is kept. Signed-in people are counted one by one: a whole town hall shares one address.
import { createHmac, randomBytes } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import { isIPv4, isIPv6 } from 'node:net'
import type { Env } from '../house.ts'
import { Refused } from '../refusal.ts'

export type Limit = { times: number; minutes: number }

/// Counts within a sliding window. `take` says how many seconds to wait, 0 when the attempt is let through.
export function limiter({ times, minutes }: Limit): { take(key: string, now: number): number } {
  const window = minutes * 60_000
  const seen = new Map<string, number[]>()
  return {
    take(key, now) {
      if (seen.size > 50_000) seen.clear()
      const recent = (seen.get(key) ?? []).filter((at) => now - at < window)
      const wait = recent.length < times ? 0 : Math.ceil((recent[0]! + window - now) / 1000)
      if (wait === 0) recent.push(now)
      seen.set(key, recent)
      return wait
    },
  }
}

/// A middleware that lets one sender through so many times; 429 with `Retry-After` after that.
export function rateLimited(limit: Limit) {
  const bucket = limiter(limit)
  return createMiddleware<Env>(async (c, next) => {
    const key = c.var.person ? `person ${c.var.person.id}` : senderOf(c)
    const wait = bucket.take(key, c.var.house.clock.now())
    if (wait > 0) {
      c.header('Retry-After', String(wait))
      throw new Refused('too-many')
    }
    return next()
  })
}

/// The sender's address, IPv6 cut to its /64 (one household owns all of it), hashed with a key that dies with the
/// process. Served over https, there is one proxy in front, and it writes the sender last in `X-Forwarded-For`.
export function senderOf(c: Context<Env>): string {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const near = bindings?.incoming?.socket?.remoteAddress ?? 'unknown'
  const proxied = c.var.house.origins[0]?.startsWith('https:') ?? false
  const told = proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return hmac(blockOf(told ?? near))
}

/// The part of an address that stands for one sender.
export function blockOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (isIPv4(plain)) return plain
  if (!isIPv6(plain)) return 'unknown'
  const [head = '', tail] = plain.split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((g) => g.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

const secret = randomBytes(32)
const hmac = (text: string): string => createHmac('sha256', secret).update(text).digest('base64url')
