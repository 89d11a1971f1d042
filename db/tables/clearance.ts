export type ClearanceTables = {
  clearance_mandate: {
    region: number
    id: string
    strategy: string
    municipality: string
    /// 1, 2, 3 … in each municipality; the highest is the one that counts.
    number: number
    /// Who gave it, as typed: a body or a person.
    given_by: string
    /// Id of the person it was given to.
    given_to: string
    /// The last day it may be used.
    until_on: string
    reference: string
    recorded_by: string
    recorded_on: string
    recorded_at: string
  }
  /// Mandates taken back before their day.
  clearance_mandate_withdrawn: {
    region: number
    mandate: string
    reason: string
    recorded_by: string
    recorded_on: string
    recorded_at: string
  }
  clearance: {
    region: number
    id: string
    strategy: string
    municipality: string
    section: string
    /// SHA-256 of the section's canonical bytes as they were.
    hash: string
    mandate: string
    person: string
    /// Id of the person the mandate was given to, when a substitute acted.
    substitute_for: string | null
    cleared_on: string
    recorded_at: string
  }
  /// Clearances whose municipality has been told that the text changed.
  clearance_told: { region: number; clearance: string; told_at: string }
}
