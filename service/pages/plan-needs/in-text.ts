// A zone's planning needs inside its chapter: the table, with the row one changes opened as a form where it stands. Forms
// and links lead to addresses of their own; the editor's script fetches them into place.
import { html } from 'hono/html'
import {
  goals,
  inLang,
  needs,
  planTypes,
  priorities,
  shortHalfYear,
  type PlanNeedFields,
} from '../../plan-need/fields.ts'
import type { PlanNeed } from '../../plan-need/plan-needs.ts'
import { sayRowError, type RowErrors, type TypedRow } from '../../plan-need/read-fields.ts'
import type { Html } from '../dates.ts'
import { emptyState } from '../parts/boxes.ts'
import { errorSummary } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { statusChip } from './list-table.ts'
import { partners, whyNot, zoneName, type NeedsAround } from './opened.ts'
import { mainFields, moreFields, typedRow } from './row-form.ts'
import { conflictKept } from './row-page.ts'

/// A row opened for change: `need` is absent for a new one.
export type OpenRow = {
  need?: PlanNeed
  typed: TypedRow
  errors: RowErrors
  /// Somebody else was first; what is typed is kept and what stands is shown.
  conflict?: true
}

/// `at` is the address everything here is asked at.
export function needsInText(
  around: NeedsAround,
  zone: string,
  at: string,
  open: OpenRow | undefined,
): Html {
  const { t, all } = around
  const rows = all.filter((need) => need.zone === zone)
  const access = around.access(zone)
  const isNew = open !== undefined && open.need === undefined
  return html`<section
    class="needs-here stack"
    data-in-place
    data-in-address="${at}"
    aria-labelledby="planbehov-her"
  >
    <div class="row-between">
      <h2 class="ds-heading" data-size="xs" id="planbehov-her">
        ${zoneName(around, zone)}: ${t('planbehov', 'planbehov', 'planning needs')}
      </h2>
      ${access.rows.may && !isNew ? newRow(around, at) : ''}
    </div>
    ${access.rows.may ? '' : html`<p class="quiet">${whyNot(around, zone)}</p>`}
    ${isNew ? rowForm(around, zone, at, open) : ''}
    ${
      rows.length
        ? html`<div
            class="scroll"
            role="region"
            tabindex="0"
            aria-label="${t('Tabell over planbehov', 'Tabell over planbehov', 'Table of planning needs')}"
          >
            ${table(around, zone, at, rows, open)}
          </div>`
        : emptyState(
            'BulletList',
            t('Ingen planer ført opp', 'Ingen planar førte opp', 'No plans entered'),
            t(
              'Her kommer planene som skal lages, endres eller avsluttes i perioden.',
              'Her kjem planane som skal lagast, endrast eller avsluttast i perioden.',
              'Plans to be made, changed or ended in the period will stand here.',
            ),
            undefined,
            3,
          )
    }
    <p class="quiet">
      ${t(
        'De samme radene står i oversikten over planbehov i regionen.',
        'Dei same radene står i oversikta over planbehov i regionen.',
        'The same rows stand in the overview of planning needs in the region.',
      )}
      <a class="ds-link" href="/planbehov">${t('Åpne oversikten', 'Opne oversikta', 'Open it')}</a>
    </p>
  </section>`
}

const newRow = ({ t }: NeedsAround, at: string): Html =>
  html`<a class="ds-button" data-variant="secondary" data-size="sm" data-in href="${at}?rad=ny"
    >${icon('Plus')}${t('Ny rad', 'Ny rad', 'New row')}</a
  >`

function table(
  around: NeedsAround,
  zone: string,
  at: string,
  rows: PlanNeed[],
  open: OpenRow | undefined,
): Html {
  const { t } = around
  const heads = [
    t('Plan', 'Plan', 'Plan'),
    t('Behov', 'Behov', 'Need'),
    t('Prioritet', 'Prioritet', 'Priority'),
    t('Oppstart – ferdig', 'Oppstart – ferdig', 'Start – done'),
    t('Status', 'Status', 'Status'),
  ]
  return html`<table class="ds-table stacks needs" data-border>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        <th scope="col"><span class="ds-sr-only">${t('Endre', 'Endre', 'Change')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((need) =>
        open?.need?.id === need.id
          ? html`<tr id="rad-${need.id}" data-editing>
              <td colspan="6">${rowForm(around, zone, at, open)}</td>
            </tr>`
          : shown(around, need, at, heads),
      )}
    </tbody>
  </table>`
}

