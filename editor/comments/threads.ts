// Threads of comments as the server tells them, and what one can do with them. Every answer is the whole list.

export type Said = {
  number: number
  name: string
  colour: number
  when: string
  text: string
  mentions: { id: string; name: string }[]
  edited: boolean
  withdrawn: boolean
  mine: boolean
}

export type Circle = 'me' | 'municipality' | 'twelve' | 'public'

export type Thread = {
  id: string
  lang: 'nb' | 'nn'
  block: string
  quote: string
  from: string
  to: string
  circle: Circle
  municipality: string
  resolved: boolean
  must: boolean
  moved?: { by: string; quote: string }
  mine: boolean
  comments: Said[]
}

/// Where a thread is fastened, as the server takes it.
export type Anchor = Pick<Thread, 'lang' | 'block' | 'quote'> & { from: unknown; to: unknown }

/// What is said, and the ids of those mentioned in it.
export type Words = { text: string; mentions: string[] }

/// `where` is their municipality, '' for those of the joint work.
export type Someone = { id: string; name: string; where: string }

export type Threads = {
  all(): Promise<Thread[]>
  begin(thread: Anchor & Words & { circle: Circle; must: boolean }): Promise<Thread[]>
  answer(id: string, words: Words): Promise<Thread[]>
  /// Settles or opens again, says that it must be settled, or fastens it to other words.
  change(
    id: string,
    change: { resolved: boolean } | { must: boolean } | { place: Anchor },
  ): Promise<Thread[]>
  /// Says one's own comment anew, or takes it back.
  changeOwn(id: string, number: number, change: Words | { withdrawn: true }): Promise<Thread[]>
  /// Who can be mentioned in a thread, or in one about to begin in a circle.
  people(where: { thread: string } | { circle: Circle }): Promise<Someone[]>
}

/// Talks to the section's own address. Rejects with the server's sentence when it says no.
export function threadsAt(address: string): Threads {
  const ask = async <T = Thread[]>(path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(address + path, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        'content-type': 'application/json',
      },
    })
    if (answer.ok) return (await answer.json()) as T
    const problem = (await answer.json().catch(() => ({}))) as { detail?: string; title?: string }
    throw new Error(problem.detail ?? problem.title ?? String(answer.status))
  }
  return {
    all: () => ask(''),
    begin: (thread) => ask('', thread),
    answer: (id, words) => ask(`/${id}`, words),
    change: (id, change) => ask(`/${id}`, change),
    changeOwn: (id, number, change) => ask(`/${id}/${number}`, change),
    people: (where) => ask(`/people?${new URLSearchParams(where).toString()}`),
  }
}
