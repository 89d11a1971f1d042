// Write or suggest: which of the two holds in this window, and what each makes of what the person does.
import type { EditorState, Transaction } from 'prosemirror-state'
import { ySyncPluginKey } from 'y-prosemirror'
import type { Doc, XmlFragment } from 'yjs'
import { begin, beginnerOf, cover, unmeantIn } from '../shared/suggestions.ts'
import { newBlockId } from '../shared/schema.ts'
import { asSuggestion, plainly } from './as-suggestion.ts'

export type Mode = {
  suggesting(): boolean
  set(suggesting: boolean): void
  /// For the view: everything dispatched passes here.
  rewrite(tr: Transaction, state: EditorState, fragment: XmlFragment): Transaction | undefined
  /// To be called when what `rewrite` answered stands in the shared text.
  done(tr: Transaction, fragment: XmlFragment): void
}

const key = 'suggestion'

/// `isMe` knows whose a client id is; `refused` is told when something cannot be suggested.
export function modeOf(doc: Doc, isMe: (client: number) => boolean, refused: () => void): Mode {
  let on = false
  const begun = new Set<string>()
  let unmeant: number[] = []
  const hand = {
    mine: (id: string) => begun.has(id) || isMe(beginnerOf(doc, id) ?? 0),
    fresh: () => {
      const id = `s${newBlockId().slice(1)}`
      begun.add(id)
      begin(doc, id, new Date().toISOString())
      return id
    },
  }
  return {
    suggesting: () => on,
    set: (suggesting) => {
      on = suggesting
    },
    rewrite(tr, state, fragment) {
      const held: { isChangeOrigin?: boolean } | undefined = tr.getMeta(ySyncPluginKey)
      if (!tr.docChanged || held?.isChangeOrigin) return tr
      if (!on) return plainly(tr)
      unmeant = unmeantIn(fragment)
      const made = asSuggestion(tr, state, hand)
      if (!made) refused()
      else made.setMeta(key, true)
      return made
    },
    done(tr, fragment) {
      if (tr.getMeta(key)) cover(fragment, begun, unmeant)
    },
  }
}
