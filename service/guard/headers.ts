// The headers every answer carries. The policy allows no inline script or style at all; Trusted Types leave room for
// the policy ProseMirror makes to read a paste in a detached document, and the one that names the service worker.
import { createMiddleware } from 'hono/factory'
import type { Env } from '../house.ts'

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types ProseMirrorClipboard planvev-offline',
  "worker-src 'self'",
].join('; ')

const fixed: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
}

/// A route that set its own policy (a download in its sandbox) or its own caching (an asset) keeps it.
export const securityHeaders = createMiddleware<Env>(async (c, next) => {
  await next()
  const { headers } = c.res
  for (const [name, value] of Object.entries(fixed)) headers.set(name, value)
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', contentSecurityPolicy)
  }
  if (c.var.house.origins[0]?.startsWith('https:')) {
    headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  }
  if (!headers.has('Cache-Control')) {
    headers.set('Cache-Control', c.var.person ? 'no-store' : 'no-cache')
    headers.append('Vary', 'Cookie, Accept-Language')
  }
})
