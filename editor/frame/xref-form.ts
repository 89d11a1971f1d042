// Choosing what a cross-reference points at: type to filter chapters, headings and plans. A combobox with a list, after
// the WAI-ARIA pattern. Loaded the first time somebody asks for it.
import type { EditorView } from 'prosemirror-view'
import { setXref } from '../write/xrefs.ts'
import { say } from './words.ts'

export type Target = { to: string; text: string; about: string }

/// Shows the form after `bar` and gives it the keyboard. `address` answers with every target.
export type XrefForm = (view: EditorView, lang: 'nb' | 'nn') => void

const shownAtOnce = 40

export function xrefForm(bar: HTMLElement, address: string): XrefForm {
  const form = document.createElement('form')
  form.className = 'small-form xref-form'
  form.hidden = true
  const label = element('label', 'ds-label', say('Henvis til', 'Vis til', 'Refer to'))
  label.setAttribute('for', 'xref-words')
  const field = element('input', 'ds-input')
  const list = element('ul', 'xref-list')
  const count = element('span', 'ds-sr-only')
  const close = element('button', 'ds-button', say('Avbryt', 'Avbryt', 'Cancel'))
  close.type = 'button'
  close.dataset.variant = 'tertiary'
  set(field, {
    id: 'xref-words',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'true',
    'aria-controls': 'xref-list',
    'aria-autocomplete': 'list',
    placeholder: say(
      'Skriv for å finne kapittel, overskrift eller plan',
      'Skriv for å finne kapittel, overskrift eller plan',
      'Type to find a chapter, heading or plan',
    ),
  })
  set(list, {
    id: 'xref-list',
    role: 'listbox',
    'aria-label': say('Treff', 'Treff', 'Matches'),
  })
  count.setAttribute('role', 'status')
  form.append(label, field, close, count, list)
  bar.after(form)

  let targets: Target[] = []
  let found: Target[] = []
  let current = 0
  let view: EditorView | undefined

  const draw = () => {
    const words = field.value.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean)
    const fits = targets.filter(({ text, about }) => {
      const all = `${text} ${about}`.toLocaleLowerCase('nb')
      return words.every((word) => all.includes(word))
    })
    found = fits.slice(0, shownAtOnce)
    current = Math.min(current, Math.max(0, found.length - 1))
    list.replaceChildren(
      ...found.map(({ text, about }, i) => {
        const item = element('li', '')
        set(item, { role: 'option', id: `xref-${i}`, 'aria-selected': String(i === current) })
        item.append(element('span', '', text), element('span', 'quiet', about))
        item.addEventListener('mousedown', (event) => event.preventDefault())
        item.addEventListener('click', () => choose(i))
        return item
      }),
    )
    if (found.length === 0) {
      const none = element('li', 'quiet', say('Ingen treff', 'Ingen treff', 'No matches'))
      set(none, { role: 'option', 'aria-disabled': 'true' })
      list.append(none)
      field.removeAttribute('aria-activedescendant')
    } else field.setAttribute('aria-activedescendant', `xref-${current}`)
    count.textContent = say(
      `${fits.length} treff`,
      `${fits.length} treff`,
      fits.length === 1 ? '1 match' : `${fits.length} matches`,
    )
    list.children[current]?.scrollIntoView({ block: 'nearest' })
  }
  const choose = (i: number) => {
    const target = found[i]
    if (!target || !view) return
    form.hidden = true
    setXref(view, target.to, target.text)
  }
  const leave = () => {
    form.hidden = true
    view?.focus()
  }

  field.addEventListener('input', () => {
    current = 0
    draw()
  })
  field.addEventListener('keydown', (event) => {
    const last = found.length - 1
    const to = {
      ArrowDown: current >= last ? 0 : current + 1,
      ArrowUp: current <= 0 ? last : current - 1,
    }[event.key]
    if (event.key === 'Escape') leave()
    if (to === undefined) return
    event.preventDefault()
    current = to
    draw()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    choose(current)
  })
  close.addEventListener('click', leave)

  return (asked, lang) => {
    view = asked
    field.value = ''
    current = 0
    form.hidden = false
    field.focus()
    draw()
    void fetch(`${address}?maal=${lang}`)
      .then(async (answer) => {
        if (answer.ok) targets = (await answer.json()) as Target[]
        draw()
      })
      .catch(() => {
        count.textContent = say(
          'Fikk ikke hentet listen. Prøv igjen.',
          'Fekk ikkje henta lista. Prøv igjen.',
          'Could not get the list. Try again.',
        )
      })
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

function set(on: HTMLElement, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) on.setAttribute(name, value)
}
