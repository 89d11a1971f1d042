export type AmendmentTables = {
  amendment: {
    region: number
    id: string
    strategy: string
    /// The section it is a copy of, and the head of its log when the copy last took in what others wrote there.
    section: string
    base_head: number
    /// The copy's own log.
    lineage: string
    schema_version: number
    person: string
    behalf_of: string | null
    title: string
    reason: string
    reference: string
    state: string
    created_at: string
    sent_at: string | null
    sent_by: string | null
    settled_at: string | null
    settled_by: string | null
    answer: string
    /// JSON, '' until it is settled.
    record: string
  }
}
