export type TextDeskTables = {
  section_order: {
    region: number
    id: string
    strategy: string
    zone: string
    person: string
    at: string
    /// Ids of the zone's sections in their new order, as JSON.
    sections: string
  }
  section_claim: {
    region: number
    section: string
    person: string
    note: string
    made_at: string
    /// The last day it counts.
    until_on: string
  }
  term: {
    region: number
    id: string
    nb: string
    nn: string
    /// Who put it there; null for the words the region began with.
    person: string | null
    at: string
  }
}
