// The bar for finding and replacing, under the toolbar, in every text on the page. Enter goes on, Shift+Enter back, Escape
// gives the text its focus again.
import type { EditorView } from 'prosemirror-view'
import { ask, foundIn, goTo, replaceAll, replaceOne } from '../write/find.ts'
import { say } from './words.ts'

/// Returns the function that opens the bar for a view; `views` are all that are looked in, in reading order.
export function findBar(
  form: HTMLFormElement,
  views: () => EditorView[],
): (view: EditorView, sought?: string) => void {
  const part = <T extends HTMLElement>(name: string) => form.querySelector<T>(`[data-${name}]`)!
  const words = part<HTMLInputElement>('find-words')
  const other = part<HTMLInputElement>('find-other')
  const exact = part<HTMLInputElement>('find-exact')
  const whole = part<HTMLInputElement>('find-whole')
  const count = part<HTMLElement>('find-count')
  let view: EditorView | undefined

  /// Every match on the page with the text it stands in, and the index of the current one.
  const all = () => {
    const places = views().flatMap((one) =>
      foundIn(one.state).found.map((_, index) => ({ view: one, index })),
    )
    const at = places.findIndex(
      (place) => place.view === view && place.index === foundIn(place.view.state).current,
    )
    return { places, at }
  }
  const tell = (text?: string) => {
    const { places, at } = all()
    const [n, of] = [at + 1, places.length]
    count.textContent =
      text ??
      (words.value === ''
        ? ''
        : of === 0
          ? say('Ingen treff', 'Ingen treff', 'No matches')
          : say(`${n} av ${of}`, `${n} av ${of}`, `${n} of ${of}`))
  }
  const look = () => {
    for (const one of views()) {
      ask(one, { words: words.value, exact: exact.checked, whole: whole.checked })
    }
    if (view && foundIn(view.state).found.length === 0) view = all().places[0]?.view ?? view
    leaveOthers()
    tell()
  }
  /// One match on the page is the current one.
  const leaveOthers = () => {
    for (const one of views()) if (one !== view) goTo(one, -1)
  }
  const step = (by: 1 | -1) => {
    const { places, at } = all()
    const next = places[(at + by + places.length) % places.length]
    if (!next) return
    view = next.view
    leaveOthers()
    goTo(next.view, next.index)
  }
  const show = () => {
    if (view) goTo(view, Math.max(0, foundIn(view.state).current))
  }
  const close = () => {
    for (const one of views()) ask(one, {})
    form.hidden = true
    view?.focus()
  }
  const does: Record<string, () => void> = {
    next: () => step(1),
    previous: () => step(-1),
    one: () => {
      if (!view?.editable || !replaceOne(view, other.value)) return
      if (foundIn(view.state).found.length > 0) show()
      else step(1)
    },
    close,
  }

  words.addEventListener('input', () => {
    look()
    if (words.value !== '') show()
  })
  for (const tick of [exact, whole]) tick.addEventListener('change', look)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    if (event.target.type === 'checkbox') return
    event.preventDefault()
    does[event.target === other ? 'one' : event.shiftKey ? 'previous' : 'next']?.()
    tell()
  })
  form.addEventListener('click', (event) => {
    const name = (event.target as Element).closest<HTMLElement>('button[data-does]')?.dataset.does
    if (name === 'all' && view?.editable) {
      const n = views().reduce((sum, one) => sum + replaceAll(one, other.value), 0)
      tell(
        say(
          `${n} erstattet. Angre med Ctrl+Z`,
          `${n} erstatta. Angre med Ctrl+Z`,
          `${n} replaced. Undo with Ctrl+Z`,
        ),
      )
    } else if (name && name !== 'all') {
      does[name]?.()
      tell()
    }
  })

  return (forView, sought) => {
    view = forView
    const { from, to } = view.state.selection
    const selected = sought ?? view.state.doc.textBetween(from, to, ' ')
    if (selected !== '' && selected.length < 80) words.value = selected
    for (const part of form.querySelectorAll<HTMLElement>('[data-writing]'))
      part.hidden = !view.editable
    form.hidden = false
    if (sought === undefined) {
      words.focus()
      words.select()
    }
    look()
  }
}
