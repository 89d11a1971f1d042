// The words a signing out would lose, as a file: those of pages that are open, and those a closed page left behind.
import { say } from '../frame/words.ts'
import { heldNames, sumOf, waitingIn } from '../section/held-names.ts'
import { wordsIn } from '../section/held.ts'
import { askWords } from '../section/unsent.ts'
import { wordsFile, type Waiting } from '../section/words-file.ts'

/// Puts a link that saves them after `line`.
export async function offerWords(line: HTMLElement): Promise<void> {
  const waiting = await askWords()
  const open = new Set(waiting.map(({ section }) => section))
  for (const name of await heldNames()) {
    if (open.has(name.section) || sumOf(await waitingIn(name)) === 0) continue
    waiting.push(leftBehind(name.section, await wordsIn(name)))
  }
  if (waiting.length === 0) return
  line.after(
    wordsFile(
      waiting,
      say('Last ned ordene som fil', 'Last ned orda som fil', 'Download the words as a file'),
    ),
  )
}

/// A closed page's copy does not tell which words wait, so all of them are given.
function leftBehind(section: string, words: string[]): Waiting {
  const whole = say(
    'Hele teksten, slik den står på denne maskinen',
    'Heile teksten, slik han står på denne maskina',
    'The whole text as it stands on this machine',
  )
  return { section, title: whole, words }
}
