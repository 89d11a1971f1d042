// The live board: when anybody acts, the page is fetched again and the rows that changed get their new cells. Rows
// are never moved and the cell that holds the focus is left alone. Without script the page is simply as old as it is.

/// Starts the live board if this page has one. Returns a function that stops it.
export function startBoard(doc: Document = document): (() => void) | undefined {
  const board = doc.querySelector<HTMLElement>('[data-live-board]')
  const source = board?.dataset.liveBoard
  if (!board || !source) return undefined
  const stream = new EventSource(source)
  let asked = false
  let busy = false
  let opened = false

  const refresh = async (): Promise<void> => {
    if (busy) {
      asked = true
      return
    }
    busy = true
    const fresh = await load(doc.location.href)
    if (fresh) renew(doc, fresh)
    busy = false
    if (asked) {
      asked = false
      void refresh()
    }
  }

  stream.addEventListener('changed', () => void refresh())
  // After a broken connection something may have been missed: look again. The first opening is the page as it came.
  stream.addEventListener('open', () => {
    if (opened) void refresh()
    opened = true
  })
  return () => stream.close()
}

/// Puts what is new in `fresh` into `doc`, cell by cell.
export function renew(doc: Document, fresh: Document): void {
  for (const region of doc.querySelectorAll<HTMLElement>('[data-live]')) {
    const name = region.dataset.live ?? ''
    const next = fresh.querySelector<HTMLElement>(`[data-live="${CSS.escape(name)}"]`)
    if (!next || region.isEqualNode(next)) continue
    if (region.children.length === next.children.length && region.matches('tr')) {
      renewCells(doc, region, next)
    } else if (!region.contains(doc.activeElement)) {
      region.replaceChildren(...[...next.childNodes].map((node) => doc.importNode(node, true)))
    }
  }
}

function renewCells(doc: Document, row: HTMLElement, next: HTMLElement): void {
  for (const [i, cell] of [...row.children].entries()) {
    const other = next.children[i]
    if (!other || cell.isEqualNode(other) || cell.contains(doc.activeElement)) continue
    cell.replaceWith(doc.importNode(other, true))
  }
}

/// The page again, parsed but not run. `responseType: 'document'` needs no Trusted Types policy.
export function load(address: string): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', address)
    request.responseType = 'document'
    request.addEventListener('load', () =>
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined),
    )
    request.addEventListener('error', () => resolve(undefined))
    request.send()
  })
}
