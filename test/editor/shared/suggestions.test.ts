// Open suggestions read from and settled in the shared document, without a browser: what each piece is, whose hand put it
// there, and that two who settle at once come to the same text.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { readMarkedSection, readSection } from '../../../editor/shared/read.ts'
import {
  begin,
  beginnerOf,
  cover,
  idsOf,
  mend,
  piecesOf,
  settle,
  shapeValue,
  suggestionAttrs,
  unmeantIn,
  type Verdict,
} from '../../../editor/shared/suggestions.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { writeBlocks } from '../../../editor/shared/write.ts'

const blockAt = (doc: Doc, n: number): XmlElement => doc.getXmlFragment('nb').get(n) as XmlElement
const textAt = (doc: Doc, n: number): XmlText => blockAt(doc, n).get(0) as XmlText
const lines = (doc: Doc): string[] =>
  doc
    .getXmlFragment('nb')
    .toArray()
    .map((block) =>
      (block as XmlElement)
        .toArray()
        .map((text) =>
          (text as XmlText)
            .toDelta()
            .map((d: { insert: string }) => d.insert)
            .join(''),
        )
        .join(''),
    )

/// A text of two blocks by client 1, and a copy for client 2.
function twoCopies(): [Doc, Doc] {
  const first = new Doc()
  first.clientID = 1
  writeBlocks(first, 'nb', [
    { id: 'a', text: 'Rådet gir råd.' },
    { id: 'b', text: 'Kommunene velger.' },
  ])
  const second = new Doc()
  second.clientID = 2
  applyUpdate(second, encodeStateAsUpdate(first))
  return [first, second]
}

const meet = (a: Doc, b: Doc): void => {
  for (let i = 0; i < 2; i++) {
    applyUpdate(b, encodeStateAsUpdate(a))
    applyUpdate(a, encodeStateAsUpdate(b))
  }
}

/// Suggests "gode " before "råd.", and that "velger" goes.
function suggested(): [Doc, Doc] {
  const [first, second] = twoCopies()
  begin(second, 's1', '2028-02-14T09:00:00.000Z')
  textAt(second, 0).insert(10, 'gode ', { insertion: { id: 's1' } })
  textAt(second, 1).format(10, 6, { deletion: { id: 's2' } })
  meet(first, second)
  return [first, second]
}

const all =
  (verdict: Verdict) =>
  (doc: Doc): string[] => {
    doc.transact(() => settle(doc.getXmlFragment('nb'), () => verdict))
    return lines(doc)
  }

