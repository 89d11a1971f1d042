import { expect, test } from 'vitest'
import { termsIn } from '../../../editor/both/lookup.ts'

const terms = [
  { nb: 'høring', nn: 'høyring' },
  { nb: 'høringsfrist', nn: 'høyringsfrist' },
  { nb: 'deltidsinnbygger', nn: 'deltidsinnbyggjar' },
  { nb: 'ikke', nn: 'ikkje' },
]

test('words are found with the endings Norwegian gives them, the longest first, in the order of the text', () => {
  const text = 'Deltidsinnbyggerne har ikke svart innen høringsfristen. Høringen er over.'
  const said = 'Deltidsinnbyggjarane har ikkje svara innan fristen. Høringa er over.'
  expect(termsIn(terms, 'nb', text, said)).toEqual([
    { from: 'deltidsinnbygger', to: 'deltidsinnbyggjar', used: true },
    { from: 'ikke', to: 'ikkje', used: true },
    { from: 'høringsfrist', to: 'høyringsfrist', used: false },
    { from: 'høring', to: 'høyring', used: false },
  ])
})

test('no word is found inside another, and the other way round works too', () => {
  expect(termsIn(terms, 'nb', 'Ikkert og tilhøring', '')).toEqual([])
  expect(termsIn(terms, 'nn', 'Høyringa er over.', 'Høringen er over.')).toEqual([
    { from: 'høyring', to: 'høring', used: true },
  ])
})
