// A fresh way in from the host, for somebody who has lost every other. Using it ends the person's other sessions.
import { existsSync } from 'node:fs'
import { anyPerson, people } from '../../db/people.ts'
import { openStore } from '../../db/open.ts'
import { realClock } from '../clock.ts'
import { firstLink, linkMinutes, personLink } from '../sign-in/links.ts'
import { exits, StartError } from '../start/start-error.ts'
import { databaseIn } from './folders.ts'
import type { Admin } from './run.ts'

export async function link(admin: Admin, wanted: string): Promise<number> {
  if (admin.databaseUrl === undefined && !existsSync(databaseIn(admin.dataDir))) {
    throw new StartError(
      `There is no database in ${admin.dataDir}. Start Planvev once: it prints the first link itself.`,
      exits.config,
    )
  }
  const store = await openStore({ dataDir: admin.dataDir, url: admin.databaseUrl })
  try {
    const maker = { store, clock: realClock }
    if (!(await anyPerson(store.db))) {
      return tell(admin, `${admin.origin}/start#${await firstLink(maker)}`, 'the first coordinator')
    }
    const all = await people(store.db)
    const found = all.filter(({ id, name, email }) =>
      [id, name, email].some((known) => known?.toLowerCase() === wanted.toLowerCase()),
    )
    if (found.length === 1) {
      const [{ id, name }] = found as [(typeof found)[number]]
      return tell(admin, `${admin.origin}/inn#${await personLink(maker, id)}`, name)
    }
    admin.say(
      found.length === 0
        ? `Nobody here is called "${wanted}". These are:`
        : `Several are called "${wanted}". Name one by id:`,
    )
    for (const { id, name } of found.length > 0 ? found : all) admin.say(`  ${id}  ${name}`)
    return exits.usage
  } finally {
    await store.close()
  }
}

function tell({ say }: Admin, address: string, who: string): number {
  say(`A link for ${who}. It works once, within ${linkMinutes} minutes:`)
  say(`  ${address}`)
  return 0
}
