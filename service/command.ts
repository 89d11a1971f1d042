// What may be asked of the door and what it answers, with the check of a command's shape. Nothing is looked up here.
import type { Finding, HeldRole, Json, ProcessKind } from '../workflows/act.ts'
import type { EventSpec } from '../workflows/event-spec.ts'
import { isDay, specOf, validateInput } from '../workflows/events.ts'
import type { SignedIn } from './house.ts'
import { canonicalJson, sha256 } from './version/canonical.ts'
import { Refused } from './refusal.ts'

/// Which process is meant: the strategy by id or slug, and the municipality whose process it is.
export type ProcessName = { strategy: string; kind: ProcessKind; municipality?: string }

export type Command = {
  process: ProcessName
  type: string
  /// Date of the act itself, an ISO plain date.
  actedOn: string
  behalfOf?: string
  /// The sequence the person looked at. Left out: whatever it is now.
  expectedSeq?: number
  /// Why, by the rule overridden.
  overrides?: { [rule: string]: string }
  input: { [key: string]: Json }
  person: SignedIn | 'system'
  /// Made by the client, one a press of the button.
  key: string
  /// What to do when the same key is being carried out: wait for its answer (pages) or refuse (the API).
  inFlight?: 'wait' | 'refuse'
}

/// An entry somebody else wrote since `expectedSeq`.
export type Since = { seq: number; type: string; actedOn: string; recordedAt: string; by: string }

export type Done = {
  ok: true
  seq: number
  state: string
  flags: string[]
  findings: Finding[]
  replayed?: true
}

export type No = {
  ok: false
  code: Refused['code']
  findings: Finding[]
  field?: string
  /// Where the process stands, with what came since, when `expectedSeq` was stale.
  seq?: number
  changed?: Since[]
}

export type Outcome = Done | No

/// The event's declaration when the command has its shape; throws `Refused` by the first thing that is wrong.
export function checkShape(command: Omit<Command, 'key'>): EventSpec {
  const { process, type, input, overrides = {} } = command
  const spec = specOf(process.kind, type)
  if (type.startsWith('xstate.')) throw new Refused('event-internal', { field: 'type' })
  if (!spec) throw new Refused('event-unknown', { field: 'type' })
  if (spec.kind === 'S' && command.person !== 'system') {
    throw new Refused('event-internal', { field: 'type' })
  }
  const fault = validateInput(spec, input)
  if (fault) {
    const code =
      fault.fault === 'unknown'
        ? 'unknown-field'
        : fault.fault === 'date'
          ? 'no-such-date'
          : 'input-invalid'
    throw new Refused(code, { field: fault.field })
  }
  if (!isDay(command.actedOn)) throw new Refused('no-such-date', { field: 'actedOn' })
  for (const [rule, reason] of Object.entries(overrides)) {
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw new Refused('override-without-reason', { field: `overrides.${rule}` })
    }
  }
  checkText([input, overrides, command.type, command.behalfOf ?? null])
  return spec
}

export const personOf = (person: SignedIn | 'system'): string =>
  person === 'system' ? 'system' : person.id

/// Roles in force in the region; those of another region count for nothing here.
export const rolesOf = (person: SignedIn, region: number): HeldRole[] =>
  person.roles.filter((held) => held.region === region)

/// One acts on behalf of the municipality whose process it is, and of no other.
export function checkScope(command: Omit<Command, 'key'>): void {
  const { behalfOf, process } = command
  if (behalfOf !== undefined && behalfOf !== process.municipality) {
    throw new Refused('forbidden', { field: 'behalfOf' })
  }
}

/// What makes two commands with one key the same command.
export const requestHash = (command: Command): string =>
  sha256(
    canonicalJson({
      type: command.type,
      actedOn: command.actedOn,
      behalfOf: command.behalfOf,
      expectedSeq: command.expectedSeq,
      overrides: command.overrides ?? {},
      input: command.input,
    }),
  )

/// NUL and half characters are refused at the edge: one of the databases cannot hold them, and no hash can cover them.
function checkText(value: Json): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed() || value.includes('\0')) throw new Refused('input-invalid')
  } else if (Array.isArray(value)) value.forEach(checkText)
  else if (value !== null && typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) {
      checkText(key)
      checkText(member)
    }
  }
}
