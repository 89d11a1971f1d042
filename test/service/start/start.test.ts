import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { anyPerson, insertPerson } from '../../../db/people.ts'
import { setSetting } from '../../../db/setting.ts'
import { limitsFrom } from '../../../service/room/limits.ts'
import { composeHouse } from '../../../service/start/compose.ts'
import { listen } from '../../../service/start/listen.ts'
import { openFolder } from '../../../service/start/open-folder.ts'
import { originsOf, readSettings, type Settings } from '../../../service/start/settings.ts'
import { StartError } from '../../../service/start/start-error.ts'
import { dialects } from '../../support/dialects.ts'
import { testHouse } from '../../support/house.ts'
import { startServer, type Server } from '../../support/server.ts'

const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'planvev-start-'))
  folders.push(made)
  return made
}
const running: Server[] = []

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

async function run(options: Parameters<typeof startServer>[0] = {}): Promise<Server> {
  const server = await startServer({ dataDir: folder(), ...options })
  running.push(server)
  return server
}

/// What the database, the folder or the port said no with: the sentence and the exit code.
async function refusalOf(work: Promise<unknown>): Promise<{ exit: number; said: string }> {
  try {
    await work
  } catch (error) {
    if (error instanceof StartError) return { exit: error.exit, said: error.message }
    throw error
  }
  throw new Error('it started')
}

const settings = (env: NodeJS.ProcessEnv): Settings => readSettings({ DATA_DIR: folder(), ...env })

describe('a whole process', () => {
  test('prints one link and one line, keeps its people through a kill, and goes down in order', async () => {
    const server = await run()
    const lines = server.said().trim().split('\n')
    expect(lines.filter((line) => line.startsWith('Planvev listening on '))).toHaveLength(1)
    expect(lines.at(-1)).toBe(`Planvev listening on ${server.url}`)
    expect(server.said().match(/\/start#[\w-]{43}/g)).toHaveLength(1)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    const open = readdirSync(server.dataDir).filter(
      (name) => statSync(join(server.dataDir, name)).mode & 0o077,
    )
    expect(open).toEqual([])

    const code = /\/start#([\w-]{43})/.exec(server.said())![1]!
    const answer = await fetch(`${server.url}/start`, {
      method: 'POST',
      body: new URLSearchParams({ code, name: 'Kari Bakken' }),
      redirect: 'manual',
    })
    expect(answer.status).toBe(303)
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    expect(answer.headers.get('set-cookie')).toMatch(/^sid=[\w-]{43};.*HttpOnly.*SameSite=Lax/)
    await server.kill()

    const again = await server.again()
    running.push(again)
    expect(again.said()).not.toContain('/start#')
    const account = await fetch(`${again.url}/konto`, { headers: { cookie }, redirect: 'manual' })
    expect(account.status).toBe(200)
    expect(await account.text()).toContain('Kari Bakken')

    expect(await upgradeTo('foo', again.url)).toMatch(/^HTTP\/1\.1 200/)
    const second = await spawned({ DATA_DIR: again.dataDir, PORT: '0' })
    expect(second.code).toBe(69)
    expect(second.said).toContain('Another Planvev already runs')

    const idle = connect(Number(new URL(again.url).port), '127.0.0.1')
    idle.on('error', () => {})
    await new Promise((resolve) => idle.once('connect', resolve))
    idle.write('GET /healthz HTTP/1.1\r\n')
    const began = performance.now()
    await again.stop()
    expect(performance.now() - began).toBeLessThan(10_000)
    idle.destroy()
  }, 90_000)

  test('says what is wrong with its settings in one line and ends with 78', async () => {
    const { code, said } = await spawned({ DATA_DIR: folder(), PORT: 'http' })
    expect(code).toBe(78)
    expect(said.split('\n')).toEqual([expect.stringContaining('PORT is "http"')])
  }, 60_000)
})

describe('what keeps it from starting is one sentence and an exit code', () => {
  test('settings that mean nothing', () => {
    for (const env of [
      { PORT: 'http' },
      { PORT: '70000' },
      { PORT: '-1' },
      { PUBLIC_ORIGIN: 'planvev.example.no' },
      { PUBLIC_ORIGIN: 'http://planvev.example.no' },
      { PUBLIC_ORIGIN: 'https://planvev.example.no/path' },
      { DEMO_MOMENT: 'councils' },
      { DEMO: '1', DEMO_MOMENT: 'yesterday' },
      { DEMO: '1', HOST: '0.0.0.0' },
      { DEMO: '1', PUBLIC_ORIGIN: 'https://planvev.example.no' },
    ]) {
      expect(() => settings(env), JSON.stringify(env)).toThrow(StartError)
    }
    expect(settings({ DEMO: '1', PUBLIC_ORIGIN: 'http://localhost:8080' }).demo).toBe(true)
    expect(originsOf(undefined, 3000)).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
    ])
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const t = await testHouse(dialects[0]!)
    const { rooms } = composeHouse({ ...t.house, env: {} })
    const limits = limitsFrom({})
    const taken = listen(t.app, t.house, { rooms, limits }, { port, host: '127.0.0.1' })
    expect(await refusalOf(taken)).toEqual({
      exit: 69,
      said: expect.stringContaining(`Port ${port} is in use`),
    })
    other.close()
    await rooms.close()
    await t.close()
  })

  test('a folder that is none, and a file that is no database', async () => {
    const place = folder()
    const file = join(place, 'a-file')
    writeFileSync(file, 'x')
    expect(await refusalOf(openFolder(settings({ DATA_DIR: file })))).toEqual({
      exit: 73,
      said: `${file} is not a folder. Point DATA_DIR at one.`,
    })
    writeFileSync(join(place, 'planvev.db'), 'only words'.repeat(1000))
    const words = await refusalOf(openFolder(settings({ DATA_DIR: place })))
    expect(words.exit).toBe(74)
    expect(words.said).toContain('is not a database Planvev can read')
  })

  test('a database server that does not answer, without its password', async () => {
    const url = 'postgres://nobody:secret@127.0.0.1:1/none'
    const { exit, said } = await refusalOf(openFolder(settings({ DATABASE_URL: url })))
    expect(exit).toBe(74)
    expect(said).toContain('DATABASE_URL')
    expect(said).not.toContain('secret')
  })
})

