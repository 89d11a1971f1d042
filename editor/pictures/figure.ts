// A picture in the text: shown in its size from the first moment, so that nothing moves when it comes; what is said of it
// under it; and, when it is selected, what can be done with it.
import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView } from 'prosemirror-view'
import { say } from '../frame/words.ts'
import { imageHref } from '../shared/image.ts'
import { imageAttrs } from '../shared/schema.ts'
import { remove } from './place.ts'

export type Ask = (view: EditorView, id: string) => void

export function figureView(edit: Ask): (node: Node, view: EditorView) => NodeView {
  return (first, view) => {
    const dom = element('figure', 'picture')
    const img = document.createElement('img')
    const why = element('p', 'picture-why')
    const said = element('p', 'picture-said')
    const tools = element('div', 'picture-tools')
    const again = button(say('Prøv igjen', 'Prøv igjen', 'Try again'))
    let id = ''
    let shown = ''
    const editing = button(say('Rediger bildet', 'Rediger biletet', 'Edit picture'))
    const removing = button(say('Slett bildet', 'Slett biletet', 'Delete picture'))
    editing.addEventListener('click', () => edit(view, id))
    removing.addEventListener('click', () => remove(view, id))
    again.addEventListener('click', () => load(shown))
    tools.append(editing, removing)
    dom.append(img, why, said, tools)
    dom.contentEditable = 'false'
    img.decoding = 'async'
    img.draggable = false

    const tell = (text: string, retry = false) => {
      why.replaceChildren(...(text ? [text] : []), ...(retry ? [' ', again] : []))
      why.hidden = text === ''
    }
    const load = (asset: string) => {
      shown = asset
      dom.dataset.state = asset ? 'loading' : 'missing'
      img.hidden = asset === ''
      if (asset) img.src = imageHref(asset)
      else img.removeAttribute('src')
      tell(asset ? '' : say('Bildet mangler.', 'Biletet manglar.', 'The picture is missing.'))
    }
    img.addEventListener('load', () => (dom.dataset.state = 'shown'))
    img.addEventListener('error', () => {
      dom.dataset.state = 'broken'
      img.hidden = true
      tell(
        say(
          'Bildet kan ikke vises nå.',
          'Biletet kan ikkje visast no.',
          'The picture cannot be shown now.',
        ),
        true,
      )
    })

    const draw = (node: Node) => {
      const { asset, alt, decorative, width, height, id: now } = imageAttrs(node.attrs)
      id = now
      dom.dataset.id = now
      img.alt = decorative ? '' : alt
      if (width && height) {
        img.width = width
        img.height = height
      }
      if (asset !== shown || !dom.dataset.state) load(asset)
      const lacks = !decorative && alt.trim() === ''
      said.dataset.lacks = String(lacks)
      said.textContent = decorative
        ? say('Pynt: leses ikke opp.', 'Pynt: blir ikkje lesen opp.', 'Decoration: not read out.')
        : lacks
          ? say(
              'Mangler beskrivelse for dem som ikke ser bildet.',
              'Manglar skildring for dei som ikkje ser biletet.',
              'Lacks a description for those who do not see it.',
            )
          : `${say('Beskrivelse:', 'Skildring:', 'Description:')} ${alt}`
      tools.hidden = !view.editable
    }
    draw(first)

    return {
      dom,
      update(node) {
        if (node.type.name !== 'image') return false
        draw(node)
        return true
      },
      selectNode() {
        dom.classList.add('ProseMirror-selectednode')
        tools.hidden = !view.editable
      },
      deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
      // Buttons are pressed, not written in; what they change comes back as a change of the text.
      stopEvent: (event) => event.target instanceof HTMLButtonElement,
      ignoreMutation: () => true,
    }
  }
}

function element(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = name
  return made
}

function button(text: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'ds-button'
  made.dataset.variant = 'secondary'
  made.textContent = text
  return made
}
