// Hands a file over: at once where it is made within a moment, else by way of a page that shows how far it has come.
import type { Context } from 'hono'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { fileName, mediaType, type Format } from '../../export/format.ts'
import type { Paper } from '../../export/paper.ts'
import type { Order } from '../../export/press.ts'
import type { WaitingRoom } from '../../export/waiting.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'

export type Asked = {
  paper: Paper
  format: Format
  /// `nb`, `nn` or `begge`, for the file's name.
  language: string
  /// Anybody may have it; else only the one who asks.
  open: boolean
}

/// Under a second nothing is shown (design: busy).
const momentMs = 1000

/// For people: the file, or the page that waits for it.
export async function answerPerson(
  c: Context<Env>,
  room: WaitingRoom,
  asked: Asked,
): Promise<Response> {
  const order = await orderOf(c, asked)
  await within(order.ended, momentMs)
  if (order.stage === 'done') return handOver(c, asked, order)
  const { pathname, search } = new URL(c.req.url)
  const id = room.hold({
    order,
    name: fileName(asked.paper, asked.language, asked.format),
    person: asked.open ? null : (c.var.person?.id ?? ''),
    again: pathname + search,
  })
  return c.redirect(`/nedlasting/${id}`, 303)
}

/// For programs: waits a good while, then says to come back.
export async function answerProgram(
  c: Context<Env>,
  asked: Asked,
  patienceMs = 50_000,
): Promise<Response> {
  const order = await orderOf(c, asked)
  await within(order.ended, patienceMs)
  if (order.stage === 'done') return handOver(c, asked, order)
  if (order.stage === 'failed') throw new Refused('not-printable')
  c.header('retry-after', '5')
  return c.json({ stage: order.stage }, 202)
}

async function orderOf(c: Context<Env>, { paper, format }: Asked): Promise<Order> {
  const order = await c.var.house.press.order(paper, format)
  if (order) return order
  c.header('retry-after', '30')
  throw new Refused('unavailable')
}

const handOver = (c: Context<Env>, asked: Asked, order: Order): Response =>
  sendFile(c, order, fileName(asked.paper, asked.language, asked.format), asked.open)

/// The file as a download. It runs nothing, wherever it is opened.
export function sendFile(
  c: Context<Env>,
  { file, format, key }: Order,
  name: string,
  open: boolean,
): Response {
  if (!file) throw new Refused('not-printable')
  const etag = `"${key}${file.archival ? '-a2a' : ''}"`
  const headers: Record<string, string> = {
    etag,
    'cache-control': open ? 'no-cache' : 'private, no-store',
    'content-security-policy':
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  }
  if (open && c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  const stream = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>
  return c.body(stream, 200, {
    ...headers,
    'content-type': mediaType[format],
    'content-length': String(file.bytes),
    'content-disposition': `attachment; filename="${name}"`,
  })
}

async function within(ended: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  await Promise.race([ended, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))])
  clearTimeout(timer)
}
