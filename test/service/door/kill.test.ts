import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../db/open.ts'
import { journalRows } from '../../../db/journal.ts'
import { verifyJournal } from '../../../service/journal/verify.ts'
import { dialects, freshPostgres } from '../../support/dialects.ts'

/// Runs the child, kills it some way into its work, and answers the last sequence it was told per municipality.
async function killed(args: string[], afterAnswers: number) {
  const child = spawn(process.execPath, ['test/service/door/kill-child.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let wrong = ''
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.split('\n').length > afterAnswers) {
        child.kill('SIGKILL')
        resolve()
      }
    })
    child.once('exit', (code) => code !== null && reject(new Error(`ended with ${code}: ${wrong}`)))
  })
  await new Promise<void>((resolve) => {
    if (child.signalCode) resolve()
    else child.once('exit', () => resolve())
  })
  const lines = said.slice(0, said.lastIndexOf('\n')).split('\n')
  const strategy = lines[0]!.split(' ')[1]!
  const told = new Map<string, number>()
  for (const line of lines.slice(1)) {
    const [number = '', seq] = line.split(' ')
    told.set(number, Math.max(told.get(number) ?? 0, Number(seq)))
  }
  return { strategy, told }
}

describe('a killed process', () => {
  for (const { name } of dialects) {
    for (const afterAnswers of process.env.LONG ? [2, 15, 40, 77, 150, 301] : [25]) {
      test(`${name}: loses nothing it had answered, and half-does nothing (after ${afterAnswers})`, async () => {
        const dataDir = mkdtempSync(join(tmpdir(), 'planvev-kill-'))
        const server = name === 'postgres' ? await freshPostgres() : undefined
        const { strategy, told } = await killed(
          server ? [dataDir, server.url] : [dataDir],
          afterAnswers,
        )
        const store = await openStore({ dataDir, url: server?.url })
        expect(told.size).toBeGreaterThan(0)
        for (const [number, seq] of told) {
          const rows = await journalRows(store.db, 1, `${strategy}:${number}`)
          expect(rows.length).toBeGreaterThanOrEqual(seq)
          expect(rows.map((row) => row.seq)).toEqual(rows.map((_, i) => i + 1))
        }
        const { faults, erased } = await verifyJournal(store)
        expect({ faults, erased }).toEqual({ faults: [], erased: 0 })
        await store.close()
        await server?.drop()
        rmSync(dataDir, { recursive: true, force: true })
      }, 120_000)
    }
  }
})
