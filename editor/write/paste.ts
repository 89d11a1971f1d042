// What comes in by paste: cleaned, read as ours, and put in. Markdown becomes what it means, large pastes go in pieces
// that the server takes, and what was left out is said.
import { DOMParser, Fragment, Slice, type Node as PmNode } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import type { EditorProps, EditorView } from 'prosemirror-view'
import { plainSigns } from '../shared/signs.ts'
import { blockAttrs, schema } from '../shared/schema.ts'
import { parser } from './parse.ts'
import { cleanPaste } from './paste-clean.ts'
import { inPieces, tooLarge } from './paste-large.ts'
import type { Brought } from './paste-notes-in.ts'
import type { Told } from './told.ts'

const { block } = schema.nodes

/// Told when something was left out, and why.
export type LeftOut = (...what: Told[]) => void

/// A parser for the clipboard that cleans first.
export function clipboardParser(leftOut: LeftOut, brought: Brought): DOMParser {
  const clean = new DOMParser(parser.schema, parser.rules)
  clean.parseSlice = (dom, options) => {
    if (dom instanceof HTMLElement) {
      const { told, notes } = cleanPaste(dom)
      brought.clear()
      for (const { id, words } of notes) brought.set(id, inlineOf(words))
      if (told.size > 0) leftOut(...told)
    }
    return parser.parseSlice(dom, options)
  }
  return clean
}

/// The words of one block: what stands in the first one that is read.
function inlineOf(words: HTMLElement): Fragment {
  const { content } = parser.parseSlice(words, { preserveWhitespace: true })
  if (content.firstChild?.isInline) return content
  const parts: PmNode[] = []
  content.descendants((node) => {
    if (node.isInline) parts.push(node)
    return !node.isInline
  })
  return Fragment.fromArray(parts.filter(({ type }) => type.name !== 'note_ref'))
}

/// What is pasted gets no ids from where it was: the ids plugin gives new ones where they are taken.
export const pasteProps = (leftOut: LeftOut, brought: Brought): EditorProps<Plugin> => ({
  clipboardParser: clipboardParser(leftOut, brought),
  transformPastedHTML: quietStyles,
  transformPastedText: (text) => plainSigns(text),
  transformPasted: (slice) => new Slice(tidy(slice.content), slice.openStart, slice.openEnd),
  handlePaste(view, event, slice) {
    const markdown = markdownIn(view, event)
    if (markdown !== undefined) {
      void import('./paste-markdown.ts').then(({ htmlOf }) => {
        if (!view.isDestroyed && view.editable) view.pasteHTML(htmlOf(markdown), quiet(event))
      })
      return true
    }
    const size = tooLarge(slice)
    if (size === 'refused') leftOut('large')
    if (size === 'pieces') inPieces(view, slice)
    return size !== 'fits' || intoEmpty(view, slice)
  },
})

/// In an empty paragraph what is pasted stays what it is: its first block's kind would be lost in the paragraph's.
function intoEmpty(view: EditorView, slice: Slice): boolean {
  const { $from, empty } = view.state.selection
  const first = slice.content.firstChild
  const here = $from.parent
  if (!empty || here.type !== block || here.content.size > 0 || first?.type !== block) return false
  const { kind, level, list, indent } = blockAttrs(first.attrs)
  const plain = kind === 'paragraph' && list === ''
  if (plain || here.attrs.kind !== 'paragraph' || here.attrs.list !== '' || kind === 'note') {
    return false
  }
  const tr = view.state.tr.replaceSelection(slice)
  tr.setNodeMarkup($from.before(), null, { ...here.attrs, kind, level, list, indent })
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

/// Shift says: as it stands. The event is given on so that nothing else looks at the clipboard again.
const quiet = (event: ClipboardEvent): ClipboardEvent =>
  new ClipboardEvent('paste', { bubbles: event.bubbles, cancelable: true })

/// The Markdown on the clipboard, when it holds text alone (or an editor of code put it there) and reads as such.
function markdownIn(view: EditorView, event: ClipboardEvent): string | undefined {
  const { clipboardData } = event
  const asItStands = (view as { input?: { shiftKey?: boolean } }).input?.shiftKey === true
  if (!clipboardData || asItStands) return undefined
  const code = clipboardData.types.includes('vscode-editor-data')
  if (clipboardData.types.includes('text/html') && !code) return undefined
  const text = plainSigns(clipboardData.getData('text/plain').replaceAll('\r\n', '\n'))
  return looksLikeMarkdown(text) ? text : undefined
}

/// Two signs of it, or one that nobody writes by chance.
export function looksLikeMarkdown(text: string): boolean {
  const sure = [
    /^#{1,6} \S/m,
    /^\|?[ \t]*:?-{3,}:?[ \t]*\|/m,
    /\[[^\]\n]+\]\((https?:|mailto:|\/|#)[^)\s]+\)/,
    /^\[\^[\w-]+\]:/m,
    /^```/m,
    /\*\*\S[^*\n]*\S?\*\*/,
  ]
  if (sure.some((sign) => sign.test(text))) return true
  const items = text.match(/^[ \t]*([-*+]|\d{1,3}[.)]) \S/gm)?.length ?? 0
  const quoted = text.match(/^> \S/gm)?.length ?? 0
  return items >= 2 || quoted >= 2
}

/// Renames inline styles and drops style sheets before the browser parses them: the page's policy allows neither, and
/// would complain. What they say about bold and lists is read from the new name.
export const quietStyles = (html: string): string =>
  html
    .replaceAll(/<style[\s\S]*?<\/style\s*>/gi, '')
    .replaceAll(/(<[a-z][^>]*?\s)style(\s*=)/gi, '$1data-style$2')

/// Text blocks at the top of a paste that hold nothing but space are left out, unless they are all there is.
function tidy(content: Fragment): Fragment {
  if (content.childCount < 2) return content
  const kept: PmNode[] = []
  content.forEach((node, _offset, index) => {
    const edge = index === 0 || index === content.childCount - 1
    const empty =
      node.type.name === 'block' && node.textContent.trim() === '' && node.childCount < 2
    if (edge || !empty) kept.push(node)
  })
  return kept.length === content.childCount ? content : Fragment.from(kept)
}
