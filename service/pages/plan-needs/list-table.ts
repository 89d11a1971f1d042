// One zone's list of planning needs, with a row that can be changed where it stands.
import { html } from 'hono/html'
import {
  inLang,
  needs,
  priorities,
  shortHalfYear,
  statuses,
  type PlanStatus,
} from '../../plan-need/fields.ts'
import type { PlanNeed } from '../../plan-need/plan-needs.ts'
import type { Colour } from '../parts/looks.ts'
import type { IconName } from '../../design/icons.ts'
import type { Html } from '../dates.ts'
import { emptyState } from '../parts/boxes.ts'
import { chip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { editingRow } from './editing-row.ts'
import { listAddress, partners, zoneName, type OpenedNeeds } from './opened.ts'

/// `editing` is the id of the row opened for change.
export function listTable(opened: OpenedNeeds, zone: string, editing: string | undefined): Html {
  const { t, all } = opened
  const rows = all.filter((need) => need.zone === zone)
  const access = opened.access(zone)
  if (rows.length === 0) {
    return emptyState(
      'BulletList',
      t('Ingen planer ført opp', 'Ingen planar førte opp', 'No plans entered'),
      t(
        'Her kommer planene kommunen vil lage, endre eller avslutte i perioden.',
        'Her kjem planane kommunen vil lage, endre eller avslutte i perioden.',
        'Plans to be made, changed or ended in the period will stand here.',
      ),
      access.rows.may ? newRowLink(opened, zone) : undefined,
      3,
    )
  }
  return html`<table class="ds-table stacks needs" data-border>
    <caption class="ds-sr-only">
      ${zoneName(opened, zone)}: ${t('planbehov', 'planbehov', 'planning needs')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('Plan', 'Plan', 'Plan')}</th>
        <th scope="col">${t('Behov', 'Behov', 'Need')}</th>
        <th scope="col">${t('Prioritet', 'Prioritet', 'Priority')}</th>
        <th scope="col">${t('Oppstart – ferdig', 'Oppstart – ferdig', 'Start – done')}</th>
        <th scope="col">${t('Lovpålagt', 'Lovpålagd', 'Statutory')}</th>
        <th scope="col">${t('Samarbeid', 'Samarbeid', 'Together with')}</th>
        <th scope="col">${t('Status', 'Status', 'Status')}</th>
        <th scope="col"><span class="ds-sr-only">${t('Endre', 'Endre', 'Change')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((need) =>
        need.id === editing && access.status
          ? editingRow(opened, need, access.rows.may)
          : shownRow(opened, need, access.status),
      )}
    </tbody>
  </table>`
}

export const newRowLink = ({ t }: OpenedNeeds, zone: string): Html =>
  html`<a
    class="ds-button"
    data-variant="secondary"
    href="/planbehov/ny?liste=${zone === 'joint' ? 'felles' : zone}"
    >${icon('Plus')}${t('Ny rad', 'Ny rad', 'New row')}</a
  >`

function shownRow(opened: OpenedNeeds, need: PlanNeed, mayChange: boolean): Html {
  const { t, lang } = opened
  const { fields } = need
  const name = inLang(fields.name, lang)
  const statutory = fields.statutory
    ? `${t('Ja', 'Ja', 'Yes')}${fields.basis ? `, ${fields.basis.replaceAll('§ ', '§\u00a0')}` : ''}`
    : t('Nei', 'Nei', 'No')
  return html`<tr id="rad-${need.id}">
    <th scope="row">
      <a class="ds-link" href="/planbehov/${need.id}">${name}</a>${
        fields.responsible.nb + fields.responsible.nn === ''
          ? html` ${chip('warning', 'ExclamationmarkTriangle', t('Uten eier', 'Utan eigar', 'No owner'))}`
          : ''
      }
    </th>
    <td data-label="${t('Behov', 'Behov', 'Need')}">${needs[fields.need][lang]}</td>
    <td data-label="${t('Prioritet', 'Prioritet', 'Priority')}">
      ${priorities[fields.priority][lang]}
    </td>
    <td class="num" data-label="${t('Oppstart – ferdig', 'Oppstart – ferdig', 'Start – done')}">
      ${
        fields.start || fields.done
          ? `${shortHalfYear(fields.start)} – ${shortHalfYear(fields.done)}`
          : '–'
      }
    </td>
    <td data-label="${t('Lovpålagt', 'Lovpålagd', 'Statutory')}">${statutory}</td>
    <td data-label="${t('Samarbeid', 'Samarbeid', 'Together with')}">${partners(opened, need)}</td>
    <td data-label="${t('Status', 'Status', 'Status')}">${statusChip(fields.status, lang)}</td>
    <td>
      ${
        mayChange
          ? html`<a
              class="ds-button"
              data-variant="tertiary"
              data-icon
              href="${listAddress(need.zone)}&rad=${need.id}#rad-${need.id}"
              aria-label="${t('Endre', 'Endre', 'Change')} ${name}"
              >${icon('Pencil')}</a
            >`
          : ''
      }
    </td>
  </tr>`
}

const looks: Record<PlanStatus, [Colour, IconName]> = {
  'not-started': ['neutral', 'Circle'],
  'in-progress': ['birch', 'Pencil'],
  consultation: ['info', 'Megaphone'],
  adopted: ['success', 'Checkmark'],
  postponed: ['warning', 'Pause'],
  dropped: ['neutral', 'Minus'],
}

export const statusChip = (status: PlanStatus, lang: 'nb' | 'nn' | 'en'): Html =>
  chip(looks[status][0], looks[status][1], statuses[status][lang])
