// A correction may give new words for old ones. They are words all the same: parted from the entry and kept beside it.
import type { Trx } from '../../db/database.ts'
import { journalEntry } from '../../db/journal.ts'
import type { ProcessRow } from '../../db/process.ts'
import type { Json, ProcessKind } from '../../workflows/act.ts'
import type { EventSpec } from '../../workflows/event-spec.ts'
import { specOf, withoutWords } from '../../workflows/events.ts'

type Parted = ReturnType<typeof withoutWords>

/// An act's input and its words, as `withoutWords`; for a correction the words of the corrected field too, under `value`.
export async function partWords(
  trx: Trx,
  row: ProcessRow,
  spec: EventSpec,
  input: { [key: string]: Json },
): Promise<Parted> {
  const parted = withoutWords(spec, input)
  if (spec.type !== 'correct') return parted
  const target = await journalEntry(trx, row.region, row.id, Number(input.entry))
  const corrected = target && specOf(row.kind as ProcessKind, target.type)
  const field = corrected?.fields.find((one) => one.name === input.field)
  if (!field) return parted
  const { input: kept, words } = withoutWords(
    { fields: [field] },
    { [field.name]: input.value ?? null },
  )
  for (const [path, text] of Object.entries(words)) {
    parted.words[`value${path.slice(field.name.length)}`] = text
  }
  return { words: parted.words, input: { ...parted.input, value: kept[field.name] ?? null } }
}
