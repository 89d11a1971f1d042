// The session's end as an open text meets it: a warning some minutes before, and the way back after it, with everything
// that was written.
import { clock, say } from '../frame/words.ts'
import type { Connection, Place } from './connect.ts'
import { stateOf } from './ended.ts'
import type { Ending } from './saving.ts'

/// Says in `at` when the session ends and what keeps it; takes the words away when it no longer does.
export function showEnding(at: HTMLElement, ending: Ending | undefined): void {
  const shown = at.querySelector<HTMLElement>('[data-ending]')
  if (!ending) return shown?.remove()
  const text = wordsOf(ending)
  if (shown?.textContent === text) return
  shown?.remove()
  const box = document.createElement('div')
  box.className = 'ds-alert'
  box.dataset.color = 'warning'
  box.dataset.ending = ''
  box.setAttribute('role', 'status')
  const line = document.createElement('p')
  line.className = 'ds-paragraph'
  line.textContent = text
  box.append(line)
  at.append(box)
}

/// Once signed out: tries again when the same person has signed in on another page. Their words are sent then.
export function waitForReturn(at: HTMLElement, place: Place, url: string, own: Connection): void {
  const line = new BroadcastChannel(signedIn)
  const back = async () => {
    if (own.facts().ended !== 4401) return stop()
    const state = await stateOf(url)
    if (state?.person !== place.person || own.facts().ended !== 4401) return
    stop()
    at.replaceChildren()
    own.again()
  }
  const seen = () => {
    if (document.visibilityState === 'visible') void back()
  }
  const stop = () => {
    line.close()
    document.removeEventListener('visibilitychange', seen)
  }
  line.addEventListener('message', () => void back())
  document.addEventListener('visibilitychange', seen)
}

/// Where every page of somebody signed in says so.
const signedIn = 'planvev-person'

function wordsOf({ at, last }: Ending): string {
  const when = clock(at)
  return last
    ? say(
        `Du logges ut ${when}. Da kan du logge inn igjen i et annet vindu og fortsette her. Ingenting går tapt.`,
        `Du blir logga ut ${when}. Då kan du logge inn att i eit anna vindauge og halde fram her. Ingenting går tapt.`,
        `You will be signed out at ${when}. Sign in again in another window then, and go on here. Nothing is lost.`,
      )
    : say(
        `Du logges ut ${when} hvis du ikke skriver. Skriv videre, så forblir du innlogget.`,
        `Du blir logga ut ${when} dersom du ikkje skriv. Skriv vidare, så held du fram innlogga.`,
        `You will be signed out at ${when} unless you write. Go on writing to stay signed in.`,
      )
}
