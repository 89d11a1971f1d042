// Pages of the same browser ask each other whether words are on their way to the server: signing out would lose them.

const channel = 'planvev-unsent'

/// Answers for an open text, as long as the page lives.
export function answerUnsent(waiting: () => number): void {
  const line = new BroadcastChannel(channel)
  line.addEventListener('message', ({ data }) => {
    if (data === 'ask' && waiting() > 0) line.postMessage(waiting())
  })
}

/// How many changes the other open pages have not yet got to the server.
export function askUnsent(forMs = 200): Promise<number> {
  const line = new BroadcastChannel(channel)
  let sum = 0
  line.addEventListener('message', ({ data }) => {
    if (typeof data === 'number') sum += data
  })
  line.postMessage('ask')
  return new Promise((resolve) =>
    setTimeout(() => {
      line.close()
      resolve(sum)
    }, forMs),
  )
}
