// Footnotes as Word, Google Docs, LibreOffice, Markdown and our own pages copy them: a link in the text to a paragraph at
// the end that links back. The paragraphs are lifted out; in the text a call of the same name is left.

/// The words of a footnote, as an element with inline content. `id` is what the calls in the pasted text say.
export type LiftedNote = { id: string; words: HTMLElement }

/// Rewrites in place and answers the notes in their order. A call without a note stays as the text it was.
export function liftNotes(root: HTMLElement): LiftedNote[] {
  const lifted = new Map<string, LiftedNote>()
  for (const own of root.querySelectorAll<HTMLElement>('p[data-kind="note"]')) {
    lift(lifted, own.dataset.id ?? '', [own])
    own.remove()
  }
  for (const back of root.querySelectorAll<HTMLElement>('a')) {
    const id = noteOf(back)
    if (!id || lifted.has(id)) continue
    const holder = back.closest<HTMLElement>(
      '[data-style*="mso-element:footnote"], [data-style*="mso-element:endnote"], [id^="sdfootnote"], [id^="sdendnote"], li, div, p',
    )
    if (!holder || holder === root || holder.parentElement === null) continue
    const place = holder.parentElement
    const paragraphs = holder.matches('p, li')
      ? [holder]
      : [...holder.querySelectorAll<HTMLElement>('p')]
    back.remove()
    lift(lifted, id, paragraphs.length ? paragraphs : [holder])
    holder.remove()
    if (place !== root && place.textContent?.trim() === '') place.remove()
  }
  // The line above the notes, where they were on paper.
  const last = [...root.querySelectorAll('p, hr, li, td, h1, h2, h3')].at(-1)
  if (lifted.size > 0 && last?.tagName === 'HR') last.remove()
  for (const list of root.querySelectorAll<HTMLElement>('[data-style]')) {
    if (!/mso-element:\s*(foot|end)note-list/.test(list.dataset.style ?? '')) continue
    for (const rule of list.querySelectorAll('hr')) rule.remove()
    if (list.textContent?.trim() === '') list.remove()
  }
  for (const link of root.querySelectorAll<HTMLElement>('a')) {
    const id = calledBy(link)
    if (!id || !lifted.has(id)) continue
    const call = root.ownerDocument.createElement('sup')
    call.dataset.note = id
    const raised = link.closest('sup') ?? link
    const alone = raised.textContent?.trim() === link.textContent?.trim()
    ;(alone ? raised : link).replaceWith(call)
  }
  return [...lifted.values()]
}

function lift(lifted: Map<string, LiftedNote>, id: string, paragraphs: HTMLElement[]): void {
  if (!id || lifted.has(id)) return
  const words = paragraphs[0]!.ownerDocument.createElement('div')
  paragraphs.forEach((one, i) => {
    if (i > 0) words.append('\n')
    words.append(...one.childNodes)
  })
  for (const back of words.querySelectorAll('[role="doc-backlink"], .why, button')) back.remove()
  lifted.set(id, { id, words: trimmed(words) })
}

/// Without the space Word puts after the number.
function trimmed(words: HTMLElement): HTMLElement {
  const first = words.firstChild
  if (first?.nodeType === 3) first.nodeValue = first.nodeValue!.replace(/^[\s\u00a0.]+/, '')
  return words
}

/// `_ftn1` when the link stands in the note itself and leads back to where it is called.
function noteOf(link: HTMLElement): string | undefined {
  const href = link.getAttribute('href') ?? ''
  const back =
    /#_?(ftn|edn)ref(\d+)$/i.exec(href) ??
    /#(ftnt|edn)_ref(\d+)$/i.exec(href) ??
    /#sd(foot|end)note(\d+)anc$/i.exec(href)
  return back ? nameOf(back) : undefined
}

/// The same name when it stands in the text and leads to the note.
function calledBy(link: HTMLElement): string | undefined {
  const href = link.getAttribute('href') ?? ''
  const call =
    /#_?(ftn|edn)(\d+)$/i.exec(href) ??
    /#(ftnt)(\d+)$/i.exec(href) ??
    /#sd(foot|end)note(\d+)sym$/i.exec(href)
  return call ? nameOf(call) : undefined
}

const nameOf = ([, kind = '', number = '']: RegExpExecArray): string =>
  `pasted-${/^e/i.test(kind) ? 'end' : 'foot'}-${number}`
