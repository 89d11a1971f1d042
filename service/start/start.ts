// The life of the process, from the environment to the last signal. Whatever keeps it from starting is one sentence and
// an exit code. The settings are read before the rest is loaded, so that what is wrong with them is said at once.
import { resolve } from 'node:path'
import { describe } from '../guard/describe.ts'
import { readSettings } from './settings.ts'
import { exits, StartError } from './start-error.ts'

/// A promise nobody waited for is written down and the service stays up; everything it promised is on disk already.
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const settings = readSettings(env)
    const { up } = await import('./up.ts')
    process.on('unhandledRejection', (error) => {
      console.error(JSON.stringify({ at: 'nowhere', error: describe(error) }))
    })
    onSignal(await up({ ...settings, dataDir: resolve(settings.dataDir) }, env))
  } catch (error) {
    const known = error instanceof StartError
    console.error(known ? error.message : `Planvev could not start: ${String(error)}`)
    process.exit(known ? error.exit : exits.software)
  }
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
