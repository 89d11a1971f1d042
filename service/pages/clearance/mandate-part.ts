// The mandate a municipality clears on: who gave it, to whom, until when; and the form that records a new one.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { MandateField } from '../../clearance/mandate.ts'
import { dateText, type Html } from '../dates.ts'
import type { Opened } from '../desk/open-desk.ts'
import { dateField, selectField, textField } from '../parts/fields.ts'
import { words } from '../words.ts'
import type { Own } from './page.ts'
import type { ClearanceState } from './routes.ts'

export function mandatePart(own: Own, opened: Opened, state: ClearanceState): Html {
  const refused = state.mandate
  const { t, lang, desk } = opened
  const { mandate, names } = own
  const ended = mandate !== undefined && mandate.until_on < desk.today
  return html`<section class="stack" aria-labelledby="mandat">
    <h2 class="ds-heading" data-size="sm" id="mandat">${t('Mandat', 'Mandat', 'Mandate')}</h2>
    ${
      mandate
        ? html`<dl class="facts">
            <div>
              <dt>${t('Klarerer for kommunen', 'Klarerer for kommunen', 'Clears for it')}</dt>
              <dd>${names.get(mandate.given_to) ?? ''}</dd>
            </div>
            <div>
              <dt>${t('Gitt av', 'Gjeve av', 'Given by')}</dt>
              <dd>${mandate.given_by}</dd>
            </div>
            <div>
              <dt>${t('Til og med', 'Til og med', 'Until')}</dt>
              <dd>
                ${dateText(mandate.until_on, lang)}${
                  ended ? html` (${t('gått ut', 'gått ut', 'ended')})` : ''
                }
              </dd>
            </div>
            ${
              mandate.reference
                ? html`<div>
                    <dt>${t('Referanse', 'Referanse', 'Reference')}</dt>
                    <dd>${mandate.reference}</dd>
                  </div>`
                : ''
            }
          </dl>`
        : html`<p class="quiet">
            ${takenBack(own, lang) ?? t('Ikke registrert ennå.', 'Ikkje registrert enno.', 'Not recorded yet.')}
          </p>`
    }
    ${own.mayGive && mandate ? withdrawal(own, lang, state.withdrawal) : ''}
    ${own.mayGive ? form(own, lang, refused) : ''}
  </section>`
}

export const sayNoReason = (lang: Lang): string =>
  words(lang)(
    'Skriv hvorfor, med høyst 200 tegn',
    'Skriv kvifor, med høgst 200 teikn',
    'Write why, in at most 200 characters',
  )

function takenBack({ takenBack: last, names }: Own, lang: Lang): string | undefined {
  if (!last?.withdrawn) return undefined
  const { on, by, reason } = last.withdrawn
  const who = names.get(last.given_to) ?? ''
  const day = dateText(on, lang)
  return words(lang)(
    `Mandatet til ${who} ble trukket tilbake ${day} av ${names.get(by) ?? ''}: ${reason}`,
    `Mandatet til ${who} vart trekt tilbake ${day} av ${names.get(by) ?? ''}: ${reason}`,
    `The mandate of ${who} was withdrawn ${day} by ${names.get(by) ?? ''}: ${reason}`,
  )
}

function withdrawal(own: Own, lang: Lang, refused: ClearanceState['withdrawal']): Html {
  const t = words(lang)
  return html`<details class="ds-details" ${refused ? html` open` : ''}>
    <summary>
      ${t('Trekk mandatet tilbake', 'Trekk mandatet tilbake', 'Withdraw the mandate')}
    </summary>
    <div>
      <form method="post" action="/klarering/mandat/tilbake" class="fields">
        <input type="hidden" name="municipality" value="${own.track.number}" />
        ${textField({
          name: 'reason',
          label: t('Hvorfor', 'Kvifor', 'Why'),
          description: t(
            'Det som er klarert på mandatet, står.',
            'Det som er klarert på mandatet, står.',
            'What was cleared on it stands.',
          ),
          value: refused?.typed ?? '',
          maxlength: 200,
          lang,
          ...(refused ? { error: sayNoReason(lang) } : {}),
        })}
        <div class="row">
          <button class="ds-button" data-variant="secondary" data-color="danger">
            ${t('Trekk mandatet tilbake', 'Trekk mandatet tilbake', 'Withdraw the mandate')}
          </button>
        </div>
      </form>
    </div>
  </details>`
}

