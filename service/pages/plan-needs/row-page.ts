// One planning need with all its fields on a page of its own: a new one, or one that is there.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { inLang } from '../../plan-need/fields.ts'
import { sayRowError, type RowErrors, type TypedRow } from '../../plan-need/read-fields.ts'
import type { PlanNeed } from '../../plan-need/plan-needs.ts'
import { Refused } from '../../refusal.ts'
import type { Html } from '../dates.ts'
import { deskCrumb } from '../desk/open-desk.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { errorSummary } from '../parts/fields.ts'
import {
  listAddress,
  listAsked,
  whyNot,
  zoneName,
  type NeedsAround,
  type OpenedNeeds,
} from './opened.ts'
import { mainFields, moreFields, typedRow } from './row-form.ts'

export function newPage(
  c: Context<Env>,
  opened: OpenedNeeds,
  typed: TypedRow = typedRow(undefined),
  errors: RowErrors = [],
): Promise<Response> {
  const zone = listAsked(opened, c.req.query('liste'))
  if (!opened.access(zone).rows.may) throw new Refused('forbidden')
  const { t } = opened
  return formPage(c, opened, {
    title: `${zoneName(opened, zone)}: ${t('ny rad', 'ny rad', 'new row')}`,
    action: `/planbehov/ny?liste=${zone === 'joint' ? 'felles' : zone}`,
    zone,
    typed,
    errors,
  })
}

export function rowPage(
  c: Context<Env>,
  opened: OpenedNeeds,
  need: PlanNeed,
  typed: TypedRow = typedRow(need.fields),
  errors: RowErrors = [],
  conflict = false,
): Promise<Response> {
  const { t, lang } = opened
  const may = opened.access(need.zone).rows.may
  return formPage(c, opened, {
    title: inLang(need.fields.name, lang),
    action: `/planbehov/${need.id}`,
    zone: need.zone,
    typed,
    errors,
    conflict,
    seq: need.seq,
    locked: !may,
    after: may
      ? html`<details class="ds-details">
          <summary>${t('Ta ut raden', 'Ta ut rada', 'Take out the row')}</summary>
          <form method="post" action="/planbehov/${need.id}/fjern" class="stack">
            <input type="hidden" name="seq" value="${need.seq}" />
            <p>
              ${t(
                'Raden blir borte fra lista. Den står fortsatt i versjoner som alt er låst.',
                'Rada blir borte frå lista. Ho står framleis i versjonar som alt er låste.',
                'The row leaves the list. It stays in versions already frozen.',
              )}
            </p>
            <button class="ds-button" data-variant="secondary" data-color="danger" type="submit">
              ${t('Ta ut raden', 'Ta ut rada', 'Take out the row')}
            </button>
          </form>
        </details>`
      : html``,
  })
}

type FormPage = {
  title: string
  action: string
  zone: string
  typed: TypedRow
  errors: RowErrors
  seq?: number
  conflict?: boolean
  locked?: boolean
  after?: Html
}

function formPage(c: Context<Env>, opened: OpenedNeeds, page: FormPage): Promise<Response> {
  const { t, lang, tasks } = opened
  const status = page.conflict ? 409 : page.errors.length > 0 ? 422 : undefined
  return layout(
    c,
    {
      title: page.title,
      current: 'plan-needs',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [
        deskCrumb(opened),
        { text: t('Planbehov', 'Planbehov', 'Planning needs'), href: listAddress(page.zone) },
        { text: page.title },
      ],
      ...(status === undefined ? {} : { status, refused: true }),
    },
    html`<div class="stack reading">
      ${pageTitle(page.title)} ${page.conflict ? conflictKept(opened) : ''}
      ${errorSummary(
        page.errors.map(({ field, key }) => ({ field, text: sayRowError(key, lang) })),
        lang,
        t('Rett opp før du lagrer', 'Rett opp før du lagrar', 'Correct before you save'),
      )}
      ${page.locked ? html`<p class="quiet">${whyNot(opened, page.zone)}</p>` : ''}
      <form class="fields" method="post" action="${page.action}">
        ${page.seq === undefined ? '' : html`<input type="hidden" name="seq" value="${page.seq}" />`}
        <fieldset class="ds-fieldset fields" ${page.locked ? html` disabled` : ''}>
          <legend class="ds-sr-only">${page.title}</legend>
          ${mainFields(opened, page.zone, page.typed, page.errors)}
          ${moreFields(opened, page.zone, page.typed, page.errors)}
        </fieldset>
        <div class="row">
          ${
            page.locked
              ? ''
              : html`<button class="ds-button" type="submit">
                  ${t('Lagre raden', 'Lagre rada', 'Save the row')}
                </button>`
          }
          <a class="ds-button" data-variant="secondary" href="${listAddress(page.zone)}"
            >${page.locked ? t('Tilbake', 'Tilbake', 'Back') : t('Avbryt', 'Avbryt', 'Cancel')}</a
          >
        </div>
      </form>
      ${page.after ?? ''}
    </div>`,
  )
}

export const conflictKept = ({ t }: NeedsAround): Html =>
  alert(
    'danger',
    t(
      'Det du skrev, står fortsatt i feltene. Lagrer du nå, gjelder ditt.',
      'Det du skreiv, står framleis i felta. Lagrar du no, gjeld ditt.',
      'What you wrote is still in the fields. If you save now, yours stands.',
    ),
    {
      heading: t(
        'Noen andre endret raden i mellomtiden',
        'Nokon andre endra rada i mellomtida',
        'Somebody else changed the row in the meantime',
      ),
      done: true,
    },
  )
