// The people of the demo, all invented: every municipal role in each of the twelve, one planner of two municipalities,
// a mayor who leads the steering group, a deputy who stands in, a coordinator and two observers.
import { createHash } from 'node:crypto'
import { insertPerson } from '../../db/people.ts'
import { insertRole } from '../../db/role.ts'
import type { Role } from '../../workflows/act.ts'
import type { House } from '../house.ts'
import { colourOf } from '../people/colour.ts'
import { firstRegion } from '../region/ensure-region.ts'
import { regionFile } from '../region/region-file.ts'
import { newId } from '../sign-in/token.ts'

export type DemoPerson = { name: string; roles: DemoRole[] }
export type DemoRole = { role: Role; municipality?: string; substituteFor?: string }

/// By municipality: planner, mayor, chief executive, council secretary, archivist.
const staff: Record<string, [string, string, string, string, string]> = {
  Lillehammer: [
    'Marte Nordlie',
    'Terje Lunde',
    'Anne Grete Hagen',
    'Silje Brenden',
    'Per Olav Bjørnstad',
  ],
  Øyer: ['Ingrid Moen', 'Tone Lillegård', 'Harald Stubberud', 'Bente Solbakken', 'Arne Fossum'],
  Gausdal: ['Eirik Kalstad', 'Randi Myhre', 'Knut Svartås', 'Hilde Forset', 'Ola Segelstad'],
  Ringebu: ['Sunniva Kjorstad', 'Arve Tromsa', 'Liv Randen', 'Mona Vekkom', 'Geir Brandstad'],
  'Sør-Fron': ['Håkon Listad', 'Berit Harpe', 'Stein Ruste', 'Kristin Lillebråten', 'Nils Bø'],
  'Nord-Fron': ['Åse Kvamme', 'Torstein Breden', 'Marit Espedal', 'Lars Isum', 'Solveig Furuheim'],
  Sel: ['Vegard Rosten', 'Heidi Laurgård', 'Rune Nordgard', 'Elin Kleiven', 'Trond Haugen'],
  Vågå: ['Olav Sørgard', 'Anne Valbu', 'Sigurd Håkenstad', 'Magnhild Kleppe', 'Pål Sandbakk'],
  Lom: ['Rakel Marstein', 'Ivar Garmo', 'Synnøve Kvåle', 'Eldrid Vårdal', 'Tor Galde'],
  Skjåk: ['Rakel Marstein', 'Kjersti Dønfoss', 'Odd Nyhus', 'Gunhild Lunder', 'Jørn Skamsar'],
  Lesja: ['Eli Kjørem', 'Sverre Enstad', 'Gro Avdal', 'Jorunn Teigen', 'Asbjørn Hole'],
  Dovre: ['Turid Budsjord', 'Emil Angard', 'Hanne Lid', 'Bjørg Brennhaug', 'Kåre Lindsø'],
}

const municipalRoles: Role[] = [
  'planner',
  'mayor',
  'chief-executive',
  'council-secretary',
  'archivist',
]

/// Everybody, in the order of the sign-in page: the joint work first, then the twelve from south to north.
export function demoPeople(): DemoPerson[] {
  const people = new Map<string, DemoRole[]>([
    ['Kari Bakken', [{ role: 'coordinator' }]],
    ['Torstein Breden', [{ role: 'steering-leader' }]],
    ['Frode Nygaard', [{ role: 'observer' }]],
    ['Siri Melbye', [{ role: 'observer' }]],
  ])
  for (const { name, number } of regionFile.municipalities) {
    for (const [i, role] of municipalRoles.entries()) {
      const who = staff[name]![i]!
      people.set(who, [...(people.get(who) ?? []), { role, municipality: number }])
    }
  }
  people.set('Guri Skarstad', [
    { role: 'mayor', municipality: '3440', substituteFor: demoId('Tone Lillegård') },
  ])
  return [...people].map(([name, roles]) => ({ name, roles }))
}

/// The same person has the same id in every demo, and the id says nothing about the name.
export const demoId = (name: string): string =>
  createHash('sha256').update(`demo ${name}`).digest('hex').slice(0, 32)

export async function makeDemoPeople(house: House): Promise<void> {
  const nynorsk = new Set(
    regionFile.municipalities.filter((m) => m.document_language === 'nn').map((m) => m.number),
  )
  const created_at = house.clock.instant()
  await house.store.db.transaction().execute(async (trx) => {
    for (const { name, roles } of demoPeople()) {
      const id = demoId(name)
      const language = roles.some((r) => nynorsk.has(r.municipality ?? '')) ? 'nn' : 'nb'
      await insertPerson(trx, { id, name, email: null, language, colour: colourOf(id), created_at })
      for (const { role, municipality, substituteFor } of roles) {
        await insertRole(trx, {
          region: firstRegion,
          id: newId(),
          person: id,
          role,
          municipality: municipality ?? null,
          substitute_for: substituteFor ?? null,
          from_on: '2027-01-01',
          to_on: null,
          given_by: null,
          created_at,
          ended_at: null,
        })
      }
    }
  })
}
