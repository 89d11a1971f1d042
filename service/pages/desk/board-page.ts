// The coordinator's board: where the joint text and the twelve are, who needs help, what comes next. Views, filters and
// opened rows are addresses; a script renews the cells when somebody acts.
import { html } from 'hono/html'
import { Hono, type Context } from 'hono'
import { readForm } from '../../guard/form.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { holds } from '../../../workflows/rights.ts'
import { awaitedOf } from '../../desk/awaited.ts'
import { boardView, type BoardAsk, type BoardView } from '../../desk/board-view.ts'
import type { Desk } from '../../desk/desk.ts'
import { jointSentence } from '../../desk/joint-sentence.ts'
import { remind } from '../../desk/remind.ts'
import { clockText, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { words, type Say } from '../words.ts'
import { lastActs, openedRow } from './board-open.ts'
import { boardCard, boardRow, jointRow } from './board-row.ts'
import { deskCrumb, openDesk, trackOf } from './open-desk.ts'
import { answers } from './board-answers.ts'
import { strategyNav } from './strategies.ts'

export const boardRoutes = () =>
  new Hono<Env>().post('/tavle/paaminning', sendReminder).get('/tavle', async (c) => {
    const opened = await openDesk(c)
    if (opened instanceof Response) return opened
    const { desk, t, tasks, lang } = opened
    const ask = askOf(new URL(c.req.url).searchParams)
    const view = boardView(desk, ask)
    const title = t('Tavle: hvor er de tolv?', 'Tavle: kor er dei tolv?', 'Board: where are they?')
    const track = desk.tracks.find(({ number }) => number === ask.open)
    const openPart = track
      ? openedRow(
          desk,
          track,
          await lastActs(c.var.house, desk, 'participation', track.process, track.acts, 3),
          { columns: columnCount, reminds: holds(opened.roles, ['coordinator']) },
        )
      : undefined
    const now = clockText(
      Temporal.Instant.fromEpochMilliseconds(c.var.house.clock.now()).toString(),
      lang,
    )
    return layout(
      c,
      {
        title: t('Tavle', 'Tavle', 'Board'),
        current: 'board',
        area: 'desk',
        tasks: tasks.length,
        crumbs: [deskCrumb(opened), { text: t('Tavle', 'Tavle', 'Board') }],
      },
      html`<div class="stack" data-live-board="/api/strategies/${desk.strategy.id}/changes">
        ${
          c.req.query('done') === 'reminder'
            ? alert(
                'success',
                t('Påminningen er sendt.', 'Påminninga er send.', 'The reminder is sent.'),
                {
                  done: true,
                },
              )
            : ''
        }
        ${pageTitle(title, {
          chips: html`<span class="quiet row" role="status" data-live="updated"
            >${icon('ArrowsCirclepath')}${t(`Oppdatert ${now}`, `Oppdatert ${now}`, `Updated ${now}`)}</span
          >`,
          actions: html`<a class="ds-button" data-variant="tertiary" href="/klarering"
              >${icon('Checkmark')}${t('Klarering', 'Klarering', 'Clearance')}</a
            ><a class="ds-button" data-variant="secondary" href="/felles"
              >${icon('Layers')}${t('Fellesarbeidet', 'Fellesarbeidet', 'The joint work')}</a
            >`,
        })}
        ${await strategyNav(opened)}
        <p data-live="sentence">${jointSentence(desk.joint.state, desk.chapters, lang)}</p>
        ${answers(desk, view, t)} ${filters(view, ask, t)}
        ${
          view.rows.length
            ? html`${table(desk, view, ask, openPart)}${cards(desk, view)}`
            : emptyState(
                'MagnifyingGlass',
                t('Ingen kommuner passer', 'Ingen kommunar passar', 'No municipality matches'),
                t(
                  'Ingen av kommunene har alt du har valgt.',
                  'Ingen av kommunane har alt du har valt.',
                  'None of the municipalities has everything you chose.',
                ),
                html`<a class="ds-link" href="/tavle"
                  >${t('Nullstill filteret', 'Nullstill filteret', 'Reset the filter')}</a
                >`,
              )
        }
        <p class="small quiet">
          ${t(
            'Margin er dager igjen til siste trygge dato: 10 eller mer er grønt, under 10 er gult, under null går ikke opp.',
            'Margin er dagar att til siste trygge dato: 10 eller meir er grønt, under 10 er gult, under null går ikkje opp.',
            'Margin is days left to the last safe date: 10 or more is green, under 10 is yellow, below zero does not add up.',
          )}
        </p>
      </div>`,
    )
  })

const columnCount = 13

async function sendReminder(c: Context<Env>): Promise<Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  if (!holds(opened.roles, ['coordinator'])) throw new Refused('forbidden')
  const form = await readForm(c)
  const track = trackOf(opened.desk, form.text('kommune'))
  const [next] = awaitedOf(track)
  if (next) await remind(c.var.house, opened.desk, track, next, opened.person.id)
  return c.redirect(`/tavle?vis=${track.number}&done=reminder#r${track.number}`, 303)
}

