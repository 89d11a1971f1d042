// Who is in the text, from the shared presence. Names and colours are the server's: it writes them over whatever a
// client claims.
import type { Awareness } from 'y-protocols/awareness'
import { personColours } from '../shared/wire.ts'

export type Someone = { id: string; name: string; colour: string }

const hues = ['river', 'spruce', 'birch', 'heather', 'info', 'danger']

/// A person's colour as the page's own colours are named; anything else than a number becomes the first.
export const hueOf = (colour: unknown): string =>
  hues[Math.abs(Math.trunc(Number(colour) || 0)) % hues.length]!

/// Reads one client's presence without trusting its shape.
export function someone(state: unknown): Someone | undefined {
  const user: unknown = (state as { user?: unknown } | null)?.user
  if (typeof user !== 'object' || user === null) return undefined
  const { id, name, color } = user as { id?: unknown; name?: unknown; color?: unknown }
  if (typeof name !== 'string' || name === '') return undefined
  return {
    id: typeof id === 'string' ? id : name,
    name: name.slice(0, 80),
    colour: hueOf(personColours.findIndex((one) => one === color)),
  }
}

/// Everybody here, each once, oneself first.
export function everybody(awareness: Awareness): Someone[] {
  const people = new Map<string, Someone>()
  const mine = awareness.clientID
  const entries = [...awareness.getStates()].sort(
    ([a], [b]) => Number(b === mine) - Number(a === mine),
  )
  for (const [, state] of entries) {
    const one = someone(state)
    if (one && !people.has(one.id)) people.set(one.id, one)
  }
  return [...people.values()]
}