describe('open suggestions', () => {
  test('are read with their place, their words and the hand that put them there', () => {
    const [first] = suggested()
    const pieces = piecesOf(first.getXmlFragment('nb'))
    expect(pieces).toEqual([
      { is: 'insertion', id: 's1', hand: 2, block: 'a', text: 'gode ', pos: 11, size: 5 },
      { is: 'deletion', id: 's2', hand: 2, block: 'b', text: 'velger', pos: 32, size: 6 },
    ])
    expect(idsOf(pieces)).toEqual(['s1', 's2'])
    expect(beginnerOf(first, 's1')).toBe(2)
    expect(beginnerOf(first, 's2')).toBeUndefined()
  })

  test('keep who began them when another writes the same name later', () => {
    const [first, second] = suggested()
    begin(first, 's1', 'forged')
    meet(first, second)
    expect(beginnerOf(first, 's1')).toBe(2)
    expect(beginnerOf(second, 's1')).toBe(2)
  })

  test('show words another put under the same name as that other’s', () => {
    const [first, second] = suggested()
    textAt(first, 1).insert(0, 'Alle ', { insertion: { id: 's1' } })
    meet(first, second)
    const hands = piecesOf(second.getXmlFragment('nb'))
      .filter(({ id }) => id === 's1')
      .map(({ text, hand }) => [text, hand])
    expect(hands).toEqual([
      ['gode ', 2],
      ['Alle ', 1],
    ])
  })

  test('are in the text when accepted, and leave it as it was when rejected', () => {
    expect(all('accept')(suggested()[0])).toEqual(['Rådet gir gode råd.', 'Kommunene .'])
    expect(all('reject')(suggested()[0])).toEqual(['Rådet gir råd.', 'Kommunene velger.'])
    const [doc] = suggested()
    all('accept')(doc)
    expect(piecesOf(doc.getXmlFragment('nb'))).toEqual([])
  })

  test('one can be accepted and another left open', () => {
    const [doc] = suggested()
    doc.transact(() =>
      settle(doc.getXmlFragment('nb'), ({ id }) => (id === 's1' ? 'accept' : undefined)),
    )
    expect(lines(doc)).toEqual(['Rådet gir gode råd.', 'Kommunene velger.'])
    expect(idsOf(piecesOf(doc.getXmlFragment('nb')))).toEqual(['s2'])
  })

  test('a paragraph suggested cut in two is whole again when rejected, two when accepted', () => {
    const cut = () => {
      const doc = new Doc()
      writeBlocks(doc, 'nb', [
        { id: 'a', text: 'Rådet ' },
        { id: 'b', text: 'gir råd.' },
      ])
      ;(blockAt(doc, 1) as XmlElement).setAttribute(suggestionAttrs.split, 's1')
      return doc
    }
    expect(all('reject')(cut())).toEqual(['Rådet gir råd.'])
    expect(all('accept')(cut())).toEqual(['Rådet ', 'gir råd.'])
  })

  test('two paragraphs suggested joined are one when accepted, and the empty one goes', () => {
    const joined = (above: string, below: string) => {
      const doc = new Doc()
      writeBlocks(doc, 'nb', [
        { id: 'a', text: above, kind: 'heading' },
        { id: 'b', text: below },
      ])
      ;(blockAt(doc, 1) as XmlElement).setAttribute(suggestionAttrs.join, 's1')
      return doc
    }
    expect(all('accept')(joined('Rådet ', 'gir råd.'))).toEqual(['Rådet gir råd.'])
    expect(all('reject')(joined('Rådet ', 'gir råd.'))).toEqual(['Rådet ', 'gir råd.'])
    expect(all('accept')(joined('Rådet', ''))).toEqual(['Rådet'])
    const doc = joined('', 'gir råd.')
    expect(all('accept')(doc)).toEqual(['gir råd.'])
    expect(blockAt(doc, 0).getAttribute('id')).toBe('b')
  })

  test('another kind of paragraph is taken when accepted and forgotten when rejected', () => {
    const shaped = () => {
      const [doc] = twoCopies()
      const to = { kind: 'heading', level: 2, list: '' as const, indent: 0 }
      blockAt(doc, 0).setAttribute(suggestionAttrs.shape, shapeValue('s1', to))
      return doc
    }
    const accepted = shaped()
    all('accept')(accepted)
    expect(blockAt(accepted, 0).getAttributes()).toMatchObject({ kind: 'heading', level: 2 })
    const rejected = shaped()
    expect(piecesOf(rejected.getXmlFragment('nb'))[0]).toMatchObject({
      was: { kind: 'paragraph' },
      to: { kind: 'heading', level: 2 },
    })
    all('reject')(rejected)
    expect(blockAt(rejected, 0).getAttributes()).toMatchObject({ kind: 'paragraph', level: 1 })
  })

  test('two who settle the same at once see the same afterwards, whatever each chose', () => {
    for (const [a, b] of [
      ['accept', 'accept'],
      ['accept', 'reject'],
      ['reject', 'reject'],
    ] as const) {
      const [first, second] = suggested()
      all(a)(first)
      all(b)(second)
      meet(first, second)
      expect(lines(first), `${a} and ${b}`).toEqual(lines(second))
      expect(piecesOf(first.getXmlFragment('nb')), `${a} and ${b}`).toEqual([])
    }
  })

  test('words written inside a deletion at the moment it is accepted stay', () => {
    const [first, second] = suggested()
    all('accept')(first)
    textAt(second, 1).insert(13, 'XX', { deletion: null })
    meet(first, second)
    expect(lines(first)[1]).toBe('Kommunene XX.')
    expect(lines(second)).toEqual(lines(first))
  })

  test('a deletion is not about what another was writing there at that moment', () => {
    const [first, second] = twoCopies()
    textAt(second, 1).format(10, 6, { deletion: { id: 's2' } })
    cover(second.getXmlFragment('nb'), new Set(['s2']), [])
    textAt(first, 1).insert(13, 'XX')
    meet(first, second)
    const found = piecesOf(first.getXmlFragment('nb'))
    expect(found.map(({ text }) => text)).toEqual(['vel', 'ger'])
    const accepted = new Doc()
    applyUpdate(accepted, encodeStateAsUpdate(first))
    expect(all('accept')(accepted)[1]).toBe('Kommunene XX.')
    expect(piecesOf(accepted.getXmlFragment('nb'))).toEqual([])
    // Whoever wrote them takes the mark off, and a deletion that goes on does not take them with it.
    expect(mend(second.getXmlFragment('nb'), 2)).toBe(false)
    expect(mend(first.getXmlFragment('nb'), 1)).toBe(true)
    meet(first, second)
    const unmeant = unmeantIn(second.getXmlFragment('nb'))
    expect(unmeant).toEqual([])
    textAt(second, 1).format(18, 1, { deletion: { id: 's2' } })
    cover(second.getXmlFragment('nb'), new Set(['s2']), unmeant)
    expect(piecesOf(second.getXmlFragment('nb')).map(({ text }) => text)).toEqual(['vel', 'ger.'])
  })

  test('are not in the text as it is read, which is the text with all of them turned down', () => {
    fc.assert(
      fc.property(anySuggested, (blocks) => {
        const doc = made(blocks)
        const read = readSection(doc).nb
        all('reject')(doc)
        expect(filled(readSection(doc).nb)).toEqual(filled(read))
        expect(readMarkedSection(doc).nb).toEqual(readSection(doc).nb)
        expect(JSON.stringify(read)).not.toMatch(/suggestion|insertion|deletion/)
      }),
    )
  })

  test('settled in any order, one by one or all at once, give the same text', () => {
    fc.assert(
      fc.property(
        anySuggested,
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        (blocks, yes) => {
          const verdict = (id: string): Verdict => (yes[Number(id)] ? 'accept' : 'reject')
          const atOnce = made(blocks)
          atOnce.transact(() => settle(atOnce.getXmlFragment('nb'), ({ id }) => verdict(id)))
          const oneByOne = made(blocks)
          for (const id of ['2', '0', '3', '1']) {
            oneByOne.transact(() =>
              settle(oneByOne.getXmlFragment('nb'), (piece) =>
                piece.id === id ? verdict(id) : undefined,
              ),
            )
          }
          expect(lines(oneByOne).join('')).toBe(lines(atOnce).join(''))
          expect(piecesOf(oneByOne.getXmlFragment('nb'))).toEqual([])
        },
      ),
    )
  })
})

