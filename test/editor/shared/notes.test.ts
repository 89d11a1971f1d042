// Footnotes, references, captions and pictures where a text is read: numbered by their calls, named as they are called
// now, and never lost.
import { describe, expect, test } from 'vitest'
import { Doc, XmlElement, XmlText } from 'yjs'
import { compareTexts } from '../../../editor/shared/compare.ts'
import { blocksOf, toHtml } from '../../../editor/shared/html.ts'
import { notesOf } from '../../../editor/shared/notes.ts'
import { toPlainText } from '../../../editor/shared/plain.ts'
import { readSection } from '../../../editor/shared/read.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { readTranslation } from '../../../editor/shared/translation.ts'
import { replaceText } from '../../../editor/shared/write.ts'

const text = (words: string): PmJson => ({ type: 'text', text: words })
const call = (note: string): PmJson => ({ type: 'note_ref', attrs: { note } })
const to = (target: string, was: string): PmJson => ({ type: 'xref', attrs: { to: target, was } })
const block = (id: string, content: PmJson[], attrs: PmJson['attrs'] = {}): PmJson => ({
  type: 'block',
  attrs: { ...attrs, id },
  content,
})
const note = (id: string, words: string): PmJson => block(id, [text(words)], { kind: 'note' })
const doc = (...content: PmJson[]): PmJson => ({ type: 'doc', content })

describe('footnotes', () => {
  const json = doc(
    note('x', 'Ingen kaller.'),
    note('b', 'Andre.'),
    block('p', [
      text('En'),
      call('a'),
      text(', to'),
      call('b'),
      text(', igjen'),
      call('a'),
      call('borte'),
    ]),
    note('a', 'Første.'),
  )

  test('are numbered by where they are called first, and stand last with ways back', () => {
    expect([...notesOf(json).numbers]).toEqual([
      ['a', 1],
      ['b', 2],
    ])
    const html = toHtml(json, { anchorPrefix: 'nn-', wordsIn: 'nn' })
    expect(html).toContain(
      'En<sup class="note-ref"><a id="nn-a-ref" href="#nn-a" role="doc-noteref" aria-label="Fotnote 1">1</a></sup>',
    )
    expect(html).toContain('igjen<sup class="note-ref"><a id="nn-a-ref2" href="#nn-a"')
    expect(html).toContain('<sup class="note-ref gone">?</sup>')
    expect(html).toContain(
      '<section class="notes" role="doc-endnotes" aria-label="Fotnotar"><ol><li id="nn-a" value="1">Første. <a href="#nn-a-ref" role="doc-backlink" aria-label="Tilbake til teksten (1)">↩</a></li>',
    )
    expect(html).toContain(
      '<li id="nn-x" data-orphan>Ingen kaller. <span class="why">(utan tilvising i teksten)</span></li>',
    )
    expect(html.indexOf('Første.')).toBeLessThan(html.indexOf('Andre.'))
  })

  test('bear no paragraph number, and keep theirs when a chapter is written out in pieces', () => {
    expect(blocksOf(json).map(({ id, number }) => [id, number])).toEqual([
      ['p', 1],
      ['a', 0],
      ['b', 0],
      ['x', 0],
    ])
    const notes = notesOf(json, 'F5-')
    const piece = doc(block('q', [text('To'), call('b')]))
    expect(toHtml(piece, { anchors: false, notes })).toBe(
      '<p>To<sup class="note-ref"><a id="F5-b-ref" href="#F5-b" role="doc-noteref" aria-label="Fotnote 2">2</a></sup></p>',
    )
  })

  test('are among the words that are counted, searched and compared', () => {
    expect(toPlainText(json)).toContain('Første.')
    const after = doc(...json.content!.slice(0, 3), note('a', 'Første, men ny.'))
    const changed = compareTexts(json, after).filter(({ is }) => is !== 'same')
    expect(changed).toMatchObject([{ is: 'changed', after: { id: 'a', kind: 'note' } }])
  })
})

describe('cross-references', () => {
  const json = doc(block('p', [text('Se '), to('section:s', 'Før'), text('.')]))

  test('say what they point at is called now, as a link where there is one', () => {
    const labels = () => ({ text: 'Nå & da', href: '/tekst/s' })
    expect(toHtml(json, { labels, anchors: false })).toBe(
      '<p>Se <a class="ds-link xref" href="/tekst/s">Nå &amp; da</a>.</p>',
    )
    expect(toHtml(json, { labels: () => ({ text: 'Nå' }), anchors: false })).toBe(
      '<p>Se <span class="xref">Nå</span>.</p>',
    )
    expect(blocksOf(json, '', labels)[0]?.text).toBe('Se Nå & da.')
  })

  test('say by name that what they point at is gone', () => {
    expect(toHtml(json, { labels: () => undefined, anchors: false, wordsIn: 'nn' })).toBe(
      '<p>Se <span class="xref gone">Før <span class="why">(finst ikkje lenger)</span></span>.</p>',
    )
  })

  test('never lead where no link may', () => {
    const labels = () => ({ text: 'Nå', href: 'javascript:alert(1)' })
    expect(toHtml(json, { labels, anchors: false })).toBe('<p>Se <span class="xref">Nå</span>.</p>')
  })
})

