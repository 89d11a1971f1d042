// Copies of texts, and pages kept for use without a line, do not outlive the person at the machine: they go after signing out, and when another signs in. A
// session that merely ran out keeps them, for its person comes back.
import { forget, heldNames } from '../section/held-names.ts'

const flag = 'planvev-signed-out'

/// Remembers, until the next page, that this person asked to be signed out.
export function signsOut(): void {
  try {
    sessionStorage.setItem(flag, '1')
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/// On every page: removes what is not the reader's own.
export async function forgetOthers(): Promise<void> {
  const { person } = document.body.dataset
  if (!person && !asked()) return
  if (person) sayHere(person)
  for (const name of await heldNames()) {
    if (name.person !== person) await forget(name)
  }
  if (!('caches' in window)) return
  for (const name of await caches.keys()) {
    if (name.startsWith('planvev-shell:') && name !== `planvev-shell:${person}`) {
      await caches.delete(name)
    }
  }
}

/// A text that lost its session waits for this.
function sayHere(person: string): void {
  const line = new BroadcastChannel('planvev-person')
  line.postMessage(person)
  line.close()
}

function asked(): boolean {
  try {
    const was = sessionStorage.getItem(flag) !== null
    sessionStorage.removeItem(flag)
    return was
  } catch {
    return false
  }
}
