export type PlanNeedTables = {
  plan_need: {
    region: number
    id: string
    strategy: string
    zone: string
    position: number
    fields: string
    seq: number
    removed_at: string | null
    updated_by: string
    updated_at: string
  }
}
