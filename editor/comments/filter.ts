// Which threads are listed, and in what order: as in the text, with those to place again last.
import type { Placed } from './marks.ts'

const filters: { [name: string]: (placed: Placed) => boolean } = {
  all: () => true,
  open: ({ thread }) => !thread.resolved,
  must: ({ thread }) => thread.must && !thread.resolved,
  mine: ({ thread }) => thread.mine && !thread.resolved,
  lost: ({ thread, at }) => at === undefined && !thread.resolved,
  public: ({ thread }) => thread.circle === 'public',
  resolved: ({ thread }) => thread.resolved,
}

/// The listed ones in the order of the text; those whose words are gone come last.
export const wanted = (placed: readonly Placed[], filter: string): Placed[] =>
  placed
    .filter(filters[filter] ?? filters.open!)
    .sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))