type Given = {
  runs: { text: string; insertion: string; deletion: string }[]
  split: string
  join: string
}
const id = fc.constantFrom('', '', '', '0', '1', '2', '3')
const anySuggested: fc.Arbitrary<Given[]> = fc.array(
  fc.record({
    runs: fc.array(
      fc.record({ text: fc.constantFrom('a', 'bc', ' ', 'd.'), insertion: id, deletion: id }),
      { maxLength: 4 },
    ),
    split: id,
    join: id,
  }),
  { maxLength: 5 },
)

function made(blocks: Given[]): Doc {
  const doc = new Doc()
  writeBlocks(
    doc,
    'nb',
    blocks.map(({ runs }, i) => ({ id: `b${i}`, text: runs.map(({ text }) => text).join('') })),
  )
  blocks.forEach(({ runs, split, join }, i) => {
    const block = blockAt(doc, i)
    if (split) block.setAttribute(suggestionAttrs.split, split)
    if (join) block.setAttribute(suggestionAttrs.join, join)
    let at = 0
    for (const { text, insertion, deletion } of runs) {
      const marks = {
        ...(insertion ? { insertion: { id: insertion } } : {}),
        ...(deletion ? { deletion: { id: deletion } } : {}),
      }
      if (insertion || deletion) textAt(doc, i).format(at, text.length, marks)
      at += text.length
    }
  })
  return doc
}

/// Blocks with words; whether an empty one stays is a matter of taste.
const filled = ({ content = [] }: PmJson) =>
  content.map(({ content: words = [] }) => words.map(({ text }) => text).join('')).filter(Boolean)
