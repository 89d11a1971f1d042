// A picture comes in from those who may write the section it is for, and is shown to those who may read its text: those who
// work on it, and everybody once a public version holds it.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { imageRow, regionsWith } from '../../db/image.ts'
import { may } from '../../workflows/rights.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House } from '../house.ts'
import { Refused } from '../refusal.ts'
import { rolesIn, sectionAccess } from '../text/section-access.ts'
import { mostImageBytes } from './press.ts'
import { createShown, type Shown } from './shown.ts'
import { keepImage, readImage } from './store.ts'

/// Mounted above the general limit on bodies.
export const imageRoutes = (house: House): Hono<Env> => {
  const uploads = rateLimited({ times: 200, minutes: 10 })
  const shown = createShown(house.store.db)
  return new Hono<Env>()
    .post('/api/sections/:id/images', uploads, async (c) => {
      const { person } = c.var
      if (!person) throw new Refused('signed-out')
      const access = await sectionAccess(house, person, c.req.param('id'))
      if (!access) throw new Refused('not-found')
      const { write, section } = access
      if (!write.may) {
        const shut = write.why === 'frozen' || write.why === 'ended' || write.why === 'not-begun'
        throw new Refused(shut ? 'not-in-this-state' : 'forbidden')
      }
      const bytes = await bodyOf(c, mostImageBytes)
      return c.json(await keepImage(house, section.region, bytes, person.id), 201)
    })
    .get('/bilde/:asset{[0-9a-f]{64}}', async (c) => {
      const asset = c.req.param('asset')
      const place = await placeOf(c, house, shown, asset)
      const found = place && (await readImage(house, place.region, asset))
      if (!found) throw new Refused('not-found')
      const headers = {
        ETag: `"${asset}"`,
        // What is not public is this person's alone, also in the browser of a shared machine.
        'Cache-Control': `${place.open ? 'public' : 'private'}, max-age=31536000, immutable`,
        ...(place.open ? {} : { Vary: 'Cookie' }),
        'Content-Security-Policy': "sandbox; default-src 'none'",
      }
      if (c.req.header('if-none-match') === headers.ETag) return c.body(null, 304, headers)
      return c.body(new Uint8Array(found.bytes), 200, {
        ...headers,
        'Content-Type': found.row.type,
        'Content-Disposition': 'inline',
      })
    })
}

/// The region whose picture this reader may see, and whether everybody may. Not there and not theirs are one answer.
async function placeOf(
  c: Context<Env>,
  house: House,
  shown: Shown,
  asset: string,
): Promise<{ region: number; open: boolean } | undefined> {
  const { db } = house.store
  const regions = await regionsWith(db, asset)
  for (const region of regions) if (await shown(region, asset)) return { region, open: true }
  const { person } = c.var
  if (!person) return undefined
  for (const region of regions) {
    const works = may(rolesIn(person, region), 'see-unpublished-text')
    if (works && (await imageRow(db, region, asset))) return { region, open: false }
  }
  return undefined
}

/// The body's bytes, counted as they come. Throws `image-bytes` for more than `most`.
async function bodyOf(c: Context<Env>, most: number): Promise<Uint8Array> {
  const body = c.req.raw.body
  if (!body) throw new Refused('image-broken')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size <= most) chunks.push(chunk)
    // A sender of a little too much is heard out, so that the answer reaches it.
    else if (size > 2 * most) break
  }
  if (size > most) throw new Refused('image-bytes')
  if (size === 0) throw new Refused('image-broken')
  return Buffer.concat(chunks)
}
