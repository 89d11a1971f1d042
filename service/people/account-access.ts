// The ways into one's account: passkeys, and where one is signed in.
import { html } from 'hono/html'
import type { Lang } from '../../workflows/lang.ts'
import { clockText, date, type Html } from '../pages/dates.ts'
import { textField } from '../pages/parts/fields.ts'
import { icon } from '../pages/parts/icon.ts'
import { words } from '../pages/words.ts'
import { passkeyMessages } from '../sign-in/passkey-words.ts'
import type { Account } from './account-view.ts'

export function passkeyPart({ passkeys }: Account, lang: Lang): Html {
  const t = words(lang)
  return html`<section class="stack" aria-labelledby="nokler">
    <h2 class="ds-heading" data-size="xs" id="nokler">
      ${t('Passnøkler', 'Passnøklar', 'Passkeys')}
    </h2>
    <p class="ds-paragraph">
      ${t(
        'Med en passnøkkel kommer du inn igjen uten lenke og uten passord.',
        'Med ein passnøkkel kjem du inn att utan lenke og utan passord.',
        'With a passkey you get back in without a link and without a password.',
      )}
    </p>
    ${
      passkeys.length === 0
        ? ''
        : html`<ul class="plain stack-2">
            ${passkeys.map(
              (key) =>
                html`<li class="row-between">
                  <span
                    >${icon('KeyHorizontal')} ${key.label}
                    <span class="quiet">${date(key.created_at, lang, 'short-year')}</span></span
                  >
                  <form method="post" action="/konto/slett-nokkel">
                    <input type="hidden" name="id" value="${key.id}" />
                    <button class="ds-button" data-variant="secondary" data-size="sm">
                      ${t('Slett', 'Slett', 'Delete')}
                    </button>
                  </form>
                </li>`,
            )}
          </ul>`
    }
    <div
      class="fields"
      data-passkey="register"
      data-to="/konto?done=nokkel"
      ${passkeyMessages(lang)}
    >
      ${textField({
        name: 'label',
        label: t('Kall nøkkelen', 'Kall nøkkelen', 'Name the key'),
        value: t('Denne maskinen', 'Denne maskina', 'This machine'),
        maxlength: 60,
        autocomplete: 'off',
        lang,
      })}
      <div class="row">
        <button class="ds-button" data-variant="secondary" type="button" data-passkey-button>
          ${t('Lag en passnøkkel', 'Lag ein passnøkkel', 'Make a passkey')}
        </button>
      </div>
      <p class="ds-validation-message" data-passkey-message role="alert" hidden></p>
    </div>
  </section>`
}

export function sessionPart({ sessions, person }: Account, lang: Lang): Html {
  const t = words(lang)
  return html`<section class="stack" aria-labelledby="okter">
    <h2 class="ds-heading" data-size="xs" id="okter">
      ${t('Her er du logget inn', 'Her er du logga inn', 'Where you are signed in')}
    </h2>
    <ul class="plain stack-2">
      ${sessions.map(
        (session) =>
          html`<li class="row-between">
            <span
              >${t('Siden', 'Sidan', 'Since')} ${date(session.created_at, lang)}
              ${clockText(session.created_at, lang)}</span
            >${
              session.id_hash === person.sessionHash
                ? html`<span class="quiet">${t('denne', 'denne', 'this one')}</span>`
                : html`<form method="post" action="/konto/avslutt-okt">
                    <input type="hidden" name="id" value="${session.id_hash}" />
                    <button class="ds-button" data-variant="secondary" data-size="sm">
                      ${t('Avslutt', 'Avslutt', 'End')}
                    </button>
                  </form>`
            }
          </li>`,
      )}
    </ul>
  </section>`
}