describe('pictures and captions', () => {
  const asset = 'ab'.repeat(32)
  const caption = block('c', [text('Figur 1')], { kind: 'caption' })

  test('a picture with its caption is a figure, one that is decorative says nothing', () => {
    const picture = { type: 'image', attrs: { asset, alt: '«Kart»', width: 640, height: 480 } }
    const imageHref = (hash: string) => `/bilde/${hash}`
    expect(toHtml(doc(picture, caption), { imageHref, anchors: false })).toBe(
      `<figure><img src="/bilde/${asset}" alt="«Kart»" width="640" height="480" loading="lazy" decoding="async"><figcaption class="caption">Figur 1</figcaption></figure>`,
    )
    const quiet = { type: 'image', attrs: { asset, alt: 'x', decorative: true } }
    expect(toHtml(doc(quiet), { imageHref })).toContain('alt=""')
  })

  test('a picture that is not there says what it would show; a caption alone is a paragraph', () => {
    const missing = { type: 'image', attrs: { alt: 'Kart' } }
    expect(toHtml(doc(missing))).toBe('<figure><p class="image-missing">Kart</p></figure>')
    expect(toHtml(doc(caption), { anchors: false })).toBe('<p class="caption">Figur 1</p>')
  })

  test('a foreign client’s values are brought into what a picture may have', () => {
    const made = new Doc()
    const image = new XmlElement<Record<string, unknown> & { [key: string]: never }>('image')
    for (const [key, value] of Object.entries({
      asset: '../../etc/passwd',
      alt: 'x\u202etxt',
      width: 'bred',
      height: -5,
      onload: 'alert(1)',
    })) {
      ;(image as XmlElement<Record<string, unknown> & Record<string, never>>).setAttribute(
        key,
        value as never,
      )
    }
    made.getXmlFragment('nb').insert(0, [image])
    expect(readSection(made).nb).toEqual(doc({ type: 'image', attrs: { alt: 'xtxt' } }))
  })
})

describe('the shared text', () => {
  test('holds a call as one sign among the letters, so that nothing is cut in two', () => {
    const made = new Doc()
    replaceText(made, 'nb', doc(block('p', [text('Rådet'), call('n'), text(' gir råd')])))
    const held = (made.getXmlFragment('nb').get(0) as XmlElement).toArray()
    expect(held.length).toBe(1)
    expect((held[0] as XmlText).length).toBe('Rådet gir råd'.length + 1)
  })

  test('keeps a sign of a newer edition with its value', () => {
    const made = new Doc()
    const held = new XmlElement('block')
    const words = new XmlText()
    const atom = { type: 'formula', value: '{"tex":"x^2"}' }
    words.applyDelta([{ insert: 'a' }, { insert: '\ufffc', attributes: { atom } }])
    held.insert(0, [words])
    made.getXmlFragment('nb').insert(0, [held])
    const { nb } = readSection(made)
    expect(nb.content?.[0]?.content?.[1]).toEqual({
      type: 'unknown_inline',
      attrs: { name: 'formula', data: '{"tex":"x^2"}' },
    })
    const again = new Doc()
    replaceText(again, 'nb', nb)
    expect(readSection(again).nb).toEqual(nb)
  })

  test('reads without letters that turn the reading direction, hide or flood', () => {
    const made = new Doc()
    replaceText(
      made,
      'nb',
      doc(
        block('p', [
          text(`a\u202egod\u2069b${'\u200b'.repeat(5000)}c${'e' + '\u0301'.repeat(50)}`),
        ]),
      ),
    )
    const [read] = readSection(made).nb.content ?? []
    expect(read?.content?.[0]?.text).toBe(`agodbce${'\u0301'.repeat(6)}`)
  })

  test('a checked translation stays checked when it holds a call', () => {
    const made = new Doc()
    const content = [text('Rådet'), call('n'), text(' gir råd')]
    replaceText(made, 'nb', doc(block('p', content)))
    replaceText(made, 'nn', doc(block('p', content)))
    ;(made.getXmlFragment('nn').get(0) as XmlElement).setAttribute('source', 'Rådet gir råd')
    expect(readTranslation(made, 'nb')).toMatchObject({ checked: 1, outdated: 0 })
  })
})
