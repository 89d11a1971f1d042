// What can be asked of a text's past once its edits are at hand. Pure.
import { readSection, type SectionJson } from '../../editor/shared/read.ts'
import { buildDoc } from './build.ts'
import { authorsIn, type AuthoredBlock, type AuthoredEdit } from './history.ts'

export type PastQuestion = { is: 'text' } | { is: 'authors'; root: string; from: number }

export type PastAnswer = { text: SectionJson } | { blocks: AuthoredBlock[] }

/// For `text` a checkpoint may stand as the first edit; `authors` needs every one.
export function answerPast(edits: AuthoredEdit[], question: PastQuestion): PastAnswer {
  if (question.is === 'authors') return { blocks: authorsIn(edits, question.root, question.from) }
  const doc = buildDoc(edits.map(({ bytes }) => bytes))
  const text = readSection(doc)
  doc.destroy()
  return { text }
}
