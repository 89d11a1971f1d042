// Evidence for what was done: minutes, letters, announcements. Kept by those who work in the municipality, seen by those
// who may see its journal, and never by the public.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { evidenceAt, evidenceById } from '../../db/evidence.ts'
import { municipalitiesOf } from '../../db/region.ts'
import { may, type Action } from '../../workflows/rights.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { evidencePage } from './page.ts'
import { keepEvidence, readEvidence } from './store.ts'
import { readUpload } from './upload.ts'

/// Mounted above the general limit on bodies.
export const evidenceRoutes = (house: House) => {
  const uploads = rateLimited({ times: 60, minutes: 10 })
  return new Hono<Env>()
    .post('/api/evidence', uploads, async (c) => {
      const by = signedIn(c)
      const { upload, text } = await readUpload(c)
      const where = await placeFor(house, by, text('municipality') || null, 'add-evidence')
      const kept = await keepEvidence(house, upload, where, by)
      return c.json({ ...kept, url: `/bevis/${kept.id}` }, 201)
    })
    .get('/bevis', async (c) => {
      const by = signedIn(c)
      const municipality = c.req.query('kommune') || null
      const where = await placeFor(house, by, municipality, 'see-journal')
      const files = await evidenceAt(house.store.db, where.region, municipality)
      return evidencePage(c, where, files, mayHere(by, where, 'add-evidence'))
    })
    .post('/bevis', uploads, async (c) => {
      const by = signedIn(c)
      const wanted = c.req.query('kommune') || null
      const where = await placeFor(house, by, wanted, 'add-evidence')
      try {
        await keepEvidence(house, (await readUpload(c)).upload, where, by)
        return c.redirect(`/bevis?kommune=${wanted ?? ''}&done=lagret`, 303)
      } catch (error) {
        const known = ['too-large', 'unsupported-type', 'input-invalid']
        if (!(error instanceof Refused) || !known.includes(error.code)) throw error
        const files = await evidenceAt(house.store.db, where.region, wanted)
        return evidencePage(c, where, files, true, error.code)
      }
    })
    .get('/bevis/:id{[0-9a-f]{32}}', async (c) => {
      const by = signedIn(c)
      for (const region of new Set(by.roles.map((r) => r.region))) {
        const row = await evidenceById(house.store.db, region, c.req.param('id'))
        if (!row || !mayHere(by, { region, municipality: row.behalf_of }, 'see-journal')) continue
        const bytes = await readEvidence(house.dataDir, row.sha256)
        const name = encodeURIComponent(row.name).replaceAll(/['()*]/g, hex)
        return c.body(new Uint8Array(bytes), 200, {
          'Content-Type': row.type,
          'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
          'Content-Security-Policy': "sandbox; default-src 'none'",
          'Cache-Control': 'no-store',
        })
      }
      throw new Refused('not-found')
    })
}

const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

function signedIn(c: Context<Env>): SignedIn {
  if (!c.var.person) throw new Refused('signed-out')
  return c.var.person
}

export type EvidencePlace = { region: number; municipality: string | null; name: string | null }

function mayHere(
  by: SignedIn,
  { region, municipality }: { region: number; municipality: string | null },
  action: Action,
): boolean {
  const roles = by.roles.filter((r) => r.region === region)
  return may(roles, action, municipality === null ? {} : { municipality })
}

async function placeFor(
  house: House,
  by: SignedIn,
  municipality: string | null,
  action: Action,
): Promise<EvidencePlace> {
  for (const region of new Set(by.roles.map((r) => r.region))) {
    const known = await municipalitiesOf(house.store.db, region)
    const row = known.find(({ number }) => number === municipality)
    if (municipality !== null && !row) continue
    if (!mayHere(by, { region, municipality }, action)) throw new Refused('forbidden')
    return { region, municipality, name: row?.name ?? null }
  }
  throw new Refused(by.roles.length === 0 ? 'forbidden' : 'not-found')
}
