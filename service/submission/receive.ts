// Takes a submission from anybody: to whom, about what, late or not, numbered, with a receipt only the sender has.
// No account, no state of a process changes, and what has been received is never refused afterwards.
import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../../db/database.ts'
import { processesOf, storedOf } from '../../db/process.ts'
import { findStrategy, municipalitiesOf, sectionsOf, type SectionRow } from '../../db/strategy.ts'
import {
  insertSubmission,
  nextNumber,
  submissionByKey,
  type PointRow,
  type SubmissionRow,
} from '../../db/submission.ts'
import { viewOf } from '../../workflows/joint-state.ts'
import type { House } from '../house.ts'
import { Refused } from '../refusal.ts'
import { hashOf, isToken, newToken } from '../sign-in/token.ts'
import { canonicalJson } from '../version/canonical.ts'
import type { PointInput, SubmissionInput } from './input.ts'
import { quoteOf } from './quote.ts'

export type Received = {
  number: number
  /// Opens the sender's own page. Told once; only its hash is kept.
  receipt: string
  /// Municipalities whose deadline had passed.
  late: string[]
  to: string[]
  replayed?: true
}

export type ReceiveOptions = {
  /// The sender's idempotency key: the same key and words answer with the same number and receipt.
  key?: string
  channel?: 'form' | 'api' | 'letter'
  /// Day a letter came in on paper, when it is not today.
  receivedOn?: string
}

/// Receives into the strategy named by id or slug. Throws `not-found`; `not-in-this-state` when nobody it is for is in
/// consultation or still treating; `input-invalid` with the field.
export async function receiveSubmission(
  house: House,
  strategyName: string,
  input: SubmissionInput,
  options: ReceiveOptions = {},
): Promise<Received> {
  const { db } = house.store
  const found = await findStrategy(db, strategyName)
  if (!found) throw new Refused('not-found')
  const of = { region: found.region, strategy: found.id }
  const request = hashOf(canonicalJson(input))
  const keyHash = options.key === undefined ? null : hashOf(`${of.strategy} ${options.key}`)

  const earlier = keyHash === null ? undefined : await submissionByKey(db, of, keyHash)
  if (earlier) return replay(earlier, request, options.key ?? '')

  const receivedAt = house.clock.instant()
  const receivedOn = options.receivedOn ?? dayInOslo(receivedAt)
  const points = await locatePoints(db, of, input.points)
  const addressed = await address(db, of, input, points, receivedOn)
  const receipt = newToken()
  try {
    const number = await house.store.db.transaction().execute(async (trx) => {
      const next = await nextNumber(trx, of)
      const row: SubmissionRow = {
        region: of.region,
        strategy: of.strategy,
        number: next,
        receipt_hash: hashOf(receipt),
        sender_kind: input.senderKind,
        sender_name: input.name ?? '',
        contact: input.contact ?? '',
        language: input.language,
        received_at: receivedAt,
        received_on: receivedOn,
        late: JSON.stringify(addressed.late),
        channel: options.channel ?? 'api',
        key_hash: keyHash,
        request_hash: keyHash === null ? null : request,
        receipt_sealed: options.key === undefined ? null : seal(receipt, options.key),
        hidden_reason: null,
        hidden_by: null,
        hidden_at: null,
      }
      const rows = points.map((point, at): PointRow => ({
        region: of.region,
        strategy: of.strategy,
        number: next,
        point: at + 1,
        zone: point.zone ?? (addressed.to.length === 1 ? addressed.to[0]! : 'joint'),
        section: point.section,
        version: point.version,
        anchor: point.anchor,
        quote: point.quote,
        stance: point.stance,
        body: point.text,
        wording: point.wording,
      }))
      await insertSubmission(trx, row, addressed.to, rows)
      return next
    })
    house.changed({ region: of.region, strategy: of.strategy })
    return { number, receipt, late: addressed.late, to: addressed.to }
  } catch (error) {
    // Two of the same at once: the second finds what the first wrote.
    const twin = keyHash === null ? undefined : await submissionByKey(db, of, keyHash)
    if (twin) return replay(twin, request, options.key ?? '')
    throw error
  }
}

/// The day in Oslo an instant falls on: 23:59:59 belongs to the day that ends.
export const dayInOslo = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()

type Of = { region: number; strategy: string }
type Located = Pick<PointRow, 'section' | 'version' | 'anchor' | 'quote' | 'wording'> & {
  zone: string | undefined
  stance: string
  text: string
}

