export type SubmissionTables = {
  submission: {
    region: number
    strategy: string
    number: number
    receipt_hash: string
    sender_kind: string
    sender_name: string
    contact: string
    language: string
    received_at: string
    received_on: string
    late: string
    hidden_reason: string | null
    hidden_by: string | null
    hidden_at: string | null
  }
  submission_to: {
    region: number
    strategy: string
    number: number
    municipality: string
    journal_ref: string | null
  }
  submission_point: {
    region: number
    strategy: string
    number: number
    point: number
    zone: string
    section: string | null
    version: string | null
    anchor: string | null
    quote: string | null
    stance: string
    body: string
    wording: string | null
  }
  answer: {
    region: number
    strategy: string
    number: number
    point: number
    municipality: string
    assessment: string
    outcome: string
    seq: number
    answered_by: string
    answered_on: string
    updated_at: string
  }
}
