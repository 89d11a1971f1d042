// Copies in this browser whose words cannot be sent: the text was laid in anew, and merging would double it, or the right
// to write it is gone. Their words are offered to copy, and the copy goes when the person says so.
import { say } from '../frame/words.ts'
import { allWords } from './all-words.ts'
import type { Place } from './connect.ts'
import { alert } from './ended.ts'
import { forget, heldNames, sumOf, waitingIn } from './held-names.ts'
import type { Doc } from 'yjs'

/// Looks for such copies of this text, this person's own. Called when the text is here, to offer only what it lacks.
export async function offerStale(at: HTMLElement, place: Place, doc: Doc): Promise<void> {
  const { wordsIn } = await import('./held.ts')
  for (const name of await heldNames()) {
    if (name.person !== place.person || name.section !== place.section) continue
    const same = name.lineage === place.lineage
    if (same && place.mayWrite) continue
    // What another lineage was told it had saved may be gone from this one.
    const words = !same || sumOf(await waitingIn(name)) > 0 ? await wordsIn(name) : []
    const here = new Set(allWords(doc))
    const lacking = words.filter((text) => !here.has(text))
    if (lacking.length === 0) await forget(name)
    else at.append(offer(same, lacking, () => void forget(name)))
  }
}

function offer(same: boolean, words: string[], done: () => void): HTMLElement {
  const heading = say(
    'Du har ord som ikke ble sendt',
    'Du har ord som ikkje vart sende',
    'You have words that were not sent',
  )
  const why = same
    ? say(
        'Du kan ikke lenger skrive i teksten.',
        'Du kan ikkje lenger skrive i teksten.',
        'You can no longer write in the text.',
      )
    : say(
        'Teksten er lagt inn på nytt, eller hentet fra en sikkerhetskopi, siden du skrev i den her.',
        'Teksten er lagd inn på nytt, eller henta frå ein tryggingskopi, sidan du skreiv i han her.',
        'The text was laid in anew, or restored from a backup, after you wrote in it here.',
      )
  const where = say(
    'Avsnittene under står bare på denne maskinen. Ta vare på det du vil beholde.',
    'Avsnitta under står berre på denne maskina. Ta vare på det du vil ha vidare.',
    'The paragraphs below are on this machine only. Keep what you want to have.',
  )
  const box = alert(heading, [`${why} ${where}`], words)
  box.dataset.stale = ''
  const gone = document.createElement('button')
  gone.type = 'button'
  gone.className = 'ds-button'
  gone.dataset.variant = 'tertiary'
  gone.textContent = say(
    'Jeg har det jeg trenger. Fjern kopien',
    'Eg har det eg treng. Fjern kopien',
    'I have what I need. Remove the copy',
  )
  gone.addEventListener('click', () => {
    done()
    box.remove()
  })
  box.append(gone)
  return box
}
