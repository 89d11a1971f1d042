/// The answer that stands to a point. `municipality` is `joint` for one written for all it concerns.
type AnswerTable = {
  region: number
  strategy: string
  number: number
  point: number
  municipality: string
  assessment: string
  /// `accepted`, `partly`, `rejected`, `noted`, or '' while there is only an assessment.
  outcome: string
  /// Section the answer changed.
  led_to: string | null
  seq: number
  answered_by: string
  answered_on: string
  updated_at: string
}

export type SubmissionTables = {
  submission: {
    region: number
    strategy: string
    number: number
    receipt_hash: string
    sender_kind: string
    /// '' is anonymous.
    sender_name: string
    /// Never on a public page.
    contact: string
    language: string
    received_at: string
    received_on: string
    /// JSON list of the municipalities whose deadline had passed.
    late: string
    /// `form`, `api` or `letter`.
    channel: string
    key_hash: string | null
    request_hash: string | null
    /// The receipt, readable only with the sender's own idempotency key.
    receipt_sealed: string | null
    hidden_reason: string | null
    hidden_by: string | null
    hidden_at: string | null
  }
  submission_number: { region: number; strategy: string; last: number }
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
  answer: AnswerTable
  answer_given: AnswerTable
}
