import type { Blob } from './people.ts'

export type VersionTables = {
  version: {
    region: number
    hash: string
    strategy: string
    scope: string
    zone: string
    section: string | null
    name: string
    round: number
    frozen_on: string
    recorded_at: string
    process: string
    seq: number
    made_by: string
    /// For a section: the sequence of its log that the bytes were read at.
    head: number | null
    bytes: Blob
  }
  version_part: { region: number; whole: string; position: number; part: string }
  version_public: {
    region: number
    hash: string
    strategy: string
    municipality: string
    public_on: string
  }
  proposed_decision: {
    region: number
    strategy: string
    municipality: string
    seq: number
    points: string
    updated_by: string
    updated_at: string
  }
  adopted_draft: {
    region: number
    strategy: string
    municipality: string
    /// Hash of the frozen section the copy was taken from.
    base: string
    code: string
    zone: string
    /// JSON `{ nb, nn }` of ProseMirror documents.
    content: string
    seq: number
    updated_by: string
    updated_at: string
  }
}
