// How suggestions stand in the text: whose they are on the words, and small signs where a paragraph itself is meant. The
// words' own marks are `ins` and `del`; this adds the name and the person's colour.
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { hueOf } from '../here/people.ts'
import { say } from '../frame/words.ts'
import type { Group } from './group.ts'
import { sayBlock } from './say.ts'

const key = new PluginKey<DecorationSet>('suggestions')

/// Draws them, and tells which one was pressed.
export const suggestionPlugin = (pressed: (id: string) => void): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, held) => {
        const given: unknown = tr.getMeta(key)
        if (given instanceof DecorationSet) return given
        return tr.docChanged ? held.map(tr.mapping, tr.doc) : held
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleClick: (_view, _pos, event) => {
        const mark = (event.target as Element).closest<HTMLElement>('[data-suggestion]')
        if (mark?.dataset.suggestion) pressed(mark.dataset.suggestion)
        return false
      },
    },
  })

/// Draws the groups of the view's language. `current` is the one whose card is looked at.
export function draw(view: EditorView, groups: Group[], current: string | undefined): void {
  const found: Decoration[] = []
  for (const group of groups) {
    const color = hueOf(group.by?.colour)
    for (const piece of group.pieces) {
      const { pos, size } = piece
      if (pos < 0 || pos + size > view.state.doc.content.size) continue
      if (piece.is === 'insertion' || piece.is === 'deletion') {
        found.push(
          Decoration.inline(pos, pos + size, {
            class: `suggested ${piece.is}${group.id === current ? ' here' : ''}`,
            'data-color': color,
            title: nameOf(group, piece.is),
          }),
        )
        continue
      }
      const [text = ''] = sayBlock(piece)
      found.push(
        Decoration.widget(pos + 1, () => sign(group, text, color), {
          side: -1,
          key: `${group.id} ${piece.is} ${text} ${color} ${group.by?.name ?? ''}`,
          ignoreSelection: true,
        }),
      )
    }
  }
  const held = key.getState(view.state)?.find() ?? []
  if (places(held) === places(found)) return
  const shown = DecorationSet.create(view.state.doc, found)
  view.dispatch(view.state.tr.setMeta(key, shown).setMeta('addToHistory', false))
}

const places = (list: Decoration[]): string =>
  list
    .map(({ from, to, spec }) => `${from}-${to}-${JSON.stringify(spec)}`)
    .concat(list.map((one) => JSON.stringify((one as { type?: { attrs?: unknown } }).type?.attrs)))
    .sort()
    .join()

function nameOf({ by }: Group, is: 'insertion' | 'deletion'): string {
  const name = by?.name ?? say('Noen', 'Nokon', 'Somebody')
  return is === 'insertion'
    ? say(
        `${name} foreslår å legge til`,
        `${name} føreslår å leggje til`,
        `${name} suggests adding`,
      )
    : say(`${name} foreslår å fjerne`, `${name} føreslår å fjerne`, `${name} suggests removing`)
}

function sign(group: Group, text: string, color: string): HTMLElement {
  const made = document.createElement('span')
  made.className = 'suggestion-sign'
  made.dataset.suggestion = group.id
  made.dataset.color = color
  made.contentEditable = 'false'
  made.textContent = group.by ? `${group.by.name}: ${text.toLowerCase()}` : text
  return made
}
