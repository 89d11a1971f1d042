// Bytes that two machines write alike: JSON after RFC 8785, and its SHA-256. Versions and the journal's chain stand on it.
import { hash } from 'node:crypto'

/// What canonical JSON can hold. `undefined` members are left out; numbers must be finite.
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined }

/// RFC 8785: members sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them.
/// Throws on what JSON cannot say: a number that is not finite, half a surrogate pair.
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RangeError('a string holds half a surrogate pair')
    return JSON.stringify(value)
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a number is not finite')
    return JSON.stringify(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members: string[] = []
  for (const key of Object.keys(value).sort(byCodeUnit)) {
    const member = value[key]
    if (member !== undefined) members.push(`${canonicalJson(key)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}

export const canonicalBytes = (value: Canonical): Buffer =>
  Buffer.from(canonicalJson(value), 'utf8')

export const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex')

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value)
