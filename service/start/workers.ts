// What runs by itself beside the requests: timers that fall due and letters that leave.
import type { House } from '../house.ts'

/// Starts them all; the answer stops them and waits for what is under way.
export function startWorkers(_house: House): () => Promise<void> {
  return async () => {}
}

/// Fires every timer due at the clock's instant, in order.
export async function fireDue(_house: House): Promise<void> {}
