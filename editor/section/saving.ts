// What is true about saving, in one value. "Saved" is said only on the server's word that the last change is on disk.

/// Frames with an edit sent on this socket, how many of them the server has on disk, and whether it has been given
/// what was written while there was no socket.
export type Wire = { connected: boolean; sent: number; taken: number; answered: boolean }

export type Facts = Wire & {
  /// True after the first sync, for good.
  opened: boolean
  mayWrite: boolean
  /// The close code that ended it for good, if one did.
  ended: number | undefined
  /// Changes made here that nobody has promised to keep yet.
  waiting: number
  /// When the session ends, while that is near.
  ending: Ending | undefined
  /// When the last change was known to be on disk, as an instant in milliseconds.
  savedAt: number | undefined
}

/// `at` is an instant in milliseconds; `last` when writing does not put it off.
export type Ending = { at: number; last: boolean }

export type Saving =
  | { is: 'opening' }
  | { is: 'saved'; at: number | undefined }
  | { is: 'saving' }
  | { is: 'offline'; waiting: number }
  | { is: 'read-only' }
  | { is: 'failed' }

/// Codes after which reading goes on but writing does not.
const rightLost = new Set([4401, 4403, 4423])

export function savingOf(facts: Facts): Saving {
  if (facts.ended !== undefined) {
    return rightLost.has(facts.ended) ? { is: 'read-only' } : { is: 'failed' }
  }
  if (!facts.connected) {
    return facts.opened ? { is: 'offline', waiting: facts.waiting } : { is: 'opening' }
  }
  if (!facts.opened) return { is: 'opening' }
  if (!facts.mayWrite) return { is: 'read-only' }
  return facts.waiting > 0 ? { is: 'saving' } : { is: 'saved', at: facts.savedAt }
}

/// True when the newest acknowledgement covers everything: all frames of this socket, after the answer that carries
/// what was written without one.
export const allTaken = (wire: Wire): boolean => wire.answered && wire.taken >= wire.sent
