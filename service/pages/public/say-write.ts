// The first step of saying one's opinion: to write, about one paragraph, a chapter or the whole.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import type { Html } from '../dates.ts'
import { alert, stepBar } from '../parts/boxes.ts'
import { errorSummary, radioField, selectField, textArea } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { openSentence, openWindow } from './deadlines-text.ts'
import { publishedPart, type Place } from './published-text.ts'
import { stanceChoices, stepNames } from './say-drawer.ts'
import { recipientsOf, type SayError, type SayForm, type SayPoint } from './say-form.ts'
import { isOpen, type PublicStrategy } from './view.ts'
import { type Places, carried, withError, late, everybody } from './say-check.ts'

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
