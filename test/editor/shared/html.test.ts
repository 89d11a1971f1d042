// A text as HTML: real lists, checked addresses, nothing that could run, and fast enough to do on every request.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, toHtml } from '../../../editor/shared/html.ts'
import { hrefOf, safeHref } from '../../../editor/shared/link.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { anyText } from '../any-text.ts'

const block = (text: string, attrs: PmJson['attrs'] = {}): PmJson => ({
  type: 'block',
  attrs,
  content: [{ type: 'text', text }],
})
const doc = (...content: PmJson[]): PmJson => ({ type: 'doc', content })

describe('a text as HTML', () => {
  test('neighbouring list items become one list, nested by their indent', () => {
    const html = toHtml(
      doc(
        block('a', { list: 'bullet' }),
        block('b', { list: 'bullet', indent: 2 }),
        block('c', { list: 'number', indent: 1 }),
        block('d', { list: 'bullet' }),
        block('e'),
      ),
      { anchors: false },
    )
    expect(html).toBe('<ul><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li><li>d</li></ul><p>e</p>')
  })

  test('quotes and call-outs next to each other stand together', () => {
    const html = toHtml(
      doc(
        block('a', { kind: 'quote' }),
        block('b', { kind: 'quote' }),
        block('c', { kind: 'callout' }),
      ),
      { anchors: false },
    )
    expect(html).toBe(
      '<blockquote><p>a</p><p>b</p></blockquote><div class="callout"><p>c</p></div>',
    )
  })

  test('headings stand under the page’s own, never deeper than h6', () => {
    const text = doc(block('a', { kind: 'heading' }), block('b', { kind: 'heading', level: 4 }))
    expect(toHtml(text, { anchors: false })).toBe('<h2>a</h2><h5>b</h5>')
    expect(toHtml(text, { anchors: false, headingOffset: 4 })).toBe('<h5>a</h5><h6>b</h6>')
  })

  test('whatever is in a text, only our own elements come out and every tag is closed', () => {
    fc.assert(
      fc.property(anyText, (json) => {
        const html = toHtml(json)
        const open: string[] = []
        for (const [, end, name, void_] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/g)) {
          expect(known).toContain(name)
          expect(void_).not.toMatch(/\son|style=|javascript:/i)
          if (['br', 'hr', 'img'].includes(name!)) continue
          if (end) expect(open.pop()).toBe(name)
          else open.push(name!)
        }
        expect(open).toEqual([])
      }),
    )
  })

  test('every word of the text is in the HTML, in order', () => {
    fc.assert(
      fc.property(anyText, (json) => {
        // What the page says itself: numbers of notes, ways back, and words in the place of what is gone.
        const text = toHtml(json)
          .replace(/<sup class="note-ref.*?<\/sup>/g, '')
          .replace(/ <a [^>]*role="doc-backlink".*?<\/a>/g, '')
          .replace(/ <span class="why">.*?<\/span>/g, '')
          .replace(/<p class="image-missing">.*?<\/p>/gs, '')
          .replace(/<br>/g, '\n')
          .replace(/<[^>]*>/g, '')
          .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) => signs[name]!)
        expect(text).toBe(
          blocksOf(json)
            .map((one) => one.text)
            .join(''),
        )
      }),
    )
  })

  test('anchors are unique on the page, also when two blocks bear the same id', () => {
    fc.assert(
      fc.property(anyText, (json) => {
        const ids = blocksOf(json, 'nn-').map((one) => one.anchor)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.every((id) => id.startsWith('nn-'))).toBe(true)
      }),
    )
  })

  test('extras get each block’s paragraph number and stand inside its element', () => {
    const html = toHtml(doc(block('a', { id: 'x' }), block('', {}), block('b', { id: 'y' })), {
      extras: ({ number, anchor }) => ({
        start: `<a href="#${anchor}">${number}</a>`,
        className: 'para',
      }),
    })
    expect(html).toBe(
      '<p id="x" class="para"><a href="#x">1</a>a</p><p id="y" class="para"><a href="#y">2</a>b</p>',
    )
  })

  test('1,500 blocks take no longer than a page may wait', () => {
    const long = doc(
      ...Array.from({ length: 1500 }, (_, i) =>
        block(
          `${i} De tolv kommunene velger å løse noen oppgaver i fellesskap & sammen. `.repeat(4),
          {
            id: `b${i}`,
            ...(i % 9 === 0
              ? { kind: 'heading', level: 2 }
              : i % 4 === 0
                ? { list: 'bullet' }
                : {}),
          },
        ),
      ),
    )
    toHtml(long)
    // The fastest of many: what it takes when nothing else wants the processor.
    const times = Array.from({ length: 25 }, () => {
      const begun = performance.now()
      toHtml(long)
      return performance.now() - begun
    })
    expect(Math.min(...times)).toBeLessThan(15)
  })
})

describe('an address', () => {
  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    'https://',
    '',
    42,
    'blob:https://x',
  ])('%j is none we let anybody press', (value) => {
    expect(safeHref(value)).toBeUndefined()
  })

  test.each([
    ['https://lovdata.no/lov/2008-06-27-71/§10-1', 'https://lovdata.no/lov/2008-06-27-71/§10-1'],
    ['lovdata.no/x', 'https://lovdata.no/x'],
    ['post@oyer.kommune.no', 'mailto:post@oyer.kommune.no'],
    ['#f5b2', '#f5b2'],
    ['/s/gudbrandsdalen', '/s/gudbrandsdalen'],
  ])('%s typed becomes %s', (typed, href) => {
    expect(hrefOf(typed)).toBe(href)
  })
})

const known =
  'p h2 h3 h4 h5 h6 ul ol li blockquote div br hr table thead tbody tr th td strong em sub sup a span ins del img figure figcaption section'.split(
    ' ',
  )
const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" }
