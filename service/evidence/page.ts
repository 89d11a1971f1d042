// The list of a municipality's evidence, with the address to write in a record's field, and a form for one more file.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EvidenceRow } from '../../db/evidence.ts'
import type { Lang } from '../../workflows/lang.ts'
import type { Env } from '../house.ts'
import { date } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { alert, emptyState, pageTitle } from '../pages/parts/boxes.ts'
import { errorSummary, fieldId } from '../pages/parts/fields.ts'
import { icon } from '../pages/parts/icon.ts'
import { number, words } from '../pages/words.ts'
import type { Refusal } from '../refusal.ts'
import { extensions } from './file-type.ts'
import type { EvidencePlace } from './routes.ts'

export function evidencePage(
  c: Context<Env>,
  place: EvidencePlace,
  files: EvidenceRow[],
  mayAdd: boolean,
  refused?: Refusal,
): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const where = place.name ?? t('Fellesarbeidet', 'Fellesarbeidet', 'The joint work')
  const title = `${t('Dokumentasjon', 'Dokumentasjon', 'Evidence')}, ${where}`
  const why = refused === undefined ? undefined : sayWhy(refused, lang)
  const id = fieldId('file')
  return layout(
    c,
    {
      title,
      area: 'desk',
      current: 'cases',
      hidden: true,
      refused: why !== undefined,
      status: why === undefined ? 200 : refused === 'too-large' ? 413 : 422,
    },
    html`${why === undefined ? '' : errorSummary([{ field: 'file', text: why }], lang)}
      ${c.req.query('done') === 'lagret' ? alert('success', t('Filen er lagret.', 'Fila er lagra.', 'The file is stored.'), { done: true }) : ''}
      ${pageTitle(title)}
      <div class="split">
        ${
          files.length === 0
            ? emptyState(
                'Paperclip',
                t('Ingen filer ennå', 'Ingen filer enno', 'No files yet'),
                t(
                  'Møtebøker, brev og kunngjøringer kan legges her og vises til når noe registreres.',
                  'Møtebøker, brev og kunngjeringar kan leggjast her og visast til når noko blir registrert.',
                  'Minutes, letters and announcements can be kept here and referred to in a record.',
                ),
              )
            : html`<ul class="plain stack">
                ${files.map(
                  (file) =>
                    html`<li class="stack-2">
                      <a class="ds-link" href="/bevis/${file.id}"
                        >${icon('Paperclip')} ${file.name}</a
                      >
                      <span class="meta"
                        >${number(Math.ceil(file.bytes / 1024))} kB ·
                        ${date(file.uploaded_at, lang)} ·
                        ${t('vises til som', 'blir vist til som', 'referred to as')}
                        <code class="hash break">/bevis/${file.id} ${file.name}</code></span
                      >
                    </li>`,
                )}
              </ul>`
        }
        ${
          mayAdd
            ? html`<form
                method="post"
                enctype="multipart/form-data"
                action="/bevis?kommune=${place.municipality ?? ''}"
                class="ds-card stack"
              >
                <div class="ds-field">
                  <label class="ds-label" data-weight="medium" for="${id}"
                    >${t('Ny fil', 'Ny fil', 'New file')}</label
                  >
                  <p data-field="description" id="${id}-om">
                    ${extensions.join(', ')} · ${t('høyst 10 MB', 'høgst 10 MB', 'at most 10 MB')}
                  </p>
                  <input
                    class="ds-input"
                    type="file"
                    id="${id}"
                    name="file"
                    accept="${extensions.map((e) => `.${e}`).join(',')}"
                    aria-describedby="${id}-om"
                    ${why === undefined ? '' : html` aria-invalid="true"`}
                  />
                  ${why === undefined ? '' : html`<p class="ds-validation-message">${why}</p>`}
                </div>
                <button class="ds-button">${t('Last opp', 'Last opp', 'Upload')}</button>
              </form>`
            : ''
        }
      </div>`,
  )
}

function sayWhy(code: Refusal, lang: Lang): string {
  const t = words(lang)
  if (code === 'too-large') {
    return t(
      'Filen er større enn 10 MB',
      'Fila er større enn 10 MB',
      'The file is larger than 10 MB',
    )
  }
  if (code === 'unsupported-type') {
    return t(
      'Filen er ikke av et slag vi tar imot',
      'Fila er ikkje av eit slag vi tek imot',
      'The file is not of a kind we accept',
    )
  }
  return t('Velg en fil', 'Vel ei fil', 'Choose a file')
}
