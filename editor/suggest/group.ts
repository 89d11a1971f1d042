// Open suggestions as cards show them: all that bears one name, whose it is, and who else had a hand in it.
import type { Doc } from 'yjs'
import { begunAt, beginnerOf, piecesOf, type Piece } from '../shared/suggestions.ts'
import type { Hands, Person } from './hands.ts'

export type Group = {
  id: string
  lang: 'nb' | 'nn'
  pieces: Piece[]
  /// Who began it; undefined while nobody knows yet.
  by: Person | undefined
  /// Others whose hand put some of it there.
  others: Person[]
  at: string | undefined
}

/// In the order of the text, one language after the other.
export function groupsOf(doc: Doc, langs: readonly ('nb' | 'nn')[], hands: Hands): Group[] {
  const groups = new Map<string, Group>()
  for (const lang of langs) {
    for (const piece of piecesOf(doc.getXmlFragment(lang))) {
      const key = `${lang} ${piece.id}`
      let group = groups.get(key)
      if (!group) {
        const began = beginnerOf(doc, piece.id) ?? piece.hand
        group = {
          id: piece.id,
          lang,
          pieces: [],
          by: hands.of(began),
          others: [],
          at: begunAt(doc, piece.id),
        }
        groups.set(key, group)
      }
      group.pieces.push(piece)
      const hand = hands.of(piece.hand)
      if (hand && hand.id !== group.by?.id && !group.others.some(({ id }) => id === hand.id)) {
        group.others.push(hand)
      }
    }
  }
  return [...groups.values()]
}

/// Every client id a group of this text needs a name for.
export const clientsIn = (doc: Doc, langs: readonly ('nb' | 'nn')[]): Set<number> =>
  new Set(
    langs.flatMap((lang) =>
      piecesOf(doc.getXmlFragment(lang)).flatMap(({ id, hand }) => [
        hand,
        beginnerOf(doc, id) ?? hand,
      ]),
    ),
  )
