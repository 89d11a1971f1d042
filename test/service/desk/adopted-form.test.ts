// Working in what a council changed, paragraph by paragraph as plain text: footnotes and references survive the typing.
import { expect, test } from 'vitest'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { withTexts, writable } from '../../../service/pages/desk/adopted-form.ts'

const text = (words: string): PmJson => ({ type: 'text', text: words })
const call: PmJson = { type: 'note_ref', attrs: { note: 'n' } }
const ref: PmJson = { type: 'xref', attrs: { to: 'section:s', was: 'Klima' } }
const block: PmJson = {
  type: 'block',
  attrs: { id: 'p' },
  content: [text('Rådet'), call, text(' gir råd, se '), ref, text('.')],
}
const typed = (words: string) =>
  withTexts(
    { type: 'doc', content: [block] },
    () => words,
    () => undefined,
  ).content?.[0]?.content

test('a paragraph shows its calls and references as signs, and left alone it is the same', () => {
  expect(writable(block)).toBe('Rådet[fotnote 1] gir råd, se [henvisning 2: Klima].')
  expect(typed(writable(block))).toEqual(block.content)
})

test('what is typed around the signs keeps them, moved or not; one taken away is away', () => {
  expect(typed('Rådet gir[fotnote 1] gode råd, se [henvisning 2: Klima]!')).toEqual([
    text('Rådet gir'),
    call,
    text(' gode råd, se '),
    ref,
    text('!'),
  ])
  expect(typed('Rådet gir råd[fotnote 1][fotnote 9].')).toEqual([
    text('Rådet gir råd'),
    call,
    text('.'),
  ])
})
