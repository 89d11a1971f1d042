// Up and down: open the one database, put the house together, listen; and in the other order when it ends.
import { createApp } from '../app.ts'
import { movableClock, realClock } from '../clock.ts'
import { refuseUnknownVersions } from '../definition/refuse-unknown.ts'
import { firstDay, openDemo } from '../demo/open-demo.ts'
import type { House } from '../house.ts'
import { mailerOf } from '../letters.ts'
import { ensureBuilt } from '../pages/assets.ts'
import { ensureRegion } from '../region/ensure-region.ts'
import { firstLink, linkMinutes } from '../sign-in/links.ts'
import { limitsFrom } from '../room/limits.ts'
import { startWork } from '../work.ts'
import { composeHouse } from './compose.ts'
import { logSpace, watchSpace } from './free-space.ts'
import { listen, type Listening } from './listen.ts'
import { openFolder, type Folder } from './open-folder.ts'
import { originsOf, type Settings } from './settings.ts'
import { exits, StartError } from './start-error.ts'

/// Opens everything in order and answers with the way down.
export async function up(settings: Settings, env: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const folder = await openFolder(settings)
  await refuseUnknownVersions(folder.store)
  await ensureRegion(folder.store)
  await ensureBuilt({ fresh: settings.demo }).catch((error: Error) => {
    throw new StartError(error.message, exits.software)
  })
  const demoClock = folder.kind === 'demo' ? movableClock(folder.today ?? firstDay) : undefined
  const space = await watchSpace(settings.dataDir, logSpace)
  const { house, rooms } = composeHouse({
    env,
    space: space.now,
    store: folder.store,
    clock: demoClock ?? realClock,
    dataDir: settings.dataDir,
    demo: folder.kind === 'demo',
    origins: originsOf(settings.publicOrigin, settings.port),
  })
  if (folder.kind === 'demo' && demoClock) await openDemo(house, demoClock, folder)
  const stopWork = startWork(house, mailerOf(env))
  const server = await listen(createApp(house), house, { rooms, limits: limitsFrom(env) }, settings)
  house.origins.splice(0, Infinity, ...originsOf(settings.publicOrigin, server.port))
  void folder.lost?.then(() => stepAside(house))
  await greet(house, folder)
  return () => {
    space.stop()
    return down(server, house, folder, stopWork)
  }
}

/// On an empty folder, the link for the first coordinator; then the one line that says the service answers.
async function greet(house: House, folder: Folder): Promise<void> {
  const origin = house.origins[0]!
  if (folder.kind === 'real' && folder.fresh) {
    const token = await firstLink(house)
    console.log(
      `Nobody can sign in yet. Open this link within ${linkMinutes} minutes to become the first coordinator:`,
    )
    console.log(`  ${origin}/start#${token}`)
  }
  console.log(`Planvev listening on ${origin}`)
}

/// Another process writes the database: what is open here is sent to it, and this one ends.
async function stepAside(house: House): Promise<void> {
  console.error(
    'Another Planvev has become the writer of the database at DATABASE_URL. This one ends; nothing was lost.',
  )
  setTimeout(() => process.exit(exits.unavailable), 1000)
  await house.rooms.close().catch(() => {})
  process.exit(exits.unavailable)
}

async function down(
  server: Listening,
  house: House,
  folder: Folder,
  stopWork: () => Promise<void>,
): Promise<void> {
  const served = server.close(4000)
  await house.rooms.close()
  await house.press.close()
  await stopWork()
  await served
  await folder.close()
}
