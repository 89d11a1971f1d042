import BetterSqlite3 from 'better-sqlite3'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertPerson } from '../../../db/people.ts'
import { openStore, type Store } from '../../../db/open.ts'
import { lockFolder } from '../../../db/lock.ts'
import { act } from '../../../service/act.ts'
import { runAdmin } from '../../../service/admin/run.ts'
import { movableClock } from '../../../service/clock.ts'
import { fileOf, keepEvidence } from '../../../service/evidence/store.ts'
import { keepImage } from '../../../service/image/store.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { setUpStrategy } from '../../../service/region/setup.ts'
import { linkOf } from '../../../service/sign-in/links.ts'
import { endSession, personOfSession, startSession } from '../../../service/sign-in/session.ts'
import { composeHouse } from '../../../service/start/compose.ts'
import type { House, SignedIn } from '../../../service/house.ts'
import { picture } from '../../support/picture.ts'

const kari: SignedIn = {
  id: 'kari',
  name: 'Kari Bakken',
  language: 'nb',
  colour: 0,
  roles: [{ region: 1, role: 'coordinator' }],
  sessionHash: '',
}

let root: string
let dataDir: string
let store: Store
let house: House

/// A folder somebody has worked in: people, a strategy with texts, a piece of evidence.
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'planvev-admin-'))
  dataDir = join(root, 'data')
  store = await openStore({ dataDir })
  house = composeHouse({
    store,
    clock: movableClock('2028-02-14'),
    dataDir,
    demo: false,
    origins: ['http://localhost:3000'],
  }).house
  await ensureRegion(store)
  await insertPerson(store.db, { id: 'kari', name: 'Kari Bakken', email: null, created_at: 'x' })
  const municipalities = ['3440', '3435']
  const title = { nb: 'Felles planstrategi', nn: 'Felles planstrategi' }
  const wish = { region: 1, title, period: { from: 2028, to: 2031 }, municipalities }
  await setUpStrategy(house, { ...wish, text: 'region' }, kari)
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 a') }
  await keepEvidence(house, file, { region: 1, municipality: null }, kari)
})

afterEach(async () => {
  await house.rooms.close()
  await store.close().catch(() => {})
  rmSync(root, { recursive: true, force: true })
})

