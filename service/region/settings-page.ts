// A municipality's own settings: its clock, its bodies, its papers, and whom it must ask.
import { Hono } from 'hono'
import { setMunicipalityLanguage } from '../../db/region.ts'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { readForm } from '../guard/form.ts'
import type { Env, House } from '../house.ts'
import { layout } from '../pages/layout.ts'
import { alert, pageTitle } from '../pages/parts/boxes.ts'
import { errorSummary } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { changeSettings, storedSettings } from './municipality-settings.ts'
import { askFields, clockFields, languageFields, paperFields } from './settings-fields.ts'
import { placeOf, type PlaceAsked } from './place.ts'
import {
  readSettingsForm,
  typedFrom,
  typedOf,
  type FormError,
  type TypedSettings,
} from './settings-form.ts'

export const settingsRoutes = (house: House) =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/oppsett', async (c) => {
      const asked = await placeOf(c, 'edit-municipal-settings')
      return page(c, asked, typedOf(storedSettings(asked.row), asked.row.language), [])
    })
    .post('/kommune/:number{[0-9]{4}}/oppsett', async (c) => {
      const asked = await placeOf(c, 'edit-municipal-settings')
      if (!asked.mayChange) throw new Refused('forbidden')
      const typed = typedFrom(await readForm(c))
      const read = readSettingsForm(typed, c.var.lang)
      if ('errors' in read) return page(c, asked, typed, read.errors)
      const { language } = typed
      if (language === 'nb' || language === 'nn') {
        await setMunicipalityLanguage(house.store.db, asked.region, asked.number, language)
      }
      await changeSettings(house, asked.region, asked.number, read.change)
      return c.redirect(`${c.req.path}?done=lagret`, 303)
    })

function page(
  c: Context<Env>,
  asked: PlaceAsked,
  typed: TypedSettings,
  errors: FormError[],
): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const title = t('Innstillinger', 'Innstillingar', 'Settings')
  const refused = errors.length > 0
  const done = c.req.query('done') === 'lagret'
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
    html`<div class="stack">
      ${errorSummary(errors, lang)}
      ${done ? alert('success', t('Lagret.', 'Lagra.', 'Saved.'), { done: true }) : ''}
      ${pageTitle(`${title}, ${asked.name}`)}
      <p>
        <a class="ds-link" href="/kommune/${asked.number}/moter"
          >${t('Møteplanen', 'Møteplanen', 'The meeting plan')}</a
        >
      </p>
      ${
        asked.mayChange
          ? ''
          : alert(
              'info',
              t(
                'Du kan lese innstillingene. Kommunedirektøren, møtesekretæren eller koordinatoren endrer dem.',
                'Du kan lese innstillingane. Kommunedirektøren, møtesekretæren eller koordinatoren endrar dei.',
                'You can read the settings. The chief executive, the secretary or the coordinator changes them.',
              ),
            )
      }
      <form method="post" action="/kommune/${asked.number}/oppsett" class="fields">
        ${clockFields(lang, typed, errors)} ${paperFields(lang, typed, errors)}
        ${languageFields(lang, typed)} ${askFields(lang, typed)}
        ${
          asked.mayChange
            ? html`<div class="row">
                <button class="ds-button">${t('Lagre', 'Lagre', 'Save')}</button>
              </div>`
            : ''
        }
      </form>
    </div>`,
  )
}
