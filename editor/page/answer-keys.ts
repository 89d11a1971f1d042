// Keys for those who treat many points: j and k to the next and the previous, 1–4 for the outcome, Ctrl+Enter to save and
// go on. Off by choice, remembered on this machine; never while somebody types.

const key = 'planvev-shortcuts-off'

/// Starts where a point is open; the page works the same without.
export function startAnswerKeys(): void {
  const pane = document.querySelector<HTMLElement>('[data-point-pane]')
  if (!pane) return
  const choice = pane.querySelector<HTMLInputElement>('[data-shortcuts-off]')
  if (choice) {
    choice.checked = isOff()
    choice.addEventListener('change', () => remember(choice.checked))
  }
  document.addEventListener('keydown', (event) => {
    if (isOff() || event.altKey || event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return save(pane, event)
    if (event.ctrlKey || event.metaKey || isTyping(event.target)) return
    const go = { j: 'next', k: 'previous' }[event.key]
    if (go) pane.querySelector<HTMLAnchorElement>(`[data-go="${go}"]`)?.click()
    else if (/^[1-4]$/.test(event.key)) {
      const outcome = pane.querySelector<HTMLInputElement>(`[data-key="${event.key}"]`)
      outcome?.click()
      outcome?.focus()
    }
  })
}

function save(pane: HTMLElement, event: KeyboardEvent): void {
  const form = pane.querySelector<HTMLFormElement>('[data-answer-form]')
  if (!form) return
  event.preventDefault()
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value="next"]'))
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches(
    'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]',
  )

/// Storage may be shut off in the browser: then the keys are on.
function isOff(): boolean {
  try {
    return localStorage.getItem(key) === 'yes'
  } catch {
    return false
  }
}

function remember(off: boolean): void {
  try {
    if (off) localStorage.setItem(key, 'yes')
    else localStorage.removeItem(key)
  } catch {
    // Nothing to remember it in.
  }
}
