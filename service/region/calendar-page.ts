// A municipality's calendar: which body meets when. Whoever may change it adds several days at once, as the printed
// meeting plan has them.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { readForm } from '../guard/form.ts'
import type { Env, House } from '../house.ts'
import { date, parseDay, type Html } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { alert, emptyState, pageTitle } from '../pages/parts/boxes.ts'
import { errorSummary, selectField, textArea } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { bodyLabel } from './body-words.ts'
import { addMeetings, calendarOf, cancel, type Meeting } from './calendar.ts'
import { bodies } from './municipality-settings.ts'
import { placeOf, type PlaceAsked } from './place.ts'

type Typed = { body: string; days: string; error?: string }

export const calendarRoutes = (house: House) =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/moter', async (c) => {
      const asked = await placeOf(c, 'edit-calendar')
      return page(c, asked, { body: 'kommunestyre', days: '' })
    })
    .post('/kommune/:number{[0-9]{4}}/moter', async (c) => {
      const asked = await placeOf(c, 'edit-calendar')
      if (!asked.mayChange) throw new Refused('forbidden')
      const form = await readForm(c)
      const typed = { body: form.text('body'), days: form.text('days') }
      const days = typed.days
        .split(/[\n,;]+/)
        .map((text) => text.trim())
        .filter((text) => text !== '')
      const read = days.map(parseDay)
      const wrong = days.filter((_, i) => read[i] === undefined)
      const t = words(c.var.lang)
      if (!bodies.some((body) => body === typed.body)) throw new Refused('not-json')
      if (days.length === 0 || days.length > 60 || wrong.length > 0) {
        const error =
          wrong.length > 0
            ? `${t('Disse er ikke datoer:', 'Desse er ikkje datoar:', 'These are no dates:')} ${wrong.slice(0, 5).join(', ')}`
            : t('Skriv minst én dato', 'Skriv minst éin dato', 'Write at least one date')
        return page(c, asked, { ...typed, error })
      }
      const fresh = read.filter((day) => day !== undefined)
      await addMeetings(house, asked.region, asked.number, typed.body, fresh)
      return c.redirect(`${c.req.path}?done=lagt-til`, 303)
    })
    .post('/kommune/:number{[0-9]{4}}/moter/avlys', async (c) => {
      const asked = await placeOf(c, 'edit-calendar')
      if (!asked.mayChange) throw new Refused('forbidden')
      await cancel(house, asked.region, asked.number, (await readForm(c)).text('id'))
      return c.redirect(`/kommune/${asked.number}/moter?done=avlyst`, 303)
    })

async function page(c: Context<Env>, asked: PlaceAsked, typed: Typed): Promise<Response> {
  const { lang, house } = c.var
  const t = words(lang)
  const title = t('Møteplan', 'Møteplan', 'Meetings')
  const today = house.clock.today()
  const all = await calendarOf(house, asked.region, asked.number)
  const coming = all.filter((m) => m.on >= today)
  const past = all.filter((m) => m.on < today)
  const done = c.req.query('done')
  const refused = typed.error !== undefined
  return layout(
    c,
    {
      title: `${title}, ${asked.name}`,
      area: 'desk',
      current: 'cases',
      crumbs: [{ text: asked.name, href: `/kommune/${asked.number}` }, { text: title }],
      refused,
      status: refused ? 422 : 200,
    },
    html`${refused ? errorSummary([{ field: 'days', text: typed.error! }], lang) : ''}
      ${done === 'lagt-til' ? alert('success', t('Møtene er lagt til.', 'Møta er lagde til.', 'The meetings are added.'), { done: true }) : ''}
      ${done === 'avlyst' ? alert('success', t('Møtet er avlyst.', 'Møtet er avlyst.', 'The meeting is cancelled.'), { done: true }) : ''}
      ${pageTitle(`${title}, ${asked.name}`)}
      <div class="split">
        <div class="stack">
          ${
            coming.length === 0
              ? emptyState(
                  'Calendar',
                  t('Ingen møter framover', 'Ingen møte framover', 'No meetings ahead'),
                  t(
                    'Legg inn møteplanen, så kan fristene regnes ut.',
                    'Legg inn møteplanen, så kan fristane reknast ut.',
                    'Enter the meeting plan, and the deadlines can be worked out.',
                  ),
                )
              : list(coming, asked, t('Avlys', 'Avlys', 'Cancel'), c)
          }
          ${
            past.length === 0
              ? ''
              : html`<details class="ds-details">
                  <summary>
                    ${t('Tidligere møter', 'Tidlegare møte', 'Earlier meetings')} (${past.length})
                  </summary>
                  <div>${list(past, asked, undefined, c)}</div>
                </details>`
          }
        </div>
        ${asked.mayChange ? addForm(c, asked, typed) : ''}
      </div>`,
  )
}

function list(
  meetings: Meeting[],
  asked: PlaceAsked,
  action: string | undefined,
  c: Context<Env>,
): Html {
  const { lang } = c.var
  return html`<ul class="plain stack-2">
    ${meetings.map(
      ({ id, body, on }) =>
        html`<li class="row-between">
          <span>${date(on, lang, 'weekday')} · ${bodyLabel(body, lang)}</span>${
            asked.mayChange && action !== undefined
              ? html`<form method="post" action="/kommune/${asked.number}/moter/avlys">
                  <input type="hidden" name="id" value="${id}" />
                  <button class="ds-button" data-variant="tertiary" data-size="sm">
                    ${action}
                  </button>
                </form>`
              : ''
          }
        </li>`,
    )}
  </ul>`
}

function addForm(c: Context<Env>, asked: PlaceAsked, typed: Typed): Html {
  const { lang } = c.var
  const t = words(lang)
  return html`<form
    method="post"
    action="/kommune/${asked.number}/moter"
    class="ds-card stack"
    aria-labelledby="nye"
  >
    <h2 class="ds-heading" data-size="xs" id="nye">
      ${t('Legg til møter', 'Legg til møte', 'Add meetings')}
    </h2>
    ${selectField({
      name: 'body',
      label: t('Organ', 'Organ', 'Body'),
      value: typed.body,
      choices: bodies.map((body) => ({ value: body, text: bodyLabel(body, lang) })),
      lang,
    })}
    ${textArea({
      name: 'days',
      label: t('Datoer', 'Datoar', 'Dates'),
      description: t(
        'Én på hver linje: dd.mm.åååå',
        'Éin på kvar line: dd.mm.åååå',
        'One a line: dd.mm.yyyy',
      ),
      value: typed.days,
      rows: 6,
      lang,
      ...(typed.error !== undefined && { error: typed.error }),
    })}
    <button class="ds-button">${t('Legg til', 'Legg til', 'Add')}</button>
  </form>`
}
