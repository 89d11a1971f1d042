// Names of the copies of texts this browser keeps, and what can be asked of them without opening a text: whose they are,
// whether words wait in them, and that they be gone.

/// Whose copy, of which text, of which lineage of it.
export type HeldName = { person: string; section: string; lineage: string }

const first = 'planvev-text'

export const nameOf = ({ person, section, lineage }: HeldName): string =>
  [first, person, section, lineage].join(':')

/// Every copy in this browser; none where the browser keeps none.
export async function heldNames(): Promise<HeldName[]> {
  try {
    const found = await indexedDB.databases()
    return found.flatMap(({ name = '' }) => {
      const [begins, person, section, lineage] = name.split(':')
      return begins === first && person && section && lineage ? [{ person, section, lineage }] : []
    })
  } catch {
    return []
  }
}

/// Removes a copy. A page that has it open lets go of it.
export const forget = (name: HeldName): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(nameOf(name))
    for (const event of ['success', 'error', 'blocked']) {
      request.addEventListener(event, () => resolve())
    }
  })

/// Changes in a copy that no server has promised to keep, by the key each page wrote its own under.
export const waitingIn = (name: HeldName): Promise<Map<string, number>> =>
  new Promise((resolve) => {
    const request = indexedDB.open(nameOf(name))
    const none = () => resolve(new Map())
    request.addEventListener('error', none)
    request.addEventListener('blocked', none)
    // Asking must not make one: what is not there stays so.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort())
    request.addEventListener('success', () => {
      const db = request.result
      const found = new Map<string, number>()
      const close = () => {
        db.close()
        resolve(found)
      }
      if (!db.objectStoreNames.contains('custom')) return close()
      const reading = db.transaction('custom').objectStore('custom').openCursor()
      reading.addEventListener('error', close)
      reading.addEventListener('success', () => {
        const cursor = reading.result
        if (!cursor) return close()
        const key = String(cursor.key)
        if (key.startsWith(waitingKey) && typeof cursor.value === 'number') {
          found.set(key, cursor.value)
        }
        cursor.continue()
      })
    })
  })

/// Begins the keys under which pages write how many of their changes wait.
export const waitingKey = 'waiting '

export const sumOf = (waiting: Map<string, number>): number =>
  [...waiting.values()].reduce((a, b) => a + b, 0)
