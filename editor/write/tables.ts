// Simple tables: rows and cells, no cells that span. Rows may differ in length after two people have changed a table at
// once; that is drawn as it is, and evened out only by whoever adds or removes a column.
import type { Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { newBlockId, schema } from '../shared/schema.ts'
import { ownStep } from './commands.ts'
import { mostCells } from './paste-tables.ts'
import { tellFrom } from './told.ts'

const { table, row, cell, block } = schema.nodes

type Here = { table: Node; start: number; rowIndex: number; cellIndex: number }

/// The table around the caret, and where in it.
export function tableHere(state: EditorState): Here | undefined {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === table) {
      return {
        table: $from.node(depth),
        start: $from.before(depth),
        rowIndex: $from.index(depth),
        cellIndex: $from.depth > depth ? $from.index(depth + 1) : 0,
      }
    }
  }
  return undefined
}

const newCell = (): Node => cell!.create(null, block!.create({ id: newBlockId() }))
const newRow = (cells: number): Node => row!.create(null, Array.from({ length: cells }, newCell))

/// A table of three by three under the block, with a head. Not inside another table.
export const insertTable: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth !== 1 || tableHere(state)) return false
  if (dispatch) {
    ownStep(state)
    const made = table!.create({ id: newBlockId() }, [newRow(3), newRow(3), newRow(3)])
    const empty = $from.parent.content.size === 0
    const at = empty ? $from.before(1) : $from.after(1)
    const tr = state.tr.insert(at, made)
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 4))).scrollIntoView())
  }
  return true
}

export const addRow = inTable((here, tr, view) => {
  if (full(here.table, here.table.child(here.rowIndex).childCount, view)) return
  const cells = Math.max(1, here.table.child(here.rowIndex).childCount)
  tr.insert(rowPos(here, here.rowIndex + 1), newRow(cells))
})

export const addColumn = inTable((here, tr, view) => {
  if (full(here.table, here.table.childCount, view)) return
  for (let i = here.table.childCount - 1; i >= 0; i--) {
    const cells = here.table.child(i).childCount
    tr.insert(cellPos(here, i, Math.min(here.cellIndex + 1, cells)), newCell())
  }
})

export const removeRow = inTable((here, tr) => {
  if (here.table.childCount === 1)
    return void tr.delete(here.start, here.start + here.table.nodeSize)
  const at = rowPos(here, here.rowIndex)
  tr.delete(at, at + here.table.child(here.rowIndex).nodeSize)
})

export const removeColumn = inTable((here, tr) => {
  if (widest(here.table) === 1) return void tr.delete(here.start, here.start + here.table.nodeSize)
  for (let i = here.table.childCount - 1; i >= 0; i--) {
    const line = here.table.child(i)
    if (here.cellIndex >= line.childCount) continue
    const at = cellPos(here, i, here.cellIndex)
    tr.delete(at, at + line.child(here.cellIndex).nodeSize)
  }
})

/// Whether the first row is a head is the table's own attribute: nobody's words move when it changes.
export const toggleHead = inTable((here, tr) => {
  tr.setNodeAttribute(here.start, 'header', here.table.attrs.header === false)
})

export const removeTable = inTable((here, tr) => {
  tr.delete(here.start, here.start + here.table.nodeSize)
})

/// Tab goes to the next cell, and past the last one to a new row; Shift+Tab back.
export const nextCell =
  (by: 1 | -1): Command =>
  (state, dispatch, view) => {
    const here = tableHere(state)
    if (!here) return false
    const cells: number[] = []
    here.table.forEach((line, offset) => {
      line.forEach((_cell, inner) => cells.push(here.start + 1 + offset + 1 + inner))
    })
    const now = cells.indexOf(cellPos(here, here.rowIndex, here.cellIndex))
    const next = now + by
    if (next < 0) return false
    if (dispatch) {
      const tr = state.tr
      const end = here.start + here.table.nodeSize - 1
      const more = here.table.child(here.rowIndex).childCount
      if (next >= cells.length && full(here.table, more, view)) return true
      if (next >= cells.length) tr.insert(end, newRow(here.table.child(here.rowIndex).childCount))
      const to = cells[next] ?? end + 1
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(to + 1))).scrollIntoView())
    }
    return true
  }

function inTable(change: (here: Here, tr: Transaction, view?: EditorView) => void): Command {
  return (state, dispatch, view) => {
    const here = tableHere(state)
    if (!here) return false
    if (dispatch) {
      ownStep(state)
      const tr = state.tr
      change(here, tr, view)
      if (!tr.docChanged) return true
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/// Would so many more cells be too many? Then it is said.
const full = (of: Node, more: number, view?: EditorView): boolean => {
  let cells = more
  of.forEach((line) => (cells += line.childCount))
  if (cells > mostCells) tellFrom(view, 'full')
  return cells > mostCells
}

const rowPos = ({ table, start }: Here, index: number): number => {
  let pos = start + 1
  for (let i = 0; i < index; i++) pos += table.child(i).nodeSize
  return pos
}

const cellPos = (here: Here, rowIndex: number, index: number): number => {
  const line = here.table.child(rowIndex)
  let pos = rowPos(here, rowIndex) + 1
  for (let i = 0; i < index; i++) pos += line.child(i).nodeSize
  return pos
}

const widest = (table: Node): number => {
  let most = 0
  table.forEach((line) => (most = Math.max(most, line.childCount)))
  return most
}
