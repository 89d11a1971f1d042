// What runs by itself beside the requests: timers that fall due, acts the system owes, notices and letters. It looks every
// fifteen seconds, at start, and at once after anything has changed.
import { tellVoided } from './clearance/tell-voided.ts'
import { queueDigests } from './digest.ts'
import { carryOwedActs, followAll } from './follow.ts'
import { forgetAnswers } from './forget.ts'
import type { House } from './house.ts'
import { verifyJournal } from './journal/verify.ts'
import { letterCarriers, type Mailer } from './letters.ts'
import { deliver } from './outbox.ts'
import { refusalOf } from './refusal.ts'
import { amendmentCarriers } from './suggestion/answer.ts'
import { fireDue } from './timers.ts'

const everyMs = 15_000

/// Starts it; the answer stops it and waits for what is under way.
export function startWork(house: House, mailer?: Mailer): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  const look = (): void => {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    clearTimeout(timer)
    again = false
    running = workOnce(house, mailer)
      .catch((error: unknown) => {
        console.error(JSON.stringify({ at: 'work', error: refusalOf(error) }))
      })
      .then(() => {
        running = undefined
        if (stopped) return
        timer = setTimeout(look, again ? 0 : everyMs)
        timer.unref()
      })
  }

  const quiet = house.onChanged(() => setImmediate(look))
  checkJournal(house)
    .then(() => followAll(house))
    .catch((error: unknown) => {
      console.error(JSON.stringify({ at: 'follow', error: refusalOf(error) }))
    })
    .then(look, look)
  return async () => {
    stopped = true
    quiet()
    clearTimeout(timer)
    await running
  }
}

/// Everything that is due now, once. Tests and the demo await it.
export async function workOnce(house: House, mailer?: Mailer): Promise<void> {
  await fireDue(house)
  await carryOwedActs(house)
  // A text that cannot be read must not hold the post.
  await tellVoided(house).catch((error: unknown) => {
    console.error(JSON.stringify({ at: 'clearance', error: refusalOf(error) }))
  })
  if (mailer) await queueDigests(house)
  await deliver(house, { ...letterCarriers(house, mailer), ...amendmentCarriers(house) })
  await forgetAnswers(house)
}

/// Whether what is stored is what was written. Said in the log, with the first wrong entry of each process; people go on
/// working, and the host's command shows the same.
async function checkJournal({ store }: House): Promise<void> {
  const { faults } = await verifyJournal(store)
  if (faults.length > 0) console.error(JSON.stringify({ at: 'journal', faults }))
}
