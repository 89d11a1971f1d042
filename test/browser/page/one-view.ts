// One real editor on a section of its own in an empty page.
import { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { Connection } from '../../../editor/section/connect.ts'
import { modeOf } from '../../../editor/suggest/mode.ts'
import type { Told } from '../../../editor/write/told.ts'
import { openView, type Opened } from '../../../editor/write/view.ts'

export type Side = { doc: Doc; opened: Opened; told: Told[] }

const facts = {
  connected: true,
  sent: 0,
  taken: 0,
  answered: true,
  opened: true,
  mayWrite: true,
  ended: undefined,
  waiting: 0,
  savedAt: undefined,
  ending: undefined,
}

/// Throws when the text holds what the editor does not show. `suggests`: what is done in it is suggested.
export function oneView(doc: Doc, paused = () => {}, suggests = false): Side {
  const mode = modeOf(
    doc,
    (client) => client === doc.clientID,
    () => {},
  )
  mode.set(suggests)
  const paper = document.createElement('div')
  document.body.append(paper)
  const connection: Connection = {
    doc,
    awareness: new Awareness(doc),
    saving: () => ({ is: 'saved', at: undefined }),
    editable: () => true,
    facts: () => facts,
    again: () => {},
    stop: () => {},
  }
  const no = () => false
  const told: Told[] = []
  const opened = openView(paper, connection, {
    lang: 'nb',
    label: 'Bokmål',
    outside: {
      link: no,
      xref: no,
      toolbar: no,
      find: no,
      help: no,
      check: no,
      suggest: no,
      'next-suggestion': no,
      'previous-suggestion': no,
    },
    leftOut: (...what) => told.push(...what),
    rewrite: mode.rewrite,
    changed: (_view, tr) => mode.done(tr, doc.getXmlFragment('nb')),
    paused,
  })
  if (!opened) throw new Error('the text does not fit')
  return { doc, opened, told }
}

export function closeView({ opened }: Side): void {
  const holder = opened.view.dom.parentElement
  opened.close()
  holder?.remove()
}
