// What the two steps look like. All that was written travels in hidden fields, so that going back loses nothing.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import { senderKinds, stances, type Stance } from '../../submission/input.ts'
import type { Html } from '../dates.ts'
import { alert, stepBar } from '../parts/boxes.ts'
import { errorSummary, radioField, selectField, textArea, textField } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { listed, words } from '../words.ts'
import { openSentence, openWindow } from './deadlines-text.ts'
import { publishedPart, type Place } from './published-text.ts'
import { stanceChoices, stepNames } from './say-drawer.ts'
import { recipientsOf, type SayError, type SayForm, type SayPoint } from './say-form.ts'
import { isOpen, type PublicStrategy } from './view.ts'

type Places = ReadonlyMap<string, Place>

export async function writeView(
  c: Context<Env>,
  s: PublicStrategy,
  form: SayForm,
  places: Places,
  errors: SayError[],
): Promise<Html> {
  const lang = c.get('lang')
  const t = words(lang)
  const window = openWindow(s)
  const chapters = await chapterChoices(c, s, lang)
  const recipients = recipientsOf(form, places)
  const chosen = recipients === 'all' || recipients.length > 1 ? 'all' : recipients[0]!
  const error = (field: string) => errors.find((e) => e.field === field)?.text
  return html`<div class="narrow stack">
    ${errorSummary(errors, lang)}${stepBar(1, stepNames(lang), lang)}
    <h1 class="ds-heading" data-size="lg">
      ${t('Hva mener du?', 'Kva meiner du?', 'What do you think?')}
    </h1>
    ${window ? alert('info', openSentence(s, window, lang)) : late(s, lang)}
    <form class="fields" method="post" action="/s/${s.slug}/uttale" novalidate>
      ${form.points.map((point, i) => pointFields(point, i, form.points.length, places.get(point.ref), chapters, error, lang))}
      <div class="row">
        <button class="ds-button" data-variant="tertiary" name="steg" value="flere">
          ${icon('ChatAdd')}${t('Legg til et punkt til', 'Legg til eit punkt til', 'Add another point')}
        </button>
      </div>
      ${selectField({
        name: 'til',
        label: t(
          'Hvem vil du si det til?',
          'Kven vil du seie det til?',
          'Who do you want to tell?',
        ),
        value: chosen,
        choices: [
          { value: 'all', text: everybody(lang) },
          ...s.municipalities
            .filter((m) => m.takesPart && m.state !== 'K10')
            .map((m) => ({
              value: m.number,
              text: isOpen(m, s.today)
                ? m.name
                : `${m.name} (${t('ikke på høring nå', 'ikkje på høyring no', 'not in consultation now')})`,
            })),
        ],
        ...withError(error('til')),
        lang,
      })}
      ${carried(form, ['name', 'contact', 'senderKind', 'key'])}
      <div class="row">
        <button class="ds-button" name="steg" value="se">
          ${icon('ArrowRight')}${t('Se over', 'Sjå over', 'Check')}
        </button>
        <a class="ds-button" data-variant="tertiary" href="/s/${s.slug}/tekst"
          >${t('Avbryt', 'Avbryt', 'Cancel')}</a
        >
      </div>
    </form>
  </div>`
}

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

type ChapterChoice = { value: string; text: string }

function pointFields(
  point: SayPoint,
  i: number,
  of: number,
  place: Place | undefined,
  chapters: ChapterChoice[],
  error: (field: string) => string | undefined,
  lang: Lang,
): Html {
  const t = words(lang)
  const legend = place?.anchor
    ? `${t('Punkt', 'Punkt', 'Point')} ${place.label}, ${place.chapter.title}`
    : of > 1
      ? `${t('Punkt', 'Punkt', 'Point')} ${i + 1}`
      : t('Uttalelsen din', 'Fråsegna di', 'Your submission')
  return html`<fieldset class="box">
    <legend>${legend}</legend>
    ${
      place?.anchor
        ? html`<blockquote class="quote" lang="${place.chapter.lang}">${place.quote}</blockquote>
            <input type="hidden" name="punkt-${i}" value="${point.ref}" />`
        : selectField({
            name: `punkt-${i}`,
            label: t('Hva gjelder det?', 'Kva gjeld det?', 'What is it about?'),
            value: place ? point.ref : '',
            choices: [
              {
                value: '',
                text: t('Hele planstrategien', 'Heile planstrategien', 'The whole strategy'),
              },
              ...chapters,
            ],
            wide: true,
            lang,
          })
    }
    ${radioField({ name: `standpunkt-${i}`, label: t('Standpunkt', 'Standpunkt', 'Your view'), optional: true, value: point.stance, choices: stanceChoices(lang), boxed: true, ...withError(error(`standpunkt-${i}`)), lang })}
    ${textArea({ name: `tekst-${i}`, label: t('Begrunn det gjerne', 'Grunngje gjerne', 'Tell us why'), description: t('Det du skriver her, blir offentlig.', 'Det du skriv her, blir offentleg.', 'What you write here becomes public.'), value: point.text, rows: 6, maxlength: 20000, ...withError(error(`tekst-${i}`)), lang })}
    ${textArea({ name: `ordlyd-${i}`, label: t('Forslag til ny ordlyd', 'Framlegg til ny ordlyd', 'Your proposed wording'), optional: true, value: point.wording, rows: 3, maxlength: 10000, ...withError(error(`ordlyd-${i}`)), lang })}
  </fieldset>`
}

/// Every chapter that is public: the joint ones, then each municipality's own part as a whole.
async function chapterChoices(
  c: Context<Env>,
  s: PublicStrategy,
  lang: Lang,
): Promise<ChapterChoice[]> {
  const { db } = c.get('house').store
  const textLang = lang === 'nn' ? 'nn' : 'nb'
  const joint = await publishedPart(db, s, 'joint', textLang)
  const list = (joint?.chapters ?? []).map((chapter) => ({
    value: `joint.${chapter.code}`,
    text: `${chapter.no} ${chapter.title}`,
  }))
  for (const m of s.municipalities) {
    const part = await publishedPart(db, s, m.number, textLang)
    for (const chapter of part?.chapters ?? []) {
      list.push({
        value: `${m.number}.${chapter.code}`,
        text: `${m.name}: ${chapter.no} ${chapter.title}`,
      })
    }
  }
  return list
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

const carried = (
  form: SayForm,
  names: ('to' | 'name' | 'contact' | 'senderKind' | 'key')[],
): Html =>
  html`${names.map((name) => html`<input type="hidden" name="${name === 'to' ? 'til' : name}" value="${form[name]}" />`)}`

const withError = (text: string | undefined) => (text === undefined ? {} : { error: text })

/// Nobody takes opinions by a deadline today: it can be sent all the same where the case is still being treated.
const late = (s: PublicStrategy, lang: Lang): Html => {
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

const everybody = (lang: Lang): string =>
  words(lang)(
    'Alle kommunene som deltar',
    'Alle kommunane som deltek',
    'All participating municipalities',
  )
