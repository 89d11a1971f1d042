// What stands around one point: the submission it came in, and hiding the whole of it from others.
import { html } from 'hono/html'
import { may } from '../../../workflows/rights.ts'
import { clockText, date, type Html } from '../dates.ts'
import { alert } from '../parts/boxes.ts'
import { textArea } from '../parts/fields.ts'
import { listed } from '../words.ts'
import type { Line } from './filter.ts'
import { nameOf, type OpenedSubmissions } from './opened.ts'
import type { PaneState } from './pane.ts'

export function aboutSubmission(
  opened: OpenedSubmissions,
  { submission, point }: Line,
  query: string,
): Html {
  const { t, lang, desk, roles } = opened
  const others = submission.points.filter((one) => one.point !== point.point)
  const everybody = submission.to.length === desk.tracks.length
  const contact =
    submission.contact !== '' &&
    submission.to.some((municipality) => may(roles, 'see-sender-contact', { municipality }))
  return html`<details class="ds-details">
    <summary>${t('Om uttalelse', 'Om fråsegn', 'About submission')} ${submission.number}</summary>
    <dl class="facts small">
      <div>
        <dt>${t('Mottatt', 'Motteken', 'Received')}</dt>
        <dd>${date(submission.receivedOn, lang)} ${clockText(submission.receivedAt, lang)}</dd>
      </div>
      <div>
        <dt>${t('Sendt til', 'Send til', 'Sent to')}</dt>
        <dd>
          ${
            everybody
              ? t('Alle tolv', 'Alle tolv', 'All twelve')
              : listed(
                  submission.to.map((one) => nameOf(opened, one)),
                  lang,
                )
          }
        </dd>
      </div>
      ${
        contact
          ? html`<div>
              <dt>${t('Kontakt', 'Kontakt', 'Contact')}</dt>
              <dd>
                ${submission.contact}
                <span class="quiet"
                  >${t('(vises aldri åpent)', '(blir aldri vist ope)', '(never shown publicly)')}</span
                >
              </dd>
            </div>`
          : ''
      }
      ${
        others.length > 0
          ? html`<div>
              <dt>${t('Andre punkter', 'Andre punkt', 'Other points')}</dt>
              <dd class="row">
                ${others.map(
                  (one) =>
                    html`<a class="ds-link" href="/innspill/${one.label}${query}">${one.label}</a>`,
                )}
              </dd>
            </div>`
          : ''
      }
    </dl>
  </details>`
}

export function hideForm(opened: OpenedSubmissions, state: PaneState, query: string): Html {
  const { t, lang } = opened
  const { submission, point } = state.line
  const action = `/innspill/${point.label}/skjul${query}`
  if (submission.hidden) {
    return html`<form class="stack-2" method="post" action="${action}">
      ${alert('warning', html`${t('Grunn', 'Grunn', 'Reason')}: ${submission.hidden.reason}`, {
        heading: t(
          'Uttalelsen er skjult for andre',
          'Fråsegna er skjult for andre',
          'The submission is hidden from others',
        ),
        level: 3,
      })}
      <button class="ds-button" data-variant="secondary" type="submit" name="show" value="yes">
        ${t('Vis den igjen', 'Vis ho att', 'Show it again')}
      </button>
    </form>`
  }
  return html`<details class="ds-details" ${state.typedReason === undefined ? '' : html` open`}>
    <summary>${t('Skjul for andre', 'Skjul for andre', 'Hide from others')}</summary>
    <form class="stack" method="post" action="${action}">
      ${textArea({
        name: 'reason',
        label: t('Grunn (blir vist)', 'Grunn (blir vist)', 'Reason (is shown)'),
        description: t(
          'Bruk det når teksten er krenkende eller har andres personopplysninger. Originalen blir tatt vare på og arkivert.',
          'Bruk det når teksten er krenkjande eller har personopplysningar om andre. Originalen blir teken vare på og arkivert.',
          'For what is abusive or holds personal data of others. The original is kept and archived.',
        ),
        value: state.typedReason ?? '',
        rows: 2,
        maxlength: 500,
        ...(state.typedReason === undefined
          ? {}
          : { error: t('Skriv grunnen', 'Skriv grunnen', 'Write the reason') }),
        lang,
      })}
      <button class="ds-button" data-variant="secondary" data-color="danger" type="submit">
        ${t('Skjul uttalelsen', 'Skjul fråsegna', 'Hide the submission')}
      </button>
    </form>
  </details>`
}
