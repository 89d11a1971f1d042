// The headings of the text being written, in the list at the left, with the one the reader is at marked, and the count of
// words under the paper. All of it waits until the hands rest.
import type { EditorView } from 'prosemirror-view'
import { countWords } from '../shared/plain.ts'
import { blockAttrs } from '../shared/schema.ts'
import { bring } from './bring.ts'
import { originalText } from '../suggest/original-text.ts'
import { say } from './words.ts'

type Heading = { id: string; level: number; text: string }

/// `list` is asked for each time: the contents around it may have been put in anew.
export function outline(
  list: () => HTMLElement | null,
  counter: HTMLElement | null,
): (views: EditorView[]) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = ''
  let view: EditorView | undefined

  const draw = (views: EditorView[]) => {
    const [first] = views
    if (!first) return
    view = first
    const { headings, words } = read(first)
    if (counter) counter.textContent = wordsText(words, selectedWords(first))
    const at = list()
    const now = JSON.stringify(headings)
    if (!at || (now === shown && at.childElementCount > 0)) return markHere()
    shown = now
    at.replaceChildren(...headings.map((heading) => item(first, heading)))
    at.hidden = headings.length === 0
    markHere()
  }

  /// The last heading above the upper third of the window.
  const markHere = () => {
    const at = list()
    if (!at || !view || view.isDestroyed) return
    const line = window.innerHeight / 3
    let here: HTMLElement | undefined
    for (const link of at.querySelectorAll<HTMLElement>('a')) {
      const heading = headingOf(view, link.dataset.to ?? '')
      if (here && heading && heading.getBoundingClientRect().top > line) break
      if (heading) here = link
    }
    for (const link of at.querySelectorAll('a')) {
      if (link === here) link.setAttribute('aria-current', 'location')
      else link.removeAttribute('aria-current')
    }
  }
  let asked = 0
  const later = () => {
    clearTimeout(asked)
    asked = window.setTimeout(markHere, 120)
  }
  document.addEventListener('scroll', later, { passive: true })

  return (views) => {
    clearTimeout(timer)
    timer = setTimeout(() => draw(views), 400)
  }
}

function read(view: EditorView): { headings: Heading[]; words: number } {
  const headings: Heading[] = []
  let words = 0
  view.state.doc.descendants((node) => {
    if (node.type.name !== 'block') return true
    const text = originalText(node)
    words += countWords(text)
    const { kind, level, id } = blockAttrs(node.attrs)
    if (kind === 'heading' && text.trim() !== '') headings.push({ id, level, text })
    return false
  })
  return { headings, words }
}

function item(view: EditorView, { id, level, text }: Heading): HTMLElement {
  const made = document.createElement('li')
  made.dataset.level = String(level)
  const link = document.createElement('a')
  link.href = `#${id}`
  link.dataset.to = id
  link.textContent = text
  link.addEventListener('click', (event) => {
    event.preventDefault()
    const heading = headingOf(view, id)
    if (heading) bring(heading, 'start')
  })
  made.append(link)
  return made
}

const headingOf = (view: EditorView, id: string): HTMLElement | null =>
  view.dom.querySelector<HTMLElement>(`:scope > [data-id="${CSS.escape(id)}"]`)

const selectedWords = ({ state: { selection, doc } }: EditorView): number =>
  selection.empty ? 0 : countWords(doc.textBetween(selection.from, selection.to, ' ', ' '))

/// `312 ord, omtrent 2 minutter å lese`, or how many of them are selected.
function wordsText(words: number, selected: number): string {
  if (selected > 0) {
    return say(
      `${selected} av ${words} ord merket`,
      `${selected} av ${words} ord merkte`,
      `${selected} of ${words} words selected`,
    )
  }
  // Some 200 words a minute: what people read of official prose.
  const minutes = Math.round(words / 200)
  const all =
    words === 1
      ? say('1 ord', '1 ord', '1 word')
      : say(`${words} ord`, `${words} ord`, `${words} words`)
  if (minutes < 2) return all
  return `${all}, ${say(`om lag ${minutes} minutter å lese`, `om lag ${minutes} minutt å lese`, `about ${minutes} minutes to read`)}`
}
