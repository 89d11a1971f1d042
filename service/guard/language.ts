// Which language a request is answered in. Machines say so in `Accept-Language`. On pages English is something one
// chooses: a Norwegian with an English browser wants the Norwegian text, so there only nb and nn are read from it.
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { Lang } from '../../workflows/lang.ts'
import type { Env } from '../house.ts'

export const isLang = (text: unknown): text is Lang =>
  text === 'nb' || text === 'nn' || text === 'en'

export function langOf(c: Context<Env>): Lang {
  const asked = c.req.query('lang')
  if (isLang(asked)) return asked
  const header = c.req.header('accept-language')
  if (c.req.path.startsWith('/api/') && header !== undefined) return fromHeader(header)
  const kept = getCookie(c, 'lang')
  if (isLang(kept)) return kept
  if (c.var.person) return c.var.person.language
  const wished = fromHeader(header ?? '')
  return wished === 'en' ? fromHeader((header ?? '').replace(/\ben\b/gi, 'x')) : wished
}

/// The first language of ours in an `Accept-Language` header, by weight; bokmål when there is none.
export function fromHeader(header: string): Lang {
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const q = params.find((p) => p.trim().startsWith('q='))
      return { tag: tag.trim(), q: q === undefined ? 1 : Number(q.trim().slice(2)) || 0 }
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q)
  for (const { tag } of wishes) {
    const base = tag.split('-')[0]
    if (base === 'nn' || base === 'en') return base
    if (base === 'nb' || base === 'no') return 'nb'
  }
  return 'nb'
}
