// Parts of the page that are forms and tables, changed without leaving the text: a link or a form in such a part is
// fetched, and the part it answers with takes its place. Without script they are pages.
import type { Awareness } from 'y-protocols/awareness'
import { say } from './words.ts'

/// `tell` says a sentence where one is needed.
export function changeInPlace(
  root: HTMLElement,
  awareness: Awareness,
  tell: (text: string) => void,
): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-in-place]')) keep(part)

  function keep(part: HTMLElement): void {
    let shown = part
    const put = async (ask: Promise<Document | undefined>, changed: boolean): Promise<void> => {
      shown.setAttribute('aria-busy', 'true')
      const page = await ask
      const next = page?.querySelector<HTMLElement>('[data-in-place]')
      shown.removeAttribute('aria-busy')
      if (!next) {
        return tell(
          say(
            'Det gikk ikke. Det du har skrevet, står her ennå. Prøv igjen når du har nett.',
            'Det gjekk ikkje. Det du har skrive, står her enno. Prøv igjen når du har nett.',
            'That did not work. What you have written is still here. Try again when you are online.',
          ),
        )
      }
      const row = shown.querySelector('[data-editing]')?.id
      const fresh = document.importNode(next, true)
      listen(fresh)
      shown.replaceWith(fresh)
      shown = fresh
      focusIn(fresh, row)
      if (changed && !fresh.querySelector('.ds-error-summary, [role="alert"]')) {
        awareness.setLocalStateField('held', Date.now())
      }
    }
    const listen = (place: HTMLElement): void => {
      place.addEventListener('click', (event) => {
        const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-in]')
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        void put(load('GET', link.href), false)
      })
      place.addEventListener('submit', (event) => {
        const form = event.target as HTMLFormElement
        if (!form.matches('form[data-in]')) return
        event.preventDefault()
        const body = new URLSearchParams()
        for (const [key, value] of new FormData(form, event.submitter)) {
          if (typeof value === 'string') body.append(key, value)
        }
        const address = event.submitter?.getAttribute('formaction') ?? form.action
        void put(load('POST', address, body), true)
      })
    }
    listen(shown)
    const told = new Map<number, unknown>()
    awareness.on('change', ({ added, updated }: { added: number[]; updated: number[] }) => {
      for (const client of [...added, ...updated]) {
        const at: unknown = awareness.getStates().get(client)?.held
        const news = client !== awareness.clientID && at !== undefined && at !== told.get(client)
        told.set(client, at)
        // A row somebody has open is theirs until they save: then they are told.
        if (news && !shown.querySelector('form.need-form textarea, [data-editing]')) {
          const address = shown.dataset.inAddress
          if (address) void put(load('GET', address), false)
        }
      }
    })
  }
}

/// To the form that opened, else back to the row that closed.
function focusIn(part: HTMLElement, row: string | undefined): void {
  const summary = part.querySelector<HTMLElement>('.ds-error-summary')
  const field = part.querySelector<HTMLElement>(
    'form.need-form :is(input:not([type=hidden]), select)',
  )
  const back = row ? part.querySelector<HTMLElement>(`#${CSS.escape(row)} a`) : null
  const target = summary ?? back ?? field ?? part.querySelector<HTMLElement>('a, button')
  target?.focus()
}

/// A page parsed and not run. `responseType: 'document'` needs no Trusted Types policy.
function load(
  method: 'GET' | 'POST',
  address: string,
  body?: URLSearchParams,
): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open(method, address)
    request.responseType = 'document'
    request.addEventListener('load', () => resolve(request.responseXML ?? undefined))
    request.addEventListener('error', () => resolve(undefined))
    request.send(body)
  })
}
