// What stands in the two columns beside the words: a status on every translated block, a place for what is missing, the
// words of the source that changed since the translation was checked, and heights that keep the rows together.
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Node } from 'prosemirror-model'
import { iconNamed } from '../frame/save-line.ts'
import { say } from '../frame/words.ts'
import { originalText } from '../suggest/original-text.ts'
import { compareWords } from '../shared/compare.ts'
import type { TranslationStatus } from '../shared/translation.ts'
import type { Row } from './rows.ts'

export type Act = 'check' | 'draft'
/// Called with the id of the source's block whose line was pressed.
export type OnAct = (act: Act, id: string) => void

const key = new PluginKey<DecorationSet>('both')

/// Holds decorations that come from outside the view, with `show`.
export const shownPlugin = (): Plugin<DecorationSet> =>
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
    props: { decorations: (state) => key.getState(state) },
  })

export const shownKey = key

/// For the source: changed words, and a gap where the other column has a block of its own.
export function inSource(doc: Node, rows: Row[], heights: Map<string, number>): DecorationSet {
  const found: Decoration[] = []
  rows.forEach((row, index) => {
    if (row.is === 'target') {
      const before = rows.slice(0, index).findLast((one) => one.is !== 'target')
      const at = before ? before.source.pos + before.source.node.nodeSize : 0
      found.push(gap(at, `gap-${index}`, heights.get(`t${index}`)))
      return
    }
    found.push(tall(row.source, heights.get(`s${index}`)))
    if (row.is === 'pair' && row.status === 'outdated') {
      found.push(...changedWords(row.source, String(row.target.node.attrs.source)))
    }
  })
  return DecorationSet.create(doc, found)
}

/// For the translation: a status line over each block, and a line for what is missing.
export function inTarget(
  doc: Node,
  rows: Row[],
  heights: Map<string, number>,
  act: OnAct,
): DecorationSet {
  const found: Decoration[] = []
  rows.forEach((row, index) => {
    if (row.is === 'target') return
    const filled = row.source.node.textContent.trim() !== ''
    if (row.is === 'source') {
      const wanted = filled || row.source.node.type.name === 'image'
      found.push(
        line(row.at, row.id, wanted ? 'missing' : undefined, act, heights.get(`t${index}`), index),
      )
      return
    }
    if (filled) found.push(line(row.target.pos, row.id, row.status, act, undefined, index))
    found.push(tall(row.target, heights.get(`t${index}`)))
  })
  return DecorationSet.create(doc, found)
}

const tall = ({ node, pos }: { node: Node; pos: number }, height: number | undefined): Decoration =>
  Decoration.node(pos, pos + node.nodeSize, {
    class: 'in-row',
    ...(height === undefined ? {} : { style: `min-height:${Math.ceil(height)}px` }),
  })

const sized = (element: HTMLElement, height: number | undefined): HTMLElement => {
  if (height !== undefined) element.style.minHeight = `${Math.ceil(height)}px`
  return element
}

const gap = (at: number, name: string, height: number | undefined): Decoration =>
  Decoration.widget(
    at,
    () => {
      const made = document.createElement('div')
      made.className = 'row-gap'
      return sized(made, height)
    },
    { key: `${name}-${height ?? 0}`, side: 1 },
  )

function changedWords({ node, pos }: { node: Node; pos: number }, checked: string): Decoration[] {
  // Calls of footnotes and references take up a place and have no letter; what is only suggested is not compared.
  const places: number[] = []
  node.forEach((child, offset) => {
    if (child.marks.some(({ type }) => type.name === 'insertion')) return
    for (let i = 0; i < (child.text?.length ?? 0); i++) places.push(pos + 1 + offset + i)
  })
  const found: Decoration[] = []
  let at = 0
  for (const { is, text } of compareWords(checked, originalText(node))) {
    if (is === 'removed') continue
    const [from, last] = [places[at], places[at + text.length - 1]]
    if (is === 'added' && from !== undefined && last !== undefined) {
      found.push(Decoration.inline(from, last + 1, { class: 'changed-words' }))
    }
    at += text.length
  }
  return found
}

/// The line over a translated block: its status as text, icon and colour, and what can be done.
function line(
  at: number,
  id: string,
  status: TranslationStatus | undefined,
  act: OnAct,
  height: number | undefined,
  index: number,
): Decoration {
  return Decoration.widget(
    at,
    () => {
      const made = document.createElement('div')
      made.className = 'row-line'
      made.contentEditable = 'false'
      made.dataset.row = String(index)
      if (status) made.append(chip(status), ...action(status, id, act))
      return sized(made, height)
    },
    {
      key: `${id}-${status}-${height ?? 0}-${index}`,
      side: -1,
      stopEvent: () => true,
      ignoreSelection: true,
    },
  )
}

function chip(status: TranslationStatus): HTMLElement {
  const looks: Record<TranslationStatus, [colour: string, icon: string, text: string]> = {
    checked: ['success', 'Checkmark', say('Kontrollert', 'Kontrollert', 'Checked')],
    draft: ['neutral', 'Pencil', say('Utkast', 'Utkast', 'Draft')],
    outdated: ['warning', 'ArrowsCirclepath', say('Utdatert', 'Utdatert', 'Outdated')],
    missing: ['danger', 'Circle', say('Mangler', 'Manglar', 'Missing')],
  }
  const [colour, icon, text] = looks[status]
  const made = document.createElement('span')
  made.className = 'ds-tag'
  made.dataset.color = colour
  made.append(...iconNamed(icon), text)
  return made
}

function action(status: TranslationStatus, id: string, act: OnAct): HTMLElement[] {
  if (status === 'checked') return []
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'ds-link'
  button.textContent =
    status === 'missing'
      ? say('Lag utkast', 'Lag utkast', 'Make a draft')
      : say('Marker som kontrollert', 'Merk som kontrollert', 'Mark as checked')
  button.addEventListener('click', () => act(status === 'missing' ? 'draft' : 'check', id))
  return [button]
}
