import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { insertVersions, makePrivate, makePublic } from '../../../db/version.ts'
import { fileOf } from '../../../service/evidence/store.ts'
import { addToText } from '../../../service/import/add-to-text.ts'
import { mostImageBytes } from '../../../service/image/press.ts'
import type { KeptImage } from '../../../service/image/store.ts'
import { sealSection } from '../../../service/version/manifest.ts'
import { dialects, type TestDialect } from '../../support/dialects.ts'
import { testHouse, testOrigin, type TestHouse, type TestPerson } from '../../support/house.ts'
import { emptyGiant, photograph, picture, scriptedSvg } from '../../support/picture.ts'
import { givenStrategy } from '../../support/strategy.ts'

// Processes and workers are started in here, beside whatever else a machine does.
vi.setConfig({ testTimeout: 90_000 })

async function cast(dialect: TestDialect, phase: 'F30' | 'F40' | 'F50' = 'F30') {
  const t = await testHouse(dialect)
  const given = await givenStrategy(t.house, { '3440': { state: 'K20' } }, phase)
  const kari = await t.signIn('Kari', [{ role: 'coordinator' }])
  const per = await t.signIn('Per', [{ role: 'planner', municipality: '3440' }])
  const olav = await t.signIn('Olav', [{ role: 'planner', municipality: '3435' }])
  return { t, given, kari, per, olav }
}

async function send(
  t: TestHouse,
  who: TestPerson | undefined,
  section: string,
  bytes: Uint8Array,
): Promise<Response> {
  return t.app.request(`${testOrigin}/api/sections/${section}/images`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      origin: testOrigin,
      'content-type': 'application/octet-stream',
      ...(who && { cookie: who.cookie }),
    },
  })
}

const keptOf = async (answer: Response): Promise<KeptImage> => {
  expect(answer.status).toBe(201)
  return (await answer.json()) as KeptImage
}

const codeOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { code: string }).code

