// When writing ends while somebody writes: says why, keeps the words that were not saved and offers them to copy
// and as a file.
import { say } from '../frame/words.ts'
import type { Connection } from './connect.ts'
import { wordsFile } from './words-file.ts'

/// What the page's own address for it answers about the section, now.
export type SectionState = { person: string; mayWrite: boolean; heading: string; reasons: string[] }

/// Asks the server; undefined when it does not answer, or nobody is signed in any more.
export async function stateOf(url: string): Promise<SectionState | undefined> {
  try {
    const answer = await fetch(url, { headers: { accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as SectionState) : undefined
  } catch {
    return undefined
  }
}

/// Shows the reason in `place`; goes on reading where that is allowed and nothing waits to be saved.
export async function tellEnded(
  place: HTMLElement,
  connection: Connection,
  url: string,
  unsaved: () => string[],
): Promise<void> {
  const { ended, waiting } = connection.facts()
  const words = waiting > 0 ? unsaved() : []
  const state = ended === 4401 ? undefined : await stateOf(url)
  const reading = ended === 4403 || ended === 4423
  const fine = reading && state?.mayWrite === true && words.length === 0
  const told = fine ? undefined : state && !state.mayWrite ? state : general(ended)
  place.replaceChildren(...(told ? [alert(told.heading, told.reasons, words)] : []))
  if (reading && state && waiting === 0) connection.again()
}

function general(code: number | undefined): { heading: string; reasons: string[] } {
  if (code === 4401) {
    return {
      heading: say('Du er logget ut', 'Du er logga ut', 'You are signed out'),
      reasons: [
        say(
          'Logg inn igjen i et annet vindu, og kom tilbake hit. Da sendes det du har skrevet.',
          'Logg inn att i eit anna vindauge, og kom tilbake hit. Då blir det du har skrive, sendt.',
          'Sign in again in another window, and come back here. What you wrote is sent then.',
        ),
      ],
    }
  }
  return {
    heading: say(
      'Teksten er ikke åpen lenger',
      'Teksten er ikkje open lenger',
      'The text is no longer open',
    ),
    reasons: [say('Last siden på nytt.', 'Last sida på nytt.', 'Reload the page.')],
  }
}

/// A warning, with words to copy when there are any.
export function alert(heading: string, reasons: string[], words: string[]): HTMLElement {
  const box = document.createElement('div')
  box.className = 'ds-alert'
  box.dataset.color = 'warning'
  box.setAttribute('role', 'alert')
  const title = element('h2', heading)
  title.className = 'ds-heading'
  title.dataset.size = '2xs'
  box.append(title, ...reasons.map((text) => paragraph(text)))
  if (words.length > 0) box.append(...kept(words))
  return box
}

let fields = 0

/// The words that did not get to the server, to copy.
function kept(words: string[]): HTMLElement[] {
  const label = element(
    'label',
    say(
      'Dette rakk ikke å bli lagret. Ta vare på det før du lukker siden:',
      'Dette rakk ikkje å bli lagra. Ta vare på det før du lukkar sida:',
      'This was not saved. Keep it before you close the page:',
    ),
  )
  label.className = 'ds-label'
  const field = document.createElement('textarea')
  field.className = 'ds-input'
  field.id = `unsaved-words-${++fields}`
  field.readOnly = true
  field.rows = Math.min(8, words.length + 1)
  field.value = words.join('\n\n')
  label.setAttribute('for', field.id)
  const copy = element(
    'button',
    say('Kopier teksten', 'Kopier teksten', 'Copy the text'),
  ) as HTMLButtonElement
  copy.type = 'button'
  copy.className = 'ds-button'
  copy.dataset.variant = 'secondary'
  copy.addEventListener('click', () => {
    field.select()
    void navigator.clipboard?.writeText(field.value).then(() => {
      copy.textContent = say('Kopiert', 'Kopiert', 'Copied')
    })
  })
  const title = document.querySelector('h1')?.textContent?.trim() ?? ''
  const file = wordsFile(
    [{ section: '', title, words }],
    say('Last ned som fil', 'Last ned som fil', 'Download as a file'),
  )
  return [label, field, row(copy, file)]
}

const row = (...parts: HTMLElement[]): HTMLElement => {
  const made = document.createElement('div')
  made.className = 'row'
  made.append(...parts)
  return made
}
const element = (tag: string, text: string): HTMLElement => {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}
const paragraph = (text: string): HTMLElement => {
  const made = element('p', text)
  made.className = 'ds-paragraph'
  return made
}
