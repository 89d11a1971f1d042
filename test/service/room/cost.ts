// What a piece of work costs this thread: processor time, and every byte it asks for, what is garbage at once included.
import { getHeapStatistics } from 'node:v8'

export type Cost = { ms: number; mb: number }

/// Best of three for the time, worst of three for the memory.
export function costOf(work: () => unknown): Cost {
  const runs = [0, 1, 2].map(() => {
    const heap = allocated()
    const began = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(began)
    return { ms: (user + system) / 1000, mb: (allocated() - heap) / 2 ** 20 }
  })
  return {
    ms: Math.min(...runs.map(({ ms }) => ms)),
    mb: Math.max(...runs.map(({ mb }) => mb)),
  }
}

/// On the heap since the process began, never less; buffers beside it are counted where they stand.
function allocated(): number {
  const heap = getHeapStatistics() as { total_allocated_bytes?: number }
  if (heap.total_allocated_bytes === undefined) throw new Error('this Node does not count')
  return heap.total_allocated_bytes + process.memoryUsage().arrayBuffers
}
