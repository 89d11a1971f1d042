// The sheet of shortcuts where the browser does not know `command` on buttons yet, and giving the text its focus back.

/// `back` is called when the sheet is closed.
export function helpSheet(root: HTMLElement, back: () => void): void {
  const sheet = root.querySelector<HTMLDialogElement>('dialog[data-help]')
  if (!sheet) return
  if (!('commandForElement' in HTMLButtonElement.prototype)) {
    root.querySelector('[data-help-button]')?.addEventListener('click', () => sheet.showModal())
    root.querySelector('[data-help-close]')?.addEventListener('click', () => sheet.close())
  }
  let before: Element | null = null
  sheet.addEventListener('beforetoggle', () => {
    if (!sheet.open) before = document.activeElement
  })
  sheet.addEventListener('close', () => {
    if (before?.closest('.words')) back()
  })
}
