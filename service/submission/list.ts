// Submissions as people read them: one view for those who treat them, from which the public one is cut.
import type { Db } from '../../db/database.ts'
import { sectionsOf } from '../../db/strategy.ts'
import {
  answerRows,
  pointRows,
  recipientRows,
  submissionRows,
  type AnswerRow,
  type PointRow,
  type SubmissionRow,
} from '../../db/submission.ts'
import type { Lang } from '../../workflows/lang.ts'
import type { SenderKind, Stance } from './input.ts'

export type Outcome = 'accepted' | 'partly' | 'rejected' | 'noted'

export type Answer = {
  /// `joint` when written for all it concerns, else the municipality that wrote it.
  by: string
  assessment: string
  /// '' while there is only an assessment, and for a municipality's addition to a joint answer.
  outcome: Outcome | ''
  /// Section the answer changed.
  ledTo: SectionName | undefined
  seq: number
  answeredBy: string
  answeredOn: string
  updatedAt: string
}

export type SectionName = { id: string; code: string; zone: string; nb: string; nn: string }

export type Point = {
  number: number
  point: number
  /// `17-1`, as people name it.
  label: string
  /// `joint` or a municipality's number: whose text it is about, so who answers.
  zone: string
  section: SectionName | undefined
  anchor: string | null
  version: string | null
  quote: string | null
  stance: Stance
  text: string
  wording: string | null
  answer: Answer | undefined
  /// What single municipalities added to a joint answer.
  additions: Answer[]
}

export type Submission = {
  number: number
  senderKind: SenderKind
  /// '' is anonymous.
  name: string
  contact: string
  language: Lang
  receivedAt: string
  receivedOn: string
  channel: string
  to: string[]
  /// Those of them for whom it came after the deadline.
  late: string[]
  hidden: { reason: string; by: string; at: string } | undefined
  points: Point[]
}

type Of = { region: number; strategy: string }

/// Every submission of a strategy with its points and answers, oldest first. Holds contact data: for staff alone.
export async function submissionsOf(db: Db, of: Of): Promise<Submission[]> {
  const rows = await submissionRows(db, of)
  if (rows.length === 0) return []
  const sections = new Map(
    (await sectionsOf(db, of.region, of.strategy)).map((s): [string, SectionName] => [
      s.id,
      { id: s.id, code: s.code, zone: s.zone, nb: s.title_nb, nn: s.title_nn },
    ]),
  )
  const recipients = grouped(await recipientRows(db, of), (row) => row.number)
  const answers = grouped(await answerRows(db, of), (row) => `${row.number}-${row.point}`)
  const points = grouped(await pointRows(db, of), (row) => row.number)
  return rows.map((row) => ({
    ...headOf(row),
    to: (recipients.get(row.number) ?? []).map((one) => one.municipality),
    points: (points.get(row.number) ?? []).map((point) =>
      pointOf(point, answers.get(`${point.number}-${point.point}`) ?? [], sections),
    ),
  }))
}

/// True when the point is one for this municipality to know of: its own text, or the joint text in a letter sent to it.
export const concerns = (submission: Submission, point: Point, municipality: string): boolean =>
  point.zone === municipality || (point.zone === 'joint' && submission.to.includes(municipality))

export const isAnswered = (point: Point): boolean => (point.answer?.outcome ?? '') !== ''

const headOf = (row: SubmissionRow): Omit<Submission, 'to' | 'points'> => ({
  number: row.number,
  senderKind: row.sender_kind as SenderKind,
  name: row.sender_name,
  contact: row.contact,
  language: row.language as Lang,
  receivedAt: row.received_at,
  receivedOn: row.received_on,
  channel: row.channel,
  late: JSON.parse(row.late) as string[],
  hidden:
    row.hidden_at === null
      ? undefined
      : { reason: row.hidden_reason ?? '', by: row.hidden_by ?? '', at: row.hidden_at },
})

function pointOf(row: PointRow, answers: AnswerRow[], sections: Map<string, SectionName>): Point {
  const all = answers.map((answer) => answerOf(answer, sections))
  return {
    number: row.number,
    point: row.point,
    label: `${row.number}-${row.point}`,
    zone: row.zone,
    section: row.section === null ? undefined : sections.get(row.section),
    anchor: row.anchor,
    version: row.version,
    quote: row.quote,
    stance: row.stance as Stance,
    text: row.body,
    wording: row.wording,
    answer: all.find((answer) => answer.by === row.zone),
    additions: all.filter((answer) => answer.by !== row.zone && answer.assessment !== ''),
  }
}

const answerOf = (row: AnswerRow, sections: Map<string, SectionName>): Answer => ({
  by: row.municipality,
  assessment: row.assessment,
  outcome: row.outcome as Outcome | '',
  ledTo: row.led_to === null ? undefined : sections.get(row.led_to),
  seq: row.seq,
  answeredBy: row.answered_by,
  answeredOn: row.answered_on,
  updatedAt: row.updated_at,
})

function grouped<T, K>(rows: T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const list = groups.get(key(row))
    if (list) list.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
