// The second step: to see what will be sent, say who one is, and send. All that was written travels in hidden fields, so
// that going back loses nothing.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import { senderKinds, stances, type Stance } from '../../submission/input.ts'
import type { Html } from '../dates.ts'
import { alert, stepBar } from '../parts/boxes.ts'
import { errorSummary, radioField, textField } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { listed, words } from '../words.ts'
import { openWindow } from './deadlines-text.ts'
import type { Place } from './published-text.ts'
import { stepNames } from './say-drawer.ts'
import { recipientsOf, type SayError, type SayForm, type SayPoint } from './say-form.ts'
import type { PublicStrategy } from './view.ts'

export type Places = ReadonlyMap<string, Place>

export function checkView(
  c: Context<Env>,
  s: PublicStrategy,
  form: SayForm,
  places: Places,
  errors: SayError[],
): Html {
  const lang = c.get('lang')
  const t = words(lang)
  const error = (field: string) => errors.find((e) => e.field === field)?.text
  const recipients = recipientsOf(form, places)
  const to =
    recipients === 'all'
      ? everybody(lang)
      : listed(
          recipients.map((number) => s.municipalities.find((m) => m.number === number)?.name ?? ''),
          lang,
        )
  return html`<div class="narrow stack">
    ${errorSummary(errors, lang)}${stepBar(2, stepNames(lang), lang)}
    <h1 class="ds-heading" data-size="lg">
      ${t('Se over og send', 'Sjå over og send', 'Check and send')}
    </h1>
    ${openWindow(s) ? '' : late(s, lang)}
    <form class="fields" method="post" action="/s/${s.slug}/uttale" novalidate>
      <section class="stack-2">
        <h2 class="ds-heading" data-size="xs">
          ${t('Dette blir sendt', 'Dette blir sendt', 'This will be sent')}
        </h2>
        <dl class="facts">
          ${form.points.map((point) => said(point, places.get(point.ref), lang))}
          <div>
            <dt>${t('Til', 'Til', 'To')}</dt>
            <dd>${to}</dd>
          </div>
        </dl>
        <button class="ds-link" name="steg" value="tilbake">
          ${t('Endre kommentarene', 'Endre kommentarane', 'Change the comments')}
        </button>
      </section>
      ${form.points.map((point, i) => carriedPoint(point, i))}${carried(form, ['to', 'key'])}
      ${textField({ name: 'name', label: t('Navn', 'Namn', 'Name'), value: form.name, optional: true, autocomplete: 'name', maxlength: 200, ...withError(error('name')), lang })}
      ${textField({
        name: 'contact',
        type: 'email',
        label: t('E-post', 'E-post', 'E-mail'),
        description: t(
          'Så kommunen kan svare deg. Adressen blir ikke offentlig.',
          'Så kommunen kan svare deg. Adressa blir ikkje offentleg.',
          'So that the municipality can answer you. It is not made public.',
        ),
        value: form.contact,
        optional: true,
        autocomplete: 'email',
        maxlength: 254,
        ...withError(error('contact')),
        lang,
      })}
      ${radioField({
        name: 'senderKind',
        label: t('Jeg uttaler meg som', 'Eg uttaler meg som', 'I speak as'),
        value: form.senderKind || 'other',
        choices: Object.entries(senderKinds).map(([value, text]) => ({
          value,
          text:
            value === 'other'
              ? t(
                  'Annet, eller vil ikke oppgi',
                  'Anna, eller vil ikkje oppgi',
                  'Other, or would rather not say',
                )
              : text[lang],
        })),
        ...withError(error('senderKind')),
        lang,
      })}
      ${alert(
        'info',
        t(
          'Navnet og det du har skrevet, blir lagt ut her og ført på postlisten i kommunene du skriver til. E-postadressen blir ikke offentlig. Uttalelsen blir arkivert og kan ikke slettes når den er sendt.',
          'Namnet og det du har skrive, blir lagt ut her og ført på postlista i kommunane du skriv til. E-postadressa blir ikkje offentleg. Fråsegna blir arkivert og kan ikkje slettast når ho er send.',
          'Your name and what you have written are published here and entered in the journals of the municipalities you write to. Your e-mail address is not made public. The submission is archived and cannot be deleted once sent.',
        ),
        { heading: t('Dette blir offentlig', 'Dette blir offentleg', 'This becomes public') },
      )}
      <div class="row">
        <button class="ds-button" name="steg" value="send">
          ${icon('Paperplane')}${t('Send uttalelsen', 'Send fråsegna', 'Send the submission')}
        </button>
        <button class="ds-button" data-variant="secondary" name="steg" value="tilbake">
          ${t('Tilbake', 'Tilbake', 'Back')}
        </button>
      </div>
    </form>
  </div>`
}

function said(point: SayPoint, place: Place | undefined, lang: Lang): Html {
  const t = words(lang)
  const about = place
    ? place.anchor
      ? place.label
      : place.chapter.title
    : t('Hele', 'Heile', 'Whole')
  const stance = Object.hasOwn(stances, point.stance) ? stances[point.stance as Stance][lang] : ''
  return html`<div>
    <dt>${about}</dt>
    <dd>
      ${stance ? html`<strong>${stance}.</strong> ` : ''}<span class="as-typed">${point.text}</span
      >${point.wording ? html`<span class="as-typed quiet">${t('Ny ordlyd', 'Ny ordlyd', 'New wording')}: ${point.wording}</span>` : ''}
    </dd>
  </div>`
}

const carriedPoint = (point: SayPoint, i: number): Html =>
  html`<input type="hidden" name="punkt-${i}" value="${point.ref}" /><input
      type="hidden"
      name="standpunkt-${i}"
      value="${point.stance}"
    /><input type="hidden" name="tekst-${i}" value="${point.text}" /><input
      type="hidden"
      name="ordlyd-${i}"
      value="${point.wording}"
    />`

export const carried = (
  form: SayForm,
  names: ('to' | 'name' | 'contact' | 'senderKind' | 'key')[],
): Html =>
  html`${names.map((name) => html`<input type="hidden" name="${name === 'to' ? 'til' : name}" value="${form[name]}" />`)}`

export const withError = (text: string | undefined) => (text === undefined ? {} : { error: text })

/// Nobody takes opinions by a deadline today: it can be sent all the same where the case is still being treated.
export const late = (s: PublicStrategy, lang: Lang): Html => {
  const t = words(lang)
  return alert(
    'warning',
    s.versions.length === 0
      ? t(
          'Utkastet er ikke offentlig ennå. Du kan ikke sende inn nå.',
          'Utkastet er ikkje offentleg enno. Du kan ikkje sende inn no.',
          'The draft is not public yet. You cannot send now.',
        )
      : t(
          'Fristen er ute. Det du sender nå, blir merket som kommet for sent.',
          'Fristen er ute. Det du sender no, blir merkt som kome for seint.',
          'The deadline has passed. What you send now will be marked as late.',
        ),
  )
}

export const everybody = (lang: Lang): string =>
  words(lang)(
    'Alle kommunene som deltar',
    'Alle kommunane som deltek',
    'All participating municipalities',
  )
