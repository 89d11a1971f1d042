// "Hent inn fra Word", in two steps: choose the file; see what was understood and what was not, describe its pictures, and say
// yes. Under the first, what was brought in before, with the documents as they were sent.
import { html, raw } from 'hono/html'
import type { WordImportRow } from '../../db/word-import.ts'
import { takenImports } from '../../db/word-import.ts'
import { imageHref } from '../../editor/shared/image.ts'
import { toHtml } from '../../editor/shared/html.ts'
import type { PmJson } from '../../editor/shared/schema.ts'
import { may } from '../../workflows/rights.ts'
import { clockText, date, type Html } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { alert, emptyState, pageTitle } from '../pages/parts/boxes.ts'
import { errorSummary, fieldId, radioField, textArea, tickField } from '../pages/parts/fields.ts'
import { icon } from '../pages/parts/icon.ts'
import { titleOf, type OneText } from '../pages/text/open-text.ts'
import { number } from '../pages/words.ts'
import { limits } from './archive.ts'
import { chaptersOf, topHeadings } from './chapters.ts'
import { sayFault, type Fault } from './fault.ts'
import { sayLeft } from './left.ts'
import { preparedOf, type Prepared } from './prepare.ts'

const megabytes = limits.bytes / 1024 / 1024

const frameOf = ({ t, section, lang }: OneText) => {
  const chapter = titleOf(section, lang)
  return {
    title: `${t('Hent inn fra Word', 'Hent inn frå Word', 'Bring in from Word')}, ${chapter}`,
    crumbs: [
      { href: '/tekst', text: t('Teksten', 'Teksten', 'The text') },
      { href: `/tekst/${section.id}`, text: chapter },
    ],
  }
}

/// The first step. `fault` is why the file just sent was not taken; `problem` another sentence, of a refusal.
export async function choosePage(
  text: OneText,
  outcome: { fault?: Fault; problem?: string; status?: 422 | 409 | 403 } = {},
): Promise<Response> {
  const { c, t, lang, section, access, house } = text
  const wrong = outcome.fault ? sayFault(outcome.fault, lang) : undefined
  const id = fieldId('file')
  const before = await takenImports(house.store.db, section.region, section.id)
  return layout(
    c,
    {
      ...frameOf(text),
      current: 'texts',
      refused: wrong !== undefined,
      ...(wrong === undefined && !outcome.problem ? {} : { status: outcome.status ?? 422 }),
    },
    html`<div class="stack">
      ${wrong === undefined ? '' : errorSummary([{ field: 'file', text: wrong }], lang, t('Filen ble ikke hentet inn', 'Fila vart ikkje henta inn', 'The file was not brought in'))}
      ${outcome.problem ? alert('warning', outcome.problem, { done: true }) : ''} ${done(text)}
      ${pageTitle(t('Hent inn fra Word', 'Hent inn frå Word', 'Bring in from Word'), { lead: titleOf(section, lang) })}
      ${
        access.write.may
          ? html`<form
              method="post"
              enctype="multipart/form-data"
              action="/tekst/${section.id}/hent-inn"
              class="ds-card stack import-form"
            >
              <div class="ds-field">
                <label class="ds-label" data-weight="medium" for="${id}"
                  >${t('Word-dokument', 'Word-dokument', 'Word document')}</label
                >
                <p data-field="description" id="${id}-om">
                  ${t(`.docx, høyst ${megabytes} MB. Overskrifter, lister, tabeller, bilder og fotnoter følger med. Du ser alt før noe blir skrevet.`, `.docx, høgst ${megabytes} MB. Overskrifter, lister, tabellar, bilete og fotnotar følgjer med. Du ser alt før noko blir skrive.`, `.docx, at most ${megabytes} MB. Headings, lists, tables, pictures and footnotes come along. You see everything before anything is written.`)}
                </p>
                <input
                  class="ds-input"
                  type="file"
                  id="${id}"
                  name="file"
                  accept=".docx"
                  required
                  aria-describedby="${id}-om${wrong === undefined ? '' : ` ${id}-feil`}"
                  ${wrong === undefined ? '' : html` aria-invalid="true"`}
                />
                ${wrong === undefined ? '' : html`<p class="ds-validation-message" id="${id}-feil">${wrong}</p>`}
              </div>
              <div class="row">
                <button class="ds-button">
                  ${t('Se hva som kommer med', 'Sjå kva som kjem med', 'See what comes along')}
                </button>
                <a class="ds-button" data-variant="tertiary" href="/tekst/${section.id}"
                  >${t('Avbryt', 'Avbryt', 'Cancel')}</a
                >
              </div>
            </form>`
          : emptyState(
              'PadlockLocked',
              t(
                'Du kan ikke hente inn her nå',
                'Du kan ikkje hente inn her no',
                'You cannot bring in here now',
              ),
              t(
                'Bare de som kan skrive i kapittelet, kan hente inn tekst, og bare mens det er åpent.',
                'Berre dei som kan skrive i kapittelet, kan hente inn tekst, og berre medan det er ope.',
                'Only those who may write the chapter bring in text, and only while it is open.',
              ),
              html`<a class="ds-link" href="/tekst/${section.id}"
                >${t('Til kapittelet', 'Til kapittelet', 'To the chapter')}</a
              >`,
            )
      }
      ${
        before.length === 0
          ? ''
          : html`<section class="stack-2" aria-labelledby="tidligere">
              <h2 class="ds-heading" data-size="xs" id="tidligere">
                ${t('Hentet inn tidligere', 'Henta inn tidlegare', 'Brought in before')}
              </h2>
              <ul class="plain stack-2">
                ${before.map(
                  (row) =>
                    html`<li>
                      <a class="ds-link" href="/tekst/${section.id}/hent-inn/${row.id}/original"
                        >${icon('Download')}${row.name}</a
                      >
                      <span class="meta"
                        >${number(Math.ceil(row.bytes / 1024))} kB · ${row.person ?? ''} ·
                        ${date(row.taken_at ?? '', lang)}
                        ${clockText(row.taken_at ?? '', lang)}</span
                      >
                    </li>`,
                )}
              </ul>
            </section>`
      }
    </div>`,
  )
}

