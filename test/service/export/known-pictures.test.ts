// A file leaves the house inside a document only where it is a picture of that region.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertImage } from '../../../db/image.ts'
import { compose } from '../../../service/export/compose.ts'
import { withKnownPictures } from '../../../service/export/known-pictures.ts'
import { assetsIn, readPictures } from '../../../service/export/pictures.ts'
import { writeDurably } from '../../../service/evidence/store.ts'
import { createHash } from 'node:crypto'
import { dialects } from '../../support/dialects.ts'
import { testHouse, type TestHouse } from '../../support/house.ts'
import { editionSource, keptPicture } from '../../support/source.ts'

for (const dialect of dialects) {
  describe(`pictures in papers on ${dialect.name}`, () => {
    let t: TestHouse
    beforeAll(async () => {
      t = await testHouse(dialect)
    })
    afterAll(() => t.close())

    test('are those the region keeps as pictures, and no other file that lies beside them', async () => {
      const image = await keptPicture(t.house.dataDir)
      const paper = compose(editionSource({ image }), 'nb')
      const { db } = t.house.store
      expect(assetsIn(await withKnownPictures(db, 1, paper))).toEqual([])
      const person = await t.signIn('Anna')
      await insertImage(db, {
        region: 1,
        sha256: image,
        type: 'image/png',
        width: 640,
        height: 320,
        bytes: 1,
        uploaded_by: person.id,
        uploaded_at: '2028-02-14T08:00:00Z',
      })
      expect(assetsIn(await withKnownPictures(db, 1, paper))).toEqual([image])
      expect(assetsIn(await withKnownPictures(db, 2, paper))).toEqual([])
      expect((await readPictures(paper, t.house.dataDir)).get(image)).toMatchObject({ width: 640 })
    })

    test('are left out when their bytes are no picture, or not those their name says', async () => {
      const { dataDir } = t.house
      const bytes = Buffer.from('%PDF-1.7 møteprotokoll')
      const hash = createHash('sha256').update(bytes).digest('hex')
      await writeDurably(dataDir, hash, bytes)
      const other = 'f'.repeat(64)
      await writeDurably(dataDir, other, bytes)
      for (const image of [hash, other]) {
        expect((await readPictures(compose(editionSource({ image }), 'nb'), dataDir)).size).toBe(0)
      }
    })
  })
}
