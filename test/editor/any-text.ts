// Any text of the schema in its normal form, for property tests.
import * as fc from 'fast-check'
import { kinds, lists, markOrder, type PmJson, type PmMark } from '../../editor/shared/schema.ts'

const words = fc.oneof(
  fc.constantFrom(
    'Rådet gir råd. ',
    'ø',
    ' ',
    '<script>',
    '&amp;',
    '«Kven» ',
    '𝕏',
    '"\'',
    'e\u0301',
    '\n',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
)

const mark = (type: string): PmMark =>
  type === 'link'
    ? { type, attrs: { href: 'https://lovdata.no/§10-1?a=1&b="2"'.replace(/"/g, '%22') } }
    : { type }

const run: fc.Arbitrary<PmJson> = fc.oneof({
  weight: 6,
  arbitrary: fc.record({ text: words, marks: fc.subarray(markOrder) }).map(({ text, marks }) => {
    const held = marks.filter((m) => m !== 'sup' || !marks.includes('sub')).map(mark)
    return { type: 'text', text, ...(held.length ? { marks: held } : {}) }
  }),
})

/// Neighbours with equal marks are one run.
const join = (runs: PmJson[]): PmJson[] =>
  runs.reduce<PmJson[]>((out, one) => {
    const last = out.at(-1)
    const same =
      last?.type === 'text' &&
      one.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(one.marks)
    if (!same) return [...out, one]
    return [...out.slice(0, -1), { ...last, text: `${last.text}${one.text}` }]
  }, [])

export const anyBlock: fc.Arbitrary<PmJson> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    level: fc.integer({ min: 1, max: 4 }),
    list: fc.constantFrom(...lists),
    indent: fc.integer({ min: 0, max: 5 }),
    id: fc.stringMatching(/^[a-z0-9]{0,4}$/),
    runs: fc.array(run, { maxLength: 5 }),
  })
  .map(({ kind, level, list, indent, id, runs }) => {
    const heading = kind === 'heading'
    const attrs = {
      ...(kind === 'paragraph' ? {} : { kind }),
      ...(heading && level > 1 ? { level } : {}),
      ...(!heading && list ? { list } : {}),
      ...(!heading && indent ? { indent } : {}),
      ...(id ? { id } : {}),
    }
    const content = join(runs)
    return {
      type: 'block',
      ...(Object.keys(attrs).length ? { attrs } : {}),
      ...(content.length ? { content } : {}),
    }
  })

const filled = (type: string, content: PmJson[]): PmJson => ({
  type,
  ...(content.length ? { content } : {}),
})

const cell = fc.array(anyBlock, { maxLength: 2 }).map((blocks) => filled('cell', blocks))
const row = fc.array(cell, { maxLength: 3 }).map((cells) => filled('row', cells))
const table = fc
  .record({ rows: fc.array(row, { maxLength: 3 }), header: fc.boolean() })
  .map(({ rows, header }) => ({
    ...filled('table', rows),
    ...(header ? {} : { attrs: { header } }),
  }))

export const anyText: fc.Arbitrary<PmJson> = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: anyBlock },
      { weight: 1, arbitrary: table },
      { weight: 1, arbitrary: fc.constant({ type: 'rule' }) },
    ),
    { maxLength: 12 },
  )
  .map((content) => filled('doc', content))
