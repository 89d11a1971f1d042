// Words from the glossary under the two texts: those of the paragraph one stands in with what they are called in the other
// language, to be put in; and the paragraphs whose translation says something else.
import type { EditorView } from 'prosemirror-view'
import { bring } from '../frame/bring.ts'
import { say } from '../frame/words.ts'
import { ownStep } from '../write/commands.ts'
import { termsIn, type Match, type Term } from './lookup.ts'
import { rowsOf, type Row } from './rows.ts'

type Pair = Extract<Row, { is: 'pair' }>

/// Answers the function to be called after every change and move of the caret. Draws when the hands rest.
export function offerTerms(
  line: HTMLElement,
  source: { view: EditorView; lang: 'nb' | 'nn' },
  target: EditorView,
): () => void {
  let terms: readonly Term[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = ''

  const pairs = (): Pair[] =>
    rowsOf(source.view.state.doc, target.state.doc).filter((row) => row.is === 'pair')
  const matchesOf = ({ source: { node }, target: { node: other } }: Pair): Match[] =>
    termsIn(terms, source.lang, node.textContent, other.textContent)

  const draw = () => {
    if (source.view.isDestroyed || target.isDestroyed || terms.length === 0) return
    const all = pairs()
    const id = [target, source.view].find((view) => view.hasFocus())?.state.selection.$from.node(1)
      ?.attrs.id as string | undefined
    const here = all.find((pair) => pair.id === id)
    const matches = here ? matchesOf(here) : []
    const others = all.filter(
      (pair) =>
        pair.target.node.textContent.trim() !== '' && matchesOf(pair).some(({ used }) => !used),
    )
    const now = JSON.stringify([matches, here?.id, others.map((one) => one.id)])
    if (now === shown) return
    shown = now
    line.replaceChildren(...offered(matches, here), ...differing(others))
    line.hidden = line.childElementCount === 0
  }

  const offered = (matches: Match[], here: Pair | undefined): Node[] => {
    if (matches.length === 0 || !here) return []
    const parts = matches.map((match) => {
      const item = document.createElement('span')
      item.className = 'term'
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'ds-link'
      button.textContent = match.to
      button.lang = source.lang === 'nb' ? 'nn' : 'nb'
      button.disabled = !target.editable
      // The caret in the text stays while the word is pressed.
      button.addEventListener('pointerdown', (event) => event.preventDefault())
      button.addEventListener('click', () => insert(here.id, match.to))
      item.append(`${match.from} → `, button)
      if (!match.used && here.target.node.textContent.trim() !== '') {
        item.append(` (${say('ikke brukt', 'ikkje brukt', 'not used')})`)
      }
      return item
    })
    return [
      paragraph(say('Ord fra ordlisten: ', 'Ord frå ordlista: ', 'From the glossary: '), parts),
    ]
  }

  const differing = (others: Pair[]): Node[] => {
    if (others.length === 0) return []
    const n = others.length
    const text = say(
      n === 1
        ? 'Ett avsnitt sier det annerledes enn ordlisten: '
        : `${n} avsnitt sier det annerledes enn ordlisten: `,
      n === 1
        ? 'Eitt avsnitt seier det annleis enn ordlista: '
        : `${n} avsnitt seier det annleis enn ordlista: `,
      n === 1
        ? 'One paragraph differs from the glossary: '
        : `${n} paragraphs differ from the glossary: `,
    )
    const links = others.slice(0, 6).map((pair) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'ds-link'
      button.textContent = `«${pair.target.node.textContent.slice(0, 24).trim()} …»`
      button.addEventListener('click', () => go(pair.id))
      return button
    })
    return [paragraph(text, links)]
  }

  const placeOf = (id: string) => pairs().find((pair) => pair.id === id)?.target
  const insert = (id: string, word: string) => {
    const place = placeOf(id)
    if (!place || !target.editable) return
    const { from, to } = target.state.selection
    const end = place.pos + place.node.nodeSize
    const inside = from > place.pos && to < end
    const [start, stop] = inside ? [from, to] : [end - 1, end - 1]
    const before = target.state.doc.textBetween(Math.max(place.pos + 1, start - 1), start)
    ownStep(target.state)
    target.dispatch(
      target.state.tr.insertText(/^$|\s/.test(before) ? word : ` ${word}`, start, stop),
    )
    target.focus()
  }
  const go = (id: string) => {
    const place = placeOf(id)
    const dom = place && target.nodeDOM(place.pos)
    if (!dom) return
    target.focus()
    bring(dom)
  }

  void fetch('/tekst/ordliste', { headers: { accept: 'application/json' } })
    .then(async (answer) => (answer.ok ? ((await answer.json()) as Term[]) : []))
    .catch(() => [])
    .then((found) => {
      terms = found
      draw()
    })
  return () => {
    clearTimeout(timer)
    timer = setTimeout(draw, 300)
  }
}

function paragraph(text: string, parts: Node[]): HTMLElement {
  const made = document.createElement('p')
  made.append(text)
  for (const [i, part] of parts.entries()) made.append(...(i > 0 ? [' · ', part] : [part]))
  return made
}
