export type RegionTables = {
  region: { region: number; name: string; config: string }
  municipality: {
    region: number
    number: string
    name: string
    position: number
    sub_region: string
    language: string
    settings: string
  }
  role_held: {
    region: number
    id: string
    person: string
    role: string
    municipality: string | null
    substitute_for: string | null
    from_on: string
    to_on: string | null
    given_by: string | null
    created_at: string
    ended_at: string | null
  }
  invitation: {
    region: number
    id: string
    token_hash: string
    name: string
    email: string | null
    role: string
    municipality: string | null
    invited_by: string
    created_at: string
    expires_at: string
    used_at: string | null
    revoked_at: string | null
  }
  /// Links to an invitation that went by e-mail, as hashes.
  invitation_link: { region: number; token_hash: string; invitation: string; created_at: string }
  meeting: {
    region: number
    id: string
    municipality: string
    body: string
    meeting_on: string
    cancelled_at: string | null
    created_at: string
  }
}
