// A row of planning needs opened for change where it stands in its list.
import { html } from 'hono/html'
import { inLang, needs, priorities, shortHalfYear, statuses } from '../../plan-need/fields.ts'
import type { PlanNeed } from '../../plan-need/plan-needs.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import { listAddress, partners, type OpenedNeeds } from './opened.ts'
import { halfYearChoices } from './row-form.ts'

/// The row as controls; the form itself stands in the last cell and the controls name it.
export function editingRow(opened: OpenedNeeds, need: PlanNeed, whole: boolean): Html {
  const { t, lang, desk } = opened
  const { fields } = need
  const form = `endre-${need.id}`
  const name = inLang(fields.name, lang)
  const select = (field: string, label: string, value: string, choices: [string, string][]): Html =>
    html`<select
      class="ds-input"
      data-width="auto"
      name="${field}"
      form="${form}"
      aria-label="${label}"
    >
      ${choices.map(
        ([key, text]) =>
          html`<option value="${key}" ${key === value ? html` selected` : ''}>${text}</option>`,
      )}
    </select>`
  const halves = halfYearChoices(desk.strategy, lang, true)
  const heads = {
    need: t('Behov', 'Behov', 'Need'),
    priority: t('Prioritet', 'Prioritet', 'Priority'),
    start: t('Oppstart', 'Oppstart', 'Start'),
    done: t('Ferdig', 'Ferdig', 'Done'),
    status: t('Status', 'Status', 'Status'),
  }
  return html`<tr id="rad-${need.id}" data-editing>
    <th scope="row">
      ${name}
      <div class="small quiet">
        ${t('Du endrer denne raden', 'Du endrar denne rada', 'You are changing this row')}
      </div>
      ${
        whole
          ? html`<a class="ds-link small" href="/planbehov/${need.id}"
              >${t('Alle feltene', 'Alle felta', 'All fields')}</a
            >`
          : ''
      }
    </th>
    <td data-label="${heads.need}">
      ${
        whole
          ? select(
              'need',
              heads.need,
              fields.need,
              Object.entries(needs).map(([key, w]) => [key, w[lang]]),
            )
          : needs[fields.need][lang]
      }
    </td>
    <td data-label="${heads.priority}">
      ${
        whole
          ? select(
              'priority',
              heads.priority,
              String(fields.priority),
              Object.entries(priorities).map(([key, w]) => [key, w[lang]]),
            )
          : priorities[fields.priority][lang]
      }
    </td>
    <td data-label="${t('Oppstart – ferdig', 'Oppstart – ferdig', 'Start – done')}">
      ${
        whole
          ? html`<div class="stack-2">
              ${select('start', heads.start, fields.start ?? '', halves)}
              ${select('done', heads.done, fields.done ?? '', halves)}
            </div>`
          : `${shortHalfYear(fields.start)} – ${shortHalfYear(fields.done)}`
      }
    </td>
    <td data-label="${t('Lovpålagt', 'Lovpålagd', 'Statutory')}">
      ${fields.statutory ? `${t('Ja', 'Ja', 'Yes')}, ${fields.basis ?? ''}` : t('Nei', 'Nei', 'No')}
    </td>
    <td data-label="${t('Samarbeid', 'Samarbeid', 'Together with')}">${partners(opened, need)}</td>
    <td data-label="${heads.status}">
      ${select(
        'status',
        heads.status,
        fields.status,
        Object.entries(statuses).map(([key, w]) => [key, w[lang]]),
      )}
    </td>
    <td>
      <form id="${form}" method="post" action="/planbehov/${need.id}/rad" class="row">
        <input type="hidden" name="seq" value="${need.seq}" />
        <button
          class="ds-button"
          data-icon
          type="submit"
          aria-label="${t('Lagre', 'Lagre', 'Save')} ${name}"
        >
          ${icon('Checkmark')}</button
        ><a
          class="ds-button"
          data-variant="tertiary"
          data-icon
          href="${listAddress(need.zone)}#rad-${need.id}"
          aria-label="${t('Avbryt', 'Avbryt', 'Cancel')}"
          >${icon('XMark')}</a
        >
      </form>
    </td>
  </tr>`
}
