export type ImageTables = {
  image: {
    region: number
    sha256: string
    type: string
    width: number
    height: number
    bytes: number
    uploaded_by: string
    uploaded_at: string
  }
  word_import: {
    region: number
    id: string
    section: string
    lang: string
    /// Of the document as it was sent.
    sha256: string
    name: string
    bytes: number
    uploaded_by: string
    uploaded_at: string
    /// JSON of what was understood.
    content: string
    taken_at: string | null
    taken_by: string | null
    /// JSON list of the sections it was written into.
    taken_as: string | null
  }
}
