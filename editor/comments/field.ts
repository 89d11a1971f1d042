// The field one writes a comment in: `@` offers those who will see it, in a list of ARIA's kind; the arrows choose, Enter
// or Tab takes, Escape leaves it. A text area may not be a combobox, so how many are offered is said.
import { say } from '../frame/words.ts'
import { element } from './element.ts'
import type { Someone, Words } from './threads.ts'

export type Field = {
  dom: HTMLElement
  focus(): void
  /// What is written, with those mentioned who still stand in it. Undefined while nothing is.
  words(): Words | undefined
  clear(): void
}

let made = 0

/// `people` is asked once, at the first `@`. `text` is what stands there from the start.
export function commentField(
  label: string,
  people: () => Promise<Someone[]>,
  { text = '', mentions = [] }: { text?: string; mentions?: { id: string; name: string }[] } = {},
): Field {
  const dom = element('div', 'comment-field')
  const area = document.createElement('textarea')
  const list = element('ul', 'comment-people')
  made += 1
  list.id = `comment-people-${made}`
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', say('Personer', 'Personar', 'People'))
  area.className = 'ds-input'
  area.rows = 3
  area.maxLength = 4000
  area.value = text
  for (const [name, value] of Object.entries({
    'aria-label': label,
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
  })) {
    area.setAttribute(name, value)
  }
  const told = element('span', 'ds-sr-only')
  told.setAttribute('role', 'status')
  dom.append(area, list, told)
  const picked = new Map(mentions.map((one) => [one.name, one.id]))
  let asked: Promise<Someone[]> | undefined
  let offered: Someone[] = []
  let at = 0

  const close = () => {
    list.hidden = true
    offered = []
    told.textContent = ''
    area.removeAttribute('aria-activedescendant')
  }
  const take = (one: Someone) => {
    const before = area.value.slice(0, area.selectionStart).replace(begun, `$1@${one.name} `)
    area.value = before + area.value.slice(area.selectionStart)
    area.setSelectionRange(before.length, before.length)
    picked.set(one.name, one.id)
    close()
    area.focus()
  }
  const draw = () => {
    list.replaceChildren(
      ...offered.map((one, i) => {
        const item = element('li', '', one.name)
        item.id = `${list.id}-${i}`
        item.setAttribute('role', 'option')
        item.setAttribute('aria-selected', String(i === at))
        if (one.where) item.append(element('span', 'quiet', ` ${one.where}`))
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          take(one)
        })
        return item
      }),
    )
    list.hidden = false
    told.textContent = number(offered.length)
    area.setAttribute('aria-activedescendant', `${list.id}-${at}`)
    list.children[at]?.scrollIntoView({ block: 'nearest' })
  }
  const offer = async () => {
    const typed = begun.exec(area.value.slice(0, area.selectionStart))?.[2]
    if (typed === undefined) return close()
    asked ??= people().catch(() => [])
    const all = await asked
    const wanted = typed.toLocaleLowerCase('nb')
    const matching = all.filter(({ name }) =>
      ` ${name.toLocaleLowerCase('nb')}`.includes(` ${wanted}`),
    )
    offered = matching.slice(0, 8)
    at = 0
    if (offered.length === 0) close()
    else draw()
  }
  area.addEventListener('input', () => void offer())
  area.addEventListener('blur', close)
  area.addEventListener('keydown', (event) => {
    if (list.hidden || event.isComposing) return
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      at = (at + (key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length
      draw()
    } else if (key === 'Enter' || key === 'Tab') take(offered[at]!)
    else if (key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  return {
    dom,
    focus: () => area.focus(),
    words() {
      const written = area.value.trim()
      if (written === '') return undefined
      const mentioned = [...picked].filter(([name]) => written.includes(`@${name}`))
      return { text: written, mentions: mentioned.map(([, id]) => id) }
    },
    clear() {
      area.value = ''
      asked = undefined
      picked.clear()
      close()
    },
  }
}

const number = (n: number): string =>
  n === 1
    ? say('1 forslag', '1 framlegg', '1 suggestion')
    : say(`${n} forslag`, `${n} framlegg`, `${n} suggestions`)

/// A sign at the start or after a space, and up to two words of a name as it is typed.
const begun = /(^|\s)@([\p{L}-]*(?: [\p{L}-]*)?)$/u
