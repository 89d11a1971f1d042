// Public pages are the same for everybody and are sent compressed. Those that belong to somebody, or repeat what was
// sent in, are not: their length could tell what stands in them.
import { createMiddleware } from 'hono/factory'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Env } from '../../house.ts'

/// Brotli where it is understood, else gzip. Short answers are left as they are.
export const squeezed = createMiddleware<Env>(async (c, next) => {
  await next()
  const { headers, status } = c.res
  const own = c.get('person') !== undefined || /\/uttale(lse\/.*)?$/.test(c.req.path)
  const text = /^text\/(html|csv)/.test(headers.get('content-type') ?? '')
  if (c.req.method !== 'GET' || status !== 200 || own || !text) return
  const wanted = c.req.header('accept-encoding') ?? ''
  const encoding = /\bbr\b/.test(wanted) ? 'br' : /\bgzip\b/.test(wanted) ? 'gzip' : undefined
  if (!encoding) return
  const plain = Buffer.from(await c.res.arrayBuffer())
  const short =
    encoding === 'br'
      ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await gzipped(plain)
  const kept = new Headers(headers)
  kept.set('content-encoding', encoding)
  kept.append('vary', 'accept-encoding')
  kept.delete('content-length')
  c.res = undefined
  c.res = new Response(new Uint8Array(short), { status, headers: kept })
})

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
