// Files that have been made, kept for a while under the name of what they were made from: a cache, never a source. What
// is thrown away is made again, byte for byte.
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format } from './format.ts'

export type Shelved = { path: string; bytes: number; archival: boolean }

export type Shelf = {
  /// Where a file that is being made is written.
  folder: string
  find(key: string, format: Format): Promise<Shelved | undefined>
  /// Throws away what nobody asked for in the last fortnight, and the least wanted of what takes more than the limit.
  sweep(now: number): Promise<void>
}

const keptMs = 14 * 24 * 60 * 60 * 1000
const mostBytes = 2 * 1024 ** 3

export function createShelf(dataDir: string): Shelf {
  const folder = join(dataDir, 'exports')
  let swept = -Infinity
  return {
    folder,
    find: async (key, format) => {
      for (const archival of format === 'pdf' ? [true, false] : [false]) {
        const path = shelfPath(folder, key, format, archival)
        const found = await stat(path).catch(() => undefined)
        if (!found?.isFile()) continue
        const now = new Date()
        await utimes(path, now, now).catch(() => {})
        return { path, bytes: found.size, archival }
      }
      return undefined
    },
    sweep: async (now) => {
      if (now - swept < 60 * 60 * 1000) return
      swept = now
      await mkdir(folder, { recursive: true })
      const files = []
      for (const name of await readdir(folder)) {
        const at = join(folder, name)
        const found = await stat(at).catch(() => undefined)
        if (found) files.push({ at, size: found.size, used: found.mtimeMs })
      }
      let room = mostBytes
      for (const { at, size, used } of files.sort((a, b) => b.used - a.used)) {
        room -= size
        if (room < 0 || now - used > keptMs) await rm(at, { force: true })
      }
    },
  }
}

/// An archival PDF says so in its name: the same paper set without the native build is another file.
export const shelfPath = (folder: string, key: string, format: Format, archival: boolean): string =>
  join(folder, `${key}${archival ? '.a2a' : ''}.${format}`)
