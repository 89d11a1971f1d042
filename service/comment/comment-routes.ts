// Comments as the editor asks for them, in JSON.
import { Hono, type Context } from 'hono'
import type { Lang } from '../../workflows/lang.ts'
import { cleanText, onlyKeys, readJsonObject, textOf, type JsonObject } from '../guard/body.ts'
import type { Env, SignedIn } from '../house.ts'
import { clockText, dateText } from '../pages/dates.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { sectionAccess, type SectionAccess } from '../text/section-access.ts'
import {
  answerThread,
  beginThread,
  circles,
  resolveThread,
  threadsFor,
  type NewThread,
} from './comments.ts'

export const commentRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/api/sections/:id/comments', async (c) => {
      const { person, access } = await asked(c)
      return list(c, person, access)
    })
    .post('/api/sections/:id/comments', async (c) => {
      const { person, access } = await asked(c)
      await beginThread(c.var.house, person, access, newThread(await readJsonObject(c)))
      return list(c, person, access)
    })
    .post('/api/sections/:id/comments/:thread', async (c) => {
      const { person, access } = await asked(c)
      const body = await readJsonObject(c)
      onlyKeys(body, ['text', 'resolved'])
      const { house } = c.var
      const thread = c.req.param('thread')
      if (typeof body.resolved === 'boolean') {
        await resolveThread(house, person, access, thread, body.resolved)
      } else {
        await answerThread(house, person, access, thread, textOf(body, 'text', 4000))
      }
      return list(c, person, access)
    })

async function asked(c: Context<Env>): Promise<{ person: SignedIn; access: SectionAccess }> {
  const { person, house } = c.var
  if (!person) throw new Refused('signed-out')
  const access = await sectionAccess(house, person, c.req.param('id') ?? '')
  if (!access) throw new Refused('not-found')
  return { person, access }
}

/// Every answer is the whole list as it is now: few, small, and never out of step.
async function list(c: Context<Env>, person: SignedIn, access: SectionAccess): Promise<Response> {
  const { house, lang } = c.var
  const threads = await threadsFor(house, person, access)
  return c.json(
    threads.map((thread) => ({
      ...thread,
      comments: thread.comments.map((one) => ({
        ...one,
        when: whenText(one.at, house.clock.today(), lang),
      })),
    })),
  )
}

function whenText(at: string, today: string, lang: Lang): string {
  const day = dateText(at, lang, 'short')
  return day === dateText(today, lang, 'short')
    ? `${words(lang)('I dag', 'I dag', 'Today')} ${clockText(at, lang)}`
    : day
}

function newThread(body: JsonObject): NewThread {
  onlyKeys(body, ['lang', 'block', 'quote', 'from', 'to', 'circle', 'text'])
  const circle = circles.find((one) => one === body.circle)
  const lang = body.lang
  if (!circle) throw new Refused('input-invalid', { field: 'circle' })
  if (lang !== 'nb' && lang !== 'nn') throw new Refused('input-invalid', { field: 'lang' })
  return {
    lang,
    circle,
    block: typeof body.block === 'string' ? cleanText(body.block.slice(0, 64)) : '',
    quote: typeof body.quote === 'string' ? cleanText(body.quote.slice(0, 500)) : '',
    from: anchorOf(body, 'from'),
    to: anchorOf(body, 'to'),
    text: textOf(body, 'text', 4000),
  }
}

/// A relative position as JSON; what it points at only the editor knows.
function anchorOf(body: JsonObject, field: string): string {
  const value = body[field]
  const text = JSON.stringify(value ?? null)
  if (typeof value !== 'object' || value === null || Array.isArray(value) || text.length > 500) {
    throw new Refused('input-invalid', { field })
  }
  return text
}
