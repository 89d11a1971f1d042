// A section of fifty pages as a planner would have it: 600 blocks, some 20,000 words, with headings, lists, quotes and a
// bold word here and there. The same each time.
import type { PmJson } from '../../editor/shared/schema.ts'
import { random } from '../service/room/random.ts'

const stock =
  'kommunene skal planlegge for en attraktiv region med gode tjenester og levende bygder der barn og unge kan bo og arbeide i hele Gudbrandsdalen med vekt på klima natur jordvern beredskap helse skole næring kultur fritidsboliger kollektivtrafikk vann avløp skred flom samarbeid ressurser økonomi innbyggere deltidsinnbyggere utvikling'.split(
    ' ',
  )

export function fiftyPages(blocks = 600): PmJson {
  const next = random(50)
  const words = (n: number) => Array.from({ length: n }, () => stock[next(stock.length)]!).join(' ')
  const content = Array.from({ length: blocks }, (_, i): PmJson => {
    const id = `s${i}`
    if (i % 15 === 0) {
      const level = i % 60 === 0 ? 1 : 2
      return node({ kind: 'heading', level, id }, [{ type: 'text', text: words(4) }])
    }
    const list = i % 15 > 11 ? 'bullet' : ''
    const kind = i % 50 === 7 ? 'quote' : 'paragraph'
    return node({ id, kind, list }, [
      { type: 'text', text: `${words(list ? 14 : 20)} ` },
      { type: 'text', text: words(2), marks: [{ type: 'bold' }] },
      { type: 'text', text: ` ${words(list ? 8 : 20)}.` },
    ])
  })
  return { type: 'doc', content }
}

const node = (attrs: NonNullable<PmJson['attrs']>, content: PmJson[]): PmJson => ({
  type: 'block',
  attrs,
  content,
})
