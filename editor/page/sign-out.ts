// Signing out while this machine has words that are not on the server yet: the form says so first and offers them
// as a file; the second press means it. Without script one is simply signed out.
import { heldNames, sumOf, waitingIn } from '../section/held-names.ts'
import { askUnsent } from '../section/unsent.ts'
import { signsOut } from './forget.ts'

export function startSignOut(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-sign-out]')) {
    let warned = false
    form.addEventListener('submit', (event) => {
      if (warned) return signsOut()
      event.preventDefault()
      void unsent().then((waiting) => {
        const line = form.querySelector<HTMLElement>('[data-unsent]')
        if (waiting === 0 || !line) {
          signsOut()
          return form.submit()
        }
        warned = true
        line.hidden = false
        line.focus()
        void import('./unsent-words.ts').then(({ offerWords }) => offerWords(line))
      })
    })
  }
}

/// What open pages have not sent, or else what a page that was closed left on this machine.
async function unsent(): Promise<number> {
  const waiting = await askUnsent()
  if (waiting > 0) return waiting
  const left = await Promise.all((await heldNames()).map(waitingIn))
  return left.reduce((sum, one) => sum + sumOf(one), 0)
}
