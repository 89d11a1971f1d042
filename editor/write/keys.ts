// The keyboard: the table of shortcuts, and what Enter, Backspace and Delete do. No shortcut takes Ctrl with Alt: on a
// Norwegian keyboard that is AltGr, which types @ { [ ] } and €.
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
import { shortcutsOf } from '../shared/shortcuts.ts'
import { caption } from './captions.ts'
import { indent, insertBreak, insertRule, plainLetters, setKind, toggleList } from './commands.ts'
import { leaveNote, note } from './notes.ts'
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
  xref: Command
  toolbar: Command
  find: Command
  help: Command
  check: Command
  suggest: Command
  'next-suggestion': Command
  'previous-suggestion': Command
}

/// Commands by the names that toolbar buttons carry.
export const named: Record<string, Command> = {
  undo: undoCommand,
  redo: redoCommand,
  bold: toggleMark(schema.marks.bold!),
  italic: toggleMark(schema.marks.italic!),
  sub: toggleMark(schema.marks.sub!),
  sup: toggleMark(schema.marks.sup!),
  plain: plainLetters,
  break: insertBreak,
  'heading-1': setKind('heading', 1),
  'heading-2': setKind('heading', 2),
  'heading-3': setKind('heading', 3),
  'heading-4': setKind('heading', 4),
  paragraph: setKind('paragraph'),
  quote: setKind('quote'),
  callout: setKind('callout'),
  note,
  rule: insertRule,
  caption,
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
  tab: chainCommands(indent(1), nextCell(1)),
  'back-tab': chainCommands(indent(-1), nextCell(-1)),
}

export function keys(outside: Outside): Plugin {
  const press = keydownHandler({
    ...bindings,
    ...fromTable({ ...elsewhere, ...named, ...outside }),
  })
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

/// Keys of the table that other parts of the page take, where they are there.
const elsewhere: Record<string, Command> = {
  'move-up': () => false,
  'move-down': () => false,
  search: () => false,
}

const bindings: Record<string, Command> = {
  Enter: chainCommands(splitBlock, createParagraphNear),
  Backspace: chainCommands(
    undoInputRule,
    deleteSelection,
    leaveNote,
    joinBackward,
    joinAround,
    selectNodeBackward,
  ),
  Delete: chainCommands(deleteSelection, joinForward, joinAfter, selectNodeForward),
  'Mod-a': selectAll,
  // Nothing to do: it saves itself. Only the browser's own window must not open.
  'Mod-s': () => true,
}

const fromTable = (commands: Record<string, Command>): Record<string, Command> =>
  Object.fromEntries(
    shortcutsOf().flatMap(({ does, keys }) => {
      const command = commands[does]
      if (!command) throw new Error(`no command is called ${does}`)
      return keys.map((one) => [one, command] as const)
    }),
  )
