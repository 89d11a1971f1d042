import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mostBytes } from '../../../service/evidence/upload.ts'
import { fileOf } from '../../../service/evidence/store.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { dialects, type TestDialect } from '../../support/dialects.ts'
import { testHouse, testOrigin, type TestHouse, type TestPerson } from '../../support/house.ts'

const pdf = Buffer.from('%PDF-1.7\nminutes of the council\n')

async function cast(dialect: TestDialect) {
  const t = await testHouse(dialect)
  await ensureRegion(t.house.store)
  const bente = await t.signIn('Bente', [{ role: 'council-secretary', municipality: '3440' }])
  const olav = await t.signIn('Olav', [{ role: 'planner', municipality: '3435' }])
  return { t, bente, olav }
}

async function send(
  t: TestHouse,
  who: TestPerson | undefined,
  file: { name: string; bytes: Uint8Array },
  municipality = '3440',
): Promise<Response> {
  const form = new FormData()
  form.set('municipality', municipality)
  form.set('file', new File([new Uint8Array(file.bytes)], file.name))
  const whole = new Response(form)
  return t.app.request(`${testOrigin}/api/evidence`, {
    method: 'POST',
    body: await whole.arrayBuffer(),
    headers: {
      origin: testOrigin,
      'content-type': whole.headers.get('content-type')!,
      ...(who && { cookie: who.cookie }),
    },
  })
}

for (const dialect of dialects) {
  describe(`evidence on ${dialect.name}`, () => {
    test('a file lies on disk under its hash, and comes back as the same bytes in a sandbox', async () => {
      const { t, bente } = await cast(dialect)
      const answer = await send(t, bente, { name: 'møtebok "86/24".pdf', bytes: pdf })
      expect(answer.status).toBe(201)
      const kept = (await answer.json()) as { id: string; sha256: string; url: string }
      expect(kept.sha256).toBe(createHash('sha256').update(pdf).digest('hex'))
      expect(readFileSync(fileOf(t.house.dataDir, kept.sha256))).toEqual(pdf)
      const back = await t.get(kept.url, bente)
      expect(Buffer.from(await back.arrayBuffer())).toEqual(pdf)
      expect(back.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/)
      expect(back.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
      expect(back.headers.get('x-content-type-options')).toBe('nosniff')
      expect(back.headers.get('content-type')).toBe('application/pdf')
      await t.close()
    })

    test('only those who may see the municipality’s journal find it; for others there is none', async () => {
      const { t, bente, olav } = await cast(dialect)
      const { url } = (await (await send(t, bente, { name: 'a.pdf', bytes: pdf })).json()) as {
        url: string
      }
      expect((await t.get(url, olav)).status).toBe(404)
      expect((await t.get(url)).status).toBe(303)
      expect((await t.get('/bevis?kommune=3440', olav)).status).toBe(403)
      expect((await t.get('/bevis?kommune=3440', bente)).status).toBe(200)
      expect((await send(t, olav, { name: 'a.pdf', bytes: pdf })).status).toBe(403)
      expect((await send(t, undefined, { name: 'a.pdf', bytes: pdf })).status).toBe(401)
      await t.close()
    })

    test('a kind of file that is not on the list, or only pretends to be, is refused', async () => {
      const { t, bente } = await cast(dialect)
      const refused = [
        { name: 'side.html', bytes: Buffer.from('<script>alert(1)</script>') },
        { name: 'bilde.svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
        { name: 'side.pdf', bytes: Buffer.from('<script>alert(1)</script>') },
        { name: 'bilde.png', bytes: pdf },
        { name: 'null.txt', bytes: Buffer.from('a\0b') },
        { name: 'uten', bytes: pdf },
      ]
      for (const file of refused) expect((await send(t, bente, file)).status, file.name).toBe(415)
      expect(await t.house.store.db.selectFrom('evidence_file').selectAll().execute()).toEqual([])
      await t.close()
    })

    test('a file over ten megabytes is refused while it is read, and leaves nothing', async () => {
      const { t, bente } = await cast(dialect)
      const large = new Uint8Array(mostBytes + 200_000).fill(0x20)
      large.set(pdf)
      expect((await send(t, bente, { name: 'stor.pdf', bytes: large })).status).toBe(413)
      expect(existsSync(`${t.house.dataDir}/files`)).toBe(false)
      await t.close()
    })
  })
}
