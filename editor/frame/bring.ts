// Brings a place of a long text into the window. Blocks out of sight have only the height they are guessed to have, so the
// place moves while it comes nearer: it is aimed at again until it stays.

const tries = 8

/// `at` may be a word or a letter: its block is brought, and then the place itself.
export function bring(at: Node, where: 'start' | 'center' = 'center'): void {
  const place = at instanceof Element ? at : at.parentElement
  if (!place) return
  const block = place.closest('.words > *') ?? place
  let left = tries
  const aim = () => {
    block.scrollIntoView({ block: where })
    if (where === 'center' && !inWindow(place)) place.scrollIntoView({ block: 'center' })
  }
  const again = () => {
    if (!place.isConnected || left-- === 0) return
    const { top } = block.getBoundingClientRect()
    aim()
    if (left === tries - 1 || Math.abs(block.getBoundingClientRect().top - top) > 1) {
      requestAnimationFrame(again)
    }
  }
  aim()
  requestAnimationFrame(again)
}

/// Below the bars that stick to the top, above the lower edge.
export function inWindow(place: Element): boolean {
  const { top, bottom } = place.getBoundingClientRect()
  return top > 120 && bottom < window.innerHeight - 20
}
