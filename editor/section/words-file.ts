// Words that did not get to the server, as a file to keep: plain text any program opens.

/// Words of one text that wait: the text's title, and a paragraph each.
export type Waiting = { section: string; title: string; words: string[] }

/// A link that saves them. `label` is what it says.
export function wordsFile(waiting: Waiting[], label: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = 'ds-button'
  link.dataset.variant = 'secondary'
  link.dataset.wordsFile = ''
  link.textContent = label
  link.download = `${fileName(waiting[0]?.title ?? '')}.txt`
  link.href = URL.createObjectURL(new Blob([textOf(waiting)], { type: 'text/plain;charset=utf-8' }))
  return link
}

/// Lines as every system's simplest program reads them.
export const textOf = (waiting: Waiting[]): string =>
  `\ufeff${waiting.map(({ title, words }) => [title, ...words].join('\n\n')).join('\n\n\n')}\n`.replaceAll(
    '\n',
    '\r\n',
  )

/// What no system forbids in a name.
const fileName = (title: string): string =>
  title
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .slice(0, 80) || 'Planvev'
