// Secrets that open something: 256 random bits, handed out once and kept here only as a hash.
import { createHash, randomBytes } from 'node:crypto'

/// A fresh token for a cookie or a link's fragment: 43 characters of base64url.
export const newToken = (): string => randomBytes(32).toString('base64url')

/// What is stored instead of the token.
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/// A random 128-bit id for a row. Not a secret.
export const newId = (): string => randomBytes(16).toString('hex')

export const isToken = (text: unknown): text is string =>
  typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text)
