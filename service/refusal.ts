// Every way this service says no, as one closed union. `problem.ts` gives each its status and its words; a code without
// them does not compile.
import type { Finding, RefusalCode } from '../workflows/act.ts'
import { NoLonger } from './room/rooms.ts'

export type Refusal =
  | RefusalCode
  | 'not-json'
  | 'unknown-field'
  | 'no-such-date'
  | 'key-missing'
  | 'key-malformed'
  | 'key-reused'
  | 'key-in-flight'
  | 'signed-out'
  | 'self-given'
  | 'no-mandate'
  | 'foreign-origin'
  | 'unknown-host'
  | 'not-found'
  | 'method-not-allowed'
  | 'unsupported-type'
  | 'stale'
  | 'conflict'
  | 'text-moved'
  | 'personal-number'
  | 'too-large'
  | 'image-bytes'
  | 'image-kind'
  | 'image-pixels'
  | 'image-broken'
  | 'too-many'
  | 'unavailable'
  | 'disk-full'
  | 'not-printable'
  | 'internal'

/// A no with what is known about it. Thrown inside the service where returning it would only be passed on.
export class Refused extends Error {
  readonly code: Refusal
  readonly findings: Finding[]
  readonly field: string | undefined
  readonly seq: number | undefined

  constructor(
    code: Refusal,
    more: { findings?: Finding[]; field?: string | undefined; seq?: number } = {},
  ) {
    super(code)
    this.code = code
    this.findings = more.findings ?? []
    this.field = more.field
    this.seq = more.seq
  }
}

/// What an error of the machine means to the one who asked. Never its text. PostgreSQL's class 22 is about the value it
/// was given: a number too large for its column, a byte no text may hold.
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.code
  if (error instanceof NoLonger) return 'not-in-this-state'
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') {
    return 'disk-full'
  }
  if (/^22[0-9A-Z]{3}$/.test(code)) return 'input-invalid'
  if (unavailable.test(code) || brokenConnection.test(messageOf(error))) return 'unavailable'
  return 'internal'
}

/// SQLite: locked, unreadable, read-only or broken file. PostgreSQL: class 08 (connection), 53 (resources), 57 (shutdown).
const unavailable =
  /^(SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|READONLY|CORRUPT|NOTADB|PROTOCOL)|08|53|57P|3D000|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_)/

/// The drivers' own errors, which carry no code.
const brokenConnection =
  /Connection terminated|timeout exceeded when trying to connect|database connection is not open|driver has already been destroyed|Client has encountered a connection error/

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '')
