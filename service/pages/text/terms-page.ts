// The glossary: the region's words in bokmål and nynorsk. Everybody who writes may read it; the coordinator changes it.
import { Hono, type Context } from 'hono'
import { html } from 'hono/html'
import { termsOf, type TermRow } from '../../../db/term.ts'
import { may } from '../../../workflows/rights.ts'
import { readForm } from '../../guard/form.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { changeTerms, type TermChange } from '../../text/terms.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { openTexts, type Texts } from './open-text.ts'

export const termRoutes = (): Hono<Env> =>
  new Hono<Env>().get('/tekst/ordliste', page).post('/tekst/ordliste', change)

async function page(c: Context<Env>): Promise<Response> {
  const texts = await openTexts(c)
  if (texts instanceof Response) return texts
  const terms = await termsOf(texts.house.store.db, texts.strategy.region)
  if (c.req.header('accept')?.includes('application/json')) {
    return c.json(terms.map(({ nb, nn }) => ({ nb, nn })))
  }
  return show(texts, terms)
}

async function change(c: Context<Env>): Promise<Response> {
  const texts = await openTexts(c)
  if (texts instanceof Response) return texts
  const { house, person, roles, strategy } = texts
  const form = await readForm(c)
  const [id, nb, nn] = [form.text('id'), form.text('nb'), form.text('nn')]
  const wanted: TermChange =
    form.text('fjern') !== ''
      ? { is: 'remove', id: form.text('fjern') }
      : id === ''
        ? { is: 'add', nb, nn }
        : { is: 'change', id, nb, nn }
  try {
    await changeTerms(house, { region: strategy.region, person, roles }, wanted)
  } catch (error) {
    const known = error instanceof Refused && ['conflict', 'input-invalid'].includes(error.code)
    if (!known) throw error
    const terms = await termsOf(house.store.db, strategy.region)
    return show(texts, terms, { nb, nn, code: error.code })
  }
  return c.redirect(`/tekst/ordliste?done=${wanted.is}`, 303)
}

type Trouble = { nb: string; nn: string; code: string }

function show(texts: Texts, terms: TermRow[], trouble?: Trouble): Promise<Response> {
  const { c, t, roles } = texts
  const mayEdit = may(roles, 'edit-terms')
  const title = t('Ordliste', 'Ordliste', 'Glossary')
  const done = c.req.query('done')
  const said = {
    add: t('Ordet er lagt til.', 'Ordet er lagt til.', 'The word was added.'),
    change: t('Ordet er endret.', 'Ordet er endra.', 'The word was changed.'),
    remove: t('Ordet er fjernet.', 'Ordet er fjerna.', 'The word was removed.'),
  }
  const body = html`${pageTitle(title, {
      lead: t(
        'Ordene tilbys når fellesdelen skrives på begge målformer, og avvik blir vist.',
        'Orda blir tilbodne når fellesdelen blir skriven på begge målformer, og avvik blir viste.',
        'The words are offered when the joint part is written in both languages, and differences are shown.',
      ),
    })}
    <div class="stack glossary">
      ${done === 'add' || done === 'change' || done === 'remove' ? alert('success', said[done], { done: true }) : ''}
      ${mayEdit ? addForm(texts, trouble) : ''}
      <table class="ds-table stacks">
        <caption class="ds-sr-only">
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col">Bokmål</th>
            <th scope="col">Nynorsk</th>
            ${mayEdit ? html`<th scope="col">${t('Endre', 'Endre', 'Change')}</th>` : ''}
          </tr>
        </thead>
        <tbody>
          ${terms.map((term) => row(texts, term, mayEdit))}
        </tbody>
      </table>
    </div>`
  return layout(
    c,
    {
      title,
      current: 'texts',
      refused: trouble !== undefined,
      ...(trouble ? { status: trouble.code === 'conflict' ? 409 : 400 } : {}),
      crumbs: [{ text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' }, { text: title }],
    },
    body,
  )
}

function row({ t }: Texts, term: TermRow, mayEdit: boolean): Html {
  return html`<tr>
    <th scope="row" lang="nb">${term.nb}</th>
    <td data-label="Nynorsk" lang="nn">${term.nn}</td>
    ${
      mayEdit
        ? html`<td data-label="${t('Endre', 'Endre', 'Change')}">
            <details>
              <summary>
                ${t('Endre', 'Endre', 'Change')}<span class="ds-sr-only"> ${term.nb}</span>
              </summary>
              <form class="small-form" method="post" action="/tekst/ordliste">
                <input type="hidden" name="id" value="${term.id}" />
                ${field(`nb-${term.id}`, 'nb', 'Bokmål', term.nb)}
                ${field(`nn-${term.id}`, 'nn', 'Nynorsk', term.nn)}
                <button class="ds-button" data-variant="secondary" type="submit">
                  ${t('Lagre', 'Lagre', 'Save')}
                </button>
                <button
                  class="ds-button"
                  data-variant="tertiary"
                  data-color="danger"
                  type="submit"
                  name="fjern"
                  value="${term.id}"
                >
                  ${t('Fjern', 'Fjern', 'Remove')}
                </button>
              </form>
            </details>
          </td>`
        : ''
    }
  </tr>`
}

const field = (id: string, name: string, label: string, value: string): Html =>
  html`<label class="ds-label" for="${id}">${label}</label>
    <input
      class="ds-input"
      id="${id}"
      name="${name}"
      value="${value}"
      maxlength="60"
      lang="${name}"
      autocomplete="off"
    />`

function addForm({ t }: Texts, trouble?: Trouble): Html {
  const words =
    trouble?.code === 'conflict'
      ? t(
          'Dette paret står i ordlisten.',
          'Dette paret står i ordlista.',
          'This pair is in the glossary.',
        )
      : t(
          'Skriv ett ord på hver målform, høyst 60 tegn.',
          'Skriv eitt ord på kvar målform, høgst 60 teikn.',
          'Type one word in each language, 60 characters at most.',
        )
  return html`<form class="small-form" method="post" action="/tekst/ordliste">
    ${field('ny-nb', 'nb', 'Bokmål', trouble?.nb ?? '')}
    ${field('ny-nn', 'nn', 'Nynorsk', trouble?.nn ?? '')}
    <button class="ds-button" type="submit">
      ${icon('Plus')}${t('Legg til', 'Legg til', 'Add')}
    </button>
    ${trouble ? html`<p class="ds-validation-message" role="alert">${words}</p>` : ''}
  </form>`
}
