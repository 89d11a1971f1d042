// The bar for finding and replacing, under the toolbar. Enter goes on, Shift+Enter back, Escape gives the text its
// focus again.
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { ask, foundIn, replaceAll, replaceOne, step } from '../write/find.ts'
import { say } from './words.ts'

/// Returns the function that opens the bar for a view.
export function findBar(form: HTMLFormElement): (view: EditorView) => void {
  const part = <T extends HTMLElement>(name: string) => form.querySelector<T>(`[data-${name}]`)!
  const words = part<HTMLInputElement>('find-words')
  const other = part<HTMLInputElement>('find-other')
  const exact = part<HTMLInputElement>('find-exact')
  const count = part<HTMLElement>('find-count')
  let view: EditorView | undefined

  const tell = (text?: string) => {
    if (!view) return
    const { found, current } = foundIn(view.state)
    count.textContent =
      text ??
      (words.value === ''
        ? ''
        : found.length === 0
          ? say('Ingen treff', 'Ingen treff', 'No matches')
          : say(
              `${current + 1} av ${found.length}`,
              `${current + 1} av ${found.length}`,
              `${current + 1} of ${found.length}`,
            ))
  }
  const look = () => {
    if (view) ask(view, words.value, exact.checked)
    tell()
  }
  const close = () => {
    if (!view) return
    ask(view, '', false)
    form.hidden = true
    view.focus()
  }
  const does: Record<string, () => void> = {
    next: () => view && step(view, 1),
    previous: () => view && step(view, -1),
    one: () => {
      if (view?.editable && replaceOne(view, other.value)) show()
    },
    close,
  }
  const show = () => {
    if (!view) return
    const { found, current } = foundIn(view.state)
    const place = found[current]
    if (!place) return
    const tr = view.state.tr
    view.dispatch(
      tr.setSelection(TextSelection.create(tr.doc, place.from, place.to)).scrollIntoView(),
    )
  }

  words.addEventListener('input', () => {
    look()
    show()
  })
  exact.addEventListener('change', look)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    does[event.target === other ? 'one' : event.shiftKey ? 'previous' : 'next']?.()
    tell()
  })
  form.addEventListener('click', (event) => {
    const name = (event.target as Element).closest<HTMLElement>('button[data-does]')?.dataset.does
    if (name === 'all' && view?.editable) {
      const n = replaceAll(view, other.value)
      tell(say(`${n} erstattet`, `${n} erstatta`, `${n} replaced`))
    } else if (name && name !== 'all') {
      does[name]?.()
      tell()
    }
  })

  return (forView) => {
    view = forView
    const { from, to } = view.state.selection
    const selected = view.state.doc.textBetween(from, to, ' ')
    if (selected !== '' && selected.length < 80) words.value = selected
    for (const part of form.querySelectorAll<HTMLElement>('[data-writing]'))
      part.hidden = !view.editable
    form.hidden = false
    words.focus()
    words.select()
    look()
  }
}
