// What runs by itself beside the requests: timers that fall due and letters that leave.
import type { House } from '../house.ts'
import { mailerOf } from '../letters.ts'
import { startWork } from '../work.ts'

/// Starts them all; the answer stops them and waits for what is under way.
export const startWorkers = (house: House): (() => Promise<void>) =>
  startWork(house, mailerOf(process.env))
