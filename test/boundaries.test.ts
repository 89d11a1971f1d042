// Holds the arrows between folders: who may import what, and what only as types.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

type Room = { folder: string; inside: RegExp; types?: RegExp; packages?: RegExp; never?: RegExp }

const rooms: Room[] = [
  { folder: 'workflows', inside: /^workflows\//, packages: /^xstate(\/graph)?$/ },
  {
    folder: 'db',
    inside: /^db\//,
    types: /^workflows\//,
    packages: /^(kysely(\/.*)?|better-sqlite3|pg|node:.*)$/,
  },
  { folder: 'editor/shared', inside: /^editor\/shared\//, packages: /^(prosemirror-model|yjs)$/ },
  {
    folder: 'editor',
    inside: /^editor\//,
    types: /^workflows\//,
    packages: /^(prosemirror-.*|yjs|y-.*|lib0\/.*|@simplewebauthn\/browser)$/,
  },
  {
    folder: 'service',
    inside: /^(service|workflows|db|editor\/shared)\//,
    never: /^(prosemirror-view|y-prosemirror)/,
  },
]

/// Words of the clock, the network and the machine that the deciding folder may not say.
const impure =
  /\b(new Date|Date\.|setTimeout|setInterval|fetch\(|process\.(env|argv|cwd|exit|hrtime|nextTick|on|std\w+|pid|uptime)\b|Temporal\.Now|Math\.random|crypto\.)/

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))

const ownFilesOf = ({ folder }: Room): string[] =>
  filesOf(folder).filter((f) => folder !== 'editor' || !f.startsWith('editor/shared/'))

const importsOf = (source: string): { from: string; typeOnly: boolean }[] =>
  [
    ...source.matchAll(
      /^(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((m) => ({ from: (m[2] ?? m[3] ?? m[4])!, typeOnly: m[1] !== undefined }))

describe('boundaries', () => {
  for (const room of rooms) {
    test(`${room.folder} imports only what the house draws`, () => {
      const files = ownFilesOf(room)
      expect(files.length, `${room.folder} is empty`).toBeGreaterThan(0)
      const wrong: string[] = []
      for (const file of files) {
        for (const { from, typeOnly } of importsOf(readFileSync(file, 'utf8'))) {
          const local = from.startsWith('.')
          const target = local ? normalize(join(dirname(file), from)) : from
          const ok = local
            ? room.inside.test(target) || (typeOnly && room.types?.test(target))
            : !room.never?.test(from) && (room.packages?.test(from) ?? true)
          if (!ok) wrong.push(`${file} -> ${from}${typeOnly ? ' (type)' : ''}`)
        }
      }
      expect(wrong).toEqual([])
    })
  }

  test('workflows knows no clock, no timer, no network and no machine', () => {
    const wrong = filesOf('workflows').filter((f) =>
      impure.test(readFileSync(f, 'utf8').replace(/\/\/.*$/gm, '')),
    )
    expect(wrong).toEqual([])
  })
})