async function admin(words: string[], env: NodeJS.ProcessEnv = { DATA_DIR: dataDir }) {
  const lines: string[] = []
  const code = await runAdmin(words, env, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}

/// Every row of every table, so that two databases can be compared.
function everything(file: string): Record<string, unknown[]> {
  const db = new BetterSqlite3(file, { readonly: true })
  const names = db
    .prepare("select name from sqlite_master where type = 'table' order by name")
    .pluck()
    .all() as string[]
  const all = Object.fromEntries(
    names.map((name) => [name, db.prepare(`select * from "${name}"`).all()]),
  )
  db.close()
  return all
}

describe('host commands', () => {
  test('what was backed up while the service runs comes back to the last row and byte', async () => {
    const target = join(root, 'backup')
    const { asset } = await keepImage(house, 1, await picture('png'), 'kari')
    const taken = await admin(['backup', target])
    expect(taken).toMatchObject({ code: 0, said: expect.stringContaining('2 files, checked') })
    expect(readdirSync(target).sort()).toEqual(['files', 'planvev.db'])

    const fresh = join(root, 'fresh')
    expect(await admin(['restore', target], { DATA_DIR: fresh })).toMatchObject({ code: 0 })
    const [was, is] = [dataDir, fresh].map((folder) => everything(join(folder, 'planvev.db')))
    // But for one fact: that it was put back, so that what browsers kept from before is told apart.
    const restores = { key: 'restores', value: '1' }
    expect(is!.setting).toContainEqual(restores)
    is!.setting = is!.setting!.filter((row) => (row as { key: string }).key !== restores.key)
    expect(is).toEqual(was)
    expect(is!.text_update!.length).toBeGreaterThan(5)
    const verified = await admin(['verify'], { DATA_DIR: fresh })
    expect(verified).toMatchObject({ code: 0, said: expect.stringContaining('19 texts, 2 files') })
    rmSync(fileOf(fresh, asset))
    const missed = await admin(['verify'], { DATA_DIR: fresh })
    expect(missed).toMatchObject({ code: 1, said: expect.stringContaining(`file ${asset}: it is`) })
  })

  test('nobody comes in by a session or a link of before the restore', async () => {
    const { token } = await startSession(house, 'kari')
    const made = await admin(['link', 'kari'])
    const link = /#([\w-]{43})/.exec(made.said)?.[1] ?? ''
    const again = await startSession(house, 'kari')
    await admin(['backup', join(root, 'backup')])
    await endSession(house, again.hash, 'signed out everywhere')
    const fresh = join(root, 'fresh')
    expect((await admin(['restore', join(root, 'backup')], { DATA_DIR: fresh })).code).toBe(0)

    const restored = { ...house, store: await openStore({ dataDir: fresh }) }
    expect(await personOfSession(house, token)).toMatchObject({ id: 'kari' })
    expect(await personOfSession(restored, token)).toBeUndefined()
    expect(await personOfSession(restored, again.token)).toBeUndefined()
    expect(await linkOf(house, link)).toBeDefined()
    expect(await linkOf(restored, link)).toBeUndefined()
    await restored.store.close()
  })

  test('a restore overwrites nothing, and a folder that is no backup is told so', async () => {
    const target = join(root, 'backup')
    await admin(['backup', target])
    const before = everything(join(dataDir, 'planvev.db'))
    expect((await admin(['restore', target])).code).toBe(78)
    expect(everything(join(dataDir, 'planvev.db'))).toEqual(before)
    const other = await admin(['restore', join(root, 'nowhere')], { DATA_DIR: join(root, 'x') })
    expect(other.code).toBe(78)
    expect((await admin(['backup', target])).code).toBe(73)
  })

  test('verify finds a changed version, a changed file and a missing one', async () => {
    const bytes = Buffer.from('{"as":"it was"}')
    const hash = createHash('sha256').update(bytes).digest('hex')
    const row = { region: 1, strategy: 's', zone: 'joint', section: null, name: 'Utkast', round: 1 }
    const rest = {
      frozen_on: 'x',
      made_by: 'kari',
      recorded_at: 'x',
      process: 'p',
      seq: 1,
      scope: 'part',
    }
    await store.db
      .insertInto('version')
      .values({ ...row, ...rest, hash, bytes })
      .execute()
    expect((await admin(['verify'])).code).toBe(0)
    const forged = { ...row, ...rest, hash, bytes: Buffer.from('{"as":"it is"}'), seq: 2 }
    await store.db.insertInto('version').values(forged).execute()
    const { sha256 } = await store.db
      .selectFrom('evidence_file')
      .select('sha256')
      .executeTakeFirstOrThrow()
    writeFileSync(fileOf(dataDir, sha256), 'something else')
    const changed = await admin(['verify'])
    expect(changed.code).toBe(1)
    expect(changed.said).toContain(`version Utkast ${hash}`)
    expect(changed.said).toContain(`file ${sha256}: its bytes`)
    rmSync(fileOf(dataDir, sha256))
    expect((await admin(['verify'])).said).toContain(`file ${sha256}: it is missing`)
    expect((await admin(['backup', join(root, 'b')])).code).toBe(1)
  })

  test('a damaged database is found, and no damaged backup is restored', async () => {
    const target = join(root, 'backup')
    await admin(['backup', target])
    // The head of every page but the first four is overwritten, as a dying disk might.
    const file = openSync(join(target, 'planvev.db'), 'r+')
    const { size } = fstatSync(file)
    for (let at = 4 * 4096; at < size; at += 4096)
      writeSync(file, Buffer.alloc(64, 0xff), 0, 64, at)
    closeSync(file)
    const answer = await admin(['restore', target], { DATA_DIR: join(root, 'fresh') })
    expect(answer.code).not.toBe(0)
    expect(existsSync(join(root, 'fresh', 'planvev.db'))).toBe(false)
    writeFileSync(join(target, 'planvev.db'), 'this is no database, only words'.repeat(100))
    expect((await admin(['restore', target], { DATA_DIR: join(root, 'fresh') })).code).toBe(74)
  })

  test('a link leads to the person named, and to nobody when the name is not clear', async () => {
    const made = await admin(['link', 'kari', 'bakken'])
    const token = /http:\/\/localhost:3000\/inn#([\w-]{43})/.exec(made.said)?.[1]
    expect(await linkOf(house, token ?? '')).toEqual({ purpose: 'sign-in', person: 'kari' })
    expect((await admin(['link', 'nobody'])).code).toBe(64)
    await insertPerson(store.db, { id: 'k2', name: 'Kari Bakken', email: null, created_at: 'x' })
    const two = await admin(['link', 'Kari Bakken'])
    expect(two.code).toBe(64)
    expect(two.said).toContain('k2')
    expect((await admin(['link', 'k2'])).code).toBe(0)
  })

  test('PostgreSQL is backed up with its own tools, and a word that is no command gets the list', async () => {
    const url = { DATA_DIR: dataDir, DATABASE_URL: 'postgres://nowhere' }
    expect((await admin(['backup'], url)).said).toContain('pg_dump')
    expect((await admin(['restore', 'x'], url)).said).toContain('pg_restore')
    expect((await admin(['frobnicate'])).said).toContain('Usage')
    expect((await admin([])).code).toBe(64)
  })
})

test('words are erased from the journal with a reason, and not while the service runs', async () => {
  const { id } = await store.db.selectFrom('strategy').select('id').executeTakeFirstOrThrow()
  const outcome = await act(house, {
    process: { strategy: id, kind: 'strategy' },
    type: 'record-steering-decision',
    actedOn: '2028-02-14',
    input: { about: 'start', reference: 'Ola Nordmanns notat' },
    person: kari,
    key: 'one',
  })
  const seq = outcome.ok ? String(outcome.seq) : expect.unreachable()
  await store.close()
  const words = ['erase', id, seq, 'reference', '--reason']
  expect((await admin(words)).said).toContain('Say why')
  expect((await admin(['erase', id, seq, 'reference'])).said).toContain('Usage')
  const unlock = lockFolder(dataDir)
  expect((await admin([...words, 'Ola', 'ba'])).said).toContain('Stop it first')
  unlock()
  const { code, said } = await admin([...words, 'Ola ba om det'])
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('Erased') })
  expect(readFileSync(join(dataDir, 'planvev.db')).includes('Ola Nordmanns notat')).toBe(false)
  expect((await admin([...words, 'igjen'])).said).toContain('or they are gone')
  expect((await admin(['erase', 'nowhere', '1', 'x', '--reason', 'y'])).said).toContain(
    'no strategy "nowhere"',
  )
  expect((await admin(['verify'])).code).toBe(0)
})

test('processes on the newest definition have nothing to migrate', async () => {
  await store.close()
  for (const how of ['--dry-run', '--apply']) {
    expect(await admin(['migrate-definitions', how])).toEqual({
      code: 0,
      said: 'Every process is on the newest definition.',
    })
  }
  expect((await admin(['migrate-definitions'])).code).toBe(64)
})
