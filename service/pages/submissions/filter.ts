// Which points the list shows: read from the address, so that a filtered list can be sent to a colleague.
import { concerns, isAnswered, type Point, type Submission } from '../../submission/list.ts'

export type Status = 'all' | 'unanswered' | 'answered' | 'late' | 'hidden'

export type Filter = {
  status: Status
  /// A municipality's number: the points that concern it. '' is all.
  municipality: string
  /// Section id, `joint` or `own`; '' is every part.
  part: string
  sender: string
  page: number
}

/// One line of the list.
export type Line = { submission: Submission; point: Point }

const statuses: Status[] = ['all', 'unanswered', 'answered', 'late', 'hidden']

/// `home` is the municipality the reader acts for, shown when the address names none.
export function filterFrom(params: URLSearchParams, home: string | undefined): Filter {
  const asked = params.get('kommune')
  return {
    status: statuses.find((one) => one === params.get('status')) ?? 'all',
    municipality: asked === 'alle' ? '' : asked && /^\d{4}$/.test(asked) ? asked : (home ?? ''),
    part: (params.get('del') ?? '').slice(0, 100),
    sender: (params.get('avsender') ?? '').slice(0, 40),
    page: Math.max(1, Math.trunc(Number(params.get('side'))) || 1),
  }
}

/// The query that leads to the same list, `?` included. What is at its default is left out.
export function queryOf(
  filter: Filter,
  home: string | undefined,
  change: Partial<Filter> = {},
): string {
  const { status, municipality, part, sender, page } = { ...filter, ...change }
  const params = new URLSearchParams()
  if (status !== 'all') params.set('status', status)
  if (municipality !== (home ?? '')) params.set('kommune', municipality || 'alle')
  if (part !== '') params.set('del', part)
  if (sender !== '') params.set('avsender', sender)
  if (page > 1) params.set('side', String(page))
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}

/// Every point of the municipality in question, before the other choices.
export const linesOf = (all: Submission[], municipality: string): Line[] =>
  all.flatMap((submission) =>
    submission.points
      .filter((point) => municipality === '' || concerns(submission, point, municipality))
      .map((point) => ({ submission, point })),
  )

export const chosen = (lines: Line[], filter: Filter): Line[] =>
  lines.filter(
    (line) => fitsStatus(line, filter) && fitsPart(line.point, filter) && fitsSender(line, filter),
  )

/// Is it late for the municipality in question, or for anybody when none is?
export const isLate = ({ submission }: Line, municipality: string): boolean =>
  municipality === '' ? submission.late.length > 0 : submission.late.includes(municipality)

function fitsStatus(line: Line, { status, municipality }: Filter): boolean {
  if (status === 'unanswered') return !isAnswered(line.point)
  if (status === 'answered') return isAnswered(line.point)
  if (status === 'late') return isLate(line, municipality)
  if (status === 'hidden') return line.submission.hidden !== undefined
  return true
}

const fitsPart = (point: Point, { part }: Filter): boolean =>
  part === '' ||
  (part === 'joint' && point.zone === 'joint') ||
  (part === 'own' && point.zone !== 'joint') ||
  point.section?.id === part

const fitsSender = ({ submission }: Line, { sender }: Filter): boolean =>
  sender === '' || submission.senderKind === sender
