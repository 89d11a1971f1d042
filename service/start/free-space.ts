// How much room is left where the service keeps its files, looked at from the start on: whoever runs it is told in the log
// before the disk is full, and the coordinator on every page of the desk.
import { statfs } from 'node:fs/promises'

/// `short`: nothing more should be written but what people write; `low`: somebody should make room now.
export type Space = { is: 'ample' | 'low' | 'short'; freeBytes: number; totalBytes: number }

export type SpaceWatch = {
  /// As it was when last looked at; ample until then, and where the system does not tell.
  now(): Space
  stop(): void
}

const everyMs = 10_000
const lowBytes = 2 ** 30
const lowShare = 0.05
const enoughBytes = 20 * 2 ** 30
const shortBytes = 300 * 2 ** 20

/// `read` answers free and total bytes of the folder's disk.
export async function watchSpace(
  folder: string,
  tell: (space: Space) => void,
  read: (folder: string) => Promise<Pick<Space, 'freeBytes' | 'totalBytes'>> = ofDisk,
): Promise<SpaceWatch & { look(): Promise<void> }> {
  let space: Space = { is: 'ample', freeBytes: 0, totalBytes: 0 }
  const look = async (): Promise<void> => {
    const found = await read(folder).catch(() => undefined)
    if (!found) return
    const next = { is: levelOf(found), ...found }
    const changed = next.is !== space.is
    space = next
    if (changed) tell(next)
  }
  await look()
  const timer = setInterval(() => void look(), everyMs)
  timer.unref()
  return { now: () => space, stop: () => clearInterval(timer), look }
}

function levelOf({ freeBytes, totalBytes }: Pick<Space, 'freeBytes' | 'totalBytes'>): Space['is'] {
  if (freeBytes < shortBytes) return 'short'
  // A twentieth of a very large disk lasts for years.
  const share = freeBytes < totalBytes * lowShare && freeBytes < enoughBytes
  return share || freeBytes < lowBytes ? 'low' : 'ample'
}

async function ofDisk(folder: string): Promise<Pick<Space, 'freeBytes' | 'totalBytes'>> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}

/// One line of the log. Numbers in whole megabytes.
export function logSpace({ is, freeBytes, totalBytes }: Space): void {
  const mb = (bytes: number): number => Math.floor(bytes / 2 ** 20)
  const line = { at: 'disk', space: is, freeMb: mb(freeBytes), totalMb: mb(totalBytes) }
  console.error(JSON.stringify(line))
}
