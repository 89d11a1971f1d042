// The handle in the margin beside the block under the pointer, and the line that shows where it would be laid down. It is
// for the mouse: the keyboard has Alt with an arrow.
import { NodeSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { iconNamed } from '../frame/save-line.ts'
import { say } from '../frame/words.ts'
import { withCaption, type Run } from './move-run.ts'

/// `drop` is told what was dragged and before which block it shall stand.
export function handle(
  view: EditorView,
  drop: (run: Run, before: number) => void,
): { destroy(): void } {
  const paper = view.dom.closest<HTMLElement>('.paper') ?? view.dom.parentElement!
  const grip = drawn('block-handle')
  grip.draggable = true
  grip.title = say(
    'Dra for å flytte (Alt+pil opp eller ned)',
    'Dra for å flytte (Alt+pil opp eller ned)',
    'Drag to move (Alt+Up or Down)',
  )
  grip.append(...iconNamed('DragVertical'))
  const line = drawn('drop-line')
  paper.append(grip, line)
  let block: Element | undefined
  let held: Run | undefined
  let before: number | undefined

  const place = (what: HTMLElement, y: number) => {
    what.style.top = `${Math.round(y - paper.getBoundingClientRect().top)}px`
    what.hidden = false
  }
  const hide = () => {
    grip.hidden = true
    block = undefined
  }
  const indexOf = (dom: Element): number => view.state.doc.resolve(view.posAtDOM(dom, 0)).index(0)

  const follow = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || !view.editable || event.buttons !== 0) return
    const under = blockUnder(view, event.clientY)
    if (!under) return
    block = under
    place(grip, under.getBoundingClientRect().top)
  }
  const begin = (event: DragEvent) => {
    if (!block || !view.dom.contains(block) || !event.dataTransfer) return event.preventDefault()
    const index = indexOf(block)
    held = withCaption(view.state.doc, { from: index, to: index + 1 })
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', block.textContent ?? '')
    event.dataTransfer.setDragImage(block, 0, 0)
  }
  const over = (event: DragEvent) => {
    if (!held) return
    event.preventDefault()
    event.stopPropagation()
    const under = blockUnder(view, event.clientY)
    if (!under) return
    const { top, bottom } = under.getBoundingClientRect()
    const after = event.clientY > (top + bottom) / 2
    const index = indexOf(under)
    before = after ? withCaption(view.state.doc, { from: index, to: index + 1 }).to : index
    place(line, after ? bottom : top)
  }
  const end = () => {
    line.hidden = true
    held = undefined
    before = undefined
    hide()
  }
  const lay = (event: DragEvent) => {
    if (!held) return
    event.preventDefault()
    event.stopPropagation()
    if (before !== undefined) drop(held, before)
    end()
  }
  const select = () => {
    if (!block || !view.dom.contains(block)) return
    const $pos = view.state.doc.resolve(view.posAtDOM(block, 0))
    const pos = $pos.depth > 0 ? $pos.before(1) : $pos.pos
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
    view.focus()
  }
  grip.addEventListener('dragstart', begin)
  grip.addEventListener('dragend', end)
  grip.addEventListener('click', select)
  paper.addEventListener('pointermove', follow)
  paper.addEventListener('pointerleave', hide)
  // Before the text hears of them: to it they would be a paste.
  paper.addEventListener('dragover', over, true)
  paper.addEventListener('drop', lay, true)
  return {
    destroy() {
      paper.removeEventListener('pointermove', follow)
      paper.removeEventListener('pointerleave', hide)
      paper.removeEventListener('dragover', over, true)
      paper.removeEventListener('drop', lay, true)
      grip.remove()
      line.remove()
    },
  }
}

function drawn(name: string): HTMLElement {
  const made = document.createElement('div')
  made.className = name
  made.hidden = true
  made.setAttribute('aria-hidden', 'true')
  return made
}

/// Asked of the browser at the text's own edge: measuring every block of a long text would take too long.
function blockUnder(view: EditorView, y: number): Element | undefined {
  const { left, width } = view.dom.getBoundingClientRect()
  for (const x of [left + 8, left + width / 2]) {
    let found = document.elementFromPoint(x, y)
    while (found && found.parentElement !== view.dom) found = found.parentElement
    if (found && !found.classList.contains('ProseMirror-widget')) return found
  }
  return undefined
}
