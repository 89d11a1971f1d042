// The headings of the text being written, in the list at the left, and the count of words under the paper. Both wait
// until the hands rest.
import type { EditorView } from 'prosemirror-view'
import { countWords } from '../shared/plain.ts'
import { blockAttrs } from '../shared/schema.ts'
import { say } from './words.ts'

export function outline(list: HTMLElement | null, counter: HTMLElement | null) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = ''

  const draw = (views: EditorView[]) => {
    const first = views[0]
    if (!first) return
    const headings: { id: string; level: number; text: string }[] = []
    let words = 0
    first.state.doc.descendants((node) => {
      if (node.type.name !== 'block') return true
      const text = node.textContent
      words += countWords(text)
      const { kind, level, id } = blockAttrs(node.attrs)
      if (kind === 'heading' && text.trim() !== '') headings.push({ id, level, text })
      return false
    })
    if (counter) counter.textContent = say(`${words} ord`, `${words} ord`, `${words} words`)
    const now = JSON.stringify(headings)
    if (!list || now === shown) return
    shown = now
    list.replaceChildren(
      ...headings.map(({ id, level, text }) => {
        const item = document.createElement('li')
        item.dataset.level = String(level)
        const link = document.createElement('a')
        link.href = `#${id}`
        link.textContent = text
        link.addEventListener('click', (event) => {
          event.preventDefault()
          first.dom
            .querySelector(`[data-id="${CSS.escape(id)}"]`)
            ?.scrollIntoView({ block: 'start' })
        })
        item.append(link)
        return item
      }),
    )
    list.hidden = headings.length === 0
  }

  return (views: EditorView[]) => {
    clearTimeout(timer)
    timer = setTimeout(() => draw(views), 400)
  }
}
