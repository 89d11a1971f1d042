// Signing out while another page has words that are not on the server yet: the form says so first, and the second press
// means it. Without script one is simply signed out.
import { askUnsent } from '../section/unsent.ts'

export function startSignOut(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-sign-out]')) {
    let warned = false
    form.addEventListener('submit', (event) => {
      if (warned) return
      event.preventDefault()
      void askUnsent().then((waiting) => {
        const line = form.querySelector<HTMLElement>('[data-unsent]')
        if (waiting === 0 || !line) return form.submit()
        warned = true
        line.hidden = false
        line.focus()
      })
    })
  }
}
