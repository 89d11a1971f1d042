// The keyboard. No shortcut takes Ctrl with Alt: on a Norwegian keyboard that is AltGr, which types @ { [ ] } and €.
import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  joinBackward as joinAround,
  joinForward as joinAfter,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
  toggleMark,
} from 'prosemirror-commands'
import { undoInputRule } from 'prosemirror-inputrules'
import { keydownHandler } from 'prosemirror-keymap'
import { Plugin, type Command } from 'prosemirror-state'
import { redoCommand, undoCommand } from 'y-prosemirror'
import { schema } from '../shared/schema.ts'
import { indent, insertBreak, setKind, toggleList } from './commands.ts'
import { joinBackward, joinForward, splitBlock } from './split-join.ts'
import {
  addColumn,
  addRow,
  insertTable,
  nextCell,
  removeColumn,
  removeRow,
  removeTable,
  toggleHead,
} from './tables.ts'

/// Commands that open something outside the text: the link form, the find bar, the toolbar.
export type Outside = {
  link: Command
  toolbar: Command
  find: Command
  help: Command
  check: Command
}

/// Commands by the names that toolbar buttons carry.
export const named: Record<string, Command> = {
  undo: undoCommand,
  redo: redoCommand,
  bold: toggleMark(schema.marks.bold!),
  italic: toggleMark(schema.marks.italic!),
  sub: toggleMark(schema.marks.sub!),
  sup: toggleMark(schema.marks.sup!),
  bullet: toggleList('bullet'),
  number: toggleList('number'),
  in: indent(1),
  out: indent(-1),
  table: insertTable,
  'add-row': addRow,
  'add-column': addColumn,
  'remove-row': removeRow,
  'remove-column': removeColumn,
  'table-head': toggleHead,
  'remove-table': removeTable,
}

export function keys(outside: Outside): Plugin {
  const press = keydownHandler({ ...bindings, ...outsideBindings(outside) })
  let leaving = false
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.getModifierState('AltGraph') || (event.ctrlKey && event.altKey)) return false
        // Escape lets the next Tab leave the text: a list must not hold the keyboard fast.
        if (event.key === 'Escape') leaving = true
        else if (event.key !== 'Tab' && event.key !== 'Shift') leaving = false
        if (event.key === 'Tab' && leaving) return (leaving = false)
        return press(view, event)
      },
    },
  })
}

const bindings: Record<string, Command> = {
  Enter: chainCommands(splitBlock, createParagraphNear),
  'Shift-Enter': insertBreak,
  Backspace: chainCommands(
    undoInputRule,
    deleteSelection,
    joinBackward,
    joinAround,
    selectNodeBackward,
  ),
  Delete: chainCommands(deleteSelection, joinForward, joinAfter, selectNodeForward),
  'Mod-a': selectAll,
  'Mod-z': named.undo!,
  'Mod-y': named.redo!,
  'Shift-Mod-z': named.redo!,
  'Mod-b': named.bold!,
  'Mod-i': named.italic!,
  'Mod-,': named.sub!,
  'Mod-.': named.sup!,
  'Ctrl-Shift-1': setKind('heading', 1),
  'Ctrl-Shift-2': setKind('heading', 2),
  'Ctrl-Shift-3': setKind('heading', 3),
  'Ctrl-Shift-4': setKind('heading', 4),
  'Ctrl-Shift-0': setKind('paragraph'),
  'Ctrl-Shift-9': setKind('quote'),
  'Ctrl-Shift-7': named.number!,
  'Ctrl-Shift-8': named.bullet!,
  Tab: chainCommands(named.in!, nextCell(1)),
  'Shift-Tab': chainCommands(named.out!, nextCell(-1)),
}

const outsideBindings = (outside: Outside): Record<string, Command> => ({
  'Mod-k': outside.link,
  'Mod-f': outside.find,
  'Alt-F10': outside.toolbar,
  'Mod-/': outside.help,
  'Mod-Enter': outside.check,
})
