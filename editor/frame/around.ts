// What stands around the text is kept true while it is open: the contents and their order, and who works on what. Small
// forms are sent without leaving the page; those who read the same chapter see it at once, the others within half a minute.
import type { Awareness } from 'y-protocols/awareness'
import { dragChapters } from './drag-chapters.ts'
import { say } from './words.ts'

const every = 30_000

/// `address` is the page's own. `fresh` is called when something was put in anew, `tell` says a sentence.
export function keepAround(
  root: HTMLElement,
  address: string,
  awareness: Awareness,
  { fresh, tell }: { fresh(): void; tell(text: string): void },
): void {
  // A copy for suggestions stands alone.
  if (!root.querySelector('[data-fresh]')) return
  /// The parts as the server last gave them: what script adds to them is no news.
  const given = new Map<string, Node>()
  for (const part of root.querySelectorAll<HTMLElement>('[data-fresh]')) {
    given.set(part.dataset.fresh!, part.cloneNode(true))
  }
  const refresh = async (mayMoveFocus = false) => {
    const page = await load(`${address}/rundt${location.search}`)
    if (!page) return
    for (const part of root.querySelectorAll<HTMLElement>('[data-fresh]')) {
      const name = part.dataset.fresh!
      const next = page.querySelector<HTMLElement>(`[data-fresh="${name}"]`)
      if (!next || next.isEqualNode(given.get(name) ?? null)) continue
      if (!mayMoveFocus && part.contains(document.activeElement)) continue
      given.set(name, next.cloneNode(true))
      part.className = next.className
      const open = [...part.querySelectorAll('details')].map((one) => one.open)
      part.replaceChildren(...[...next.childNodes].map((node) => document.importNode(node, true)))
      for (const [i, one] of [...part.querySelectorAll('details')].entries())
        one.open = open[i] ?? one.open
    }
    fresh()
    dragChapters(root, send)
  }
  const send = async (action: string, body: URLSearchParams): Promise<boolean> => {
    const answer = await fetch(action, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' },
      redirect: 'manual',
    }).catch(() => undefined)
    const done = answer?.type === 'opaqueredirect' || answer?.ok === true
    if (!done) tell(await whyOf(answer))
    await refresh(true)
    if (done) awareness.setLocalStateField('around', Date.now())
    return done
  }

  root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    if (!form.matches('form[data-quiet]')) return
    event.preventDefault()
    const body = new URLSearchParams()
    for (const [key, value] of new FormData(form, event.submitter)) body.append(key, String(value))
    const place = placeOf(event.submitter)
    void send(form.action, body).then((done) => {
      if (done && place.chapter)
        tell(say('Kapittelet er flyttet.', 'Kapittelet er flytta.', 'The chapter was moved.'))
      focusAgain(root, place)
    })
  })
  const told = new Map<number, unknown>()
  awareness.on('change', ({ added, updated }: { added: number[]; updated: number[] }) => {
    let news = false
    for (const client of [...added, ...updated]) {
      const at: unknown = awareness.getStates().get(client)?.around
      if (client !== awareness.clientID && at !== undefined && at !== told.get(client)) news = true
      told.set(client, at)
    }
    if (news) void refresh()
  })
  const look = () => {
    if (document.visibilityState === 'visible') void refresh()
  }
  setInterval(look, every)
  document.addEventListener('visibilitychange', look)
  dragChapters(root, send)
}

type Place = {
  chapter: string | undefined
  label: string | null | undefined
  part: string | undefined
}

const placeOf = (button: HTMLElement | null): Place => ({
  chapter: button?.closest<HTMLElement>('[data-chapter]')?.dataset.chapter,
  label: button?.getAttribute('aria-label'),
  part: button?.closest<HTMLElement>('[data-fresh]')?.dataset.fresh,
})

/// The same button where it is now; when it can do no more, its neighbour.
function focusAgain(root: HTMLElement, { chapter, label, part }: Place): void {
  const row = chapter && root.querySelector(`[data-chapter="${CSS.escape(chapter)}"]`)
  const buttons = row ? [...row.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')] : []
  const same = buttons.find((one) => one.getAttribute('aria-label') === label) ?? buttons[0]
  const other = root.querySelector<HTMLElement>(`[data-fresh="${part}"] :is(button, summary)`)
  ;(same ?? other)?.focus()
}

async function whyOf(answer: Response | undefined): Promise<string> {
  const problem = (await answer?.json().catch(() => ({}))) as { detail?: string } | undefined
  return (
    problem?.detail ??
    say(
      'Det gikk ikke. Prøv igjen når du har nett.',
      'Det gjekk ikkje. Prøv igjen når du har nett.',
      'That did not work. Try again when you are online.',
    )
  )
}

/// A page parsed and not run. `responseType: 'document'` needs no Trusted Types policy.
function load(address: string): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', address)
    request.responseType = 'document'
    request.addEventListener('load', () =>
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined),
    )
    request.addEventListener('error', () => resolve(undefined))
    request.send()
  })
}
