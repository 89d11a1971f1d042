// A text's copy in this browser: what is written without a line outlives the page, and is merged when the text is opened
// again. Its name holds the person and the lineage, so that it is never merged into another's page or another lineage.
import { IndexeddbPersistence } from 'y-indexeddb'
import { Doc } from 'yjs'
import { allWords } from './all-words.ts'
import { nameOf, sumOf, waitingIn, waitingKey, type HeldName } from './held-names.ts'

export type Held = {
  /// The copy was whole once: the server had given everything it had.
  whole: boolean
  /// Changes in it that no server has promised to keep, when it was opened.
  waiting: number
  /// Notes that the copy is whole now.
  madeWhole(): void
  /// Notes how many changes wait, those it was opened with included.
  keep(waiting: number): void
}

/// Merges the copy into `doc` and keeps it up to date from then on.
export async function hold(name: HeldName, doc: Doc): Promise<Held> {
  const before = await waitingIn(name)
  const copy = new IndexeddbPersistence(nameOf(name), doc)
  await copy.whenSynced
  // Somebody signs out or in as another: the copy is being removed under this page.
  copy.db?.addEventListener('versionchange', () => void copy.destroy())
  const own = waitingKey + String(doc.clientID)
  const waiting = sumOf(before)
  let noted = 0
  const note = (work: () => Promise<unknown>) => {
    if (!copy._destroyed) void work().catch(() => {})
  }
  return {
    whole: (await copy.get('whole')) === 1,
    waiting,
    madeWhole: () => note(() => copy.set('whole', 1)),
    keep(now) {
      if (now === 0) {
        for (const key of [...before.keys(), own]) note(() => copy.del(key))
        before.clear()
        noted = 0
        return
      }
      const mine = now - sumOf(before)
      if (mine > 0 && mine !== noted) note(() => copy.set(own, mine))
      noted = mine
    },
  }
}

/// The words of a copy, one text a block, both languages one after the other. Reads only.
export async function wordsIn(name: HeldName): Promise<string[]> {
  const doc = new Doc()
  const copy = new IndexeddbPersistence(nameOf(name), doc)
  await copy.whenSynced
  const words = allWords(doc)
  await copy.destroy()
  doc.destroy()
  return words
}