function done({ c, t, sections, lang, section }: OneText): Html | string {
  if (c.req.query('done') !== 'hentet') return ''
  const ids = new Set((c.req.query('til') ?? '').split(','))
  const into = sections.filter((one) => ids.has(one.id))
  const links = (into.length > 0 ? into : [section]).map(
    (one) => html` <a class="ds-link" href="/tekst/${one.id}">${titleOf(one, lang)}</a>`,
  )
  return alert(
    'success',
    html`${t('Teksten er hentet inn og lagret. Åpne:', 'Teksten er henta inn og lagra. Opne:', 'The text is brought in and saved. Open:')}${links}`,
    { done: true },
  )
}

/// The second step.
export async function previewPage(text: OneText, row: WordImportRow): Promise<Response> {
  const { c, t, lang, section, roles, access } = text
  const prepared = preparedOf(row)
  const images = prepared.content.filter((node) => node.type === 'image')
  const tops = topHeadings(prepared)
  const mayCut = tops > 0 && access.write.may && may(roles, 'add-section')
  const joint = section.zone === 'joint'
  return layout(
    c,
    { ...frameOf(text), current: 'texts' },
    html`${pageTitle(t('Se over før teksten hentes inn', 'Sjå over før teksten blir henta inn', 'Check before the text is brought in'), { lead: html`${row.name} → ${titleOf(section, lang)}` })}
      <div class="split">
        <div class="stack">
          <section class="stack-2" aria-labelledby="med">
            <h2 class="ds-heading" data-size="xs" id="med">
              ${t('Dette kommer med', 'Dette kjem med', 'This comes along')}
            </h2>
            <p>${tally(text, prepared)}</p>
          </section>
          <section class="stack-2" aria-labelledby="annet">
            <h2 class="ds-heading" data-size="xs" id="annet">
              ${t('Dette er ikke med, eller ble annerledes', 'Dette er ikkje med, eller vart annleis', 'This is left out, or became different')}
            </h2>
            ${
              prepared.left.length === 0
                ? html`<p>
                    ${t('Ingenting. Alt i dokumentet ble forstått.', 'Ingenting. Alt i dokumentet vart forstått.', 'Nothing. Everything in the document was understood.')}
                  </p>`
                : html`<ul class="ds-list">
                    ${prepared.left.map((one) => html`<li>${sayLeft(one, lang)}</li>`)}
                  </ul>`
            }
          </section>
          <details class="ds-details">
            <summary>
              ${t('Les teksten slik den blir', 'Les teksten slik han blir', 'Read the text as it will be')}
            </summary>
            <div class="words" lang="${row.lang}">
              ${raw(toHtml({ type: 'doc', content: [...prepared.content, ...prepared.notes] }, { anchors: false, headingOffset: 2, imageHref, wordsIn: lang }))}
            </div>
          </details>
        </div>
        <form method="post" action="/tekst/${section.id}/hent-inn/${row.id}" class="ds-card stack">
          ${
            joint
              ? radioField({
                  name: 'maal',
                  label: t('Teksten er på', 'Teksten er på', 'The text is in'),
                  value: row.lang,
                  choices: [
                    { value: 'nb', text: 'Bokmål' },
                    { value: 'nn', text: 'Nynorsk' },
                  ],
                  lang,
                })
              : html`<input type="hidden" name="maal" value="${row.lang}" />`
          }
          ${
            mayCut
              ? whereTo(text, row, prepared)
              : html`<input type="hidden" name="som" value="append" />
                  <p>
                    ${t('Teksten settes inn sist i kapittelet. Det som står der, blir stående.', 'Teksten blir sett inn sist i kapittelet. Det som står der, blir ståande.', 'The text is put in at the end of the chapter. What is there stays.')}
                  </p>`
          }
          ${images.map((image, n) => describe(text, image, n, images.length))}
          <div class="row">
            <button class="ds-button">${t('Hent inn', 'Hent inn', 'Bring in')}</button>
            <a class="ds-button" data-variant="tertiary" href="/tekst/${section.id}/hent-inn"
              >${t('Avbryt', 'Avbryt', 'Cancel')}</a
            >
          </div>
          <p class="quiet small">
            ${t('Originalen blir tatt vare på og kan lastes ned av dem som kan lese kapittelet.', 'Originalen blir teken vare på og kan lastast ned av dei som kan lese kapittelet.', 'The original is kept and can be downloaded by those who may read the chapter.')}
          </p>
        </form>
      </div>`,
  )
}

