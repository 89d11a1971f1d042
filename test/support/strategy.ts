// A strategy as rows, for tests of what stands around the procedure: processes in the states a test names, one joint
// chapter and one own section in a public version. Tests of the procedure itself go through the door instead.
import { insertSection, insertStrategy, processId } from '../../db/strategy.ts'
import { insertProcess } from '../../db/process.ts'
import { insertVersions, makePublic } from '../../db/version.ts'
import type { House } from '../../service/house.ts'
import { ensureRegion } from '../../service/region/ensure-region.ts'
import { sealSection } from '../../service/version/manifest.ts'
import { freshParticipation } from '../../workflows/participation-context.ts'
import { freshStrategy } from '../../workflows/strategy-context.ts'

export type GivenMunicipality = { state: string; deadlineOn?: string | null }

export type GivenStrategy = {
  id: string
  slug: string
  of: { region: number; strategy: string }
  /// Ids of the two sections and the hashes of their public versions.
  joint: { section: string; version: string }
  own: { section: string; version: string; municipality: string }
}

/// Lays a strategy in. `phase` is the joint milestone; municipalities not named stand in K50 without a deadline.
export async function givenStrategy(
  house: House,
  municipalities: Record<string, GivenMunicipality> = {},
  phase: 'F10' | 'F20' | 'F30' | 'F40' | 'F50' | 'F80' = 'F50',
): Promise<GivenStrategy> {
  const { db } = house.store
  await ensureRegion(house.store)
  const region = 1
  const id = 'strategy-1'
  const slug = 'felles'
  const at = '2028-01-01T08:00:00.000Z'
  const numbers = (
    await db.selectFrom('municipality').select('number').orderBy('position').execute()
  ).map((m) => m.number)
  await db.transaction().execute(async (trx) => {
    await insertStrategy(trx, {
      region,
      id,
      slug,
      title_nb: 'Felles planstrategi',
      title_nn: 'Felles planstrategi',
      period_from: 2028,
      period_to: 2031,
      settings: '{}',
      created_at: at,
    })
    const process = { region, strategy: id, machine_version: 1, seq: 0, updated_at: at }
    await insertProcess(trx, {
      ...process,
      id: processId(id),
      kind: 'strategy',
      municipality: null,
      state: phase,
      context: JSON.stringify({ ...freshStrategy, phase }),
      head_hash: '',
    })
    for (const number of numbers) {
      const { state, deadlineOn = null } = municipalities[number] ?? { state: 'K50' }
      await insertProcess(trx, {
        ...process,
        id: processId(id, number),
        kind: 'participation',
        municipality: number,
        state,
        context: JSON.stringify({ ...freshParticipation, joinedOn: '2028-01-01', deadlineOn }),
        head_hash: '',
      })
    }
  })
  const section = async (code: string, zone: string, texts: string[]) => {
    const row = { code, zone, title_nb: `Kapittel ${code}`, title_nn: `Kapittel ${code}` }
    const doc = {
      type: 'doc',
      content: texts.map((text, n) => ({
        type: 'block',
        attrs: { id: `${code.toLowerCase()}b${n + 1}` },
        content: [{ type: 'text', text }],
      })),
    }
    const { bytes, hash } = sealSection(row, { nb: doc, nn: doc })
    const sectionId = `section-${zone}-${code}`
    await insertSection(db, {
      ...row,
      region,
      id: sectionId,
      strategy: id,
      language: 'nb',
      position: zone === 'joint' ? 1 : 2,
      lineage: sectionId,
      schema_version: 1,
      created_at: at,
    })
    await db.transaction().execute(async (trx) => {
      await insertVersions(
        trx,
        [
          {
            region,
            hash,
            strategy: id,
            scope: 'section',
            zone,
            section: sectionId,
            name: 'consultation-draft',
            round: 1,
            frozen_on: '2028-03-01',
            recorded_at: at,
            process: id,
            seq: 1,
            made_by: 'somebody',
            bytes,
          },
        ],
        [],
      )
      await makePublic(trx, [
        { region, hash, strategy: id, municipality: '3440', public_on: '2028-04-03' },
      ])
    })
    return { section: sectionId, version: hash }
  }
  return {
    id,
    slug,
    of: { region, strategy: id },
    joint: await section('F5', 'joint', [
      'Vi velger sammen.',
      'Kommunene etablerer et felles råd for deltidsinnbyggere.',
    ]),
    own: {
      ...(await section('K3', '3440', ['Arealdelen skal revideres delvis.'])),
      municipality: '3440',
    },
  }
}
