// Oppsett: where a coordinator makes a strategy of the region's file.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { municipalitiesOf, regionById, type MunicipalityRow } from '../../db/region.ts'
import { strategiesIn, type StrategyRow } from '../../db/strategy.ts'
import { may } from '../../workflows/rights.ts'
import { readForm } from '../guard/form.ts'
import type { Env, House, SignedIn } from '../house.ts'
import { layout } from '../pages/layout.ts'
import { alert, pageTitle } from '../pages/parts/boxes.ts'
import {
  checkField,
  errorSummary,
  radioField,
  selectField,
  textField,
} from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { setUpStrategy, slugOf } from './setup.ts'

type Typed = {
  nb: string
  nn: string
  from: string
  to: string
  municipalities: string[]
  text: string
  replaces: string
}
type FormError = { field: string; text: string }

export const setupRoutes = (house: House) =>
  new Hono<Env>()
    .get('/oppsett', async (c) => {
      const { region } = asked(c)
      const place = await regionById(house.store.db, region)
      const all = await municipalitiesOf(house.store.db, region)
      const [newest] = await strategiesIn(house.store.db, region)
      const from = newest ? newest.period_to + 1 : 2028
      const title = `Felles planstrategi for ${place?.name ?? ''} ${from}–${from + 3}`
      const municipalities = all.map((m) => m.number)
      const typed = {
        nb: title,
        nn: title,
        from: String(from),
        to: String(from + 3),
        municipalities,
        text: 'region',
        replaces: newest?.id ?? '',
      }
      return page(c, await known(house, region, all), typed, [])
    })
    .post('/oppsett', async (c) => {
      const { by, region } = asked(c)
      const form = await readForm(c)
      const typed: Typed = {
        nb: form.text('nb'),
        nn: form.text('nn'),
        from: form.text('from'),
        to: form.text('to'),
        municipalities: form.all('municipality'),
        text: form.text('text'),
        replaces: form.text('replaces'),
      }
      const all = await known(house, region, await municipalitiesOf(house.store.db, region))
      const errors = wrongIn(c, typed, all)
      if (errors.length > 0) return page(c, all, typed, errors)
      const wish = {
        region,
        title: { nb: typed.nb, nn: typed.nn || typed.nb },
        period: { from: Number(typed.from), to: Number(typed.to) },
        municipalities: typed.municipalities,
        text: typed.text === 'empty' ? 'empty' : 'region',
        ...(typed.replaces === '' ? {} : { replaces: typed.replaces }),
      } as const
      try {
        await setUpStrategy(house, wish, by)
        return c.redirect('/tavle?done=opprettet', 303)
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'conflict')) throw error
        const t = words(c.var.lang)
        const text = t(
          'Det finnes allerede en strategi med dette navnet',
          'Det finst alt ein strategi med dette namnet',
          'There is already a strategy of that name',
        )
        return page(c, all, typed, [{ field: 'nb', text }])
      }
    })

function asked(c: Context<Env>): { by: SignedIn; region: number } {
  const by = c.var.person
  if (!by) throw new Refused('signed-out')
  const held = by.roles.find((r) => may([r], 'set-up-strategy'))
  if (!held) throw new Refused('forbidden')
  return { by, region: held.region }
}

function wrongIn(c: Context<Env>, typed: Typed, { strategies }: Known): FormError[] {
  const t = words(c.var.lang)
  const errors: FormError[] = []
  if (slugOf(typed.nb).length < 2 || typed.nb.length > 200 || typed.nn.length > 200) {
    errors.push({ field: 'nb', text: t('Skriv et navn', 'Skriv eit namn', 'Write a name') })
  }
  const [from, to] = [Number(typed.from), Number(typed.to)]
  const year = (n: number) => Number.isInteger(n) && n >= 2020 && n <= 2099
  if (!year(from) || !year(to) || from > to) {
    errors.push({
      field: 'from',
      text: t(
        'Skriv perioden som to årstall',
        'Skriv perioden som to årstal',
        'Write the period as two years',
      ),
    })
  }
  if (typed.replaces !== '' && !strategies.some(({ id }) => id === typed.replaces)) {
    errors.push({
      field: 'replaces',
      text: t('Velg fra listen', 'Vel frå lista', 'Choose from the list'),
    })
  }
  if (typed.municipalities.length === 0) {
    errors.push({
      field: 'municipality',
      text: t('Velg minst én kommune', 'Vel minst éin kommune', 'Choose at least one municipality'),
    })
  }
  return errors
}

