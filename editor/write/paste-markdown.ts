// Markdown as HTML, for pasting. Loaded the first time somebody pastes any. HTML inside it stays the text it is.
import { defaultMarkdownParser } from 'prosemirror-markdown'

const reader = defaultMarkdownParser.tokenizer.enable(['table', 'strikethrough'], true)

/// Footnotes (`[^1]` and `[^1]: words`) become calls and notes as the paste reader knows them.
export function htmlOf(markdown: string): string {
  const notes = new Map<string, string>()
  const rest = markdown.replaceAll(
    /^\[\^([\w-]{1,40})\]:[ \t]*(.*(?:\n(?:[ \t]+.*|(?!\s*$|\[\^|#|[-*+>] ).+))*)/gm,
    (_all, name: string, words: string) => {
      notes.set(name, words.replaceAll(/\n[ \t]*/g, ' '))
      return ''
    },
  )
  const body = reader
    .render(rest)
    .replaceAll(/\[\^([\w-]{1,40})\]/g, (all, name: string) =>
      notes.has(name) ? `<sup data-note="md-${name}"></sup>` : all,
    )
  const foot = [...notes].map(
    ([name, words]) => `<p data-kind="note" data-id="md-${name}">${reader.renderInline(words)}</p>`,
  )
  return body + foot.join('')
}
