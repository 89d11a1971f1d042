// Puts the delivered region into an empty database, so that roles can be given and a strategy set up.
import { insertMunicipality, insertRegion, regionById } from '../../db/region.ts'
import type { Store } from '../../db/open.ts'
import { addTerms } from '../../db/term.ts'
import { newId } from '../sign-in/token.ts'
import { firstTerms } from './content/terms.ts'
import { defaultSettings } from './municipality-settings.ts'
import { regionFile } from './region-file.ts'

/// The key of the one region a fresh installation begins with.
export const firstRegion = 1

export async function ensureRegion({ db }: Store): Promise<void> {
  if (await regionById(db, firstRegion)) return
  await db.transaction().execute(async (trx) => {
    await insertRegion(trx, {
      region: firstRegion,
      name: regionFile.region.name,
      config: JSON.stringify(regionFile.region),
    })
    for (const [position, m] of regionFile.municipalities.entries()) {
      await insertMunicipality(trx, {
        region: firstRegion,
        number: m.number,
        name: m.name,
        position,
        sub_region: m.sub_region,
        language: m.document_language,
        settings: JSON.stringify(defaultSettings(m)),
      })
    }
    await addTerms(
      trx,
      firstTerms.map(([nb, nn]) => ({
        region: firstRegion,
        id: newId(),
        nb,
        nn,
        person: null,
        at: '',
      })),
    )
  })
}
