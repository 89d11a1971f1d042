// What a suggestion would do, in a sentence, and the words of its paragraphs' marks.
import { say } from '../frame/words.ts'
import type { Piece, Shape } from '../shared/suggestions.ts'

/// «Erstatt «vil forsøke å» med «velger å»».
export function sayPieces(pieces: readonly Piece[]): string {
  const removed = wordsOf(pieces, 'deletion')
  const added = wordsOf(pieces, 'insertion')
  const first =
    removed && added
      ? say(
          `Erstatt ${removed} med ${added}`,
          `Byt ut ${removed} med ${added}`,
          `Replace ${removed} with ${added}`,
        )
      : removed
        ? say(`Fjern ${removed}`, `Fjern ${removed}`, `Remove ${removed}`)
        : added
          ? say(`Legg til ${added}`, `Legg til ${added}`, `Add ${added}`)
          : ''
  const others = new Set(pieces.flatMap(sayBlock))
  const all = [...(first ? [first] : []), ...others]
  return all
    .map((one, i) => (i === 0 ? one : one.charAt(0).toLowerCase() + one.slice(1)))
    .join(', ')
}

export const sayBlock = (piece: Piece): string[] => {
  if (piece.is === 'split') {
    return [say('Nytt avsnitt her', 'Nytt avsnitt her', 'A new paragraph here')]
  }
  if (piece.is === 'join') {
    return [
      say(
        'Slå sammen med avsnittet over',
        'Slå saman med avsnittet over',
        'Join with the paragraph above',
      ),
    ]
  }
  if (piece.is === 'shape' && piece.to) {
    const name = shapeName(piece.to)
    return [say(`Gjør om til ${name}`, `Gjer om til ${name}`, `Make it ${name}`)]
  }
  return []
}

export function shapeName({ kind, level, list }: Shape): string {
  if (kind === 'heading')
    return say(`overskrift ${level}`, `overskrift ${level}`, `heading ${level}`)
  if (list === 'bullet') return say('punkt i en liste', 'punkt i ei liste', 'a list item')
  if (list === 'number') return say('nummerert punkt', 'nummerert punkt', 'a numbered item')
  if (kind === 'quote') return say('sitat', 'sitat', 'a quotation')
  if (kind === 'callout') return say('utheving', 'utheving', 'a call-out')
  return say('vanlig avsnitt', 'vanleg avsnitt', 'a plain paragraph')
}

function wordsOf(pieces: readonly Piece[], is: Piece['is']): string {
  const text = pieces
    .filter((piece) => piece.is === is)
    .map((piece) => piece.text)
    .join(' … ')
  if (text === '') return ''
  const plain = text
    .replaceAll('\ufffc', say('[henvisning]', '[tilvising]', '[reference]'))
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === '') return say('et mellomrom', 'eit mellomrom', 'a space')
  return `«${plain.length > 120 ? `${plain.slice(0, 120)} …` : plain}»`
}
