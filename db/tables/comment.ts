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
    /// 1: to be settled before the text moves on.
    must: number
    /// When and by whom it was fastened anew, and to what words it was fastened before.
    moved_at: string | null
    moved_by: string | null
    quote_before: string | null
  }
  comment: {
    region: number
    thread: string
    number: number
    person: string
    behalf_of: string | null
    /// Empty once taken back.
    body: string
    at: string
    edited_at: string | null
    withdrawn_at: string | null
  }
  comment_mention: { region: number; thread: string; number: number; person: string }
}
