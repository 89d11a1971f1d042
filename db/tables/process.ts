import type { Generated } from 'kysely'

export type ProcessTables = {
  strategy: {
    region: number
    id: string
    slug: string
    title_nb: string
    title_nn: string
    period_from: number
    period_to: number
    settings: string
    created_at: string
  }
  process: {
    region: number
    id: string
    strategy: string
    kind: string
    municipality: string | null
    machine_version: number
    state: string
    context: string
    seq: number
    head_hash: string
    updated_at: string
    /// What of this process the joint state follows from, as JSON; derived from state and context, written with them.
    /// Empty: not known, look at the row itself.
    standing: Generated<string>
  }
  journal: {
    region: number
    process: string
    seq: number
    type: string
    acted_on: string
    /// Europe/Oslo's date at registration: what the decision took for today.
    today: string
    recorded_at: string
    actor: string
    roles: string
    behalf_of: string | null
    input: string
    facts: string
    findings: string
    overrides: string
    details: string
    from_state: string
    to_state: string
    machine_version: number
    command_key: string
    prev_hash: string
    hash: string
  }
  journal_detail: {
    region: number
    process: string
    seq: number
    field: string
    salt: string
    value: string
  }
  timer: {
    region: number
    process: string
    name: string
    type: string
    due_at: string
    acted_on: string
    armed_seq: number
    /// armed, fired, cancelled or refused; `refused` holds the findings then.
    status: string
    refused: string | null
  }
  outbox: {
    region: number
    id: string
    process: string
    seq: number
    kind: string
    payload: string
    attempts: Generated<number>
    next_at: string
    done_at: string | null
    dead_at: string | null
    last_error: string | null
    created_at: string
  }
  idempotency: {
    region: number
    process: string
    person: string
    key: string
    request_hash: string
    answer: string
    created_at: string
  }
  notice: {
    region: number
    id: string
    person: string
    process: string | null
    kind: string
    content: string
    link: string | null
    created_at: string
    read_at: string | null
    mailed_at: string | null
  }
  evidence_file: {
    region: number
    id: string
    sha256: string
    name: string
    type: string
    bytes: number
    uploaded_by: string
    uploaded_at: string
    behalf_of: string | null
  }
}
