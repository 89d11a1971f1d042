// The same text to be read and nothing else: real headings, lists and tables, no script. Better to listen to than the place
// it is written in, where lists are flat.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { readText } from '../../text/read-text.ts'
import { layout } from '../layout.ts'
import { icon } from '../parts/icon.ts'
import { papers, shownIn } from './editor-page.ts'
import { openText, titleOf } from './open-text.ts'

export async function readingPage(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const { section, access, house, lang, t } = text
  const shown = shownIn(text)
  const now = await readText(house, section.region, section.id)
  const title = titleOf(section, lang)
  const order = text.sections.filter(({ zone }) => zone === section.zone)
  const at = order.findIndex(({ id }) => id === section.id)
  const around = [
    [order[at - 1], t('Forrige kapittel', 'Førre kapittel', 'Previous chapter')],
    [order[at + 1], t('Neste kapittel', 'Neste kapittel', 'Next chapter')],
  ] as const
  const body = html`<div class="page-head">
      <div class="page-title">
        <h1 class="ds-heading" data-size="sm">${title}</h1>
        <div class="actions">
          <a class="ds-button" data-variant="secondary" href="/tekst/${section.id}?maal=${shown}"
            >${
              access.write.may
                ? html`${icon('Pencil')}${t('Skriv i teksten', 'Skriv i teksten', 'Write in the text')}`
                : t('Kommentarer og versjoner', 'Kommentarar og versjonar', 'Comments and versions')
            }</a
          >
        </div>
      </div>
    </div>
    <div class="text-page reading" ${shown === 'begge' ? html` data-both` : ''}>
      ${await papers(text, shown, now.marked)}
      <nav class="row" aria-label="${t('Kapitler', 'Kapittel', 'Chapters')}">
        ${around.map(([one, name]) =>
          one
            ? html`<a class="ds-link" href="/tekst/${one.id}/les?maal=${shown}"
                >${name}: ${titleOf(one, lang)}</a
              >`
            : '',
        )}
      </nav>
    </div>`
  return layout(
    c,
    {
      title,
      current: 'texts',
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: title, href: `/tekst/${section.id}?maal=${shown}` },
        { text: t('Lese', 'Lese', 'Read') },
      ],
      skips: [
        { href: '#teksten', text: t('Hopp til teksten', 'Hopp til teksten', 'Skip to the text') },
      ],
    },
    body,
  )
}
