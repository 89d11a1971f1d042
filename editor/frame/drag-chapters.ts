// Chapters dragged to another place in their list. The buttons beside them do the same for the keyboard.

/// Makes the rows of `[data-order]` draggable; `send` posts the same form as the buttons.
export function dragChapters(
  root: HTMLElement,
  send: (action: string, body: URLSearchParams) => Promise<unknown>,
): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-order] ol')) {
    let held: HTMLElement | undefined
    const rows = () => [...list.querySelectorAll<HTMLElement>('[data-chapter]')]
    const unmark = () => {
      for (const row of rows()) delete row.dataset.drop
    }
    /// The row the held one would stand before; undefined means last.
    const before = (y: number) =>
      rows().find((row) => {
        const { top, height } = row.getBoundingClientRect()
        return y < top + height / 2
      })
    for (const row of rows()) row.draggable = true
    list.addEventListener('dragstart', (event) => {
      held = (event.target as Element).closest<HTMLElement>('[data-chapter]') ?? undefined
      event.dataTransfer?.setData('text/plain', held?.textContent?.trim() ?? '')
    })
    list.addEventListener('dragover', (event) => {
      if (!held) return
      event.preventDefault()
      unmark()
      const next = before(event.clientY)
      if (next) next.dataset.drop = 'before'
      else rows().at(-1)!.dataset.drop = 'after'
    })
    list.addEventListener('dragleave', unmark)
    list.addEventListener('dragend', unmark)
    list.addEventListener('drop', (event) => {
      event.preventDefault()
      unmark()
      const next = before(event.clientY)
      if (!held || next === held) return
      const to = next?.dataset.chapter ?? 'sist'
      void send(`/tekst/${held.dataset.chapter}/flytt`, new URLSearchParams({ for: to }))
      held = undefined
    })
  }
}
