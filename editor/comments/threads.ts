// Threads of comments as the server tells them, and the three things one can do. Every answer is the whole list.

export type Said = { number: number; name: string; colour: number; when: string; text: string }

export type Thread = {
  id: string
  lang: 'nb' | 'nn'
  block: string
  quote: string
  from: string
  to: string
  circle: 'me' | 'municipality' | 'twelve'
  resolved: boolean
  comments: Said[]
}

export type NewThread = Pick<Thread, 'lang' | 'block' | 'quote' | 'circle'> & {
  from: unknown
  to: unknown
  text: string
}

export type Threads = {
  all(): Promise<Thread[]>
  begin(thread: NewThread): Promise<Thread[]>
  answer(id: string, text: string): Promise<Thread[]>
  resolve(id: string, resolved: boolean): Promise<Thread[]>
}

/// Talks to the section's own address. Rejects with the server's sentence when it says no.
export function threadsAt(address: string): Threads {
  const ask = async (path: string, body?: unknown): Promise<Thread[]> => {
    const answer = await fetch(address + path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        'content-type': 'application/json',
      },
    })
    if (answer.ok) return (await answer.json()) as Thread[]
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string; title?: string }
    throw new Error(problem.detail ?? problem.title ?? String(answer.status))
  }
  return {
    all: () => ask(''),
    begin: (thread) => ask('', thread),
    answer: (id, text) => ask(`/${id}`, { text }),
    resolve: (id, resolved) => ask(`/${id}`, { resolved }),
  }
}
