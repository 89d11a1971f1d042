// The service worker: where the server does not answer, the page of a text this browser keeps, and the files it needs.
// Everything else goes to the server as if this were not here; nothing is ever kept from here.
// It imports nothing, so that every browser can run it; `keep.ts` fills what it reads and has the same names.

type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void }
const isFetching = (event: Event): event is Fetching => 'respondWith' in event

addEventListener('fetch', (event) => {
  if (!isFetching(event) || event.request.method !== 'GET') return
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  const shell = request.mode === 'navigate' ? shellOf(url) : undefined
  if (shell) event.respondWith(fetch(request).catch((error: unknown) => keptPage(shell, error)))
  else if (/^\/(assets|design)\/|^\/ikoner/.test(url.pathname)) event.respondWith(file(request))
})

/// Begins the name of a person's cache.
const shellCache = 'planvev-shell:'
/// Kept pages are given for so long after the server last gave them.
const weekMs = 7 * 24 * 3600_000

/// Where a text's page without words lies; undefined for an address that is no text's own.
function shellOf({ pathname, searchParams }: URL): string | undefined {
  const section = /^\/tekst\/([\w-]+)$/.exec(pathname)?.[1]
  const asked = searchParams.get('maal')
  const lang = asked === 'nn' || asked === 'nb' ? `?maal=${asked}` : ''
  return section && `/uten-nett/${section}${lang}`
}

async function keptPage(address: string, error: unknown): Promise<Response> {
  const page = await kept(address)
  const given = Date.parse(page?.headers.get('date') ?? '')
  if (page && Date.now() - given < weekMs) return page
  throw error
}

/// Files are named by their content, so a kept one is as good as the server's.
async function file(request: Request): Promise<Response> {
  const address = request.url
  try {
    const answer = await fetch(request)
    return answer.ok ? answer : ((await kept(address)) ?? answer)
  } catch (error) {
    const found = await kept(address)
    if (found) return found
    throw error
  }
}

async function kept(address: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(shellCache)) continue
    const found = await (await caches.open(name)).match(address, { ignoreVary: true })
    if (found) return found
  }
  return undefined
}
