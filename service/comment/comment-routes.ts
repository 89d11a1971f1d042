// Comments as the editor asks for them, in JSON.
import { Hono, type Context } from 'hono'
import type { Lang } from '../../workflows/lang.ts'
import { cleanText, onlyKeys, readJsonObject, textOf, type JsonObject } from '../guard/body.ts'
import type { Env, SignedIn } from '../house.ts'
import { clockText, dateText } from '../pages/dates.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { sectionAccess, type SectionAccess } from '../text/section-access.ts'
import { circles, type Circle } from './circles.ts'
import {
  answerThread,
  beginThread,
  changeOwnComment,
  changeThreadOf,
  mentionable,
  threadsFor,
  type Anchor,
  type NewThread,
  type Words,
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
    .get('/api/sections/:id/comments/people', async (c) => {
      const { person, access } = await asked(c)
      const circle = circleOf(c.req.query('circle') ?? 'twelve')
      const thread = c.req.query('thread')
      const { house } = c.var
      return c.json(await mentionable(house, person, access, thread ?? { circle }))
    })
    .post('/api/sections/:id/comments/:thread', async (c) => {
      const { person, access } = await asked(c)
      const body = await readJsonObject(c)
      const { house } = c.var
      const thread = c.req.param('thread')
      if (body.text !== undefined) {
        onlyKeys(body, ['text', 'mentions'])
        await answerThread(house, person, access, thread, wordsOf(body))
      } else {
        await changeThreadOf(house, person, access, thread, changeOf(body))
      }
      return list(c, person, access)
    })
    .post('/api/sections/:id/comments/:thread/:number{[0-9]{1,6}}', async (c) => {
      const { person, access } = await asked(c)
      const body = await readJsonObject(c)
      onlyKeys(body, ['text', 'mentions', 'withdrawn'])
      const change = body.withdrawn === true ? ('withdraw' as const) : wordsOf(body)
      const number = Number(c.req.param('number'))
      await changeOwnComment(c.var.house, person, access, c.req.param('thread'), number, change)
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
  onlyKeys(body, ['lang', 'block', 'quote', 'from', 'to', 'circle', 'text', 'must', 'mentions'])
  return {
    ...placeOf(body),
    ...wordsOf(body),
    circle: circleOf(body.circle),
    must: body.must === true,
  }
}

function changeOf(body: JsonObject): Parameters<typeof changeThreadOf>[4] {
  if (body.place !== undefined) {
    onlyKeys(body, ['place'])
    const { place } = body
    if (typeof place !== 'object' || place === null || Array.isArray(place)) {
      throw new Refused('input-invalid', { field: 'place' })
    }
    onlyKeys(place, ['lang', 'block', 'quote', 'from', 'to'])
    return { place: placeOf(place) }
  }
  onlyKeys(body, ['resolved', 'must'])
  if (typeof body.must === 'boolean') return { must: body.must }
  if (typeof body.resolved === 'boolean') return { resolved: body.resolved }
  throw new Refused('input-invalid', { field: 'text' })
}

function placeOf(body: JsonObject): Anchor {
  const { lang } = body
  if (lang !== 'nb' && lang !== 'nn') throw new Refused('input-invalid', { field: 'lang' })
  return {
    lang,
    block: typeof body.block === 'string' ? cleanText(body.block.slice(0, 64)) : '',
    quote: typeof body.quote === 'string' ? cleanText(body.quote.slice(0, 500)) : '',
    from: anchorOf(body, 'from'),
    to: anchorOf(body, 'to'),
  }
}

function circleOf(value: unknown): Circle {
  const circle = circles.find((one) => one === value)
  if (!circle) throw new Refused('input-invalid', { field: 'circle' })
  return circle
}

function wordsOf(body: JsonObject): Words {
  const { mentions = [] } = body
  if (!Array.isArray(mentions) || mentions.length > 20) {
    throw new Refused('input-invalid', { field: 'mentions' })
  }
  return {
    text: textOf(body, 'text', 4000),
    mentions: mentions.filter((one) => typeof one === 'string'),
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
