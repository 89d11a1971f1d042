// Which definitions this code can run, and how a process is carried from an older one to a newer. A process keeps the
// version it began with; only an explicit migration, read by people beforehand, moves it.
import type { Json, ProcessKind } from './act.ts'
import type { Definition } from './define-process.ts'
import { participationDefinition } from './participation.ts'
import { strategyDefinition } from './strategy.ts'

/// A definition with the SHA-256 of its canonical JSON: whoever changes a definition must give it a new version, or say
/// by changing the hash that no process has run on it.
export type Registered = { definition: Definition; hash: string }

/// From one version to the next. Pure: the same process always lands in the same place.
export type Migration = {
  kind: ProcessKind
  from: number
  to: number
  mapState(state: string): string
  mapContext(context: { [key: string]: Json }, state: string): { [key: string]: Json }
}

export type Registry = { definitions: readonly Registered[]; migrations: readonly Migration[] }

export const registry: Registry = {
  definitions: [
    {
      definition: strategyDefinition,
      hash: '3301850cfbcb8b85f0538f683ea3f432693fefb1126f69c777d6c15459bcc5a2',
    },
    {
      definition: participationDefinition,
      hash: '1d390e9dfc875800b3d8711ceea3a0432079271856668b69af8d4fbdc7084871',
    },
  ],
  migrations: [],
}

/// The newest definition of a kind: the one this code runs.
export function currentDefinition(kind: ProcessKind, from = registry): Registered {
  const [newest] = from.definitions
    .filter(({ definition }) => definition.kind === kind)
    .sort((a, b) => b.definition.version - a.definition.version)
  if (!newest) throw new Error(`no definition of ${kind}`)
  return newest
}

/// The migrations that carry a process from its version to the newest, in order; undefined when there is no way.
export function migrationsFor(
  kind: ProcessKind,
  version: number,
  from = registry,
): Migration[] | undefined {
  const { version: newest } = currentDefinition(kind, from).definition
  const steps: Migration[] = []
  let at = version
  while (at < newest) {
    const next = from.migrations.find((one) => one.kind === kind && one.from === at)
    if (!next || next.to <= at) return undefined
    steps.push(next)
    at = next.to
  }
  return at === newest ? steps : undefined
}

/// Type of the journal's entry about a migration. Its input holds both versions and the resulting state and context, so
/// that a fold begins there and needs no older definition.
export const migratedType = 'definition-migrated'

/// Type of the entry that says whose words were erased and why. Folding leaves it out: it changes nothing.
export const erasedType = 'words-erased'