function whereTo({ t, lang, section }: OneText, row: WordImportRow, prepared: Prepared): Html {
  const chapters = chaptersOf(prepared, row.name.replace(/\.docx$/i, ''))
  const names = chapters.map(({ title }) => title)
  return radioField({
    name: 'som',
    label: t('Hvor skal teksten?', 'Kvar skal teksten?', 'Where does the text go?'),
    value: 'append',
    choices: [
      {
        value: 'append',
        text: t(
          `Sist i «${titleOf(section, lang)}»`,
          `Sist i «${titleOf(section, lang)}»`,
          `At the end of “${titleOf(section, lang)}”`,
        ),
        description: t(
          'Det som står der, blir stående.',
          'Det som står der, blir ståande.',
          'What is there stays.',
        ),
      },
      {
        value: 'chapters',
        text: t(
          `I ${number(names.length)} nye kapitler`,
          `I ${number(names.length)} nye kapittel`,
          `In ${number(names.length)} new chapters`,
        ),
        description: names.join(' · '),
      },
    ],
    lang,
  })
}

function describe({ t, lang }: OneText, image: PmJson, n: number, of: number): Html {
  const { asset = '', alt = '', width = 0, height = 0, id = '' } = image.attrs ?? {}
  const which = of === 1 ? '' : ` ${number(n + 1)} ${t('av', 'av', 'of')} ${number(of)}`
  return html`<fieldset class="ds-fieldset">
    <legend class="ds-label" data-weight="medium">
      ${t('Bilde', 'Bilete', 'Picture')}${which}
    </legend>
    <img
      class="import-picture"
      src="${imageHref(String(asset))}"
      alt=""
      width="${width}"
      height="${height}"
      loading="lazy"
    />
    ${textArea({
      name: `alt-${id}`,
      label: t('Beskrivelse', 'Skildring', 'Description'),
      value: String(alt),
      description: t(
        'Hva viser bildet, for den som ikke ser det? Kan også skrives i teksten etterpå.',
        'Kva viser biletet, for den som ikkje ser det? Kan òg skrivast i teksten etterpå.',
        'What does the picture show, to someone who does not see it? Can be written in the text later too.',
      ),
      optional: true,
      rows: 2,
      maxlength: 1000,
      lang,
    })}
    ${tickField({ name: `pynt-${id}`, label: t('Bare pynt', 'Berre pynt', 'Only decoration'), lang })}
  </fieldset>`
}

/// «24 avsnitt, 3 overskrifter, 1 tabell, 2 bilder, 1 fotnote».
function tally({ t }: OneText, { content, notes }: Prepared): string {
  const is = (test: (node: PmJson) => boolean): number => content.filter(test).length
  const heading = (node: PmJson): boolean => node.attrs?.kind === 'heading'
  const counts: [number, string, string][] = [
    [
      is((node) => node.type === 'block' && !heading(node)),
      t('avsnitt', 'avsnitt', 'paragraph'),
      t('avsnitt', 'avsnitt', 'paragraphs'),
    ],
    [
      is(heading),
      t('overskrift', 'overskrift', 'heading'),
      t('overskrifter', 'overskrifter', 'headings'),
    ],
    [
      is((node) => node.type === 'table'),
      t('tabell', 'tabell', 'table'),
      t('tabeller', 'tabellar', 'tables'),
    ],
    [
      is((node) => node.type === 'image'),
      t('bilde', 'bilete', 'picture'),
      t('bilder', 'bilete', 'pictures'),
    ],
    [notes.length, t('fotnote', 'fotnote', 'footnote'), t('fotnoter', 'fotnotar', 'footnotes')],
  ]
  return `${counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${number(count)} ${count === 1 ? one : many}`)
    .join(', ')}.`
}
