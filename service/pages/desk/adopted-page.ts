// Working in what a council changed in words: a copy of the text it had, paragraph by paragraph, with the decision's own
// words beside it. Done, it becomes an edition with its own checksum, for the chief executive to confirm.
import { html } from 'hono/html'
import { Hono, type Context } from 'hono'
import type { PmJson } from '../../../editor/shared/schema.ts'
import { detailRows } from '../../../db/journal.ts'
import { may, holds } from '../../../workflows/rights.ts'
import { first, typedFrom } from '../../desk/read-form.ts'
import type { Desk, Track } from '../../desk/desk.ts'
import type { Env, House } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import {
  adoptedCopy,
  makeAdoptedEdition,
  saveAdoptedSection,
  type AdoptedSection,
} from '../../version/adopted.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { chip, zoneChip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { deskCrumb, openDesk, trackOf, type Opened } from './open-desk.ts'
import { keyOf, sectionForm, withTexts } from './adopted-form.ts'

export const adoptedRoutes = () =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/vedtatt-tekst', show)
    .post('/kommune/:number{[0-9]{4}}/vedtatt-tekst', save)
    .post('/kommune/:number{[0-9]{4}}/vedtatt-tekst/ferdig', seal)

async function open(c: Context<Env>): Promise<{ opened: Opened; track: Track } | Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const track = trackOf(opened.desk, c.req.param('number') ?? '')
  if (!may(opened.roles, 'see-case', { municipality: track.number })) throw new Refused('forbidden')
  return { opened, track }
}

const address = (track: Track): string => `/kommune/${track.number}/vedtatt-tekst`

const whereOf = (desk: Desk, track: Track) => ({
  region: desk.region,
  strategy: desk.strategy.id,
  municipality: track.number,
})

async function show(c: Context<Env>): Promise<Response> {
  const found = await open(c)
  if (found instanceof Response) return found
  const { opened, track } = found
  const { desk, roles, t, lang } = opened
  const copy = await adoptedCopy(c.var.house.store.db, whereOf(desk, track))
  const title = t('Arbeid inn endringene', 'Arbeid inn endringane', 'Work in the changes')
  const mayWrite = holds(roles, ['planner', 'chief-executive'], track.number)
  const key = c.req.query('del')
  const section = copy?.sections.find((each) => keyOf(each) === key)
  const body = !copy
    ? emptyState(
        'CheckmarkCircle',
        t(
          'Ingenting venter på å bli arbeidet inn',
          'Ingenting ventar på å bli arbeidd inn',
          'Nothing waits to be worked in',
        ),
        t(
          'Når kommunestyret vedtar med endringer, kommer teksten hit.',
          'Når kommunestyret vedtek med endringar, kjem teksten hit.',
          'When the council adopts with changes the text comes here.',
        ),
      )
    : section
      ? sectionForm(section, track, opened, mayWrite)
      : list(copy.sections, track, opened, mayWrite)
  return layout(
    c,
    {
      title: `${title}: ${track.name}`,
      current: 'cases',
      area: 'desk',
      tasks: opened.tasks.length,
      crumbs: [
        deskCrumb(opened),
        { text: track.name, href: `/kommune/${track.number}` },
        ...(section
          ? [
              { text: title, href: address(track) },
              { text: section.title[lang === 'nn' ? 'nn' : 'nb'] },
            ]
          : [{ text: title }]),
      ],
    },
    html`${doneHere(c.req.query('done'), t)}
      ${pageTitle(section ? section.title[lang === 'nn' ? 'nn' : 'nb'] : `${title}: ${track.name}`)}
      <div class="split">
        <div class="stack">${body}</div>
        <div class="stack">${await decided(c.var.house, desk, track)}</div>
      </div>`,
  )
}

function doneHere(done: string | undefined, t: Opened['t']): Html | string {
  if (done === 'saved') {
    return alert(
      'success',
      t('Kapittelet er lagret.', 'Kapittelet er lagra.', 'The chapter is saved.'),
      { done: true },
    )
  }
  if (done !== 'sealed') return ''
  return alert(
    'success',
    t(
      'Den vedtatte teksten er klar. Kommunedirektøren kan bekrefte den nå.',
      'Den vedtekne teksten er klar. Kommunedirektøren kan stadfeste han no.',
      'The adopted text is ready. The chief executive can confirm it now.',
    ),
    { done: true },
  )
}

