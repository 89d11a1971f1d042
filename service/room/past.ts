// A text as it stood after any edit, and who wrote what between two: read from the log in pieces and replayed beside the
// thread that serves sockets, which a log of a hundred thousand edits would otherwise hold for seconds.
import type { Db } from '../../db/database.ts'
import { authoredEditsOf, checkpointsOf, type TextKey } from '../../db/text-log.ts'
import type { SectionJson } from '../../editor/shared/read.ts'
import { createBeside } from './beside.ts'
import type { AuthoredBlock, AuthoredEdit } from './history.ts'
import { sha256 } from './load.ts'
import type { Piece } from './past-worker.ts'
import { answerPast, type PastAnswer, type PastQuestion } from './replay.ts'

/// Edits asked of the database at once.
const pieceEdits = 2000
/// A log this short is replayed here: starting to speak with the worker would take longer.
const inlineEdits = 500
const inlineBytes = 64 * 1024

const beside = createBeside<Piece, PastAnswer>(new URL('./past-worker.ts', import.meta.url))

/// Both languages as they stood after edit `seq`, from the newest sound checkpoint that is not younger.
export async function textAfter(db: Db, key: TextKey, seq: number): Promise<SectionJson> {
  const from = (await checkpointsOf(db, key)).find(
    (made) => made.seq <= seq && sha256(made.bytes) === made.sha256,
  )
  const first = from ? [{ seq: from.seq, person: '', bytes: from.bytes }] : []
  const answer = await ask(db, key, first, seq, { is: 'text' })
  if (!('text' in answer)) throw new Error('no text')
  return answer.text
}

/// Blocks of `root` (`nb` or `nn`) that were there after edit `from` or are there after edit `to`, in order.
export async function authorsBetween(
  db: Db,
  key: TextKey,
  root: string,
  from: number,
  to: number,
): Promise<AuthoredBlock[]> {
  const answer = await ask(db, key, [], to, { is: 'authors', root, from })
  if (!('blocks' in answer)) throw new Error('no blocks')
  return answer.blocks
}

async function ask(
  db: Db,
  key: TextKey,
  first: AuthoredEdit[],
  upTo: number,
  question: PastQuestion,
): Promise<PastAnswer> {
  const after = (edits: AuthoredEdit[]): number => edits.at(-1)?.seq ?? 0
  let edits = [...first, ...(await authoredEditsOf(db, key, upTo, after(first), pieceEdits))]
  const bytes = edits.reduce((sum, edit) => sum + edit.bytes.length, 0)
  if (edits.length < inlineEdits && bytes < inlineBytes) return answerPast(edits, question)
  const { send, answer } = beside.begin()
  for (;;) {
    const more = await authoredEditsOf(db, key, upTo, after(edits), pieceEdits)
    send({ edits, ...(more.length === 0 ? { question } : {}) })
    if (more.length === 0) return answer
    edits = more
  }
}
