// Bokmål and nynorsk side by side: keeps the two columns in step after every change, and carries out what is pressed.
import type { EditorView } from 'prosemirror-view'
import { say } from '../frame/words.ts'
import { schema } from '../shared/schema.ts'
import { originalText } from '../suggest/original-text.ts'
import { inSource, inTarget, shownKey, type Act } from './decorate.ts'
import { checkedOf, rowsOf, type Row } from './rows.ts'

export type Both = {
  /// To be called after every change in either text.
  refresh(): void
  /// Marks the translation of the block the caret stands in as checked. False when there is nothing to mark.
  check(view: EditorView): boolean
}

export function sideBySide(
  source: EditorView,
  target: EditorView,
  progress: HTMLElement | null,
): Both {
  let asked = 0
  const wide = matchMedia('(min-width: 64rem)')

  const draw = () => {
    if (source.isDestroyed || target.isDestroyed) return
    if (source.composing || target.composing) return later()
    const rows = rowsOf(source.state.doc, target.state.doc)
    show(rows, new Map())
    if (wide.matches) show(rows, heightsOf(rows))
    if (progress) progress.textContent = sentence(rows)
  }
  const later = () => {
    cancelAnimationFrame(asked)
    asked = requestAnimationFrame(draw)
  }
  const show = (rows: Row[], heights: Map<string, number>) => {
    set(source, inSource(source.state.doc, rows, heights))
    set(target, inTarget(target.state.doc, rows, heights, act))
  }
  const set = (view: EditorView, shown: unknown) =>
    view.dispatch(view.state.tr.setMeta(shownKey, shown).setMeta('addToHistory', false))

  /// What each side of a row must be at least, so that both end on the same line.
  const heightsOf = (rows: Row[]): Map<string, number> => {
    const heights = new Map<string, number>()
    rows.forEach((row, index) => {
      const left = row.is === 'target' ? 0 : heightAt(source, row.source.pos)
      const over = lineHeight(target, index)
      const right = row.is === 'source' ? 0 : heightAt(target, row.target.pos)
      const most = Math.max(left, over + right)
      heights.set(`s${index}`, most)
      heights.set(`t${index}`, row.is === 'pair' ? most - over : most)
    })
    return heights
  }

  const act = (what: Act, id: string) => {
    if (!target.editable) return
    const row = rowsOf(source.state.doc, target.state.doc).find(
      (one) => one.is !== 'target' && one.id === id,
    )
    if (!row || row.is === 'target') return
    const { node } = row.source
    const tr = target.state.tr
    if (what === 'check') {
      if (row.is !== 'pair') return
      tr.setNodeAttribute(row.target.pos, 'source', originalText(node))
    } else if (row.is === 'pair') {
      tr.insert(row.target.pos + 1, node.content)
    } else {
      tr.insert(
        row.at,
        schema.nodes[node.type.name]!.create({ ...node.attrs, source: '' }, node.content),
      )
    }
    target.dispatch(tr)
    target.focus()
  }

  wide.addEventListener('change', later)
  return {
    refresh: later,
    check(view) {
      const id = String(view.state.selection.$from.node(1)?.attrs.id ?? '')
      if (id === '' || !view.editable) return false
      act('check', id)
      return true
    },
  }
}

const heightAt = (view: EditorView, pos: number): number => {
  const dom = view.nodeDOM(pos)
  return dom instanceof HTMLElement ? dom.getBoundingClientRect().height : 0
}

const lineHeight = (view: EditorView, index: number): number =>
  view.dom.querySelector(`.row-line[data-row="${index}"]`)?.getBoundingClientRect().height ?? 0

function sentence(rows: Row[]): string {
  const { checked, total } = checkedOf(rows)
  return say(
    `${checked} av ${total} kontrollert`,
    `${checked} av ${total} kontrollert`,
    `${checked} of ${total} checked`,
  )
}
