// The box with a text as files: kind, what it is good for, and how large it is once it has been made.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import { formats, type Format } from '../../export/format.ts'
import type { Paper } from '../../export/paper.ts'
import type { Press } from '../../export/press.ts'
import type { Shelved } from '../../export/shelf.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'

/// `href` makes the address of one kind. Files not made yet are begun, so that the next reader sees their size.
export async function fileLinks(
  press: Press,
  paper: Paper,
  lang: Lang,
  href: (format: Format) => string,
): Promise<Html> {
  const t = words(lang)
  const files = await Promise.all(
    formats.map(async (format) => {
      const order = await press.order(paper, format, 'calm')
      return { format, file: order?.file }
    }),
  )
  return html`<section class="stack-2 reading" aria-labelledby="som-fil">
    <h2 class="ds-heading" data-size="xs" id="som-fil">${t('Last ned', 'Last ned', 'Download')}</h2>
    <ul class="files">
      ${files.map(
        ({ format, file }) =>
          html`<li>
            ${icon('Download')}
            <a class="ds-link" href="${href(format)}">${formatName(format, lang)}</a>
            <span class="quiet">${about(format, file, lang)}</span>
          </li>`,
      )}
    </ul>
  </section>`
}

export const formatName = (format: Format, lang: Lang): string => {
  const t = words(lang)
  return {
    pdf: 'PDF',
    docx: t('Word (.docx)', 'Word (.docx)', 'Word (.docx)'),
    html: t('Nettside (.html)', 'Nettside (.html)', 'Web page (.html)'),
  }[format]
}

export const formatUse = (format: Format, lang: Lang): string => {
  const t = words(lang)
  return {
    pdf: t('for arkiv og utskrift', 'for arkiv og utskrift', 'for the archive and for print'),
    docx: t('for å arbeide videre', 'for å arbeide vidare', 'to work on'),
    html: t('for å lese på skjerm', 'for å lese på skjerm', 'to read on a screen'),
  }[format]
}

function about(format: Format, file: Shelved | undefined, lang: Lang): string {
  const t = words(lang)
  return [
    formatUse(format, lang),
    ...(file?.archival
      ? [t('merket som PDF/A-2a', 'merkt som PDF/A-2a', 'marked as PDF/A-2a')]
      : []),
    ...(file ? [sizeText(file.bytes, lang)] : []),
  ].join(' · ')
}

/// `84 kB`, `1,2 MB`.
export function sizeText(bytes: number, lang: Lang): string {
  const space = '\u00a0'
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}${space}kB`
  const mega = (bytes / 1_000_000).toFixed(1)
  return `${lang === 'en' ? mega : mega.replace('.', ',')}${space}MB`
}
