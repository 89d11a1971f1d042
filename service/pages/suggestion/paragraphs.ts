// What a suggestion would change, paragraph by paragraph: struck and underlined, each with hidden words for those who do
// not see it, and beneath each paragraph its changes in a sentence, to take in or to leave.
import { html } from 'hono/html'
import type { Paragraph, Piece, Shape } from '../../../editor/shared/suggestions.ts'
import type { Change } from '../../suggestion/changes.ts'
import { wordsOf } from '../../suggestion/answer.ts'
import type { Html } from '../dates.ts'
import type { Say } from '../words.ts'

/// `tick` draws what stands before a change's sentence, once for each change.
export function paragraphList(
  paragraphs: { lang: 'nb' | 'nn'; paragraph: Paragraph }[],
  changes: Change[],
  t: Say,
  tick: (change: Change, sentence: string) => Html,
): Html {
  const byId = new Map(changes.map((change) => [`${change.lang} ${change.id}`, change]))
  const said = new Set<string>()
  return html`<ol class="changes">
    ${paragraphs.map(({ lang, paragraph }) => {
      const ids = idsIn(paragraph).map((id) => `${lang} ${id}`)
      const own = ids.filter((id) => !said.has(id)).flatMap((id) => byId.get(id) ?? [])
      for (const id of ids) said.add(id)
      return html`<li class="change stack-2">
        <p lang="${lang}" class="suggested-text">${runs(paragraph, t)}</p>
        ${
          own.length === 0
            ? html`<p class="quiet">
                ${t('Hører til endringen over.', 'Høyrer til endringa over.', 'Belongs to the change above.')}
              </p>`
            : html`<ul class="plain stack-2">
                ${own.map((change) => html`<li>${tick(change, sayChange(change, t))}</li>`)}
              </ul>`
        }
      </li>`
    })}
  </ol>`
}

/// «Erstatt «vil forsøke å» med «velger å»».
export function sayChange(change: Change, t: Say): string {
  const removed = quoted(wordsOf(change, 'deletion'), t)
  const added = quoted(wordsOf(change, 'insertion'), t)
  const first =
    removed && added
      ? t(
          `Erstatt ${removed} med ${added}`,
          `Byt ut ${removed} med ${added}`,
          `Replace ${removed} with ${added}`,
        )
      : removed
        ? t(`Fjern ${removed}`, `Fjern ${removed}`, `Remove ${removed}`)
        : added
          ? t(`Legg til ${added}`, `Legg til ${added}`, `Add ${added}`)
          : ''
  const others = change.pieces.flatMap((piece) => sayBlock(piece, t))
  const all = [...(first ? [first] : []), ...new Set(others)]
  return all.map((one, i) => (i === 0 ? one : lower(one))).join(', ')
}

export const quoted = (text: string, t: Say): string => {
  const plain = text
    .replaceAll(
      '\ufffc',
      ` ${t('[fotnote eller henvisning]', '[fotnote eller tilvising]', '[note or reference]')} `,
    )
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return ''
  if (plain === '') return t('et mellomrom', 'eit mellomrom', 'a space')
  return `«${plain.length > 160 ? `${plain.slice(0, 160)} …` : plain}»`
}

function sayBlock({ is, to }: Piece, t: Say): string[] {
  if (is === 'split') return [t('Nytt avsnitt her', 'Nytt avsnitt her', 'A new paragraph here')]
  if (is === 'join') {
    return [
      t(
        'Slå sammen med avsnittet over',
        'Slå saman med avsnittet over',
        'Join with the paragraph above',
      ),
    ]
  }
  if (is === 'shape' && to) {
    const name = shapeName(to, t)
    return [t(`Gjør om til ${name}`, `Gjer om til ${name}`, `Make it ${name}`)]
  }
  return []
}

export function shapeName({ kind, level, list }: Shape, t: Say): string {
  if (kind === 'heading') return t(`overskrift ${level}`, `overskrift ${level}`, `heading ${level}`)
  if (list === 'bullet') return t('punkt i en liste', 'punkt i ei liste', 'a list item')
  if (list === 'number') {
    return t('nummerert punkt', 'nummerert punkt', 'a numbered item')
  }
  if (kind === 'quote') return t('sitat', 'sitat', 'a quotation')
  if (kind === 'callout') return t('utheving', 'utheving', 'a call-out')
  return t('vanlig avsnitt', 'vanleg avsnitt', 'a paragraph')
}

const idsIn = ({ about, runs: words }: Paragraph): string[] => [
  ...new Set([
    ...about.map(({ id }) => id),
    ...words.flatMap(({ insertion, deletion }) =>
      [insertion, deletion].filter((id) => id !== undefined),
    ),
  ]),
]

function runs({ runs: words }: Paragraph, t: Say): Html {
  return html`${words.map(({ text, insertion, deletion }) => {
    const shown = text.replaceAll('\ufffc', '⁎')
    if (deletion !== undefined) {
      return html`<del
        ><span class="ds-sr-only"
          >${t('foreslått fjernet', 'foreslått fjerna', 'suggested removed')}: </span
        >${shown}</del
      >`
    }
    if (insertion !== undefined) {
      return html`<ins
        ><span class="ds-sr-only"
          >${t('foreslått lagt til', 'foreslått lagt til', 'suggested added')}: </span
        >${shown}</ins
      >`
    }
    return shown
  })}`
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
