// Frozen versions over HTTP: the list, and the stored bytes under their own sum. What is not public is not there for
// others.
import { Hono, type Context } from 'hono'
import { may } from '../../workflows/rights.ts'
import { onlyKeys, readJsonObject, type JsonObject } from '../guard/body.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House } from '../house.ts'
import { answerProgram } from '../pages/download/answer.ts'
import { fileAsked, frozenPaper, wantedOf } from '../pages/download/frozen-files.ts'
import { publicStrategy } from '../pages/public/view.ts'
import { Refused } from '../refusal.ts'
import { adoptedCopy, makeAdoptedEdition, saveAdoptedSection } from '../version/adopted.ts'
import { proposedPoints, saveProposedPoints, type PointWords } from '../version/proposal.ts'
import { versionByHash, versionLabel, versionsOf } from '../version/read.ts'
import type { SectionJson } from '../../editor/shared/read.ts'
import { mustBeAble, personAsked, rolesIn, strategyAsked, type Found } from './asked.ts'

/// As for people's pages: files are made, not only read.
const fileLimit = { times: 120, minutes: 10 }

export const versionRoutes = (house: House) =>
  new Hono<Env>()
    .get('/api/strategies/:id/versions', async (c) => {
      const found = await strategyAsked(c, house)
      const visible = seesAll(c, found) ? 'all' : 'public'
      const list = await versionsOf(house.store.db, found.region, found.id, { visible })
      // Who froze it is for those who work on it.
      return c.json(
        list.map(({ madeBy, ...one }) => ({
          ...one,
          ...(visible === 'all' ? { madeBy } : {}),
          label: versionLabel(one, c.var.lang),
        })),
      )
    })
    .get(
      '/api/strategies/:id/versions/:file{[0-9a-z]+\\.[a-z]+}',
      rateLimited(fileLimit),
      async (c) => {
        const found = await strategyAsked(c, house)
        const s = await publicStrategy(house.store.db, found.id, house.clock.today(), c.var.lang)
        if (!s) throw new Refused('not-found')
        const { hash, format } = fileAsked(c.req.param('file'))
        const asked = c.req.query('language')
        const wanted = wantedOf(asked)
        if (asked !== undefined && !wanted)
          throw new Refused('input-invalid', { field: 'language' })
        const { paper, open, language } = await frozenPaper(c, s, hash, wanted)
        return answerProgram(c, {
          paper,
          format,
          open,
          language: language === 'both' ? 'begge' : language,
        })
      },
    )
    .get('/api/strategies/:id/versions/:hash', async (c) => {
      const found = await strategyAsked(c, house)
      const version = await versionByHash(
        house.store.db,
        found.region,
        found.id,
        c.req.param('hash'),
      )
      if (!version || (version.publicOn === null && !seesAll(c, found))) {
        throw new Refused('not-found')
      }
      return c.body(new Uint8Array(version.bytes), 200, {
        'content-type': 'application/json; charset=utf-8',
        etag: `"${version.hash}"`,
        'cache-control': version.publicOn === null ? 'private, no-store' : 'public, max-age=3600',
      })
    })
    .get('/api/strategies/:id/proposed-decision/:zone', async (c) => {
      const found = await strategyAsked(c, house)
      const zone = c.req.param('zone')
      mustBeAble(c, found.region, 'see-unpublished-text')
      return c.json(await proposedPoints(house.store.db, found.region, found.id, zone))
    })
    .put('/api/strategies/:id/proposed-decision/:zone', async (c) => {
      const found = await strategyAsked(c, house)
      const zone = c.req.param('zone')
      const person =
        zone === 'joint'
          ? mustBeAble(c, found.region, 'add-section')
          : mustBeAble(c, found.region, 'edit-proposed-decision', zone)
      const body = await readJsonObject(c)
      onlyKeys(body, ['points', 'expectedSeq'])
      const where = { region: found.region, strategy: found.id, zone }
      return c.json(await saveProposedPoints(house, where, pointsOf(body), seqOf(body), person))
    })
    .get('/api/strategies/:id/municipalities/:number/adopted-text', async (c) => {
      const of = await adoptedAsked(c, house)
      mustBeAble(c, of.region, 'see-unpublished-text', of.municipality)
      const copy = await adoptedCopy(house.store.db, of)
      if (!copy) throw new Refused('not-found')
      return c.json(copy)
    })
    .put('/api/strategies/:id/municipalities/:number/adopted-text', async (c) => {
      const of = await adoptedAsked(c, house)
      const person = personAsked(c)
      const body = await readJsonObject(c)
      onlyKeys(body, ['zone', 'code', 'text', 'expectedSeq'])
      const { zone, code, text } = body
      if (typeof zone !== 'string') throw new Refused('input-invalid', { field: 'zone' })
      if (typeof code !== 'string') throw new Refused('input-invalid', { field: 'code' })
      const change = { zone, code, text: textPair(text), expected: seqOf(body) }
      return c.json(await saveAdoptedSection(house, of, change, person))
    })
    .post('/api/strategies/:id/municipalities/:number/adopted-text/edition', async (c) => {
      const of = await adoptedAsked(c, house)
      const hash = await makeAdoptedEdition(house, of, personAsked(c))
      return c.json({ hash }, 201)
    })

/// Those who work on the strategy see every version; others what is public.
const seesAll = (c: Context<Env>, found: Found): boolean =>
  may(rolesIn(c.get('person'), found.region), 'see-unpublished-text')

async function adoptedAsked(c: Context<Env>, house: House) {
  const found = await strategyAsked(c, house)
  return { region: found.region, strategy: found.id, municipality: c.req.param('number') ?? '' }
}

function seqOf(body: JsonObject): number {
  const { expectedSeq } = body
  if (Number.isSafeInteger(expectedSeq) && Number(expectedSeq) >= 0) return Number(expectedSeq)
  throw new Refused('input-invalid', { field: 'expectedSeq' })
}

function pointsOf(body: JsonObject): PointWords[] {
  const { points } = body
  if (!Array.isArray(points) || points.length > 60) {
    throw new Refused('input-invalid', { field: 'points' })
  }
  return points.map((point, i) => {
    if (typeof point !== 'object' || point === null || Array.isArray(point)) {
      throw new Refused('input-invalid', { field: `points.${i}` })
    }
    onlyKeys(point, ['nb', 'nn'])
    const { nb = '', nn = '' } = point
    const fits = (text: unknown): text is string => typeof text === 'string' && text.length <= 4000
    if (!fits(nb) || !fits(nn)) throw new Refused('input-invalid', { field: `points.${i}` })
    return { nb, nn }
  })
}

function textPair(value: unknown): SectionJson {
  if (typeof value === 'object' && value !== null && 'nb' in value && 'nn' in value) {
    return value as SectionJson
  }
  throw new Refused('input-invalid', { field: 'text' })
}