function askOf(query: URLSearchParams): BoardAsk {
  return {
    order: query.get('orden') === 'haster' ? 'urgent' : 'south',
    filters: query.getAll('filter'),
    open: query.get('vis') ?? undefined,
  }
}

/// The board's own address with something changed.
function address(ask: BoardAsk, change: Partial<BoardAsk>): string {
  const next = { ...ask, ...change }
  const query = new URLSearchParams()
  for (const filter of next.filters) query.append('filter', filter)
  if (next.order === 'urgent') query.set('orden', 'haster')
  if (next.open) query.set('vis', next.open)
  const text = query.toString()
  return text ? `/tavle?${text}` : '/tavle'
}

function filters(view: BoardView, ask: BoardAsk, t: Say): Html {
  const names: Record<string, string> = {
    hjelp: t('Trenger hjelp', 'Treng hjelp', 'Needs help'),
    vedtatt: t('Vedtatt', 'Vedteke', 'Adopted'),
    flagg: t('Har flagg', 'Har flagg', 'Has flags'),
  }
  return html`<nav class="filters" aria-label="${t('Vis', 'Vis', 'Show')}">
    <span class="strong">${t('Vis', 'Vis', 'Show')}:</span>
    ${view.filters.map(({ key, count, on }) => {
      const next = on ? ask.filters.filter((each) => each !== key) : [...ask.filters, key]
      return html`<a
        class="ds-chip"
        data-color="neutral"
        href="${address(ask, { filters: next })}"
        ${on ? html` aria-current="true"` : ''}
        >${on ? icon('Checkmark') : ''}${names[key] ?? key} (${count})</a
      >`
    })}
    <a
      class="ds-chip"
      data-color="neutral"
      href="${address(ask, { order: ask.order === 'urgent' ? 'south' : 'urgent' })}"
      >${icon('ArrowsSquarepath')}${
        ask.order === 'urgent'
          ? t('Fra sør til nord', 'Frå sør til nord', 'From south to north')
          : t('Haster mest først', 'Hastar mest først', 'Most urgent first')
      }</a
    >
  </nav>`
}

function table(desk: Desk, view: BoardView, ask: BoardAsk, openPart: Html | undefined): Html {
  const t = words(desk.lang)
  const columns = [
    t('Kommune', 'Kommune', 'Municipality'),
    t('Tilstand og flagg', 'Tilstand og flagg', 'State and flags'),
    t('Margin', 'Margin', 'Margin'),
    t('Deltar', 'Deltek', 'Joined'),
    t('Egen del', 'Eigen del', 'Own part'),
    t('Første\u00adgangs\u00adbehandling', 'Første\u00adgongs\u00adhandsaming', 'First treatment'),
    t('Høring', 'Høyring', 'Consul\u00adtation'),
    t('Merknader', 'Merknader', 'Submis\u00adsions'),
    t('Innstilling', 'Innstilling', 'Recommen\u00addation'),
    t('Kommune\u00adstyret', 'Kommune\u00adstyret', 'Council'),
    t('Kunngjort', 'Kunngjort', 'Announced'),
    t('Åpent', 'Ope', 'Open'),
    t('Ansv.', 'Ansv.', 'Resp.'),
  ]
  return html`<div
    class="board-scroll"
    role="region"
    tabindex="0"
    aria-label="${t('Tavle', 'Tavle', 'Board')}"
  >
    <table class="board">
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${jointRow(desk, view.jointCells)}
        ${view.rows.map((row) => {
          const number = row.track.number
          const href = `${address(ask, { open: row.open ? undefined : number })}#r${number}`
          return html`${boardRow(row, href, desk)}${row.open && openPart ? openPart : ''}`
        })}
      </tbody>
    </table>
  </div>`
}

const cards = (desk: Desk, view: BoardView): Html =>
  html`<ul class="board-cards">
    ${view.urgent.map((row) => boardCard(row, desk))}
  </ul>`
