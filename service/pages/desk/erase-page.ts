// Where the archivist erases words from a municipality's journal: what stands there now, one field at a time, with a reason.
// The entry and its hash stay, and the chain still verifies; that somebody erased, what and why, becomes an entry itself.
import { html } from 'hono/html'
import { Hono, type Context } from 'hono'
import { detailRows, journalRows, type DetailRow, type JournalRow } from '../../../db/journal.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { may } from '../../../workflows/rights.ts'
import { eventDone, fieldLabel } from '../../../workflows/words.ts'
import { eraseWords } from '../../journal/erase.ts'
import type { Env } from '../../house.ts'
import { readForm } from '../../guard/form.ts'
import { Refused } from '../../refusal.ts'
import { dateText, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { errorSummary, textField } from '../parts/fields.ts'
import { words } from '../words.ts'
import { deskCrumb, openDesk, trackOf, type Opened } from './open-desk.ts'

export const eraseRoutes = () =>
  new Hono<Env>()
    .get('/kommune/:number{[0-9]{4}}/journal/slett', async (c) => {
      const opened = await openDesk(c)
      return opened instanceof Response ? opened : page(c, opened)
    })
    .post('/kommune/:number{[0-9]{4}}/journal/slett', erase)

/// What was sent without a reason, to be put right.
type Wrong = { seq: number; field: string; reason: string }

async function erase(c: Context<Env>): Promise<Response> {
  const opened = await openDesk(c)
  if (opened instanceof Response) return opened
  const { desk, person } = opened
  const { number } = trackOf(desk, c.req.param('number') ?? '')
  const form = await readForm(c)
  const wanted = {
    seq: Number(form.text('seq')),
    field: form.text('field'),
    reason: form.text(`reason-${form.text('seq')}-${form.text('field')}`),
  }
  if (!Number.isSafeInteger(wanted.seq)) throw new Refused('input-invalid', { field: 'seq' })
  if (!may(opened.roles, 'erase-words', { municipality: number })) throw new Refused('forbidden')
  if (wanted.reason === '' || wanted.reason.length > 500) return page(c, opened, wanted)
  const where = { region: desk.region, strategy: desk.strategy.id, municipality: number }
  await eraseWords(c.var.house, { ...where, ...wanted }, person)
  return c.redirect(`/kommune/${number}/journal/slett?done=slettet`, 303)
}

async function page(c: Context<Env>, opened: Opened, wrong?: Wrong): Promise<Response> {
  const { desk, roles, t, lang, tasks } = opened
  const track = trackOf(desk, c.req.param('number') ?? '')
  if (!may(roles, 'erase-words', { municipality: track.number })) throw new Refused('forbidden')
  const { db } = c.var.house.store
  const rows = await journalRows(db, desk.region, track.process)
  const details = await detailRows(db, desk.region, track.process)
  const entries = rows
    .toReversed()
    .map((row) => ({ row, said: details.filter(({ seq }) => seq === row.seq) }))
    .filter(({ said }) => said.length > 0)
  const home = `/kommune/${track.number}`
  const title = t('Slett ord fra journalen', 'Slett ord frå journalen', 'Erase words')
  return layout(
    c,
    {
      title: `${title}, ${track.name}`,
      current: 'cases',
      area: 'desk',
      tasks: tasks.length,
      refused: wrong !== undefined,
      status: wrong ? 422 : 200,
      crumbs: [
        deskCrumb(opened),
        { text: track.name, href: home },
        { text: t('Journal', 'Journal', 'Journal'), href: `${home}/journal` },
        { text: title },
      ],
    },
    html`${wrong ? errorSummary([{ field: fieldOf(wrong), text: sayWhy(lang) }], lang) : ''}
      ${
        c.req.query('done') === 'slettet'
          ? alert(
              'success',
              t(
                'Ordene er slettet, og det står i journalen. Kjeden er hel.',
                'Orda er sletta, og det står i journalen. Kjeda er heil.',
                'The words are erased, and the journal says so. The chain is whole.',
              ),
              { done: true },
            )
          : ''
      }
      ${pageTitle(`${title}, ${track.name}`, {
        lead: t(
          'Ordene forsvinner for godt. At de ble slettet, av hvem og hvorfor, blir stående, og journalen kan fortsatt kontrolleres. Sikkerhetskopier tatt før har dem ennå.',
          'Orda forsvinn for godt. At dei vart sletta, av kven og kvifor, blir ståande, og journalen kan framleis kontrollerast. Tryggleikskopiar tekne før har dei enno.',
          'The words disappear for good. That they were erased, by whom and why, stays, and the journal can still be verified. Backups taken before still hold them.',
        ),
      })}
      <div class="reading stack">
        ${
          entries.length === 0
            ? emptyState(
                'Books',
                t('Ingen ord å slette', 'Ingen ord å slette', 'No words to erase'),
                t(
                  'Journalen har bare datoer og valg.',
                  'Journalen har berre datoar og val.',
                  'The journal holds only dates and choices.',
                ),
              )
            : html`<ul class="acts">
                ${entries.map(({ row, said }) => entry(row, said, home, lang, wrong))}
              </ul>`
        }
      </div>`,
  )
}

function entry(
  row: JournalRow,
  said: DetailRow[],
  home: string,
  lang: Lang,
  wrong: Wrong | undefined,
): Html {
  return html`<li class="act">
    <p class="act-name">${row.seq}. ${eventDone('participation', row.type, lang)}</p>
    <p class="meta">${dateText(row.acted_on, lang)}</p>
    <div class="stack-2">${said.map((one) => fieldForm(row, one, home, lang, wrong))}</div>
  </li>`
}

function fieldForm(
  row: JournalRow,
  { seq, field, value }: DetailRow,
  home: string,
  lang: Lang,
  wrong: Wrong | undefined,
): Html {
  const t = words(lang)
  const mine = wrong?.seq === seq && wrong.field === field ? wrong : undefined
  const name = nameOf(row.type, field, lang)
  return html`<details class="ds-details" ${mine ? html` open` : ''}>
    <summary>${name}</summary>
    <div class="stack">
      <blockquote class="ds-paragraph">${value}</blockquote>
      <form method="post" action="${home}/journal/slett" class="fields">
        <input type="hidden" name="seq" value="${seq}" />
        <input type="hidden" name="field" value="${field}" />
        ${reasonField({ seq, field, reason: mine?.reason ?? '' }, mine !== undefined, lang)}
        <div class="row">
          <button class="ds-button" data-color="danger" data-variant="secondary">
            ${t('Slett ordene for godt', 'Slett orda for godt', 'Erase the words for good')}
          </button>
        </div>
      </form>
    </div>
  </details>`
}

/// Several forms stand on the page, so that each field has a name of its own.
function reasonField(of: Wrong, missing: boolean, lang: Lang): Html {
  const t = words(lang)
  return textField({
    name: fieldOf(of),
    label: t('Hvorfor slettes de', 'Kvifor blir dei sletta', 'Why they are erased'),
    value: of.reason,
    maxlength: 500,
    lang,
    ...(missing ? { error: sayWhy(lang) } : {}),
  })
}

const fieldOf = ({ seq, field }: Pick<Wrong, 'seq' | 'field'>): string => `reason-${seq}-${field}`

const sayWhy = (lang: Lang): string =>
  words(lang)(
    'Skriv hvorfor ordene slettes',
    'Skriv kvifor orda blir sletta',
    'Write why the words are erased',
  )

/// `changes.0.text` → `Ordlyd`, `override.T2` → the reason for an override.
function nameOf(type: string, field: string, lang: Lang): string {
  if (field.startsWith('override.')) {
    const t = words(lang)
    const rule = field.slice('override.'.length)
    return t(
      `Begrunnelse for å overstyre ${rule}`,
      `Grunngjeving for å overstyre ${rule}`,
      `Reason for overriding ${rule}`,
    )
  }
  return fieldLabel(type, field.replaceAll(/\.\d+/g, ''), lang)
}
