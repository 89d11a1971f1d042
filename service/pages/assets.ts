// The browser's bundles: their hashed addresses from the manifest, their bytes compressed once, and building them when
// they are missing. Everything under /assets is named by its content and may be kept for ever.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Hono } from 'hono'
import type { Env } from '../house.ts'

export type Bundle = 'page' | 'editor' | 'offline'

/// The address of a bundle's script. Throws when nothing is built: call `ensureBuilt` at start.
export const asset = (bundle: Bundle): string => `/${entry(bundle).file}`

/// Addresses of the stylesheets that belong to a bundle.
export const assetStyles = (bundle: Bundle): string[] =>
  (entry(bundle).css ?? []).map((file) => `/${file}`)

/// Scripts the bundle imports at once or, as the editor, when its words are on the screen; for `modulepreload`.
export const assetPreloads = (bundle: Bundle): string[] => {
  const { imports = [], dynamicImports = [] } = entry(bundle)
  const soon = bundle === 'editor' ? dynamicImports : []
  const keys = new Set([
    ...imports,
    ...soon,
    ...soon.flatMap((key) => manifest()[key]!.imports ?? []),
  ])
  keys.delete(keyOf(bundle))
  return [...keys].map((key) => `/${manifest()[key]!.file}`)
}

/// Every file a bundle may ever ask for.
export function bundleFiles(bundle: Bundle): string[] {
  const seen = new Set<string>()
  const files = new Set<string>()
  const add = (key: string): void => {
    if (seen.has(key)) return
    seen.add(key)
    const { file, css = [], imports = [], dynamicImports = [] } = manifest()[key]!
    for (const one of [file, ...css]) files.add(`/${one}`)
    for (const next of [...imports, ...dynamicImports]) add(next)
  }
  add(keyOf(bundle))
  return [...files]
}

/// A bundle's script itself.
export const assetBytes = async (bundle: Bundle): Promise<Uint8Array<ArrayBuffer>> =>
  (await bytesOf(basename(asset(bundle)), undefined))!

/// Serves /assets/*. A name that is not there is a plain 404; nothing outside the folder can be asked for.
export const assetRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/assets/:name', async (c) => {
    const name = c.req.param('name')
    const type = types[extname(name)]
    if (!type || !/^[\w.-]+$/.test(name)) return c.notFound()
    const wanted = c.req.header('accept-encoding') ?? ''
    const encoding = /\bbr\b/.test(wanted) ? 'br' : /\bgzip\b/.test(wanted) ? 'gzip' : undefined
    const bytes = await bytesOf(name, type.includes('text/') ? encoding : undefined)
    if (!bytes) return c.notFound()
    c.header('content-type', type)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('vary', 'accept-encoding')
    if (encoding && type.includes('text/')) c.header('content-encoding', encoding)
    return c.body(bytes)
  })

/// Builds the bundles when they are missing, or older than their source when `fresh` is asked for (demo, dev, test).
/// Several processes may ask at once; one builds. Rejects with a sentence when the builder is not installed.
export async function ensureBuilt({ fresh = true } = {}): Promise<void> {
  if (isBuilt(fresh)) return
  mkdirSync(dist, { recursive: true })
  const lock = join(dist, '.building')
  while (!taken(lock)) {
    if (ageOf(lock) > 120_000) rmdirSync(lock)
    await wait(100)
  }
  try {
    if (!isBuilt(fresh)) await build()
  } finally {
    rmdirSync(lock)
    known = undefined
    held.clear()
  }
}

const home = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(home, 'dist')
const manifestFile = join(dist, '.vite', 'manifest.json')

type Entry = { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[] }
let known: Record<string, Entry> | undefined

function manifest(): Record<string, Entry> {
  known ??= JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Entry>
  return known
}

const keys: Record<Bundle, string> = {
  page: 'editor/page/main.ts',
  editor: 'editor/open.ts',
  offline: 'editor/offline/worker.ts',
}
const keyOf = (bundle: Bundle): string => keys[bundle]

const entry = (bundle: Bundle): Entry => manifest()[keyOf(bundle)]!

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

type Encoding = 'br' | 'gzip' | undefined
const held = new Map<string, Promise<Uint8Array<ArrayBuffer> | undefined>>()

function bytesOf(name: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const key = `${encoding ?? ''} ${name}`
  let bytes = held.get(key)
  if (!bytes) {
    bytes = read(name, encoding)
    held.set(key, bytes)
    void bytes.then((found) => found ?? held.delete(key))
  }
  return bytes
}

async function read(
  name: string,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const raw = await readFile(join(dist, 'assets', name)).catch(() => undefined)
  if (!raw) return undefined
  if (encoding === 'gzip') return new Uint8Array(await promisify(gzip)(raw, { level: 9 }))
  if (encoding !== 'br') return new Uint8Array(raw)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
  return new Uint8Array(await promisify(brotliCompress)(raw, { params }))
}

function isBuilt(fresh: boolean): boolean {
  if (!existsSync(manifestFile)) return false
  if (!fresh) return true
  const built = statSync(manifestFile).mtimeMs
  const sources = readdirSync(join(home, 'editor'), { recursive: true, encoding: 'utf8' })
  return [
    ...sources.map((name) => join('editor', name)),
    'vite.config.ts',
    'package-lock.json',
  ].every((name) => statSync(join(home, name)).mtimeMs <= built)
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

const ageOf = (file: string): number => {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? performance.timeOrigin + performance.now() - stat.mtimeMs : 0
}

async function build(): Promise<void> {
  const vite = viteFile()
  const args = [vite, 'build', '--logLevel', 'warn', '--emptyOutDir', 'false']
  const child = spawn(process.execPath, args, { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0)
    throw new Error(`The browser's scripts could not be built: ${said.slice(0, 2000)}`)
}

function viteFile(): string {
  try {
    const vite = createRequire(import.meta.url).resolve('vite/package.json')
    return join(dirname(vite), 'bin', 'vite.js')
  } catch {
    throw new Error('The browser’s scripts are not built, and vite is not installed to build them.')
  }
}
