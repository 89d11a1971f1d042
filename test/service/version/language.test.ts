// What is counted in a text before it is frozen: paragraphs that lack a language, copies, outdated translations.
import { describe, expect, test } from 'vitest'
import { Doc, XmlElement } from 'yjs'
import { writeBlocks } from '../../../editor/shared/write.ts'
import { languageIn } from '../../../service/version/language.ts'

const long =
  'Kommunen skal ha oversikt over status og behov, og oversikten skal følge med når planene legges.'

const doc = (blocks: { nb?: [string, string][]; nn?: [string, string][] }): Doc => {
  const made = new Doc()
  for (const lang of ['nb', 'nn'] as const)
    writeBlocks(
      made,
      lang,
      (blocks[lang] ?? []).map(([id, text]) => ({ id, text })),
    )
  return made
}
const check = (made: Doc, lang: 'nb' | 'nn', words: string) =>
  (made.getXmlFragment(lang).get(0) as XmlElement).setAttribute('source', words)
const none = { missing: 0, machine: 0, outdated: 0 }

describe('a language that must be there', () => {
  test('a joint chapter written in one language only lacks each of its paragraphs in the other', () => {
    const one = doc({
      nb: [
        ['a', 'Først.'],
        ['b', 'Så.'],
      ],
    })
    expect(languageIn(one, 'both', 'nb')).toEqual({ ...none, missing: 2 })
    expect(languageIn(one, 'nb', 'nb')).toEqual(none)
    expect(languageIn(one, 'nn', 'nb')).toEqual({ ...none, missing: 2 })
  })
  test('an empty joint chapter lacks nothing; an empty own one does', () => {
    expect(languageIn(doc({}), 'both', 'nb')).toEqual(none)
    expect(languageIn(doc({}), 'nn', 'nn')).toEqual({ ...none, missing: 1 })
  })
  test('a paragraph without a counterpart is told, and no more', () => {
    const uneven = doc({
      nb: [
        ['a', 'Først.'],
        ['b', 'Så.'],
      ],
      nn: [['a', 'Fyrst.']],
    })
    expect(languageIn(uneven, 'both', 'nb')).toEqual({ ...none, unpaired: 1 })
    expect(languageIn(uneven, 'nb', 'nb')).toEqual(none)
  })
  test('a copy to be translated is a machine draft until it is changed or checked', () => {
    const copied = doc({
      nb: [
        ['a', long],
        ['b', 'Næring'],
      ],
      nn: [
        ['a', long],
        ['b', 'Næring'],
      ],
    })
    expect(languageIn(copied, 'both', 'nb')).toEqual({ ...none, machine: 1 })
    check(copied, 'nn', long)
    expect(languageIn(copied, 'both', 'nb')).toEqual(none)
  })
  test('a translation checked against words that have changed is outdated, whichever language was the source', () => {
    for (const source of ['nb', 'nn'] as const) {
      const other = source === 'nb' ? 'nn' : 'nb'
      const made = doc({ [source]: [['a', 'Nye ord.']], [other]: [['a', 'Andre ord.']] })
      check(made, other, 'Gamle ord.')
      expect(languageIn(made, 'both', source)).toEqual({ ...none, outdated: 1 })
      expect(languageIn(made, other, source)).toEqual({ ...none, outdated: 1 })
      expect(languageIn(made, source, source)).toEqual(none)
    }
  })
})
