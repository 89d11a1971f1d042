// An edition as a source, with everything a text may hold, as long as one asks for: for tests and figures of what is
// taken out of the house.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PmJson } from '../../editor/shared/schema.ts'
import { fileOf } from '../../service/evidence/store.ts'
import type { Source, SourceSection } from '../../service/export/source.ts'
import { picture } from './picture.ts'

export const t = (text: string, ...marks: string[]): PmJson => ({
  type: 'text',
  text,
  ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}),
})

export const block = (attrs: PmJson['attrs'], ...content: (string | PmJson)[]): PmJson => ({
  type: 'block',
  ...(attrs && Object.keys(attrs).length ? { attrs } : {}),
  content: content.map((one) => (typeof one === 'string' ? t(one) : one)),
})

export const link = (href: string, text: string): PmJson => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
})

export const call = (note: string): PmJson => ({ type: 'note_ref', attrs: { note } })

export const tableOf = (...rows: string[][]): PmJson => ({
  type: 'table',
  content: rows.map((row) => ({
    type: 'row',
    content: row.map((words) => ({ type: 'cell', content: [block({}, words)] })),
  })),
})

export const docOf = (...content: PmJson[]): PmJson => ({ type: 'doc', content })

/// Keeps a picture where the house keeps files, and answers its name.
export async function keptPicture(dataDir: string): Promise<string> {
  const bytes = await picture('png', { width: 640, height: 320 })
  const hash = createHash('sha256').update(bytes).digest('hex')
  const at = fileOf(dataDir, hash)
  mkdirSync(dirname(at), { recursive: true })
  writeFileSync(at, bytes)
  return hash
}

/// A chapter of about two pages.
export const chapterText = (lang: 'nb' | 'nn', image = ''): PmJson =>
  docOf(
    block({ kind: 'heading', id: 'h1' }, lang === 'nb' ? 'Hva vi vet' : 'Kva vi veit'),
    block(
      {},
      'Folketallet har vært ',
      t('nesten uendret', 'bold'),
      ' i ti år.',
      call('n1'),
      ' Se ',
      { type: 'xref', attrs: { to: 'section:joint-2', was: 'før' } },
      ' og ',
      link('https://lovdata.no/lov/2008-06-27-71', 'plan- og bygningsloven'),
      '.',
    ),
    block({ list: 'bullet' }, 'Flere eldre'),
    block({ list: 'number', indent: 1 }, 'kartlegge'),
    block({ list: 'number', indent: 1 }, 'handle'),
    block({ kind: 'callout' }, 'Felles mål: et boligprogram innen 2030.'),
    block({ kind: 'heading', level: 4, id: 'h2' }, 'Tall'),
    tableOf(
      ['Kommune', 'Folketall', 'Merknad'],
      ...Array.from({ length: 14 }, (_, i) => [
        `Kommune ${i + 1}`,
        `${28_000 - i * 900}`,
        'Stabil',
      ]),
    ),
    block({ kind: 'caption' }, 'Folketall 1. januar'),
    block({ kind: 'quote' }, 'Vi planlegger for dem som bor her.'),
    {
      type: 'image',
      attrs: { asset: image, alt: 'Dalen sett fra sør', width: 640, height: 320 },
    },
    block({ kind: 'caption' }, 'Dalen'),
    ...Array.from({ length: 5 }, (_, i) =>
      block(
        {},
        `Avsnitt ${i + 1}. ${'Kommunene skal samordne planleggingen og dele kunnskap. '.repeat(6)}`,
      ),
    ),
    { type: 'rule' },
    block({ kind: 'note', id: 'n1' }, 'SSB, tabell 07459.'),
  )

export function editionSource({ chapters = 2, image = '' } = {}): Source {
  const sections = (zone: string, length: number): SourceSection[] =>
    Array.from({ length }, (_, i) => ({
      code: `${zone === 'joint' ? 'F' : 'K'}${i + 1}`,
      id: `${zone}-${i + 1}`,
      number: i + 1,
      title: { nb: `Kapittel ${i + 1}`, nn: `Kapitlet ${i + 1}` },
      text: { nb: chapterText('nb', image), nn: chapterText('nn', image) },
      references: [
        { to: 'section:joint-2', nb: 'Kapittel 2', nn: 'Kapitlet 2', zone: 'joint', code: 'F2' },
      ],
    }))
  return {
    strategy: {
      title: { nb: 'Felles planstrategi 2028–2031', nn: 'Felles planstrategi 2028–2031' },
      from: 2028,
      to: 2031,
    },
    scope: 'edition',
    zones: [
      {
        zone: 'joint',
        name: '',
        language: 'nb',
        sections: sections('joint', chapters),
        planNeeds: [],
      },
      {
        zone: '3440',
        name: 'Øyer',
        language: 'nb',
        sections: sections('3440', 1),
        masterPlan: { societal: 'full', landUse: 'unchanged' },
        planNeeds: [
          {
            name: { nb: 'Kommunedelplan for vann', nn: '' },
            type: 'sub-plan-theme',
            theme: 'water',
            adopted: { year: 2019, reference: 'KS 12/19' },
            assessment: { nb: 'Planen er for gammel.', nn: '' },
            need: 'full',
            priority: 1,
            start: '2029-1',
            done: '2030-2',
            responsible: { nb: 'Teknisk sektor', nn: '' },
            resource: 'own',
            statutory: true,
            basis: 'forurensningsforskriften',
            goals: [6, 11],
            with: ['3441'],
            status: 'not-started',
          },
        ],
      },
    ],
    frozen: {
      hash: '9f3a61c0'.repeat(8),
      name: 'edition',
      round: 1,
      on: '2028-05-08',
      publicOn: '2028-05-10',
      parts: [
        { zone: 'joint', hash: 'ab'.repeat(32) },
        { zone: '3440', hash: 'cd'.repeat(32) },
      ],
    },
    proposal: [{ scope: 'joint', nb: 'Strategien vedtas.', nn: 'Strategien blir vedteken.' }],
    names: new Map([['3441', 'Gausdal']]),
  }
}
