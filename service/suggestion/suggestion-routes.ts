// What the editor asks about suggestions, in JSON: whose hands are in a text, and what is suggested in it.
import { Hono, type Context } from 'hono'
import { beginnerOf, idsOf, piecesOf } from '../../editor/shared/suggestions.ts'
import type { Env, House } from '../house.ts'
import { Refused } from '../refusal.ts'
import { sectionAccess } from '../text/section-access.ts'
import { amendmentAccess } from './amendment.ts'
import { langs } from './changes.ts'
import { handsOf } from './hands.ts'

export const suggestionRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/api/sections/:id/hands', async (c) => {
      const { house, region, texts } = await asked(c)
      return c.json(await handsOf(house.store.db, region, texts))
    })
    .get('/api/sections/:id/suggestions', async (c) => {
      const { house, region, texts } = await asked(c)
      return c.json(await openSuggestions(house, region, texts))
    })

type Asked = { house: House; region: number; texts: [string, ...string[]] }

/// A section, or a suggestion on a copy of one, that this person may read.
async function asked(c: Context<Env>): Promise<Asked> {
  const { person, house } = c.var
  if (!person) throw new Refused('signed-out')
  const id = c.req.param('id') ?? ''
  const access = await sectionAccess(house, person, id)
  if (access) return { house, region: access.section.region, texts: [id] }
  const copy = await amendmentAccess(house, person, id)
  if (!copy) throw new Refused('not-found')
  return { house, region: copy.amendment.region, texts: [id, copy.amendment.section] }
}

/// Each with who began it, by the log, and whoever else put words under its name.
async function openSuggestions(house: House, region: number, texts: [string, ...string[]]) {
  const { doc } = await house.rooms.read(region, texts[0])
  const { people, hands } = await handsOf(house.store.db, region, texts)
  const personOf = (client: number | undefined) =>
    client === undefined ? undefined : people[hands[client] ?? -1]
  const found = langs.flatMap((lang) => {
    const pieces = piecesOf(doc.getXmlFragment(lang))
    return idsOf(pieces).map((id) => {
      const own = pieces.filter((piece) => piece.id === id)
      const touched = [...new Set(own.map(({ hand }) => personOf(hand)))]
      const began = personOf(beginnerOf(doc, id)) ?? touched[0]
      return {
        id,
        lang,
        by: began ? { id: began.id, name: began.name } : null,
        alsoBy: touched
          .filter((one) => one !== undefined && one !== began)
          .map((one) => ({ id: one!.id, name: one!.name })),
        pieces: own.map(({ is, block, text, to }) => ({ is, block, text, ...(to ? { to } : {}) })),
      }
    })
  })
  doc.destroy()
  return found
}
