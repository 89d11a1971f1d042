// A change by the server itself on a person's behalf (seed, import, restore), through the same log as everyone's edits.
import { applyUpdate, Doc, encodeStateAsUpdate, parseUpdateMeta } from 'yjs'
import type { Job, Live } from './room.ts'
import { claim, type Batch } from './batch.ts'

/// Runs on a copy, so that a change that throws touches nothing.
export function takeJob(
  batch: Batch,
  live: Live,
  job: Job,
  row: (bytes: Uint8Array, person: string, session: string) => void,
): void {
  const copy = new Doc()
  let applying = false
  try {
    applyUpdate(copy, encodeStateAsUpdate(live.doc))
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    copy.transact(() => job.change(copy))
    applying = true
    live.doc.transact(() => {
      for (const update of updates) applyUpdate(live.doc, update)
    })
    const emitted = live.emitted.splice(0)
    for (const bytes of emitted) {
      row(bytes, job.person, '')
      batch.room.bytes += bytes.length
    }
    // The copy's own id, and those that came with words written elsewhere (a suggestion on a copy of the text).
    for (const client of new Set(
      emitted.flatMap((bytes) => [...parseUpdateMeta(bytes).to.keys()]),
    )) {
      if (batch.room.owners.has(client)) continue
      batch.room.owners.set(client, job.person)
      claim(batch, client, job.person)
    }
    batch.jobs.push(job)
  } catch (error) {
    live.emitted.length = 0
    batch.poisoned ||= applying
    batch.failedJobs.push({ job, error })
  } finally {
    copy.destroy()
  }
}