/// Finds each point's section and paragraph. A version that is not public is as unknown as one that does not exist.
async function locatePoints(db: Db, of: Of, points: PointInput[]): Promise<Located[]> {
  const sections = new Map<string, SectionRow>()
  for (const row of await sectionsOf(db, of.region, of.strategy)) sections.set(row.id, row)
  return Promise.all(
    points.map(async (point, at) => {
      const field = (name: string) => ({ field: `points.${at}.${name}` })
      const section = point.section === undefined ? undefined : sections.get(point.section)
      if (point.section !== undefined && !section)
        throw new Refused('input-invalid', field('section'))
      // Shown as the document's own words, so it is kept only where a public version really says it.
      let quote: string | null = null
      if (section && point.version !== undefined) {
        const read = await quoteOf(db, of, section, point.version, point.anchor)
        if (read === undefined) throw new Refused('input-invalid', field('version'))
        if (read === null) throw new Refused('input-invalid', field('anchor'))
        if (point.anchor !== undefined) {
          quote = point.quote !== undefined && read.includes(point.quote) ? point.quote : read
        }
      }
      return {
        zone: section?.zone,
        section: section?.id ?? null,
        version: point.version ?? null,
        anchor: point.anchor ?? null,
        quote: quote?.slice(0, 2000) ?? null,
        stance: point.stance,
        text: point.text,
        wording: point.wording ?? null,
      }
    }),
  )
}

const open = new Set(['K50'])
const treating = new Set(['K60', 'K70', 'K80', 'K90', 'K102', 'K103'])
const before = new Set(['K10', 'K20', 'K30', 'K40'])

/// Whom it goes to, and for whom it is late. `all` reaches every participant who has not decided, also one whose own
/// consultation has not opened yet; a municipality named must itself be open or still treating what came in.
async function address(
  db: Db,
  of: Of,
  input: SubmissionInput,
  points: Located[],
  receivedOn: string,
): Promise<{ to: string[]; late: string[] }> {
  const names = await municipalitiesOf(db, of.region)
  const rows = await processesOf(db, of.region, of.strategy)
  const views = names.flatMap(({ number, name }) => {
    const row = rows.find((one) => one.municipality === number)
    return row ? [viewOf(storedOf(row), number, name)] : []
  })
  const zones = points.map((point) => point.zone)
  const spokenOf = zones.filter((zone) => zone !== undefined && zone !== 'joint') as string[]
  const onlyLocal = zones.every((zone) => zone !== undefined && zone !== 'joint')
  const to = input.to ?? (onlyLocal ? spokenOf : 'all')
  const takes = (state: string) => open.has(state) || treating.has(state)
  const chosen =
    to === 'all'
      ? views.filter(({ state }) => takes(state) || before.has(state))
      : [...new Set([...to, ...spokenOf])].map((number) => {
          const view = views.find((one) => one.municipality === number)
          if (!view) throw new Refused('input-invalid', { field: 'to' })
          return view
        })
  const shut =
    to === 'all' ? !chosen.some((v) => takes(v.state)) : !chosen.every((v) => takes(v.state))
  if (shut) throw new Refused('not-in-this-state', { field: 'to' })
  for (const number of spokenOf) {
    if (!chosen.some((view) => view.municipality === number)) {
      throw new Refused('not-in-this-state', { field: 'to' })
    }
  }
  const late = chosen.filter(
    ({ state, deadlineOn }) =>
      takes(state) && (deadlineOn === null ? treating.has(state) : receivedOn > deadlineOn),
  )
  return {
    to: chosen.map((view) => view.municipality),
    late: late.map((view) => view.municipality),
  }
}

function replay(row: SubmissionRow, request: string, key: string): Received {
  const receipt = row.receipt_sealed === null ? '' : unseal(row.receipt_sealed, key)
  if (row.request_hash !== request || !isToken(receipt)) throw new Refused('key-reused')
  return { number: row.number, receipt, late: JSON.parse(row.late), to: [], replayed: true }
}

/// The receipt under a pad made from the sender's key and salt: who holds the database cannot read it.
function seal(receipt: string, key: string): string {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${xor(Buffer.from(receipt, 'base64url'), pad(salt, key)).toString('base64url')}`
}

function unseal(sealed: string, key: string): string {
  const [salt = '', body = ''] = sealed.split('.')
  return xor(Buffer.from(body, 'base64url'), pad(Buffer.from(salt, 'base64url'), key)).toString(
    'base64url',
  )
}

const pad = (salt: Buffer, key: string): Buffer =>
  createHash('sha256').update(salt).update('receipt').update(key).digest()

const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)))