function shown(around: NeedsAround, need: PlanNeed, at: string, heads: string[]): Html {
  const { t, lang } = around
  const { fields } = need
  const name = inLang(fields.name, lang)
  const more = [
    planTypes[fields.type][lang],
    fields.statutory
      ? [t('lovpålagt', 'lovpålagd', 'statutory'), fields.basis?.replaceAll('§ ', '§\u00a0')]
          .filter(Boolean)
          .join(', ')
      : '',
    fields.with.length
      ? `${t('sammen med', 'saman med', 'together with')} ${lowerAll(partners(around, need))}`
      : '',
    fields.goals.length ? `${t('FN-mål', 'FN-mål', 'UN goals')} ${fields.goals.join(', ')}` : '',
  ].filter(Boolean)
  return html`<tr id="rad-${need.id}">
    <th scope="row">
      ${name}
      <div class="small quiet">${more.join(' · ')}</div>
      ${inLang(fields.assessment, lang) ? html`<div class="small">${inLang(fields.assessment, lang)}</div>` : ''}
    </th>
    <td data-label="${heads[1]!}">${needs[fields.need][lang]}</td>
    <td data-label="${heads[2]!}">${priorities[fields.priority][lang]}</td>
    <td class="num" data-label="${heads[3]!}">${times(fields)}</td>
    <td data-label="${heads[4]!}">${statusChip(fields.status, lang)}</td>
    <td>
      ${
        around.access(need.zone).rows.may
          ? html`<a
              class="ds-button"
              data-variant="tertiary"
              data-icon
              data-in
              href="${at}?rad=${need.id}#rad-${need.id}"
              aria-label="${t('Endre', 'Endre', 'Change')} ${name}"
              >${icon('Pencil')}</a
            >`
          : ''
      }
    </td>
  </tr>`
}

/// «Alle tolv» in the middle of a sentence; names keep their capital.
const lowerAll = (said: string): string => said.replace(/^(Alle|All) /, (all) => all.toLowerCase())

const times = ({ start, done }: PlanNeedFields): string =>
  start || done ? `${shortHalfYear(start)} – ${shortHalfYear(done)}` : '–'

function rowForm(around: NeedsAround, zone: string, at: string, open: OpenRow): Html {
  const { t, lang } = around
  const { need, typed, errors } = open
  const rest = errors.some(({ field }) => !field.startsWith('name-')) || open.conflict
  return html`<form
    class="fields need-form"
    method="post"
    action="${at}/${need?.id ?? 'ny'}"
    data-in
  >
    ${open.conflict && need ? html`${conflictKept(around)}${stands(around, need, typed)}` : ''}
    ${errorSummary(
      errors.map(({ field, key }) => ({ field, text: sayRowError(key, lang) })),
      lang,
      t('Rett opp før du lagrer', 'Rett opp før du lagrar', 'Correct before you save'),
    )}
    <input type="hidden" name="seq" value="${need?.seq ?? 0}" />
    ${mainFields(around, zone, typed, errors)}
    <details class="ds-details" ${rest ? html` open` : ''}>
      <summary>
        ${t(
          'Vurdering, ansvar, hjemmel, samarbeid og FN-mål',
          'Vurdering, ansvar, heimel, samarbeid og FN-mål',
          'Assessment, responsible, basis, partners and UN goals',
        )}
      </summary>
      <div class="fields">${moreFields(around, zone, typed, errors)}</div>
    </details>
    <div class="row">
      <button class="ds-button" type="submit">
        ${t('Lagre raden', 'Lagre rada', 'Save the row')}
      </button>
      <a class="ds-button" data-variant="secondary" data-in href="${at}"
        >${t('Avbryt', 'Avbryt', 'Cancel')}</a
      >
      ${
        need
          ? html`<button
              class="ds-button"
              data-variant="tertiary"
              data-color="danger"
              type="submit"
              formaction="${at}/${need.id}/fjern"
              formnovalidate
            >
              ${t('Ta ut raden', 'Ta ut rada', 'Take out the row')}
            </button>`
          : ''
      }
    </div>
  </form>`
}

/// What the other stored, where it is not what is typed here.
function stands(around: NeedsAround, need: PlanNeed, typed: TypedRow): Html {
  const { t, lang } = around
  const { fields } = need
  const now = typedRow(fields)
  const differ = (...names: string[]) => names.some((name) => now.get(name) !== typed.get(name))
  const ticked = (name: string) => now.all(name).join() !== typed.all(name).join()
  const rows: [boolean, string, string][] = [
    [differ('name-nb', 'name-nn'), t('Navn', 'Namn', 'Name'), inLang(fields.name, lang)],
    [differ('type'), t('Plantype', 'Plantype', 'Plan type'), planTypes[fields.type][lang]],
    [differ('need'), t('Behov', 'Behov', 'Need'), needs[fields.need][lang]],
    [
      differ('priority'),
      t('Prioritet', 'Prioritet', 'Priority'),
      priorities[fields.priority][lang],
    ],
    [
      differ('start', 'done'),
      t('Oppstart – ferdig', 'Oppstart – ferdig', 'Start – done'),
      times(fields),
    ],
    [
      differ('assessment-nb', 'assessment-nn'),
      t('Vurdering', 'Vurdering', 'Assessment'),
      inLang(fields.assessment, lang) || '–',
    ],
    [ticked('with'), t('Samarbeid', 'Samarbeid', 'Together with'), partners(around, need)],
    [
      ticked('goals'),
      t('FN-mål', 'FN-mål', 'UN goals'),
      fields.goals.map((goal) => `${goal} ${goals[goal - 1]![lang]}`).join(', ') || '–',
    ],
  ]
  const found = rows.filter(([differs]) => differs)
  if (found.length === 0) return html``
  return html`<dl class="facts">
    ${found.map(
      ([, label, value]) =>
        html`<dt>${t('Lagret nå', 'Lagra no', 'Stored now')}: ${label}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}
