// One chapter of the adopted text, paragraph by paragraph: its form, and the text it becomes.
import { html } from 'hono/html'
import { inlineText } from '../../../editor/shared/html.ts'
import type { PmJson } from '../../../editor/shared/schema.ts'
import type { Track } from '../../desk/desk.ts'
import { cleanText } from '../../guard/body.ts'
import type { AdoptedSection } from '../../version/adopted.ts'
import type { Html } from '../dates.ts'
import { textArea } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import type { Opened } from './open-desk.ts'

export const keyOf = (section: Pick<AdoptedSection, 'zone' | 'code'>): string =>
  `${section.zone}.${section.code}`
/// The text with paragraphs as they were typed. An untouched paragraph keeps its links and emphasis; an emptied one goes;
/// a new one stands after the one it was written under.
export function withTexts(
  doc: PmJson,
  textAt: (i: number) => string | undefined,
  afterAt: (i: number) => string | undefined,
): PmJson {
  const content = (doc.content ?? []).flatMap((block, i): PmJson[] => {
    const after = tidy(afterAt(i))
    const more = after ? [{ type: 'block', content: [{ type: 'text', text: after }] }] : []
    const typed = textAt(i)
    if (block.type !== 'block' || typed === undefined) return [block, ...more]
    const text = tidy(typed)
    if (text === tidy(writable(block))) return [block, ...more]
    const { content: _, ...rest } = block
    return text ? [{ ...rest, content: fromWritten(text, block) }, ...more] : more
  })
  return { ...doc, content }
}

/// A paragraph as it can be typed: calls of footnotes and references are signs in brackets, numbered in the paragraph.
export const writable = (block: PmJson): string => {
  let count = 0
  return (block.content ?? [])
    .map((one) => {
      if (one.type === 'text') return one.text ?? ''
      count++
      if (one.type === 'note_ref') return `[fotnote ${count}]`
      return one.type === 'xref' ? `[henvisning ${count}: ${String(one.attrs?.was ?? '')}]` : ''
    })
    .join('')
}

/// The paragraph again, with what the signs stood for in their places; a sign taken away takes it away.
function fromWritten(text: string, block: PmJson): PmJson[] {
  const atoms = (block.content ?? []).filter(({ type }) => type !== 'text')
  return text.split(/\[(?:fotnote|henvisning) (\d+)[^\]]*\]/).flatMap((part, i): PmJson[] => {
    if (i % 2 === 0) return part ? [{ type: 'text', text: part }] : []
    const atom = atoms[Number(part) - 1]
    return atom ? [atom] : []
  })
}

const tidy = (text: string | undefined): string =>
  (text ?? '').replaceAll('\r\n', '\n').split('\n').map(cleanText).join('\n').trim()

export function sectionForm(
  section: AdoptedSection,
  track: Track,
  opened: Opened,
  mayWrite: boolean,
): Html {
  const { lang, t } = opened
  const codes: ('nb' | 'nn')[] = track.language === 'nn' ? ['nn', 'nb'] : ['nb', 'nn']
  const name = { nb: t('Bokmål', 'Bokmål', 'Bokmål'), nn: t('Nynorsk', 'Nynorsk', 'Nynorsk') }
  const blocks = (code: 'nb' | 'nn'): Html =>
    html`${(section.text[code].content ?? []).map((block, i) =>
      block.type !== 'block'
        ? html`<p class="quiet">
            ${t(
              'Her står noe annet enn et avsnitt (en tabell eller en strek). Det blir stående.',
              'Her står noko anna enn eit avsnitt (ein tabell eller ein strek). Det blir ståande.',
              'Something other than a paragraph stands here (a table or a rule). It stays.',
            )}
          </p>`
        : mayWrite
          ? html`${textArea({
                name: `${code}.${i}`,
                label: `${t('Avsnitt', 'Avsnitt', 'Paragraph')} ${i + 1}`,
                value: writable(block),
                rows: Math.min(10, Math.max(2, Math.ceil(writable(block).length / 80))),
                lang,
              })}
              <details class="ds-details">
                <summary>
                  ${t('Nytt avsnitt etter dette', 'Nytt avsnitt etter dette', 'New paragraph after this')}
                </summary>
                <div>
                  ${textArea({
                    name: `${code}.${i}.after`,
                    label: t('Nytt avsnitt', 'Nytt avsnitt', 'New paragraph'),
                    optional: true,
                    rows: 3,
                    lang,
                  })}
                </div>
              </details>`
          : html`<p lang="${code}">${inlineText(block)}</p>`,
    )}`
  return html`<form method="post" action="/kommune/${track.number}/vedtatt-tekst" class="stack">
    <input type="hidden" name="section" value="${keyOf(section)}" />
    <input type="hidden" name="_seq" value="${section.seq}" />
    ${codes
      .filter((code) => (section.text[code].content ?? []).length > 0)
      .map((code, i) => {
        const part = html`<fieldset class="box" lang="${code}">
          <legend>${name[code]}</legend>
          ${blocks(code)}
        </fieldset>`
        if (i === 0) return part
        return html`<details class="ds-details">
          <summary>${name[code]}</summary>
          <div>${part}</div>
        </details>`
      })}
    ${
      mayWrite
        ? html`<div class="row">
            <button class="ds-button">
              ${icon('Checkmark')}${t('Lagre kapittelet', 'Lagre kapittelet', 'Save the chapter')}
            </button>
            <a
              class="ds-button"
              data-variant="tertiary"
              href="/kommune/${track.number}/vedtatt-tekst"
              >${t('Avbryt', 'Avbryt', 'Cancel')}</a
            >
          </div>`
        : ''
    }
  </form>`
}
