// Reading a section: one normal form, nothing touched, nothing lost that the schema does not know.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { blocksOf, toHtml } from '../../../editor/shared/html.ts'
import { readMarkedSection, readSection } from '../../../editor/shared/read.ts'
import { blockAttrs, schema, type PmJson } from '../../../editor/shared/schema.ts'
import { countWords, toPlainText } from '../../../editor/shared/plain.ts'
import { replaceText, writeBlocks } from '../../../editor/shared/write.ts'
import { anyText } from '../any-text.ts'

describe('reading a section', () => {
  test('what was written is read back, and reading twice gives the same', () => {
    fc.assert(
      fc.property(anyText, (json) => {
        const doc = new Doc()
        replaceText(doc, 'nn', json)
        const read = readMarkedSection(doc).nn
        expect(read).toEqual(json)
        const again = new Doc()
        replaceText(again, 'nn', read)
        expect(readMarkedSection(again).nn).toEqual(read)
      }),
    )
  })

  test('the schema accepts whatever is read, and writes it the same way', () => {
    fc.assert(
      fc.property(anyText, (json) => {
        const node = schema.nodeFromJSON(json)
        node.check()
        expect(withoutDefaults(node.toJSON() as PmJson)).toEqual(json)
      }),
    )
  })

  test('reading emits no update and leaves every byte where it was, also with foreign content', () => {
    fc.assert(
      fc.property(anyText, foreign, (json, strangers) => {
        const doc = new Doc()
        replaceText(doc, 'nb', json)
        for (const stranger of strangers) stranger(doc)
        const before = encodeStateAsUpdate(doc)
        let updates = 0
        doc.on('update', () => updates++)
        const { nb } = readSection(doc)
        toHtml(nb)
        toPlainText(nb)
        expect(updates).toBe(0)
        expect(encodeStateAsUpdate(doc)).toEqual(before)
        schema.nodeFromJSON(nb).check()
      }),
    )
  })

  test('two copies that got the same edits in another order read the same', () => {
    const a = new Doc()
    writeBlocks(a, 'nb', [{ id: 'p1', text: 'Rådet gir råd.' }])
    const b = new Doc()
    applyUpdate(b, encodeStateAsUpdate(a))
    const textIn = (doc: Doc) =>
      (doc.getXmlFragment('nb').get(0) as XmlElement).get(0) as unknown as XmlText
    textIn(a).insert(5, ' alltid')
    textIn(b).format(0, 5, { bold: {} })
    applyUpdate(a, encodeStateAsUpdate(b))
    applyUpdate(b, encodeStateAsUpdate(a))
    expect(readSection(a)).toEqual(readSection(b))
  })

  test('content of a newer editor is kept as unknown with its own JSON', () => {
    const doc = new Doc()
    const chart = new XmlElement('chart')
    chart.setAttribute('rows', '12')
    chart.insert(0, [new XmlText('Folketal')])
    doc.getXmlFragment('nb').insert(0, [chart])
    const [read] = readSection(doc).nb.content ?? []
    expect(read?.type).toBe('unknown')
    expect(read?.attrs?.name).toBe('chart')
    expect(read?.attrs?.data).toContain('Folketal')
  })

  test('attributes of a foreign client are brought into range', () => {
    expect(blockAttrs({ kind: 'heading', level: '99', list: 'bullet', indent: -3 })).toEqual({
      kind: 'heading',
      level: 4,
      list: '',
      indent: 0,
      id: '',
    })
  })

  test('words and numbers count what has text', () => {
    const doc = new Doc()
    writeBlocks(doc, 'nb', [
      { text: '' },
      { text: 'Sør-Fron og Vågå, 2028–2031' },
      { text: 'to ord' },
    ])
    const { nb } = readSection(doc)
    expect(blocksOf(nb).map((block) => block.number)).toEqual([0, 1, 2])
    expect(countWords(toPlainText(nb))).toBe(6)
  })
})

/// Edits no editor of ours makes: unknown elements, embeds, strange attributes, texts side by side.
const foreign = fc.array(
  fc.constantFrom<(doc: Doc) => void>(
    (doc) => doc.getXmlFragment('nb').insert(0, [new XmlElement('chart')]),
    (doc) => doc.getXmlFragment('nb').insert(0, [new XmlText('løs tekst')]),
    (doc) => {
      const block = new XmlElement('block')
      block.setAttribute('level', 'NaN')
      block.insert(0, [new XmlText('a'), new XmlText('b'), new XmlElement('widget')])
      doc.getXmlFragment('nb').insert(0, [block])
    },
    (doc) => {
      const block = new XmlElement('block')
      const text = new XmlText()
      text.applyDelta([
        { insert: 'x', attributes: { glow: { by: 3 }, link: { href: 'javascript:1' } } },
      ])
      text.insertEmbed(0, { image: 'x' })
      block.insert(0, [text])
      doc.getXmlFragment('nb').insert(0, [block])
    },
    (doc) => {
      const table = new XmlElement('table')
      const row = new XmlElement('row')
      row.insert(0, [new XmlElement('cell'), new XmlText('mellom')])
      table.insert(0, [row])
      doc.getXmlFragment('nb').insert(0, [table])
    },
  ),
  { minLength: 1, maxLength: 6 },
)

function withoutDefaults(node: PmJson): PmJson {
  const defaults = schema.nodes[node.type]!.spec.attrs
  const attrs = Object.entries(node.attrs ?? {}).filter(([k, v]) => v !== defaults?.[k]?.default)
  const { attrs: _, content, ...rest } = node
  return {
    ...rest,
    ...(attrs.length ? { attrs: Object.fromEntries(attrs) } : {}),
    ...(content ? { content: content.map(withoutDefaults) } : {}),
  }
}
