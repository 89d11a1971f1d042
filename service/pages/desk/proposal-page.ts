// The proposed decision: the joint operative points, locked where the coordinator's hand ends, and a municipality's own.
// What stands here is what is made public and put to the council.
import { html } from 'hono/html'
import { Hono, type Context } from 'hono'
import { holds, may } from '../../../workflows/rights.ts'
import { first, rowsOf, typedFrom, type Typed } from '../../desk/read-form.ts'
import { cleanText } from '../../guard/body.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { proposedPoints, saveProposedPoints, type PointWords } from '../../version/proposal.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { textArea } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { doneAlert } from './done.ts'
import { deskCrumb, openDesk, trackOf, type Opened } from './open-desk.ts'

export const proposalRoutes = () =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/forslag', (c) => show(c))
    .post('/kommune/:number{[0-9]{4}}/forslag', (c) => save(c))
    .get('/felles/forslag', (c) => show(c))
    .post('/felles/forslag', (c) => save(c))

type Proposal = {
  opened: Opened
  /// `joint`, or the municipality's number.
  zone: string
  name: string
  home: string
  mayEdit: boolean
}

async function open(c: Context<Env>): Promise<Proposal | Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { desk, roles, t } = opened
  const number = c.req.param('number')
  if (!number) {
    if (!may(roles, 'see-board')) throw new Refused('forbidden')
    const name = t('Fellesarbeidet', 'Fellesarbeidet', 'The joint work')
    return { opened, zone: 'joint', name, home: '/felles', mayEdit: holds(roles, ['coordinator']) }
  }
  const track = trackOf(desk, number)
  const scope = { municipality: number }
  if (!may(roles, 'see-case', scope)) throw new Refused('forbidden')
  return {
    opened,
    zone: number,
    name: track.name,
    home: `/kommune/${number}`,
    mayEdit: may(roles, 'edit-proposed-decision', scope),
  }
}

async function show(c: Context<Env>): Promise<Response> {
  const proposal = await open(c)
  if (proposal instanceof Response) return proposal
  const { desk } = proposal.opened
  const held = await proposedPoints(
    c.var.house.store.db,
    desk.region,
    desk.strategy.id,
    proposal.zone,
  )
  return page(c, proposal, { points: held.points, seq: held.seq })
}

async function save(c: Context<Env>): Promise<Response> {
  const proposal = await open(c)
  if (proposal instanceof Response) return proposal
  if (!proposal.mayEdit) throw new Refused('forbidden')
  const { desk, person } = proposal.opened
  const data = await c.req.formData().catch(() => {
    throw new Refused('not-json')
  })
  const typed = typedFrom(data)
  const seq = Number(first(typed, '_seq')) || 0
  const points = pointsIn(typed)
  if (first(typed, '_add'))
    return page(c, proposal, { points: [...points, { nb: '', nn: '' }], seq })
  const kept = points.filter(({ nb, nn }) => nb || nn)
  const where = { region: desk.region, strategy: desk.strategy.id, zone: proposal.zone }
  try {
    await saveProposedPoints(c.var.house, where, kept, seq, person)
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'conflict') throw error
    const now = await proposedPoints(
      c.var.house.store.db,
      desk.region,
      desk.strategy.id,
      proposal.zone,
    )
    return page(c, proposal, { points, seq: now.seq, theirs: now.points })
  }
  return c.redirect(`${proposal.home}/forslag?done=proposed`, 303)
}

const pointsIn = (typed: Typed): PointWords[] =>
  Array.from({ length: rowsOf(typed, 'points') }, (_, row) => ({
    nb: cleaned(first(typed, `points.${row}.nb`)),
    nn: cleaned(first(typed, `points.${row}.nn`)),
  }))

const cleaned = (text: string): string => text.split('\n').map(cleanText).join('\n').trim()

type Shown = { points: PointWords[]; seq: number; theirs?: PointWords[] }

