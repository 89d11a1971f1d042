// The page behind "Flytt dagen fram": the coordinator moves the demo's day, everybody else is told who can.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { may } from '../../workflows/rights.ts'
import { readForm } from '../guard/form.ts'
import type { Env, House } from '../house.ts'
import { date, dateText, parseDay } from '../pages/dates.ts'
import { layout } from '../pages/layout.ts'
import { alert } from '../pages/parts/boxes.ts'
import { dateField, errorSummary } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { moveClock } from './move-clock.ts'

export const clockPageRoutes = (house: House) =>
  new Hono<Env>()
    .use('/demo', async (_c, next) => {
      if (!house.demo) throw new Refused('not-found')
      await next()
    })
    .get('/demo', (c) => page(c, house))
    .post('/demo', async (c) => {
      if (!c.var.person) throw new Refused('signed-out')
      if (!may(c.var.person.roles, 'move-demo-clock')) throw new Refused('forbidden')
      const form = await readForm(c)
      const typed = form.text('days') === '' ? form.text('today') : plus(house, form.text('days'))
      const t = words(c.var.lang)
      const day = parseDay(typed)
      if (day === undefined) {
        const why = t(
          'Skriv en dato som finnes',
          'Skriv ein dato som finst',
          'Write a date that exists',
        )
        return page(c, house, { typed, why })
      }
      if (day < house.clock.today() || day > '2032-12-31') {
        const why = t(
          'Dagen kan bare flyttes framover, og ikke lenger enn til 2032',
          'Dagen kan berre flyttast framover, og ikkje lenger enn til 2032',
          'The day only moves forward, and no further than 2032',
        )
        return page(c, house, { typed, why })
      }
      await moveClock(house, day)
      return c.redirect('/demo?done=flyttet', 303)
    })

/// A whole number of days from today, as the quick buttons ask; anything else is no date.
function plus(house: House, text: string): string {
  const days = Number(text)
  if (!Number.isInteger(days) || days < 1 || days > 400) return ''
  return Temporal.PlainDate.from(house.clock.today()).add({ days }).toString()
}

function page(
  c: Context<Env>,
  house: House,
  refused?: { typed: string; why: string },
): Promise<Response> {
  const { lang, person } = c.var
  const t = words(lang)
  const today = house.clock.today()
  const mayMove = person !== undefined && may(person.roles, 'move-demo-clock')
  const moved = c.req.query('done') === 'flyttet'
  const title = t('Flytt dagen fram', 'Flytt dagen fram', 'Move the day forward')
  const steps: [string, string][] = [
    ['1', t('Én dag', 'Éin dag', 'One day')],
    ['7', t('Én uke', 'Éi veke', 'One week')],
    ['30', t('30 dager', '30 dagar', '30 days')],
  ]
  return layout(
    c,
    { title, hidden: true, refused: refused !== undefined, status: refused ? 422 : 200 },
    html`<div class="narrow stack">
      ${refused ? errorSummary([{ field: 'today', text: refused.why }], lang) : ''}
      ${
        moved
          ? alert(
              'success',
              t(
                `I dag er det ${dateText(today, lang, 'weekday')}. Frister som falt på veien, er behandlet.`,
                `I dag er det ${dateText(today, lang, 'weekday')}. Fristar som fall på vegen, er behandla.`,
                `Today is ${dateText(today, lang, 'weekday')}. Deadlines on the way have been dealt with.`,
              ),
              { done: true },
            )
          : ''
      }
      <h1 class="ds-heading" data-size="md">${title}</h1>
      <p class="ds-paragraph">
        ${t('I demoen er det', 'I demoen er det', 'In the demo it is')}
        ${date(today, lang, 'weekday')}.
        ${t(
          'Når dagen flyttes, skjer alt som forfaller på veien, i rekkefølge. Den kan ikke flyttes tilbake.',
          'Når dagen blir flytta, skjer alt som forfell på vegen, i rekkjefølgje. Han kan ikkje flyttast tilbake.',
          'When the day moves, everything that falls due on the way happens, in order. It cannot move back.',
        )}
      </p>
      ${
        mayMove
          ? html`<form method="post" action="/demo" class="fields">
              ${dateField({
                name: 'today',
                label: t('Ny dag', 'Ny dag', 'New day'),
                value: refused?.typed ?? '',
                lang,
                ...(refused && { error: refused.why }),
              })}
              <div class="row">
                <button class="ds-button">
                  ${t('Flytt dagen', 'Flytt dagen', 'Move the day')}
                </button>
                ${steps.map(
                  ([days, text]) =>
                    html`<button
                      class="ds-button"
                      data-variant="secondary"
                      name="days"
                      value="${days}"
                    >
                      ${text}
                    </button>`,
                )}
              </div>
            </form>`
          : alert(
              'info',
              t(
                'Bare koordinatoren kan flytte dagen. Logg inn som henne for å prøve.',
                'Berre koordinatoren kan flytte dagen. Logg inn som henne for å prøve.',
                'Only the coordinator can move the day. Sign in as her to try.',
              ),
            )
      }
    </div>`,
  )
}