for (const dialect of dialects) {
  describe(`pictures on ${dialect.name}`, () => {
    test('a picture lies on disk under its hash, and comes back as the same bytes that nobody may run', async () => {
      const { t, given, kari } = await cast(dialect)
      const kept = await keptOf(await send(t, kari, given.joint.section, await picture('png')))
      expect(kept).toMatchObject({ width: 60, height: 40 })
      const file = readFileSync(fileOf(t.house.dataDir, kept.asset))
      expect(createHash('sha256').update(file).digest('hex')).toBe(kept.asset)
      const shown = await t.get(`/bilde/${kept.asset}`, kari)
      expect(Buffer.from(await shown.arrayBuffer())).toEqual(file)
      expect(shown.headers.get('content-type')).toBe('image/png')
      expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
      expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
      expect(shown.headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
      expect(shown.headers.get('vary')).toContain('Cookie')
      const again = await t.get(`/bilde/${kept.asset}`, kari, {
        'if-none-match': `"${kept.asset}"`,
      })
      expect(again.status).toBe(304)
      const twice = await keptOf(await send(t, kari, given.joint.section, await picture('png')))
      expect(twice).toEqual(kept)
      await t.close()
    })

    test('only who may write a section brings pictures to it, and only who may read texts sees them', async () => {
      const { t, given, kari, per, olav } = await cast(dialect)
      const bytes = await picture('png')
      const secretary = await t.signIn('Siri', [
        { role: 'council-secretary', municipality: '3440' },
      ])
      expect((await send(t, undefined, given.joint.section, bytes)).status).toBe(401)
      expect((await send(t, secretary, given.joint.section, bytes)).status).toBe(403)
      expect((await send(t, olav, given.own.section, bytes)).status).toBe(403)
      expect((await send(t, kari, 'nowhere', bytes)).status).toBe(404)
      const { asset } = await keptOf(await send(t, per, given.own.section, bytes))
      const stranger = await t.signIn('Ingen')
      expect((await t.get(`/bilde/${asset}`, olav)).status).toBe(200)
      expect((await t.get(`/bilde/${asset}`, stranger)).status).toBe(404)
      expect((await t.get(`/bilde/${asset}`)).status).toBe(404)
      expect((await t.get(`/bilde/${'0'.repeat(64)}`, kari)).status).toBe(404)
      await t.close()
    })

    test('a text that is frozen takes no picture', async () => {
      const { t, given, kari } = await cast(dialect, 'F50')
      const answer = await send(t, kari, given.joint.section, await picture('png'))
      expect([answer.status, await codeOf(answer)]).toEqual([409, 'not-in-this-state'])
      await t.close()
    })

    test('everybody sees the pictures of a public version, as long as it is public', async () => {
      const { t, given, kari } = await cast(dialect)
      const { db } = t.house.store
      const { asset } = await keptOf(
        await send(t, kari, given.joint.section, await picture('jpeg')),
      )
      const other = await keptOf(await send(t, kari, given.joint.section, await picture('gif')))
      const row = { code: 'F9', zone: 'joint', title_nb: 'Kart', title_nn: 'Kart' }
      const words = `"asset":"${other.asset}"`
      const doc = {
        type: 'doc',
        content: [
          { type: 'image', attrs: { asset, alt: 'Kart', width: 60, height: 40 } },
          { type: 'block', content: [{ type: 'text', text: words }] },
        ],
      }
      const { bytes, hash } = sealSection(row, { nb: doc, nn: { type: 'doc' } })
      const of = { region: 1, strategy: given.id, hash }
      await db.transaction().execute(async (trx) => {
        const stamp = { name: 'consultation-draft', round: 1, frozen_on: '2028-03-01', seq: 1 }
        const by = { recorded_at: '2028-03-01T08:00:00Z', process: given.id, made_by: kari.id }
        const version = { ...of, ...stamp, ...by, scope: 'section', zone: 'joint', bytes }
        await insertVersions(trx, [{ ...version, section: given.joint.section }], [])
      })
      expect((await t.get(`/bilde/${asset}`)).status).toBe(404)
      const shown = { ...of, municipality: '3440', public_on: '2028-04-03' }
      await db.transaction().execute((trx) => makePublic(trx, [shown]))
      const open = await t.get(`/bilde/${asset}`)
      expect(open.status).toBe(200)
      const page = await (await t.get(`/s/${given.slug}/v/${hash}`)).text()
      expect(page).toContain(`<img src="/bilde/${asset}" alt="Kart" width="60" height="40"`)
      expect(open.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      // Words that look like a picture's name show nothing to anybody.
      expect((await t.get(`/bilde/${other.asset}`)).status).toBe(404)
      await db
        .transaction()
        .execute((trx) => makePrivate(trx, { ...of, municipality: '3440' }, [hash]))
      expect((await t.get(`/bilde/${asset}`)).status).toBe(404)
      await t.close()
    })
  })
}

test('[G22] a picture nobody described is found before the common part is frozen, with its chapter', async () => {
  const { t, given, kari } = await cast(dialects[0]!, 'F40')
  const asked = async () => {
    const answer = await t.post(
      `/api/strategies/${given.id}/events/explain`,
      { type: 'freeze-consultation-draft', actedOn: t.clock.today() },
      kari,
    )
    const { findings } = (await answer.json()) as { findings: { rule: string; text: string }[] }
    return findings.find(({ rule }) => rule === 'G22')?.text
  }
  const { asset } = await keptOf(await send(t, kari, given.joint.section, await picture('png')))
  const image = (id: string, more: object) => ({
    type: 'image',
    attrs: { asset, width: 60, height: 40, id, ...more },
  })
  const put = (...content: ReturnType<typeof image>[]) =>
    t.house.rooms.write(1, given.joint.section, kari.id, (doc) => {
      addToText(doc, 'nb', { content, notes: [] })
    })
  await put(image('a', { alt: 'Kart' }), image('b', { decorative: true }))
  expect(await asked()).toBeUndefined()
  await put(image('c', {}))
  expect(await asked()).toBe(
    '1\u00a0bilde i fellesdelen mangler beskrivelse for dem som ikke ser: «Kapittel F5» (1).',
  )
  await t.close()
})

describe('what a picture may be', () => {
  test('place, camera and orientation of a photograph are gone, and it stands upright', async () => {
    const { t, given, kari } = await cast(dialects[0]!)
    const sent = await photograph()
    expect((await sharp(sent).metadata()).exif?.toString('latin1')).toContain('Kamerafabrikken')
    const kept = await keptOf(await send(t, kari, given.joint.section, sent))
    expect(kept).toMatchObject({ width: 40, height: 60 })
    const file = readFileSync(fileOf(t.house.dataDir, kept.asset))
    const about = await sharp(file).metadata()
    expect([about.exif, about.icc, about.xmp, about.orientation]).toEqual(Array(4).fill(undefined))
    expect(file.toString('latin1')).not.toContain('Kamerafabrikken')
    await t.close()
  })

  test('every kind becomes one that all exports know, and none is wider than paper needs', async () => {
    const { t, given, kari } = await cast(dialects[0]!)
    const became = []
    for (const kind of ['png', 'jpeg', 'webp', 'gif'] as const) {
      const bytes = await picture(kind, { width: 4800, height: 120 })
      const { asset, width, height } = await keptOf(await send(t, kari, given.joint.section, bytes))
      const { format } = await sharp(fileOf(t.house.dataDir, asset)).metadata()
      became.push([kind, format, width, height])
    }
    expect(became).toEqual([
      ['png', 'png', 2400, 60],
      ['jpeg', 'jpeg', 2400, 60],
      ['webp', 'jpeg', 2400, 60],
      ['gif', 'png', 2400, 60],
    ])
    await t.close()
  })

  test('what is no picture, or one made to do harm, is refused with its reason and leaves nothing', async () => {
    const { t, given, kari } = await cast(dialects[0]!)
    const png = await picture('png')
    const cases: [string, Uint8Array, number, string][] = [
      ['an svg with a script', scriptedSvg, 422, 'image-kind'],
      ['a pdf', Buffer.from('%PDF-1.7\n'), 422, 'image-kind'],
      ['nothing', Buffer.alloc(0), 422, 'image-broken'],
      ['60 megapixels', emptyGiant(10_000, 6000), 413, 'image-pixels'],
      ['a bomb of 3.6 gigapixels', emptyGiant(60_000, 60_000), 413, 'image-pixels'],
      ['a header and no more', emptyGiant(100, 100).subarray(0, 40), 422, 'image-broken'],
      ['half a picture', png.subarray(0, png.length - 30), 422, 'image-broken'],
      ['a script in a gif’s clothes', Buffer.from('GIF89a/**/=1;alert(1)'), 422, 'image-broken'],
      ['too many bytes', Buffer.alloc(mostImageBytes + 1, png), 413, 'image-bytes'],
    ]
    for (const [what, bytes, status, code] of cases) {
      const answer = await send(t, kari, given.joint.section, bytes)
      expect([what, answer.status, await codeOf(answer)]).toEqual([what, status, code])
    }
    expect(existsSync(`${t.house.dataDir}/files`)).toBe(false)
    await t.close()
  })

  test('a script behind a real picture does not come along', async () => {
    const { t, given, kari } = await cast(dialects[0]!)
    const polyglot = Buffer.concat([await picture('png'), Buffer.from('<script>alert(1)</script>')])
    const { asset } = await keptOf(await send(t, kari, given.joint.section, polyglot))
    expect(readFileSync(fileOf(t.house.dataDir, asset)).toString('latin1')).not.toContain('script')
    await t.close()
  })
})