/// What must be put right, field by field.
export const mandateErrors = (
  wrong: readonly MandateField[],
  lang: Lang,
): { field: string; text: string }[] =>
  wrong.map((field) => ({ field, text: sayWrong(field, lang) }))

function form(own: Own, lang: Lang, refused: ClearanceState['mandate']): Html {
  const t = words(lang)
  const wrong = refused?.wrong ?? []
  const typed = refused?.typed
  const error = (field: MandateField) =>
    wrong.includes(field) ? { error: sayWrong(field, lang) } : {}
  return html`<details class="ds-details" ${refused || !own.mandate ? html` open` : ''}>
    <summary>
      ${t('Registrer et nytt mandat', 'Registrer eit nytt mandat', 'Record a new mandate')}
    </summary>
    <div>
      <form method="post" action="/klarering/mandat" class="fields">
        <input type="hidden" name="municipality" value="${own.track.number}" />
        ${textField({
          name: 'givenBy',
          label: t('Hvem har gitt det', 'Kven har gjeve det', 'Who gave it'),
          description: t(
            'Et organ eller en person',
            'Eit organ eller ein person',
            'A body or person',
          ),
          value: typed?.givenBy ?? '',
          maxlength: 200,
          lang,
          ...error('givenBy'),
        })}
        ${selectField({
          name: 'givenTo',
          label: t('Hvem har fått det', 'Kven har fått det', 'Who has it'),
          description: t(
            'Planlegger, kommunedirektør eller ordfører. Stedfortredere følger med.',
            'Planleggjar, kommunedirektør eller ordførar. Stadfortredarar følgjer med.',
            'Planner, chief executive or mayor. Substitutes follow.',
          ),
          value: typed?.givenTo ?? own.mandate?.given_to ?? '',
          choices: own.holders.map(({ id, name }) => ({ value: id, text: name })),
          lang,
          ...error('givenTo'),
        })}
        ${dateField({
          name: 'until',
          label: t('Til og med', 'Til og med', 'Until'),
          value: typed?.until ?? '',
          lang,
          ...error('until'),
        })}
        ${textField({
          name: 'reference',
          label: t('Referanse', 'Referanse', 'Reference'),
          description: t(
            'For eksempel saksnummer',
            'Til dømes saksnummer',
            'Such as a case number',
          ),
          value: typed?.reference ?? '',
          maxlength: 200,
          optional: true,
          lang,
          ...error('reference'),
        })}
        <div class="row">
          <button class="ds-button" data-variant="secondary">
            ${t('Registrer mandatet', 'Registrer mandatet', 'Record the mandate')}
          </button>
        </div>
      </form>
    </div>
  </details>`
}

function sayWrong(field: MandateField, lang: Lang): string {
  const t = words(lang)
  if (field === 'givenBy') {
    return t(
      'Skriv hvem som har gitt mandatet',
      'Skriv kven som har gjeve mandatet',
      'Write who gave it',
    )
  }
  if (field === 'givenTo') {
    return t(
      'Velg en planlegger, kommunedirektør eller ordfører i kommunen',
      'Vel ein planleggjar, kommunedirektør eller ordførar i kommunen',
      'Choose a planner, chief executive or mayor of the municipality',
    )
  }
  if (field === 'until') {
    return t(
      'Skriv en dato fra i dag og framover',
      'Skriv ein dato frå i dag og framover',
      'Write a date from today on',
    )
  }
  return t('Referansen er for lang', 'Referansen er for lang', 'The reference is too long')
}
