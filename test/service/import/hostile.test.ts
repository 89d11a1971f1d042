// Files made to do harm, or merely wrong: each is refused by the name of what it is, while the service goes on serving.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { convert } from '../../../service/import/convert.ts'
import { sayFault, Unreadable, type Fault } from '../../../service/import/fault.ts'
import {
  archive,
  cell,
  drawing,
  imageRel,
  norwegianStyles,
  para,
  row,
  table,
  wordEntries,
  wordFile,
  type Entry,
} from '../../support/word-file.ts'

// Processes and workers are started in here, beside whatever else a machine does.
vi.setConfig({ testTimeout: 90_000 })

const faultOf = async (bytes: Buffer): Promise<string> =>
  convert(bytes, 'w').then(
    () => 'read',
    (error: unknown) => (error instanceof Unreadable ? error.fault : String(error)),
  )

const plain = wordEntries({ body: para('Tekst'), styles: norwegianStyles })
const having = (...more: Entry[]): Buffer => archive([...plain, ...more])
const instead = (name: string, entry: Partial<Entry>): Buffer =>
  archive(plain.map((one) => (one.name === name ? { ...one, ...entry } : one)))

const oldContainer = Buffer.concat([
  Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'),
  Buffer.alloc(600),
])

const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * 1024 * 1024)

