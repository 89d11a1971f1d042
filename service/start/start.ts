// The life of the process: read the settings, open the one database, put the house together, listen, and go down in
// order. Whatever keeps it from starting is one sentence and an exit code; nothing is half open then.
import { resolve } from 'node:path'
import { createApp } from '../app.ts'
import { movableClock, realClock } from '../clock.ts'
import { firstDay, openDemo } from '../demo/open-demo.ts'
import type { House } from '../house.ts'
import { mailerOf } from '../letters.ts'
import { ensureBuilt } from '../pages/assets.ts'
import { ensureRegion } from '../region/ensure-region.ts'
import { firstLink, linkMinutes } from '../sign-in/links.ts'
import { limitsFrom } from '../room/limits.ts'
import { startWork } from '../work.ts'
import { composeHouse } from './compose.ts'
import { listen, type Listening } from './listen.ts'
import { openFolder, type Folder } from './open-folder.ts'
import { originsOf, readSettings, type Settings } from './settings.ts'
import { exits, StartError } from './start-error.ts'

export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const settings = readSettings(env)
    onSignal(await up({ ...settings, dataDir: resolve(settings.dataDir) }, env))
  } catch (error) {
    const known = error instanceof StartError
    console.error(known ? error.message : `Planvev could not start: ${String(error)}`)
    process.exit(known ? error.exit : exits.software)
  }
}

/// Opens everything in order and answers with the way down.
async function up(settings: Settings, env: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const folder = await openFolder(settings)
  await ensureRegion(folder.store)
  await ensureBuilt({ fresh: settings.demo }).catch((error: Error) => {
    throw new StartError(error.message, exits.software)
  })
  const demoClock = folder.kind === 'demo' ? movableClock(folder.today ?? firstDay) : undefined
  const { house, rooms } = composeHouse({
    env,
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
  await greet(house, folder)
  return () => down(server, house, folder, stopWork)
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

async function down(
  server: Listening,
  house: House,
  folder: Folder,
  stopWork: () => Promise<void>,
): Promise<void> {
  const served = server.close(4000)
  await house.rooms.close()
  await stopWork()
  await served
  await folder.close()
}

/// The first signal closes in order, within ten seconds; the second ends at once. A kill is as safe as either.
function onSignal(close: () => Promise<void>): void {
  let closing = false
  const stop = (): void => {
    if (closing) process.exit(1)
    closing = true
    setTimeout(() => process.exit(exits.software), 9500).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(exits.software),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