describe('a folder is a demo or it is real', () => {
  test('a real folder never becomes a demo, and lets go of its lock when it is refused', async () => {
    const DATA_DIR = folder()
    await (await openFolder(settings({ DATA_DIR }))).close()
    const { exit, said } = await refusalOf(openFolder(settings({ DATA_DIR, DEMO: '1' })))
    expect(exit).toBe(78)
    expect(said).toContain('never becomes a demo')
    const again = await openFolder(settings({ DATA_DIR }))
    expect(again.kind).toBe('real')
    await again.close()
  })

  test('a demo keeps its moment and never becomes real', async () => {
    const DATA_DIR = folder()
    const first = await openFolder(settings({ DATA_DIR, DEMO: '1', DEMO_MOMENT: 'councils' }))
    expect(first).toMatchObject({ kind: 'demo', moment: 'councils', ready: false })
    await setSetting(first.store.db, 'demo-ready', '1')
    await setSetting(first.store.db, 'demo-today', '2028-09-12')
    await first.close()
    const other = await refusalOf(
      openFolder(settings({ DATA_DIR, DEMO: '1', DEMO_MOMENT: 'drafting' })),
    )
    expect(other.said).toContain('stands at "councils" and keeps it')
    const real = await refusalOf(openFolder(settings({ DATA_DIR })))
    expect(real.said).toContain('was made as a demo')
    const again = await openFolder(settings({ DATA_DIR, DEMO: '1' }))
    expect(again).toMatchObject({ moment: 'councils', today: '2028-09-12', ready: true })
    await again.close()
  })

  test('a demo that was cut short while it was played is begun anew', async () => {
    const DATA_DIR = folder()
    const first = await openFolder(settings({ DATA_DIR, DEMO: '1', DEMO_MOMENT: 'consultation' }))
    const half = { id: 'half', name: 'Half', email: null, created_at: 'x' }
    await insertPerson(first.store.db, half)
    await first.close()
    const again = await openFolder(settings({ DATA_DIR, DEMO: '1' }))
    expect(again).toMatchObject({ moment: 'consultation', ready: false })
    expect(await anyPerson(again.store.db)).toBe(false)
    await again.close()
  })
})

function spawned(env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['service/main.ts'], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (part: Buffer) => (said += part.toString()))
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    child.once('close', (code) => resolve({ code, said: said.trim() }))
  })
}

function upgradeTo(protocol: string, url: string): Promise<string> {
  const { port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1')
    let said = ''
    socket.on('data', (part) => (said += part.toString()))
    socket.on('close', () => resolve(said))
    const head = `Host: localhost:${port}\r\nConnection: Upgrade, close\r\nUpgrade: ${protocol}\r\n`
    socket.write(`GET /healthz HTTP/1.1\r\n${head}\r\n`)
  })
}
