import type { ColumnType, Generated } from 'kysely'

/// Bytes: a Buffer comes out of both databases; a Uint8Array may go in.
export type Blob = ColumnType<Buffer, Uint8Array, Uint8Array>

export type PeopleTables = {
  setting: { key: string; value: string }
  person: {
    id: string
    name: string
    email: string | null
    language: Generated<string>
    colour: Generated<number>
    perm_epoch: Generated<number>
    /// When letters are sent: `at-once` or `daily`.
    notices: Generated<string>
    created_at: string
  }
  session: {
    id_hash: string
    person: string
    behalf_of: string | null
    created_at: string
    last_seen_at: string
    idle_expires_at: string
    expires_at: string
    revoked_at: string | null
    revoke_reason: string | null
  }
  passkey: {
    id: string
    person: string
    public_key: Blob
    counter: number
    transports: string
    label: string
    created_at: string
    last_used_at: string | null
  }
  sign_in_link: {
    token_hash: string
    person: string | null
    purpose: string
    created_at: string
    expires_at: string
    used_at: string | null
  }
  strategy_directory: { slug: string; region: number; strategy: string }
}
