// One's own comments, kept in this browser alone until they are sent. A browser that will not keep anything is told of.

export type Draft = {
  ref: string
  label: string
  quote: string
  stance: string
  text: string
  wording: string
}

/// Drafts of one strategy. `keep` answers false when the browser would not.
export type DraftStore = {
  all(): Draft[]
  find(ref: string): Draft | undefined
  /// Replaces the draft of that place; an empty one is taken away.
  keep(draft: Draft): boolean
  remove(ref: string): boolean
}

export const draftKey = (slug: string): string => `planvev:uttale:${slug}`

export const isEmpty = (draft: Pick<Draft, 'stance' | 'text' | 'wording'>): boolean =>
  draft.stance === '' && draft.text.trim() === '' && draft.wording.trim() === ''

export function draftStore(slug: string, storage: Storage | undefined): DraftStore {
  let drafts = read(storage, slug)
  const write = (): boolean => {
    try {
      if (!storage) return false
      if (drafts.length) storage.setItem(draftKey(slug), JSON.stringify(drafts))
      else storage.removeItem(draftKey(slug))
      return true
    } catch {
      return false
    }
  }
  return {
    all: () => drafts,
    find: (ref) => drafts.find((draft) => draft.ref === ref),
    keep(draft) {
      const at = drafts.findIndex((one) => one.ref === draft.ref)
      if (isEmpty(draft)) drafts = drafts.filter((one) => one.ref !== draft.ref)
      else if (at < 0) drafts = [...drafts, draft]
      else drafts = drafts.with(at, draft)
      return write()
    },
    remove(ref) {
      drafts = drafts.filter((one) => one.ref !== ref)
      return write()
    },
  }
}

function read(storage: Storage | undefined, slug: string): Draft[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(draftKey(slug)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isDraft).slice(0, 50) : []
  } catch {
    return []
  }
}

const isDraft = (value: unknown): value is Draft => {
  if (typeof value !== 'object' || value === null) return false
  const held = value as Record<string, unknown>
  return ['ref', 'label', 'quote', 'stance', 'text', 'wording'].every(
    (name) => typeof held[name] === 'string',
  )
}
