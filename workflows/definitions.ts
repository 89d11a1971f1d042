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
      hash: '49910bce108f5c7372f5a057dc2bff63434418e5986b48dfb816f56fbaae0198',
    },
    {
      definition: participationDefinition,
      hash: '2b62e65c367ee4c1b7187029dc258661902574dff0a34be7f7bbd847843a60d6',
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
