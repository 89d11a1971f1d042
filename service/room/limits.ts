// How much one socket, person, text and process may take. Zero lifts a limit; the checks of the gate stay.

export type Limits = {
  socketsPerPerson: number
  socketsPerText: number
  updatesPerSecond: number
  frameBytes: number
  updateBytes: number
  textBytes: number
  memoryBytes: number
}

const defaults = {
  ROOM_SOCKETS_PER_PERSON: ['socketsPerPerson', 20],
  ROOM_SOCKETS_PER_TEXT: ['socketsPerText', 100],
  ROOM_UPDATES_PER_SECOND: ['updatesPerSecond', 60],
  ROOM_FRAME_BYTES: ['frameBytes', 2 ** 20],
  ROOM_UPDATE_BYTES: ['updateBytes', 256 * 1024],
  ROOM_TEXT_BYTES: ['textBytes', 8 * 2 ** 20],
  ROOM_MEMORY_BYTES: ['memoryBytes', 2 ** 30],
} as const satisfies Record<string, readonly [keyof Limits, number]>

/// Reads `ROOM_*`. Throws with a sentence that names the variable when one is not a whole number from 0.
export function limitsFrom(env: Record<string, string | undefined>): Limits {
  const limits: Partial<Limits> = {}
  for (const [name, [key, fallback]] of Object.entries(defaults)) {
    const text = env[name]
    if (text !== undefined && text !== '' && !/^\d{1,15}$/.test(text)) {
      throw new Error(`${name} must be a whole number, 0 for no limit; it is "${text}"`)
    }
    limits[key] = text ? Number(text) : fallback
  }
  return limits as Limits
}

/// True when `value` is above a limit that is not lifted.
export const above = (value: number, limit: number): boolean => limit > 0 && value > limit
