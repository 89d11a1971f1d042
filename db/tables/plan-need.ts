export type PlanNeedTables = {
  plan_need: {
    region: number
    id: string
    strategy: string
    /// `joint` or a municipality's number.
    zone: string
    position: number
    /// Canonical JSON of the row's fields; goes into a version's bytes as it stands.
    fields: string
    seq: number
    removed_at: string | null
    updated_by: string
    updated_at: string
  }
}
