// Any text of the schema in its normal form, for property tests.
import * as fc from 'fast-check'
import { plainSigns } from '../../editor/shared/signs.ts'
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
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map(plainSigns)
    .filter((text) => text !== ''),
)

const mark = (type: string): PmMark => {
  if (type === 'insertion' || type === 'deletion') return { type, attrs: { id: 's1' } }
  return type === 'link'
    ? { type, attrs: { href: 'https://lovdata.no/§10-1?a=1&b="2"'.replace(/"/g, '%22') } }
    : { type }
}

const marks = fc
  .subarray(markOrder)
  .map((some) => some.filter((m) => m !== 'sup' || !some.includes('sub')).map(mark))

const atom: fc.Arbitrary<PmJson> = fc.oneof(
  fc
    .stringMatching(/^[a-z0-9]{0,2}$/)
    .map((note) => ({ type: 'note_ref', ...(note ? { attrs: { note } } : {}) })),
  fc.record({ to: fc.constantFrom('section:s1', 'plan:7'), was: words }).map((attrs) => ({
    type: 'xref',
    attrs,
  })),
)

const run: fc.Arbitrary<PmJson> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ text: words, held: marks }).map(({ text, held }) => ({
      type: 'text',
      text,
      ...(held.length ? { marks: held } : {}),
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(atom, marks)
      .map(([one, held]) => ({ ...one, ...(held.length ? { marks: held } : {}) })),
  },
)

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
    id: fc.stringMatching(/^[a-z0-9]{0,2}$/),
    runs: fc.array(run, { maxLength: 5 }),
  })
  .map(({ kind, level, list, indent, id, runs }) => {
    const heading = kind === 'heading'
    const alone = heading || kind === 'note' || kind === 'caption'
    const attrs = {
      ...(kind === 'paragraph' ? {} : { kind }),
      ...(heading && level > 1 ? { level } : {}),
      ...(!alone && list ? { list } : {}),
      ...(!alone && indent ? { indent } : {}),
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

const image: fc.Arbitrary<PmJson> = fc
  .record({
    asset: fc.constantFrom('', 'ab'.repeat(32)),
    alt: fc.oneof(fc.constant(''), words),
    decorative: fc.boolean(),
    size: fc.constantFrom(0, 640),
    id: fc.stringMatching(/^[a-z0-9]{0,2}$/),
  })
  .map(({ asset, alt, decorative, size, id }) => {
    const attrs = {
      ...(asset ? { asset } : {}),
      ...(alt ? { alt } : {}),
      ...(decorative ? { decorative } : {}),
      ...(size ? { width: size, height: size } : {}),
      ...(id ? { id } : {}),
    }
    return { type: 'image', ...(Object.keys(attrs).length ? { attrs } : {}) }
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
      { weight: 1, arbitrary: image },
      { weight: 1, arbitrary: fc.constant({ type: 'rule' }) },
    ),
    { maxLength: 12 },
  )
  .map((content) => filled('doc', content))

/// The same without what only newer texts have: footnotes, cross-references, images.
export const anyPlainText: fc.Arbitrary<PmJson> = anyText.map(plainOf)

function plainOf(node: PmJson): PmJson {
  const content = (node.content ?? [])
    .filter(({ type }) => !['note_ref', 'xref', 'image'].includes(type))
    .map(plainOf)
  const { kind, ...attrs } = node.attrs ?? {}
  const held = { ...attrs, ...(kind && kind !== 'note' && kind !== 'caption' ? { kind } : {}) }
  const { attrs: _a, content: _c, ...rest } = node
  return {
    ...rest,
    ...(Object.keys(held).length ? { attrs: held } : {}),
    ...(content.length ? { content: node.type === 'block' ? join(content) : content } : {}),
  }
}
