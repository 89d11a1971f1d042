// Pages of the same browser ask each other whether words are on their way to the server: signing out would lose them.
import type { Waiting } from './words-file.ts'

const channel = 'planvev-unsent'

/// Answers for an open text, as long as the page lives: how many changes wait, and on request the words.
export function answerUnsent(waiting: () => number, words: () => Waiting): void {
  const line = new BroadcastChannel(channel)
  line.addEventListener('message', ({ data }) => {
    if (waiting() === 0) return
    if (data === 'ask') line.postMessage(waiting())
    if (data === 'words') line.postMessage(words())
  })
}

/// How many changes the other open pages have not yet got to the server.
export const askUnsent = async (forMs = 200): Promise<number> =>
  (await asked('ask', forMs)).reduce<number>((sum, one) => sum + Number(one), 0)

/// The words themselves, of each open page that has some.
export const askWords = async (forMs = 200): Promise<Waiting[]> =>
  (await asked('words', forMs)).filter(
    (one): one is Waiting => typeof one === 'object' && one !== null && 'words' in one,
  )

function asked(what: 'ask' | 'words', forMs: number): Promise<unknown[]> {
  const line = new BroadcastChannel(channel)
  const answers: unknown[] = []
  line.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') answers.push(data)
  })
  line.postMessage(what)
  return new Promise((resolve) =>
    setTimeout(() => {
      line.close()
      resolve(answers)
    }, forMs),
  )
}
