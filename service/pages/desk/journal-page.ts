// The whole journal of one process as a page to read or print, and as JSON to keep: the same entries the API gives.
import { html } from 'hono/html'
import { Hono, type Context } from 'hono'
import { namesOf } from '../../../db/desk.ts'
import { detailRows, journalRows } from '../../../db/journal.ts'
import type { ProcessKind } from '../../../workflows/act.ts'
import { may } from '../../../workflows/rights.ts'
import { stateLabel } from '../../../workflows/words.ts'
import { clearanceLog, type ClearanceLog } from '../../clearance/journal.ts'
import { journalView } from '../../desk/journal-view.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { layout } from '../layout.ts'
import { emptyState, pageTitle } from '../parts/boxes.ts'
import { stateChip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { clearedPart } from '../clearance/log-part.ts'
import { chainChecked, journalList } from './journal-list.ts'
import { deskCrumb, openDesk, trackOf, type Opened } from './open-desk.ts'

export const journalRoutes = () =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/journal', (c) => page(c, 'participation'))
    .get('/kommune/:number{[0-9]{4}}/journal.json', (c) => asJson(c, 'participation'))
    .get('/felles/journal', (c) => page(c, 'strategy'))
    .get('/felles/journal.json', (c) => asJson(c, 'strategy'))

type Which = { process: string; state: string; name: string; home: string; number?: string }

/// The process, when the asker may read its journal (`see-journal`) or take it along (`export-journal`).
function processOf(
  { desk, roles, t }: Opened,
  c: Context<Env>,
  kind: ProcessKind,
  action: 'see-journal' | 'export-journal',
): Which {
  if (kind === 'strategy') {
    if (!may(roles, action)) throw new Refused('forbidden')
    const name = t('Fellesarbeidet', 'Fellesarbeidet', 'The joint work')
    return { process: desk.joint.process, state: desk.joint.state.state, name, home: '/felles' }
  }
  const track = trackOf(desk, c.req.param('number') ?? '')
  if (!may(roles, action, { municipality: track.number })) throw new Refused('forbidden')
  return {
    process: track.process,
    state: track.stored.state,
    name: track.name,
    home: `/kommune/${track.number}`,
    number: track.number,
  }
}

async function page(c: Context<Env>, kind: ProcessKind): Promise<Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { desk, t, lang, tasks, roles } = opened
  const which = processOf(opened, c, kind, 'see-journal')
  const { lines, total, unbroken } = await journalView(c.var.house, desk, kind, which.process)
  const title = `${t('Journal', 'Journal', 'Journal')}: ${which.name}`
  const takes = may(roles, 'export-journal', which.number ? { municipality: which.number } : {})
  return layout(
    c,
    {
      title,
      current: which.number ? 'cases' : 'board',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [
        deskCrumb(opened),
        { text: which.name, href: which.home },
        { text: t('Journal', 'Journal', 'Journal') },
      ],
    },
    html`${pageTitle(title, {
        chips: stateChip(kind, which.state, lang),
        ...(takes
          ? {
              actions: html`<a
                class="ds-button"
                data-variant="secondary"
                href="${which.home}/journal.json"
                >${icon('Download')}${t('Last ned (JSON)', 'Last ned (JSON)', 'Download (JSON)')}</a
              >`,
            }
          : {}),
      })}
      <div class="reading stack">
        ${chainChecked(unbroken, total, desk)}
        ${
          lines.length
            ? journalList(lines, desk, { whole: true })
            : emptyState(
                'Books',
                t(
                  'Ingenting er registrert ennå',
                  'Ingenting er registrert enno',
                  'Nothing is registered yet',
                ),
                t(
                  'Alt som blir gjort i saken, kommer hit, med dato, hvem og hvorfor.',
                  'Alt som blir gjort i saka, kjem hit, med dato, kven og kvifor.',
                  'All that is done in the case comes here, with date, who and why.',
                ),
              )
        }
        ${
          which.number && may(roles, 'erase-words', { municipality: which.number })
            ? html`<p>
                <a class="ds-link" href="${which.home}/journal/slett"
                  >${t('Slett ord fra journalen', 'Slett ord frå journalen', 'Erase words')}</a
                >
              </p>`
            : ''
        }
        ${clearedPart(await clearedIn(c, desk, which, lang), lang)}
      </div>`,
  )
}

/// What a municipality has cleared, beside its acts; nothing for the joint work.
const clearedIn = async (
  c: Context<Env>,
  desk: Opened['desk'],
  { number }: Which,
  lang: Opened['lang'],
): Promise<ClearanceLog | undefined> =>
  number === undefined
    ? undefined
    : clearanceLog(
        c.var.house,
        { region: desk.region, strategy: desk.strategy.id, municipality: number },
        lang,
      )

/// Everything: the chain as it lies, the words beside it, and the names as they are today.
async function asJson(c: Context<Env>, kind: ProcessKind): Promise<Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { desk, lang } = opened
  const which = processOf(opened, c, kind, 'export-journal')
  const { db } = c.var.house.store
  const rows = await journalRows(db, desk.region, which.process)
  const details = await detailRows(db, desk.region, which.process)
  const names = await namesOf(db, [...new Set(rows.map((row) => row.actor))])
  const body = {
    strategy: desk.strategy.title,
    process: which.process,
    name: which.name,
    stateLabel: stateLabel(kind, which.state, lang),
    exportedOn: desk.today,
    entries: rows.map((row) => ({
      seq: row.seq,
      type: row.type,
      actedOn: row.acted_on,
      recordedAt: row.recorded_at,
      by: row.actor,
      byName: names.get(row.actor) ?? null,
      roles: JSON.parse(row.roles) as unknown,
      behalfOf: row.behalf_of,
      input: JSON.parse(row.input) as unknown,
      words: Object.fromEntries(
        details.filter(({ seq }) => seq === row.seq).map(({ field, value }) => [field, value]),
      ),
      findings: JSON.parse(row.findings) as unknown,
      overrides: JSON.parse(row.overrides) as unknown,
      prevHash: row.prev_hash,
      hash: row.hash,
    })),
    ...(await clearedIn(c, desk, which, lang)),
  }
  c.header('content-disposition', `attachment; filename="journal-${which.number ?? 'felles'}.json"`)
  c.header('cache-control', 'no-store')
  return c.json(body)
}
