// One quiet line that says what just happened or why nothing did; read aloud, and gone when it is old.

const oldMs = 12_000

export function tellLine(line: HTMLElement | null): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (text) => {
    if (!line) return
    clearTimeout(timer)
    line.textContent = text
    timer = setTimeout(() => line.replaceChildren(), oldMs)
  }
}