const cases: [what: string, bytes: () => Buffer, fault: Fault][] = [
  ['an empty file', () => Buffer.alloc(0), 'empty'],
  ['a file of 21 MB', () => zeros(21), 'large'],
  ['a PDF called .docx', () => Buffer.from('%PDF-1.7\n…'), 'pdf'],
  ['rich text', () => Buffer.from('{\\rtf1 hei}'), 'rich-text'],
  ['a web page', () => Buffer.from('<html><script>alert(1)</script>'), 'not-word'],
  ['an old .doc', () => oldContainer, 'old-word'],
  [
    'a document locked with a password',
    () => Buffer.concat([oldContainer, Buffer.from('EncryptedPackage', 'utf16le')]),
    'locked',
  ],
  [
    'a part locked with a password',
    () => instead('word/document.xml', { says: { flags: 1 } }),
    'locked',
  ],
  [
    'an OpenDocument',
    () => archive([{ name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text' }]),
    'open-document',
  ],
  ['a spreadsheet', () => archive([{ name: 'xl/workbook.xml', bytes: '<x/>' }]), 'not-word'],
  ['macros', () => having({ name: 'word/vbaProject.bin', bytes: 'macro' }), 'macros'],
  [
    'macros by the kind of document alone',
    () =>
      instead('[Content_Types].xml', {
        bytes:
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
    'macros',
  ],
  ['half a file', () => having().subarray(0, 700), 'broken'],
  ['a list of parts that lies about where they are', () => having().fill(0xff, 0, 4), 'not-word'],
  [
    'names that lead out of the file',
    () => having({ name: '../../etc/cron.d/x', bytes: 'x' }),
    'names',
  ],
  ['names from the root', () => having({ name: '/etc/passwd', bytes: 'x' }), 'names'],
  ['the same part twice', () => having(plain[2]!), 'broken'],
  [
    'thousands of parts',
    () => having(...Array.from({ length: 2100 }, (_, i) => ({ name: `word/x${i}`, bytes: '' }))),
    'entries',
  ],
  [
    'a bomb that says its size',
    () => having({ name: 'word/media/a.png', bytes: zeros(160) }),
    'bomb',
  ],
  ['a bomb by its ratio', () => having({ name: 'word/media/a.png', bytes: zeros(40) }), 'bomb'],
  [
    'a bomb that hides its size',
    () => having({ name: 'word/media/a.png', bytes: zeros(40), says: { size: 1000 } }),
    'bomb',
  ],
  [
    'a document within its limits packed in a document that is not',
    () =>
      having({
        name: 'word/media/a.png',
        bytes: deflateRawSync(zeros(60)),
        says: { packed: 400 * 1024 * 1024 },
      }),
    'broken',
  ],
  [
    'an entity that reads a file',
    () =>
      wordFile({
        prolog: '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        body: para('&x;'),
      }),
    'doctype',
  ],
  [
    'entities that grow a billionfold',
    () =>
      wordFile({
        prolog: `<!DOCTYPE a [<!ENTITY a "ha">${'bcdefgh'
          .split('')
          .map((n, i) => `<!ENTITY ${n} "${`&${'abcdefg'[i]};`.repeat(10)}">`)
          .join('')}]>`,
        body: para('&h;'),
      }),
    'doctype',
  ],
  [
    'declarations hidden in another encoding',
    () =>
      instead('word/document.xml', {
        bytes: Buffer.from('\ufeff<!DOCTYPE x><w:document/>', 'utf16le'),
      }),
    'broken',
  ],
  [
    'a document without a body',
    () => instead('word/document.xml', { bytes: '<w:document/>' }),
    'broken',
  ],
  [
    'broken elements',
    () => instead('word/document.xml', { bytes: '<w:document><w:body' }),
    'broken',
  ],
  [
    'elements within elements without end',
    () => wordFile({ body: `${'<w:ins>'.repeat(60_000)}${'</w:ins>'.repeat(60_000)}` }),
    'heavy',
  ],
  ['nothing but empty paragraphs', () => wordFile({ body: para(' ').repeat(3) }), 'nothing'],
  ['more than a chapter', () => wordFile({ body: para('Avsnitt').repeat(3100) }), 'long'],
]

describe('a file that cannot be brought in', () => {
  for (const [what, bytes, fault] of cases) {
    test(`${what} is told to be so`, async () => {
      expect(await faultOf(bytes())).toBe(fault)
    })
  }

  test('each reason has its words in three languages', () => {
    for (const fault of new Set(cases.map(([, , fault]) => fault))) {
      const said = (['nb', 'nn', 'en'] as const).map((lang) => sayFault(fault, lang))
      for (const words of said) expect(words).toMatch(/^[A-ZÅ].{20,}\.$/)
      expect(said[0]).not.toBe(said[2])
    }
  })
})

/// The longest the event loop was late while something ran, in milliseconds.
async function longestWait(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}

const busyWorker = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const code = `const end = performance.now() + ${milliseconds}; while (performance.now() < end);`
    new Worker(code, { eval: true }).once('exit', () => resolve())
  })

describe('a file that wants more than it gets', () => {
  // A machine with much else to do may end it by time before it ends by memory.
  test.runIf(process.env.LONG === '1')(
    'three million elements in 28 kB end their worker and not the service',
    async () => {
      const fault = await faultOf(wordFile({ body: '<w:p/>'.repeat(3_000_000) }))
      expect(['heavy', 'slow']).toContain(fault)
      expect(await faultOf(wordFile({ body: para('Neste dokument') }))).toBe('read')
    },
    120_000,
  )

  test('a picture that lies elsewhere is never asked for', async () => {
    let asked = 0
    const server = createServer((_, answer) => {
      asked++
      answer.end()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const away = `http://127.0.0.1:${port}/spor.png`
    const { pictures, left } = await convert(
      wordFile({
        rels:
          imageRel('a', away, true) +
          imageRel('b', 'file:///etc/hostname', true) +
          imageRel('c', '../../../etc/hostname') +
          imageRel('d', away),
        body:
          ['a', 'b'].map((id) => para(drawing(id, 'x', 'link'))).join('') +
          ['a', 'c', 'd'].map((id) => para(drawing(id, 'x'))).join('') +
          para('Tekst'),
      }),
      'w',
    )
    expect(pictures.map(({ bytes }) => bytes)).toEqual(Array(5).fill(undefined))
    expect(left).toContainEqual({ what: 'linked-image', count: 2, names: [] })
    expect(asked).toBe(0)
    server.close()
  })

  test('a table of 10,000 rows is cut and says so, and nothing of the worst holds the service up for a tenth of a second', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => row([cell(`Tiltak ${i}`), cell('x')]))
    const large = wordFile({ body: table(rows) })
    const others = [
      wordFile({ body: para('Et avsnitt med noen ord i seg.').repeat(2900) }),
      wordFile({ body: `${'<w:ins>'.repeat(60_000)}${'</w:ins>'.repeat(60_000)}` }),
      having({ name: 'word/media/a.png', bytes: zeros(40), says: { size: 1000 } }),
    ]
    // What the machine's other work holds up is measured beside it, with a worker that only counts: on a calm one next
    // to nothing. Read where people are served, the table alone would take a second.
    const idle = await longestWait(() => busyWorker(2000))
    const held = await longestWait(async () => {
      const [{ content, left }, ...faults] = await Promise.all([
        convert(large, 'w'),
        ...others.map(faultOf),
      ])
      expect(content[0]!.content).toHaveLength(1000)
      expect(left).toEqual([{ what: 'table-cut', count: 9000, names: [] }])
      expect(faults).toEqual(['read', 'heavy', 'bomb'])
    })
    expect(held).toBeLessThan(100 + 3 * idle)
  }, 120_000)
})
