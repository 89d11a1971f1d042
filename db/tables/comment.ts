export type CommentTables = {
  comment_thread: {
    region: number
    id: string
    section: string
    lang: string
    block: string
    quote: string
    anchor_from: string
    anchor_to: string
    circle: string
    municipality: string | null
    person: string
    created_at: string
    resolved_at: string | null
    resolved_by: string | null
  }
  comment: {
    region: number
    thread: string
    number: number
    person: string
    behalf_of: string | null
    body: string
    at: string
  }
}
