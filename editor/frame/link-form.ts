// The small form for a link's address. It stands under the toolbar, takes focus when opened and gives it back.
import type { Mark } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { hrefOf } from '../shared/link.ts'
import { schema } from '../shared/schema.ts'
import { say } from './words.ts'

const link = schema.marks.link!

/// Returns the function that opens the form for the view's selection.
export function linkForm(form: HTMLFormElement): (view: EditorView) => void {
  const field = form.querySelector<HTMLInputElement>('input')!
  const message = form.querySelector<HTMLElement>('[data-message]')!
  let view: EditorView | undefined

  const close = () => {
    form.hidden = true
    complain('')
    view?.focus()
  }
  const complain = (text: string) => {
    message.textContent = text
    message.hidden = text === ''
    field.setAttribute('aria-invalid', String(text !== ''))
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!view) return
    const href = hrefOf(field.value)
    if (href === undefined) {
      complain(
        say(
          'Skriv en nettadresse (https://…), en e-postadresse eller et sted på siden (#…).',
          'Skriv ei nettadresse (https://…), ei e-postadresse eller ein stad på sida (#…).',
          'Type a web address (https://…), an e-mail address or a place on the page (#…).',
        ),
      )
      field.focus()
      return
    }
    setLink(view, href, field.value.trim())
    close()
  })
  form.addEventListener('click', (event) => {
    const does = (event.target as Element).closest<HTMLElement>('button[data-does]')?.dataset.does
    if (does === 'remove' && view) setLink(view, undefined, '')
    if (does) close()
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })

  return (forView) => {
    view = forView
    const held = linkHere(view)
    field.value = String(held?.mark.attrs.href ?? '')
    form.hidden = false
    field.focus()
    field.select()
  }
}

/// The link the selection begins in, and how far it reaches.
function linkHere(view: EditorView): { mark: Mark; from: number; to: number } | undefined {
  const { $from } = view.state.selection
  const mark =
    link.isInSet($from.marks()) ??
    ($from.nodeAfter ? link.isInSet($from.nodeAfter.marks) : undefined)
  if (!mark) return undefined
  let from = 0
  let to = 0
  let inside = false
  $from.parent.forEach((node, offset) => {
    const same = mark.isInSet(node.marks)
    const start = $from.start() + offset
    if (!same) {
      if (!inside) from = start + node.nodeSize
      return
    }
    if (to !== start || !inside) {
      if (inside) return
      from = start
    }
    to = start + node.nodeSize
    if (start <= $from.pos && to >= $from.pos) inside = true
  })
  return inside ? { mark, from, to } : undefined
}

function setLink(view: EditorView, href: string | undefined, typed: string): void {
  const { state } = view
  const held = linkHere(view)
  const { empty } = state.selection
  const from = empty && held ? held.from : state.selection.from
  const to = empty && held ? held.to : state.selection.to
  const tr = state.tr.removeMark(from, to, link)
  if (href !== undefined) {
    if (from === to) tr.insertText(typed, from)
    const end = from === to ? from + typed.length : to
    tr.addMark(from, end, link.create({ href })).removeStoredMark(link)
  }
  view.dispatch(tr)
}
