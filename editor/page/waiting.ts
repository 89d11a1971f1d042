// The page of a file that is being made: looks again by itself, and fetches the file when it is there.
import { load } from './board.ts'

const everyMs = 1000

export function startWaiting(doc: Document = document): void {
  const here = doc.querySelector<HTMLElement>('[data-waiting="working"]')
  if (!here) return
  const look = async (): Promise<void> => {
    const fresh = (await load(doc.location.href))?.querySelector<HTMLElement>('[data-waiting]')
    if (fresh && !here.isEqualNode(fresh)) {
      here.replaceChildren(...[...fresh.childNodes].map((node) => doc.importNode(node, true)))
    }
    if (fresh?.dataset.waiting === 'ended') {
      const file = here.querySelector<HTMLAnchorElement>('[data-file]')
      file?.focus()
      file?.click()
    } else setTimeout(() => void look(), everyMs)
  }
  setTimeout(() => void look(), everyMs)
}
