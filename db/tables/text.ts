import type { Blob } from './people.ts'

export type TextTables = {
  section: {
    region: number
    id: string
    strategy: string
    code: string
    zone: string
    title_nb: string
    title_nn: string
    language: string
    position: number
    lineage: string
    schema_version: number
    created_at: string
  }
  text_update: {
    region: number
    section: string
    lineage: string
    seq: number
    person: string
    session: string
    at: string
    bytes: Blob
  }
  text_reading: {
    region: number
    person: string
    section: string
    lineage: string
    seq: number
    at: string
  }
  text_client: {
    region: number
    section: string
    client_id: number
    person: string
    first_seq: number
  }
  text_checkpoint: {
    region: number
    section: string
    lineage: string
    seq: number
    bytes: Blob
    /// Yjs state vector of `bytes`, so that a text can be synchronised without building it.
    vector: Blob
    sha256: string
    made_at: string
  }
}
