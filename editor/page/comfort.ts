// Small help on every page: the folded menu closes as people expect, contents fold on phones, paper shows everything.

/// Starts all of it; each part does nothing where the page has no use for it.
export function startComfort(): void {
  foldOnPhones()
  followReading()
  closeMenu()
  printing()
}

/// Contents stand open in the page as it is sent; on a narrow screen they would push the text away.
function foldOnPhones(): void {
  if (!matchMedia('(max-width: 63.99rem)').matches) return
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) {
    details.open = false
  }
}

/// The contents show which chapter one is reading.
function followReading(): void {
  const links = new Map<Element, HTMLAnchorElement>()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.toc a[href^="#"]')) {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (place) links.set(place, link)
  }
  if (links.size === 0) return
  const seen = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) seen.add(entry.target)
        else seen.delete(entry.target)
      }
      // The innermost of those at the top of the window: a heading inside its chapter comes after it.
      const now = [...links.keys()].findLast((place) => seen.has(place))
      if (!now) return
      for (const [place, link] of links) {
        if (place === now) link.setAttribute('aria-current', 'location')
        else link.removeAttribute('aria-current')
      }
    },
    { rootMargin: '0px 0px -75% 0px' },
  )
  for (const place of links.keys()) observer.observe(place)
}

function closeMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('details.folded')
  if (!menu) return
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
  document.addEventListener('click', (event) => {
    if (menu.open && !menu.contains(event.target as Node)) menu.open = false
  })
}

function printing(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => print())
  }
  let opened: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
    for (const details of opened) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false
  })
}
