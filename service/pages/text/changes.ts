// Changes as people read them: removed struck, added underlined, each with hidden words for those who do not see it and
// the name of whose it is; what is the same is folded to a count.
import { html } from 'hono/html'
import type { Part } from '../../../editor/shared/compare.ts'
import type { BlockFacts } from '../../../editor/shared/html.ts'
import type { NamedRow, Run } from '../../text/authors.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import type { Say } from '../words.ts'

export type ChangesView = {
  t: Say
  inText: boolean
  whole: boolean
  lang: 'nb' | 'nn'
  /// Address of the same page with the unchanged paragraphs too.
  all: string
  /// What can be done with one changed or removed paragraph.
  back?: (block: BlockFacts) => Html | string
}

export function changes(rows: NamedRow[], view: ChangesView): Html {
  const { t } = view
  const same = rows.filter((row) => row.is === 'same').length
  const shown = view.whole ? rows : rows.filter((row) => row.is !== 'same')
  const paragraphs =
    same === 1
      ? t('1 avsnitt er uendret.', '1 avsnitt er uendra.', '1 paragraph is unchanged.')
      : t(
          `${same} avsnitt er uendret.`,
          `${same} avsnitt er uendra.`,
          `${same} paragraphs are unchanged.`,
        )
  return html`${
    shown.length === 0
      ? html`<p>${t('Tekstene er like.', 'Tekstane er like.', 'The texts are the same.')}</p>`
      : html`<ol class="changes">
          ${shown.map((row) => html`<li class="change">${view.inText ? inText(row, view) : sides(row, view)}${backOf(row, view)}</li>`)}
        </ol>`
  }
  ${
    same > 0 && !view.whole
      ? html`<p class="quiet">
          ${paragraphs}
          <a class="ds-link" href="${view.all}"
            >${t('Vis hele teksten', 'Vis heile teksten', 'Show the whole text')}</a
          >
        </p>`
      : ''
  }`
}

const backOf = (row: NamedRow, { back }: ChangesView): Html | string =>
  back && (row.is === 'changed' || row.is === 'removed') ? back(row.before) : ''

function sides(row: NamedRow, view: ChangesView): Html {
  const { t, lang } = view
  const gone = t('ny', 'ny', 'new')
  const removed = t('fjernet', 'fjerna', 'removed')
  if (row.is === 'added') {
    return html`<p class="change-head">${what('added', row.after, view)}${who(row, view)}</p>
      <div class="grid-2">
        <p class="quiet">${gone}</p>
        <p lang="${lang}">${parts(row, 'removed', view)}</p>
      </div>`
  }
  if (row.is === 'removed') {
    return html`<p class="change-head">${what('removed', row.before, view)}${who(row, view)}</p>
      <div class="grid-2">
        <p lang="${lang}">${parts(row, 'added', view)}</p>
        <p class="quiet">${removed}</p>
      </div>`
  }
  if (row.is === 'same') return html`<p lang="${lang}">${row.after.text}</p>`
  return html`<p class="change-head">
      ${what('changed', row.after, view)}${shape(row, view)}${who(row, view)}
    </p>
    <div class="grid-2">
      <p lang="${lang}">${parts(row, 'added', view)}</p>
      <p lang="${lang}">${parts(row, 'removed', view)}</p>
    </div>`
}

function inText(row: NamedRow, view: ChangesView): Html {
  const { lang } = view
  if (row.is === 'same') return html`<p lang="${lang}">${row.after.text}</p>`
  return html`<p lang="${lang}">
    ${parts(row, undefined, view)}${row.is === 'changed' ? shape(row, view) : ''}${who(row, view)}
  </p>`
}

/// `Avsnitt 8`, and what happened to it in words.
function what(is: 'added' | 'removed' | 'changed', block: BlockFacts, { t }: ChangesView): string {
  const name = t(`Avsnitt ${block.number}`, `Avsnitt ${block.number}`, `Paragraph ${block.number}`)
  if (is === 'added') return `${name} ${t('er nytt', 'er nytt', 'is new')}`
  if (is === 'removed') return `${name} ${t('er fjernet', 'er fjerna', 'was removed')}`
  return name
}

/// A block that became a heading, a list item or something else, said in words.
function shape(row: Extract<NamedRow, { is: 'changed' }>, { t }: ChangesView): Html | string {
  const { before, after } = row
  const nameOf = ({ kind, level, list }: BlockFacts): string => {
    if (kind === 'heading')
      return t(`overskrift ${level}`, `overskrift ${level}`, `heading ${level}`)
    if (list === 'bullet') return t('listepunkt', 'listepunkt', 'list item')
    if (list === 'number') return t('nummerert punkt', 'nummerert punkt', 'numbered item')
    if (kind === 'quote') return t('sitat', 'sitat', 'quote')
    if (kind === 'callout') return t('utheving', 'utheving', 'call-out')
    return t('avsnitt', 'avsnitt', 'paragraph')
  }
  return nameOf(before) === nameOf(after)
    ? ''
    : html` <span class="quiet"
        >(${nameOf(before)} ${icon('ArrowRight', t('ble', 'vart', 'became'))}
        ${nameOf(after)})</span
      >`
}

/// The names behind a row, in words: in the text itself they stand only where there are several.
function who(row: NamedRow, { t }: ChangesView): Html | string {
  const names = namesIn(row)
  if (names.length === 0) return ''
  const list = new Intl.ListFormat(t('nb', 'nn', 'en'), { type: 'conjunction' })
  const by = row.later
    ? t('endret senere av', 'endra seinare av', 'changed later by')
    : t('av', 'av', 'by')
  return html` <span class="quiet">${by} ${list.format(names)}</span>`
}

const namesIn = ({ runs, reshapedBy }: NamedRow): string[] => [
  ...new Set([...runs.map(({ by }) => by), reshapedBy].filter((name) => name !== undefined)),
]

const parts = (row: NamedRow, without: Part['is'] | undefined, view: ChangesView): Html => {
  const several = new Set(row.runs.map(({ by }) => by).filter(Boolean)).size > 1
  return html`${row.runs
    .filter(({ is }) => is !== without)
    .map((run) =>
      run.is === 'same'
        ? run.text
        : mark(run.is, row.later ? { is: run.is, text: run.text } : run, several, view),
    )}`
}

function mark(
  is: 'added' | 'removed',
  { text, by }: Run,
  several: boolean,
  { t }: ChangesView,
): Html {
  const whose = by === undefined ? '' : ` ${t('av', 'av', 'by')} ${by}`
  const name =
    several && by !== undefined
      ? html`<small class="quiet" aria-hidden="true"> (${by}) </small>`
      : ''
  return is === 'added'
    ? html`<ins
          ><span class="ds-sr-only">${t('lagt til', 'lagt til', 'added')}${whose}: </span
          >${text}</ins
        >${name}`
    : html`<del
          ><span class="ds-sr-only">${t('fjernet', 'fjerna', 'removed')}${whose}: </span
          >${text}</del
        >${name}`
}