async function save(c: Context<Env>): Promise<Response> {
  const found = await open(c)
  if (found instanceof Response) return found
  const { opened, track } = found
  const { desk, person } = opened
  const data = await c.req.formData().catch(() => {
    throw new Refused('not-json')
  })
  const typed = typedFrom(data)
  const key = first(typed, 'section')
  const copy = await adoptedCopy(c.var.house.store.db, whereOf(desk, track))
  const section = copy?.sections.find((each) => keyOf(each) === key)
  if (!section) throw new Refused('not-found')
  const read = (code: 'nb' | 'nn'): PmJson =>
    withTexts(
      section.text[code],
      (i) => typed[`${code}.${i}`]?.[0],
      (i) => typed[`${code}.${i}.after`]?.[0],
    )
  await saveAdoptedSection(
    c.var.house,
    whereOf(desk, track),
    {
      zone: section.zone,
      code: section.code,
      text: { nb: read('nb'), nn: read('nn') },
      expected: Number(first(typed, '_seq')) || 0,
    },
    person,
  )
  return c.redirect(`${address(track)}?done=saved`, 303)
}

async function seal(c: Context<Env>): Promise<Response> {
  const found = await open(c)
  if (found instanceof Response) return found
  const { opened, track } = found
  const hash = await makeAdoptedEdition(c.var.house, whereOf(opened.desk, track), opened.person)
  // The chief executive goes on to confirm; a planner has done their part.
  const confirms = holds(opened.roles, ['chief-executive'], track.number)
  const next = `/kommune/${track.number}/registrer/confirm-adopted-text?edition=${hash}`
  return c.redirect(confirms ? next : `${address(track)}?done=sealed`, 303)
}

function list(sections: AdoptedSection[], track: Track, opened: Opened, mayWrite: boolean): Html {
  const { t, lang } = opened
  return html`<p class="lead">
      ${t(
        'Åpne kapitlene kommunestyret endret, og skriv dem slik de ble vedtatt. Teksten de andre kommunene har, blir ikke rørt.',
        'Opne kapitla kommunestyret endra, og skriv dei slik dei vart vedtekne. Teksten dei andre kommunane har, blir ikkje rørt.',
        'Open the chapters the council changed and write them as adopted. The text the others have is not touched.',
      )}
    </p>
    <ul class="acts">
      ${sections.map(
        (section) =>
          html`<li class="act">
            <div class="act-head">
              <div>
                <p class="act-name">${section.title[lang === 'nn' ? 'nn' : 'nb']}</p>
                <p class="chips">
                  ${zoneChip(section.zone === 'joint' ? 'joint' : 'own', lang)}${
                    section.amended
                      ? chip('success', 'NotePencil', t('Endret', 'Endra', 'Changed'))
                      : ''
                  }
                </p>
              </div>
              <a
                class="ds-button"
                data-variant="secondary"
                href="${address(track)}?del=${encodeURIComponent(keyOf(section))}"
                >${mayWrite ? t('Rediger', 'Rediger', 'Edit') : t('Les', 'Les', 'Read')}<span
                  class="ds-sr-only"
                >
                  ${section.title[lang === 'nn' ? 'nn' : 'nb']}</span
                ></a
              >
            </div>
          </li>`,
      )}
    </ul>
    ${
      mayWrite
        ? html`<form method="post" action="${address(track)}/ferdig" class="stack">
            <p>
              ${t(
                'Når alt er arbeidet inn, lager Planvev den vedtatte teksten med egen kontrollsum. Kommunedirektøren bekrefter den.',
                'Når alt er arbeidd inn, lagar Planvev den vedtekne teksten med eigen kontrollsum. Kommunedirektøren stadfester han.',
                'When all is worked in Planvev makes the adopted text with its own checksum. The chief executive confirms it.',
              )}
            </p>
            <button class="ds-button">
              ${icon('Checkmark')}${t('Alt er arbeidet inn', 'Alt er arbeidd inn', 'All is worked in')}
            </button>
          </form>`
        : ''
    }`
}

/// The council's own words, from the decision they stand in.
async function decided(house: House, desk: Desk, track: Track): Promise<Html> {
  const t = words(desk.lang)
  const act = track.acts.toReversed().find(({ type }) => type === 'record-decision')
  if (!act) return html``
  const details = await detailRows(house.store.db, desk.region, track.process)
  const said = details
    .filter(({ seq, field }) => seq === act.seq && /^(changes|points)\.\d+\.text$/.test(field))
    .map(({ value }) => value)
  return html`<section class="stack-2">
    <h2 class="ds-heading" data-size="sm">
      ${t('Det kommunestyret vedtok', 'Det kommunestyret vedtok', 'What the council decided')}
    </h2>
    ${
      said.length
        ? html`<ul class="ds-list">
            ${said.map((text) => html`<li>${text}</li>`)}
          </ul>`
        : html`<p class="quiet">
            ${t('Ordene er ikke registrert.', 'Orda er ikkje registrerte.', 'The words are not registered.')}
          </p>`
    }
  </section>`
}
