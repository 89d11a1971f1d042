// One language's text in an editor, bound to the section's shared document.
import { EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { yUndoPlugin } from 'y-prosemirror'
import type { XmlFragment } from 'yjs'
import { carets, showMovers } from '../here/carets.ts'
import type { Connection } from '../section/connect.ts'
import { changeFits, fits } from '../section/fits.ts'
import { bound } from './atoms-bound.ts'
import { blockIds, changedRange, isRemote } from './block-ids.ts'
import { captionHints } from './captions.ts'
import { exactLetters } from './exact-letters.ts'
import { findPlugin } from './find.ts'
import { typedSigns } from './input-rules.ts'
import { keepCaret } from './keep-caret.ts'
import { keys, type Outside } from './keys.ts'
import { narrowChanges } from './narrow.ts'
import { nearBlocks } from './near.ts'
import { notes } from './notes.ts'
import { listMarkers } from './numbers.ts'
import { parser } from './parse.ts'
import { copyProps } from './copy.ts'
import { pasteProps, type LeftOut } from './paste.ts'
import { pastedNotes, type Brought } from './paste-notes-in.ts'
import { hearTold } from './told.ts'
import { alwaysABlock } from './whole.ts'

export type Opened = {
  view: EditorView
  lang: 'nb' | 'nn'
  /// Words of the blocks this person changed and nobody has promised to keep.
  unsaved(): string[]
  close(): void
}

export type ViewOptions = {
  lang: 'nb' | 'nn'
  /// What the text is called to a screen reader.
  label: string
  outside: Outside
  /// Says in the page's own words what was left out or left behind.
  leftOut: LeftOut
  changed(view: EditorView, tr: Transaction): void
  /// Called when somebody's newer editor wrote what this one would lose. The view is closed already.
  paused(): void
  /// What becomes of what this person does, in place of it; undefined leaves everything as it is.
  rewrite?(tr: Transaction, state: EditorState, text: XmlFragment): Transaction | undefined
  /// More plugins, for what only some pages show.
  more?: Plugin[]
}

/// Puts the editor in `paper`, where the readable text stood. Undefined when the text holds what this editor does not
/// know: then it is left as it is.
export function openView(
  paper: HTMLElement,
  connection: Connection,
  options: ViewOptions,
): Opened | undefined {
  const fragment = connection.doc.getXmlFragment(options.lang)
  if (!fits(fragment)) return undefined
  const guard = (events: { target: unknown }[]) => {
    if (changeFits(events, fragment)) return
    close()
    options.paused()
  }
  // Registered before the binding's own observer, so that it is asked first.
  fragment.observeDeep(guard)
  const touched = new Set<string>()
  const brought: Brought = new Map()
  const { doc, plugin } = bound(fragment)
  const state = EditorState.create({
    doc,
    plugins: [
      plugin,
      carets(connection.awareness),
      yUndoPlugin({ protectedNodes: new Set(['block']) }),
      keepCaret(fragment),
      blockIds(),
      alwaysABlock(),
      listMarkers(),
      notes(() => options.leftOut('note')),
      captionHints(),
      nearBlocks(),
      typedSigns(),
      keys(options.outside),
      touchedBlocks(touched),
      findPlugin(),
      new Plugin({ props: pasteProps(options.leftOut, brought) }),
      new Plugin({ props: copyProps() }),
      pastedNotes(brought),
      hearTold(options.leftOut),
      ...(options.more ?? []),
    ],
  })
  narrowChanges(state)
  const typing = exactLetters(state)
  const view = new EditorView(
    { mount: freshMount(paper) },
    {
      state,
      domParser: parser,
      editable: () => connection.editable(),
      attributes: () => ({
        lang: options.lang,
        class: 'words',
        'aria-label': options.label,
        ...(connection.editable()
          ? { role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true', autocapitalize: 'on' }
          : { role: 'article', tabindex: '0' }),
      }),
      dispatchTransaction(given) {
        const tr = options.rewrite ? options.rewrite(given, view.state, fragment) : given
        if (!tr) return view.updateState(view.state)
        typing(tr)
        view.updateState(view.state.apply(tr))
        if (connection.facts().waiting === 0) touched.clear()
        options.changed(view, tr)
      },
    },
  )
  const stopNames = showMovers(connection.awareness, view.dom)

  function close() {
    fragment.unobserveDeep(guard)
    stopNames()
    if (!view.isDestroyed) view.destroy()
  }

  return {
    view,
    lang: options.lang,
    unsaved: () => {
      const found: string[] = []
      view.state.doc.descendants((node) => {
        if (node.type.name !== 'block') return true
        if (touched.has(String(node.attrs.id))) found.push(node.textContent)
        return false
      })
      return found.filter((text) => text.trim() !== '')
    },
    close,
  }
}

function freshMount(paper: HTMLElement): HTMLElement {
  const mount = document.createElement('div')
  paper.replaceChildren(mount)
  return mount
}

const touchedBlocks = (touched: Set<string>): Plugin =>
  new Plugin({
    state: {
      init: () => null,
      apply(tr) {
        if (!tr.docChanged || isRemote(tr)) return null
        const [from, to] = changedRange([tr], tr.doc)
        if (from > to) return null
        tr.doc.nodesBetween(from, to, (node) => {
          if (node.type.name === 'block') touched.add(String(node.attrs.id))
          return node.type.name !== 'block'
        })
        return null
      },
    },
  })
