// How much a request may carry, counted as it is read; and JSON read strictly: no key twice, no prototype keys, no
// field nobody asked for.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from '../house.ts'
import type { Json } from '../../workflows/act.ts'
import { Refused } from '../refusal.ts'

export type JsonObject = { [key: string]: Json }

const mebibyte = 1024 * 1024
/// A sender of too much is heard out to here before the answer, or it would meet a broken connection instead of it.
const mostHeardOut = 16 * mebibyte

/// The general limit. Uploads have their own (`evidence/upload.ts`) and are mounted before it is read. A body of a length
/// nobody told is read here and handed on whole: a request over a socket is none that the platform's `Request` can copy.
export const smallBodies = createMiddleware<Env>(async (c, next) => {
  const length = c.req.header('content-length')
  if (length !== undefined && c.req.header('transfer-encoding') === undefined) {
    if (Number(length) <= mebibyte) return next()
  }
  const stream = c.req.raw.body
  if (!stream) return next()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size <= mebibyte) chunks.push(chunk)
    else if (size > mostHeardOut) break
  }
  if (size > mebibyte) throw new Refused('too-large')
  const { method, headers } = c.req.raw
  c.req.raw = new Request(c.req.url, { method, headers, body: Buffer.concat(chunks) })
  return next()
})

/// The request's body as one JSON object. Throws a refusal with status 400 for anything else.
export async function readJsonObject(c: Context<Env>): Promise<JsonObject> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new Refused('unsupported-type')
  const value = parseStrictly(await c.req.text())
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused('not-json')
  }
  return value
}

/// Throws when the object has a key that is not named.
export function onlyKeys(value: JsonObject, keys: readonly string[]): void {
  const field = Object.keys(value).find((key) => !keys.includes(key))
  if (field !== undefined) throw new Refused('unknown-field', { field })
}

/// A text field that must be there, trimmed, at most `longest` code points.
export function textOf(body: JsonObject, field: string, longest = 200): string {
  const value = body[field]
  const text = typeof value === 'string' ? cleanText(value) : ''
  if (text === '' || [...text].length > longest) throw new Refused('input-invalid', { field })
  return text
}

/// NFC, without NUL and control characters (PostgreSQL refuses NUL) and without marks that turn the direction of text.
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/// JSON.parse that also refuses a repeated key, a prototype key and nesting deeper than 40. RFC 8259 leaves repeated
/// keys open, and two readers that pick differently are how a check is walked around.
export function parseStrictly(text: string): Json {
  // Before it is parsed: half a million open brackets hold everybody up for half a second.
  if (isDeeper(text, 40)) throw new Refused('not-json')
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    throw new Refused('not-json')
  }
  const open: (Set<string> | null)[] = []
  for (const [token, key] of tokensOf(text)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (key !== undefined) {
      const keys = open.at(-1)
      const name = JSON.parse(token) as string
      if (!keys || keys.has(name) || forbidden.has(name)) throw new Refused('not-json')
      keys.add(name)
    }
  }
  return value
}

/// Does anything in the text, which need not be JSON, stand in more brackets than so many?
function isDeeper(text: string, most: number): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (quoted && sign === '\\') at++
    else if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth--
    if (depth > most) return true
  }
  return false
}

/// Brackets, and strings followed by a colon (keys). The text is known to be valid JSON.
function* tokensOf(text: string): Generator<[token: string, key?: true]> {
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    const token = match[0]
    if (!token.startsWith('"')) yield [token]
    else if (match[1] !== undefined) yield [token.slice(0, -match[1].length), true]
  }
}
