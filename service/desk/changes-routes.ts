// News of a strategy as a stream of server-sent events: "changed", nothing more. The browser then reads the page
// again with its own rights, so the stream can leak nothing.
import { Hono } from 'hono'
import { streamSSE, type SSEStreamingApi } from 'hono/streaming'
import { findStrategy } from '../../db/strategy.ts'
import type { Env, House } from '../house.ts'

/// Streams open at once in one server; more are told to come back later.
const most = 2000
const heartbeat = 25_000
const retry = 2_000
/// Many commits in a row are one piece of news.
const gather = 150

export const changesRoutes = (house: House) => {
  let open = 0
  return new Hono<Env>().get('/api/strategies/:id/changes', async (c) => {
    const person = c.var.person
    if (!person) return c.body(null, 401)
    const strategy = await findStrategy(house.store.db, c.req.param('id'))
    if (!strategy || !person.roles.some((role) => role.region === strategy.region)) {
      return c.body(null, 404)
    }
    if (open >= most) return c.body(null, 503)
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      open += 1
      try {
        await tell(stream, house, strategy)
      } finally {
        open -= 1
      }
    })
  })
}

async function tell(
  stream: SSEStreamingApi,
  house: House,
  strategy: { region: number; id: string },
): Promise<void> {
  let wake: () => void = () => {}
  let news = false
  const stop = house.onChanged((what) => {
    if (what.region !== strategy.region) return
    if (what.strategy && what.strategy !== strategy.id) return
    news = true
    wake()
  })
  stream.onAbort(() => {
    stop()
    wake()
  })
  await stream.writeSSE({ event: 'ready', data: '', retry })
  while (!stream.aborted) {
    if (!news) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, heartbeat)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    if (stream.aborted) break
    if (!news) {
      await stream.write(': \n\n')
      continue
    }
    await stream.sleep(gather)
    news = false
    await stream.writeSSE({ event: 'changed', data: '' })
  }
  stop()
}
