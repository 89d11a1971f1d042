// The column of comments beside the text: in the order of the text, with those to place again last.
import type { EditorView } from 'prosemirror-view'
import type { Connection } from '../section/connect.ts'
import type { Opened } from '../write/view.ts'
import { say } from '../frame/words.ts'
import { card, type CardActs } from './card.ts'
import { element } from './element.ts'
import { commentField } from './field.ts'
import { wanted } from './filter.ts'
import { anchorHere, mark, type Placed } from './marks.ts'
import { threadsAt, type Anchor, type Circle, type Thread } from './threads.ts'

export type Panel = {
  /// To be called after every change of the text.
  refresh(): void
  /// Opens the form for the view's selection.
  begin(view: EditorView): void
  /// Shows a thread's card.
  show(thread: string): void
}

export function panel(place: HTMLElement, connection: Connection, opened: () => Opened[]): Panel {
  const part = <T extends HTMLElement>(name: string) => place.querySelector<T>(`[data-${name}]`)!
  const server = threadsAt(place.dataset.comments ?? '')
  const list = part('comment-list')
  const form = part<HTMLFormElement>('comment-form')
  const circle = form.querySelector('select')!
  const must = form.querySelector<HTMLInputElement>('[name="must"]')!
  const field = commentField(part('comment-words').dataset.label ?? '', () =>
    server.people({ circle: circle.value as Circle }),
  )
  part('comment-words').replaceChildren(field.dom)
  const filter = part<HTMLSelectElement>('comment-filter')
  const mayComment = place.dataset.mayComment === 'true'
  let threads: Thread[] = []
  let shown = ''
  let asked = 0
  let fastened: Anchor | undefined
  let toShow = new URLSearchParams(location.search).get('kommentar')

  const take = async (answer: Promise<Thread[]>, tell: boolean): Promise<boolean> => {
    try {
      threads = await answer
      part('comment-trouble').textContent = ''
      draw()
      if (tell) connection.awareness.setLocalStateField('commented', Date.now())
      return true
    } catch (error) {
      part('comment-trouble').textContent = error instanceof Error ? error.message : String(error)
      return false
    }
  }

  const draw = () => {
    const placed: Placed[] = opened().flatMap(({ view, lang }) =>
      view.composing
        ? []
        : mark(
            view,
            connection.doc.getXmlFragment(lang),
            threads.filter((thread) => thread.lang === lang),
          ),
    )
    const open = threads.filter((thread) => !thread.resolved).length
    part('comment-count').textContent = `(${open})`
    const listed = wanted(placed, filter.value)
    const now = JSON.stringify(listed.map(({ thread, at }) => [thread, at !== undefined]))
    if (now === shown || busy()) return
    shown = now
    list.replaceChildren(
      ...listed.map(({ thread, at }) =>
        card(thread, at !== undefined, mayComment, acts(thread, at)),
      ),
    )
    if (listed.length === 0) list.append(element('li', 'quiet', nothing(filter.value)))
    if (toShow && threads.some(({ id }) => id === toShow)) {
      reveal(toShow)
      toShow = null
    }
  }
  /// Somebody is writing in a card: what they have written is not drawn over.
  const busy = () =>
    [...list.querySelectorAll('textarea')].some(
      (area) => area.value.trim() !== '' && area.value !== area.defaultValue,
    ) && !sent
  let sent = false
  const tell = async (answer: Promise<Thread[]>) => {
    sent = true
    await take(answer, true)
    sent = false
  }
  const acts = (thread: Thread, at: number | undefined): CardActs => ({
    answer: (words) => void tell(server.answer(thread.id, words)),
    resolve: (resolved) => void tell(server.change(thread.id, { resolved })),
    must: (value) => void tell(server.change(thread.id, { must: value })),
    say: (number, words) => void tell(server.changeOwn(thread.id, number, words)),
    withdraw: (number) => void tell(server.changeOwn(thread.id, number, { withdrawn: true })),
    place: () => {
      const place = picked()
      if (place) void tell(server.change(thread.id, { place }))
    },
    show: () => scrollTo(thread, at),
    people: () => server.people({ thread: thread.id }),
  })
  const scrollTo = ({ lang }: Thread, at: number | undefined) => {
    const view = opened().find((one) => one.lang === lang)?.view
    if (!view || at === undefined) return
    const { node } = view.domAtPos(at)
    const dom = node instanceof Element ? node : node.parentElement
    dom?.scrollIntoView({ block: 'center' })
  }
  /// A thread that is filtered away is shown among all.
  const reveal = (id: string) => {
    const find = () => list.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
    if (!find()) {
      filter.value = 'all'
      draw()
    }
    find()?.scrollIntoView({ block: 'nearest' })
    find()?.focus({ preventScroll: true })
  }
  const close = () => {
    form.hidden = true
    field.clear()
    must.checked = false
    fastened = undefined
  }
  /// Where the words marked now stand.
  const anchorIn = (view: EditorView | undefined): Anchor | undefined => {
    const one = opened().find((each) => each.view === view)
    const anchor = one && anchorHere(one.view, connection.doc.getXmlFragment(one.lang))
    return anchor && { ...anchor, lang: one.lang }
  }
  const picked = (): Anchor | undefined => {
    const views = opened().map((one) => one.view)
    const node = document.getSelection()?.anchorNode ?? null
    return anchorIn(views.find((one) => one.dom.contains(node)) ?? views[0])
  }
  const beginAt = (anchor: Anchor | undefined) => {
    if (!anchor || !mayComment) return
    fastened = anchor
    part('comment-quote').textContent = anchor.quote === '' ? '' : `«${anchor.quote.slice(0, 120)}»`
    form.hidden = false
    field.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const words = field.words()
    if (!fastened || !words) return field.focus()
    const thread = { ...fastened, ...words, circle: circle.value as Circle, must: must.checked }
    void take(server.begin(thread), true).then((taken) => {
      if (taken) close()
    })
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  part('comment-cancel').addEventListener('click', close)
  const start = part('comment-new')
  // The selection in the text stays while the button is pressed.
  start.addEventListener('pointerdown', (event) => event.preventDefault())
  start.addEventListener('click', () => beginAt(picked()))
  circle.addEventListener('change', () => {
    const told = part('comment-public')
    told.hidden = circle.value !== 'public'
    must.closest('label')!.hidden = circle.value === 'me' || circle.value === 'public'
  })
  filter.addEventListener('change', draw)
  const reload = () => void take(server.all(), false)
  window.addEventListener('focus', reload)
  const told = new Map<number, unknown>()
  connection.awareness.on(
    'change',
    ({ added, updated }: { added: number[]; updated: number[] }) => {
      let news = false
      for (const client of [...added, ...updated]) {
        const at: unknown = connection.awareness.getStates().get(client)?.commented
        if (client !== connection.awareness.clientID && at !== told.get(client)) news = true
        told.set(client, at)
      }
      if (news) reload()
    },
  )
  reload()

  return {
    refresh() {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(draw)
    },
    begin: (view) => beginAt(anchorIn(view)),
    show: reveal,
  }
}

const nothing = (filter: string): string =>
  filter === 'open' || filter === 'all'
    ? say(
        'Ingen kommentarer. Merk noen ord og velg Ny kommentar.',
        'Ingen kommentarar. Merk nokre ord og vel Ny kommentar.',
        'No comments. Select some words and choose New comment.',
      )
    : say('Ingen slike kommentarer.', 'Ingen slike kommentarar.', 'No such comments.')
