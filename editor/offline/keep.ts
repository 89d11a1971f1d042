// Keeps what a text's page needs to be opened without a line, for somebody who may write it. Goes when they sign out, and
// when another signs in.

const list = '/uten-nett/filer'
const cacheOf = (person: string): string => `planvev-shell:${person}`
/// `lang` is empty for the text's own language.
const shellAt = (section: string, lang: string): string =>
  `/uten-nett/${section}${lang === '' ? '' : `?maal=${lang}`}`
/// Texts kept at most; the one kept longest ago goes first.
const mostShells = 40

/// Called when the text is here and its copy is kept. A browser that keeps nothing is no hindrance to writing.
export async function keepShell(person: string, section: string): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  // A copy for suggestions has no page that could be kept.
  if (document.querySelector('[data-section][data-text]')) return
  const files = await given(list)
  const cache = await caches.open(cacheOf(person))
  const before = await (await cache.match(list))?.text()
  const names = (await files.clone().json()) as string[]
  const changed = before !== JSON.stringify(names)
  const shown = new URLSearchParams(location.search).get('maal') ?? ''
  const pages = [shellAt(section, '')]
  if (shown === 'nb' || shown === 'nn') pages.push(shellAt(section, shown))
  if (changed) pages.push(...(await shellsIn(cache)).filter((one) => !pages.includes(one)))
  const needed = new Set(names)
  for (const page of pages) {
    const answer = await fetch(page)
    // A text one may not write any more is not kept.
    if (!answer.ok) {
      await cache.delete(page)
      continue
    }
    for (const address of namedIn(await answer.clone().text())) needed.add(address)
    await keepFiles(cache, needed)
    await cache.put(page, answer)
  }
  // Only now that every page has its own files may the old ones go.
  if (changed) await sweep(cache, needed)
  await cache.put(list, files)
  for (const old of (await shellsIn(cache)).slice(0, -mostShells)) await cache.delete(old)
  await register()
}

async function given(address: string): Promise<Response> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer
}

async function keepFiles(cache: Cache, addresses: Set<string>): Promise<void> {
  for (const address of addresses) {
    if (await cache.match(address)) continue
    const answer = await given(address)
    if (address.endsWith('.css')) {
      // Fonts a stylesheet names.
      for (const [, font] of (await answer.clone().text()).matchAll(/url\(["']?(\/[^"')]+)/g)) {
        addresses.add(font!)
      }
    }
    await cache.put(address, answer)
  }
}

async function sweep(cache: Cache, needed: Set<string>): Promise<void> {
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url)
    if (/^\/(assets|design|ikoner)/.test(pathname) && !needed.has(pathname + search)) {
      await cache.delete(url)
    }
  }
}

const shellsIn = async (cache: Cache): Promise<string[]> =>
  (await cache.keys())
    .map(({ url }) => new URL(url))
    .filter(({ pathname }) => pathname.startsWith('/uten-nett/') && pathname !== list)
    .map(({ pathname, search }) => pathname + search)

/// Files of ours a page names, without what stands after `#`.
const namedIn = (page: string): string[] =>
  [...page.matchAll(/(?:href|src)="(\/(?:assets|design|ikoner)[^"#]*)/g)].map(([, one]) => one!)

async function register(): Promise<void> {
  const { trustedTypes } = window as Window & {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string }
    }
  }
  const policy = trustedTypes?.createPolicy('planvev-offline', { createScriptURL: (url) => url })
  const address = policy?.createScriptURL('/uten-nett.js') ?? '/uten-nett.js'
  await navigator.serviceWorker.register(address, { scope: '/tekst/' })
}
