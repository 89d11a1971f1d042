// The toolbar as the WAI-ARIA pattern has it: one tab stop, arrows inside. The server draws it; here it comes to life.
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { attrsHere, ownStep, setKind } from '../write/commands.ts'
import { named } from '../write/keys.ts'
import { schema } from '../shared/schema.ts'
import { tableHere } from '../write/tables.ts'

export type Toolbar = {
  show(editable: boolean): void
  /// Shows what holds at the selection: pressed buttons, the block's style, whether there is something to undo.
  update(state: EditorState): void
  focus(): void
}

/// `current` is the view written in last; `extra` runs buttons that are no plain command (the link form, tables).
export function toolbar(
  bar: HTMLElement,
  current: () => EditorView | undefined,
  extra: Record<string, (view: EditorView) => void>,
): Toolbar {
  const stops = [...bar.querySelectorAll<HTMLElement>('button, select')]
  const style = bar.querySelector<HTMLSelectElement>('select[data-style]')
  let byPointer = false

  const stopAt = (wanted: HTMLElement) => {
    for (const one of stops) one.tabIndex = one === wanted ? 0 : -1
  }
  if (stops[0]) stopAt(stops[0])

  bar.addEventListener('pointerdown', (event) => {
    byPointer = true
    // The selection in the text stays while a button is pressed with the mouse.
    if (!(event.target instanceof HTMLSelectElement)) event.preventDefault()
  })
  bar.addEventListener('keydown', (event) => {
    byPointer = false
    const shown = stops.filter((one) => one.offsetParent !== null)
    const at = shown.indexOf(event.target as HTMLElement)
    const last = shown.length - 1
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key]
    if (event.key === 'Escape') current()?.focus()
    if (to === undefined || at < 0) return
    event.preventDefault()
    stopAt(shown[to]!)
    shown[to]!.focus()
  })
  bar.addEventListener('focusin', (event) => stopAt(event.target as HTMLElement))
  bar.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button[data-command]')
    const view = current()
    const name = button?.dataset.command
    if (!view || !name || button.getAttribute('aria-disabled') === 'true') return
    const other = extra[name]
    if (other) return other(view)
    if (event.detail > 0) view.focus()
    named[name]?.(view.state, view.dispatch, view)
  })
  style?.addEventListener('change', () => {
    const view = current()
    if (!view) return
    const [kind = 'paragraph', level] = style.value.split('-')
    ownStep(view.state)
    setKind(kind, Number(level ?? 1))(view.state, view.dispatch)
    if (byPointer) view.focus()
  })

  return {
    show(editable) {
      bar.hidden = !editable
    },
    update(state) {
      const attrs = attrsHere(state)
      if (style) {
        style.value = attrs.kind === 'heading' ? `heading-${attrs.level}` : attrs.kind
        if (style.selectedIndex < 0) style.value = 'paragraph'
      }
      for (const button of bar.querySelectorAll<HTMLElement>('button[data-command]')) {
        const name = button.dataset.command ?? ''
        const pressed = isPressed(name, state)
        if (pressed !== undefined) button.setAttribute('aria-pressed', String(pressed))
        if (name === 'undo' || name === 'redo') {
          button.setAttribute('aria-disabled', String(!named[name]!(state)))
        }
      }
      const inside = tableHere(state)
      for (const part of bar.querySelectorAll<HTMLElement>('[data-in-table]')) part.hidden = !inside
      for (const button of bar.querySelectorAll('[data-command="table-head"]')) {
        button.setAttribute('aria-pressed', String(inside?.table.attrs.header !== false))
      }
    },
    focus: () => stops.find((one) => one.tabIndex === 0)?.focus(),
  }
}

function isPressed(name: string, state: EditorState): boolean | undefined {
  if (name === 'bullet' || name === 'number') return attrsHere(state).list === name
  const mark = schema.marks[name]
  if (!mark) return undefined
  const { from, to, empty, $from } = state.selection
  return empty
    ? Boolean(mark.isInSet(state.storedMarks ?? $from.marks()))
    : state.doc.rangeHasMark(from, to, mark)
}
