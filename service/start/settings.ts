// The environment, read once and checked. What is wrong with it is said in one sentence before anything is opened.
import { exits, StartError } from './start-error.ts'

export type Moment = 'drafting' | 'consultation' | 'councils'

export type Settings = {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  /// As given, without a trailing slash; undefined means loopback on the port.
  publicOrigin: string | undefined
  demo: boolean
  /// Undefined: what the folder has, or the first.
  moment: Moment | undefined
}

const moments: readonly string[] = ['drafting', 'consultation', 'councils']
const loopbacks = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

export const isLoopback = (host: string): boolean => loopbacks.has(host.toLowerCase())

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const host = env.HOST || '127.0.0.1'
  const publicOrigin = originOf(env.PUBLIC_ORIGIN || undefined)
  const demo = env.DEMO === '1'
  const moment = momentOf(env.DEMO_MOMENT || undefined, demo)
  const loopbackOnly =
    isLoopback(host) && (publicOrigin === undefined || isLoopback(new URL(publicOrigin).hostname))
  if (demo && !loopbackOnly) {
    throw new StartError(
      'A demo lets anyone sign in as anyone, so it only runs on this machine: leave HOST and PUBLIC_ORIGIN unset.',
      exits.config,
    )
  }
  return {
    port: portOf(env.PORT || undefined),
    host,
    dataDir: env.DATA_DIR || './data',
    databaseUrl: env.DATABASE_URL || undefined,
    publicOrigin,
    demo,
    moment,
  }
}

/// Every origin a browser may come from; the first is the one written in links.
export function originsOf(publicOrigin: string | undefined, port: number): string[] {
  if (publicOrigin !== undefined) return [publicOrigin]
  return ['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${port}`).origin)
}

function portOf(text: string | undefined): number {
  const port = text === undefined ? 3000 : Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartError(
    `PORT is "${text}", which is no port: use a number up to 65535.`,
    exits.config,
  )
}

function originOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') {
    throw new StartError(
      `PUBLIC_ORIGIN is "${text}". Write only scheme and host, like https://planvev.example.no.`,
      exits.config,
    )
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new StartError(
      `PUBLIC_ORIGIN is "${text}", but sign-in over plain http is only safe on this machine: use https.`,
      exits.config,
    )
  }
  return url.origin
}

function momentOf(text: string | undefined, demo: boolean): Moment | undefined {
  if (text === undefined) return undefined
  if (!demo) {
    throw new StartError('DEMO_MOMENT belongs to "npm run demo"; leave it unset.', exits.config)
  }
  if (moments.includes(text)) return text as Moment
  throw new StartError(
    `DEMO_MOMENT is "${text}"; the demo knows drafting, consultation and councils.`,
    exits.config,
  )
}