async function page(c: Context<Env>, proposal: Proposal, shown: Shown): Promise<Response> {
  const { opened, zone, name, home, mayEdit } = proposal
  const { desk, t, lang, tasks } = opened
  const title = t('Forslag til vedtak', 'Framlegg til vedtak', 'Proposed decision')
  const local = zone !== 'joint'
  const joint = local
    ? (await proposedPoints(c.var.house.store.db, desk.region, desk.strategy.id, 'joint')).points
    : []
  const rows = shown.points.length ? shown.points : [{ nb: '', nn: '' }]
  return layout(
    c,
    {
      title: `${title}: ${name}`,
      current: local ? 'cases' : 'board',
      area: 'desk',
      tasks: tasks.length,
      ...(shown.theirs ? { status: 409, refused: true } : {}),
      crumbs: [deskCrumb(opened), { text: name, href: home }, { text: title }],
    },
    html`${doneAlert(c, 'participation', lang)}
      ${pageTitle(`${title}: ${name}`, {
        lead: t(
          'Det som står her, blir offentlig sammen med teksten og lagt fram for kommunestyret.',
          'Det som står her, blir offentleg saman med teksten og lagt fram for kommunestyret.',
          'What stands here is made public with the text and put to the council.',
        ),
      })}
      ${shown.theirs ? conflict(shown.theirs, opened) : ''}
      <div class="stack-8 reading">
        ${
          local
            ? html`<section class="stack">
                <h2 class="ds-heading" data-size="sm">
                  ${icon('PadlockLocked')}
                  ${t('Felles vedtakspunkter', 'Felles vedtakspunkt', 'Joint operative points')}
                </h2>
                ${joint.length ? pointList(joint, lang) : nothingYet(t)}
                <p class="small quiet">
                  ${t(
                    'De felles punktene er like for alle kommunene. Koordinatoren skriver dem.',
                    'Dei felles punkta er like for alle kommunane. Koordinatoren skriv dei.',
                    'The joint points are the same for every municipality. The coordinator writes them.',
                  )}
                </p>
              </section>`
            : ''
        }
        <section class="stack">
          <h2 class="ds-heading" data-size="sm">
            ${
              local
                ? t('Lokale vedtakspunkter', 'Lokale vedtakspunkt', 'Local operative points')
                : t('Felles vedtakspunkter', 'Felles vedtakspunkt', 'Joint operative points')
            }
          </h2>
          ${
            mayEdit
              ? html`<form method="post" action="${home}/forslag" class="stack">
                  <input type="hidden" name="_seq" value="${shown.seq}" />
                  ${rows.map((point, i) => pointFields(point, i, lang))}
                  <div class="row">
                    <button class="ds-button">
                      ${icon('Checkmark')}${t('Lagre forslaget', 'Lagre framlegget', 'Save the proposal')}
                    </button>
                    <button class="ds-button" data-variant="secondary" name="_add" value="point">
                      ${icon('Plus')}${t('Legg til et punkt', 'Legg til eit punkt', 'Add a point')}
                    </button>
                    <a class="ds-button" data-variant="tertiary" href="${home}"
                      >${t('Avbryt', 'Avbryt', 'Cancel')}</a
                    >
                  </div>
                </form>`
              : shown.points.length
                ? pointList(shown.points, lang)
                : nothingYet(t)
          }
        </section>
      </div>`,
  )
}

const pointList = (points: PointWords[], lang: Opened['lang']): Html =>
  html`<ol class="ds-list">
    ${points.map((point) => {
      const nynorsk = lang === 'nn' ? point.nn || !point.nb : !point.nb
      return html`<li lang="${nynorsk ? 'nn' : 'nb'}">${nynorsk ? point.nn : point.nb}</li>`
    })}
  </ol>`

function pointFields(point: PointWords, i: number, lang: Opened['lang']): Html {
  const t = words(lang)
  const field = (code: 'nb' | 'nn', name: string): Html =>
    textArea({
      name: `points.${i}.${code}`,
      label: `${t('Punkt', 'Punkt', 'Point')} ${i + 1}, ${name}`,
      value: point[code],
      rows: 3,
      optional: true,
      lang,
    })
  const nb = field('nb', t('bokmål', 'bokmål', 'bokmål'))
  const nn = field('nn', t('nynorsk', 'nynorsk', 'nynorsk'))
  return html`<div class="box">${lang === 'nn' ? html`${nn}${nb}` : html`${nb}${nn}`}</div>`
}

const nothingYet = (t: Opened['t']): Html =>
  emptyState(
    'FileText',
    t('Ingen punkter ennå', 'Ingen punkt enno', 'No points yet'),
    t(
      'Punktene kommer hit når de er skrevet.',
      'Punkta kjem hit når dei er skrivne.',
      'The points come here once written.',
    ),
    undefined,
    3,
  )

function conflict(theirs: PointWords[], { t, lang }: Opened): Html {
  return html`${alert(
    'warning',
    t(
      'Det du skrev, står i feltene. Det som er lagret, står her. Legg inn endringen din der det passer, og lagre igjen.',
      'Det du skreiv, står i felta. Det som er lagra, står her. Legg inn endringa di der det passar, og lagre igjen.',
      'What you wrote stands in the fields. What is stored stands here. Put in your change and save again.',
    ),
    {
      heading: t('Noen andre var raskere', 'Nokon andre var raskare', 'Somebody else was quicker'),
      done: true,
    },
  )}
  ${pointList(theirs, lang)}`
}
