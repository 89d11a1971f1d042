// The column of comments beside the text: in the order of the text, with those to place again last.
import type { EditorView } from 'prosemirror-view'
import type { Connection } from '../section/connect.ts'
import type { Opened } from '../write/view.ts'
import { say } from '../frame/words.ts'
import { card, element } from './card.ts'
import { anchorHere, mark, type Placed } from './marks.ts'
import { threadsAt, type Thread } from './threads.ts'

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
  const field = form.querySelector('textarea')!
  const filter = part<HTMLSelectElement>('comment-filter')
  const mayComment = place.dataset.mayComment === 'true'
  let threads: Thread[] = []
  let shown = ''
  let asked = 0
  let fastened: (NonNullable<ReturnType<typeof anchorHere>> & { lang: 'nb' | 'nn' }) | undefined

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
    const wanted = placed.filter(
      ({ thread }) => filter.value === 'all' || thread.resolved === (filter.value === 'resolved'),
    )
    wanted.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))
    const open = threads.filter((thread) => !thread.resolved).length
    part('comment-count').textContent = `(${open})`
    const now = JSON.stringify(wanted.map(({ thread, at }) => [thread, at !== undefined]))
    if (now === shown) return
    shown = now
    list.replaceChildren(
      ...wanted.map(({ thread, at }) =>
        card(thread, at !== undefined, mayComment, {
          answer: (text) => void take(server.answer(thread.id, text), true),
          resolve: (resolved) => void take(server.resolve(thread.id, resolved), true),
          show: () => scrollTo(thread, at),
        }),
      ),
    )
    if (wanted.length === 0) list.append(element('li', 'quiet', nothing(filter.value)))
  }
  const scrollTo = ({ lang }: Thread, at: number | undefined) => {
    const view = opened().find((one) => one.lang === lang)?.view
    if (!view || at === undefined) return
    const { node } = view.domAtPos(at)
    const dom = node instanceof Element ? node : node.parentElement
    dom?.scrollIntoView({ block: 'center' })
  }
  const close = () => {
    form.hidden = true
    field.value = ''
    fastened = undefined
  }
  const begin = (view: EditorView) => {
    const one = opened().find((each) => each.view === view)
    if (!one || !mayComment) return
    const anchor = anchorHere(view, connection.doc.getXmlFragment(one.lang))
    if (!anchor) return
    fastened = { ...anchor, lang: one.lang }
    part('comment-quote').textContent = anchor.quote === '' ? '' : `«${anchor.quote.slice(0, 120)}»`
    form.hidden = false
    field.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!fastened || field.value.trim() === '') return
    const circle = form.querySelector('select')!.value as Thread['circle']
    void take(server.begin({ ...fastened, circle, text: field.value }), true).then((sent) => {
      if (sent) close()
    })
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  part('comment-cancel').addEventListener('click', close)
  const start = part('comment-new')
  // The selection in the text stays while the button is pressed.
  start.addEventListener('pointerdown', (event) => event.preventDefault())
  start.addEventListener('click', () => {
    const views = opened().map((one) => one.view)
    const picked = document.getSelection()?.anchorNode ?? null
    const view = views.find((one) => one.dom.contains(picked)) ?? views[0]
    if (view) begin(view)
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
    begin,
    show(id) {
      const found = list.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
      found?.scrollIntoView({ block: 'nearest' })
      found?.focus({ preventScroll: true })
    },
  }
}

const nothing = (filter: string): string =>
  filter === 'resolved'
    ? say('Ingen løste kommentarer.', 'Ingen løyste kommentarar.', 'No resolved comments.')
    : say(
        'Ingen kommentarer. Merk noen ord og velg Ny kommentar.',
        'Ingen kommentarar. Merk nokre ord og vel Ny kommentar.',
        'No comments. Select some words and choose New comment.',
      )
