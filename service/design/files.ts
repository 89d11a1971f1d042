// What the pages look like, served from our own origin: two stylesheets, the font, two icon sprites. All made and
// compressed once at start; every address holds a hash of its content and may be kept for ever.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import type { Env } from '../house.ts'
import { deskIcons, type IconName } from './icons.ts'
import { stylesheetOf } from './stylesheet.ts'

type Held = { type: string; hash: string; raw: Bytes; br?: Bytes; gzip?: Bytes }
type Bytes = Uint8Array<ArrayBuffer>

/// The address of a stylesheet: `public` for pages anyone reads, `desk` for people at work.
export const stylesheet = (kind: 'public' | 'desk'): string => address(`${kind}.css`)

/// The address of the font public pages need first, for `preload`.
export const fontAddress = (): string => address('inter-latin.woff2')

/// The address of one icon inside its sprite.
export const iconAddress = (name: IconName): string => {
  const file = work.has(name) ? 'ikoner-arbeid.svg' : 'ikoner.svg'
  return `/${file}?v=${held(file).hash}#${name}`
}

/// Serves /design/* and both sprites.
export const designRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/design/:file', (c) => answer(c.req.param('file').replace(/\.[0-9a-f]{10}\./, '.'), c))
    .get('/ikoner.svg', (c) => answer('ikoner.svg', c))
    .get('/ikoner-arbeid.svg', (c) => answer('ikoner-arbeid.svg', c))
    .get('/favicon.ico', (c) => answer('merke.svg', c))

const work = new Set<string>(deskIcons)
const here = import.meta.dirname
const fontOf = (subset: string): Buffer =>
  readFileSync(
    createRequire(import.meta.url).resolve(
      `@fontsource-variable/inter/files/inter-${subset}-wght-normal.woff2`,
    ),
  )

const makers: Record<string, () => [type: string, bytes: Uint8Array]> = {
  'public.css': () => ['text/css; charset=utf-8', sheet('public')],
  'desk.css': () => ['text/css; charset=utf-8', sheet('desk')],
  'ikoner.svg': () => ['image/svg+xml', readFileSync(join(here, 'ikoner.svg'))],
  'ikoner-arbeid.svg': () => ['image/svg+xml', readFileSync(join(here, 'ikoner-arbeid.svg'))],
  'merke.svg': () => ['image/svg+xml', readFileSync(join(here, 'merke.svg'))],
  'inter-latin.woff2': () => ['font/woff2', fontOf('latin')],
  'inter-latin-ext.woff2': () => ['font/woff2', fontOf('latin-ext')],
}

const sheet = (kind: 'public' | 'desk'): Uint8Array =>
  new TextEncoder().encode(
    stylesheetOf(kind, {
      'inter-latin': address('inter-latin.woff2'),
      'inter-latin-ext': address('inter-latin-ext.woff2'),
    }),
  )

const kept = new Map<string, Held>()

function held(file: string): Held {
  const known = kept.get(file)
  if (known) return known
  const [type, bytes] = makers[file]!()
  const raw = new Uint8Array(bytes)
  const hash = createHash('sha256').update(raw).digest('hex').slice(0, 10)
  const made: Held = { type, hash, raw }
  if (!type.startsWith('font/')) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
    made.br = new Uint8Array(brotliCompressSync(raw, { params }))
    made.gzip = new Uint8Array(gzipSync(raw, { level: 9 }))
  }
  kept.set(file, made)
  return made
}

function address(file: string): string {
  const dot = file.lastIndexOf('.')
  return `/design/${file.slice(0, dot)}.${held(file).hash}${file.slice(dot)}`
}

type Asker = {
  req: { header(name: string): string | undefined }
  notFound(): Response | Promise<Response>
}

function answer(file: string, c: Asker): Response | Promise<Response> {
  if (!Object.hasOwn(makers, file)) return c.notFound()
  const { type, raw, br, gzip } = held(file)
  const wanted = c.req.header('accept-encoding') ?? ''
  const encoding =
    br && /\bbr\b/.test(wanted) ? 'br' : gzip && /\bgzip\b/.test(wanted) ? 'gzip' : ''
  return new Response(encoding === 'br' ? br! : encoding === 'gzip' ? gzip! : raw, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      ...(br && { vary: 'accept-encoding' }),
      ...(encoding && { 'content-encoding': encoding }),
    },
  })
}