/// What can be chosen among.
type Known = { municipalities: MunicipalityRow[]; strategies: StrategyRow[] }

const known = async (
  house: House,
  region: number,
  municipalities: MunicipalityRow[],
): Promise<Known> => ({
  municipalities,
  strategies: await strategiesIn(house.store.db, region),
})

function page(
  c: Context<Env>,
  { municipalities, strategies }: Known,
  typed: Typed,
  errors: FormError[],
): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const title = t('Sett opp en strategi', 'Set opp ein strategi', 'Set up a strategy')
  const refused = errors.length > 0
  const errorOf = (field: string) => {
    const found = errors.find((e) => e.field === field)
    return found ? { error: found.text } : {}
  }
  return layout(
    c,
    { title, area: 'desk', refused, status: refused ? 422 : 200, hidden: true },
    html`<div class="narrow stack">
      ${errorSummary(errors, lang)} ${pageTitle(title)}
      <form method="post" action="/oppsett" class="fields">
        ${textField({ name: 'nb', label: t('Navn på bokmål', 'Namn på bokmål', 'Name in bokmål'), value: typed.nb, maxlength: 200, autocomplete: 'off', lang, ...errorOf('nb') })}
        ${textField({ name: 'nn', label: t('Navn på nynorsk', 'Namn på nynorsk', 'Name in nynorsk'), value: typed.nn, maxlength: 200, autocomplete: 'off', optional: true, lang })}
        <div class="field-row">
          ${textField({ name: 'from', label: t('Fra år', 'Frå år', 'From year'), value: typed.from, size: 6, autocomplete: 'off', lang, ...errorOf('from') })}
          ${textField({ name: 'to', label: t('Til og med år', 'Til og med år', 'Until year'), value: typed.to, size: 6, autocomplete: 'off', lang })}
        </div>
        ${
          strategies.length === 0
            ? ''
            : selectField({
                name: 'replaces',
                label: t('Erstatter', 'Erstattar', 'Replaces'),
                description: t(
                  'Den gamle gjelder i hver kommune til kommunestyret der har vedtatt den nye.',
                  'Den gamle gjeld i kvar kommune til kommunestyret der har vedteke den nye.',
                  'The old one is in force in each municipality until its council has adopted the new.',
                ),
                value: typed.replaces,
                empty: t('ingen', 'ingen', 'none'),
                choices: strategies.map((row) => ({
                  value: row.id,
                  text: `${lang === 'nn' ? row.title_nn : row.title_nb} (${row.period_from}–${row.period_to})`,
                })),
                lang,
                ...errorOf('replaces'),
              })
        }
        ${checkField({
          name: 'municipality',
          label: t(
            'Kommuner som kan delta',
            'Kommunar som kan delta',
            'Municipalities that may take part',
          ),
          choices: municipalities.map(({ number, name }) => ({ value: number, text: name })),
          values: typed.municipalities,
          boxed: true,
          lang,
          ...errorOf('municipality'),
        })}
        ${radioField({
          name: 'text',
          label: t(
            'Felleskapitlene begynner med',
            'Felleskapitla byrjar med',
            'The joint chapters begin with',
          ),
          value: typed.text,
          choices: [
            {
              value: 'region',
              text: t('regionens egne ord', 'regionen sine eigne ord', 'the region’s own words'),
            },
            { value: 'empty', text: t('blanke sider', 'blanke sider', 'blank pages') },
          ],
          lang,
        })}
        ${alert(
          'info',
          t(
            'Kommunene får hver sin egen del med seks kapitler. Invitasjonen til å delta sender du etterpå.',
            'Kommunane får kvar sin eigen del med seks kapittel. Invitasjonen til å delta sender du etterpå.',
            'Each municipality gets a part of its own with six chapters. You send the invitation to take part afterwards.',
          ),
        )}
        <div class="row">
          <button class="ds-button">
            ${t('Opprett strategien', 'Opprett strategien', 'Create the strategy')}
          </button>
        </div>
      </form>
    </div>`,
  )
}
