// Every suggestion on a copy one may see, whose it is and what became of it: the coordinator's overview, and each person's
// own. Above it the suggestions that stand open in the texts themselves, for a text with one cannot be frozen.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { amendmentsOf, type AmendmentRow } from '../../../db/amendment.ts'
import { personById } from '../../../db/people.ts'
import type { Env } from '../../house.ts'
import { worksFor } from '../../suggestion/amendment.ts'
import { writeAccess } from '../../text/section-access.ts'
import { suggestionsIn } from '../../version/suggestions.ts'
import { date, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { emptyState, pageTitle } from '../parts/boxes.ts'
import { openTexts, titleOf, type Texts } from '../text/open-text.ts'
import { stateChipOf } from './amendment-page.ts'

type Row = { amendment: AmendmentRow; writer: string }

export async function amendmentsPage(c: Context<Env>): Promise<Response> {
  const texts = await openTexts(c)
  if (texts instanceof Response) return texts
  const { t, strategy, house } = texts
  const all = await amendmentsOf(house.store.db, strategy.region, strategy.id)
  const rows = await withWriters(
    texts,
    all.filter((one) => sees(texts, one)),
  )
  const wanted = c.req.query('vis') ?? 'alle'
  const shown = rows.filter(({ amendment }) => filters[wanted]?.(amendment) ?? true)
  const title = t('Endringsforslag', 'Endringsframlegg', 'Amendments')
  const body = html`${pageTitle(title, {
      lead: t(
        'Forslag som er skrevet på en kopi av teksten. De blir stående her for alltid, med svaret.',
        'Framlegg som er skrivne på ein kopi av teksten. Dei blir ståande her for alltid, med svaret.',
        'Amendments written on a copy of the text. They stay here for good, with the answer.',
      ),
    })}
    <div class="stack-8">
      <section class="stack-2" aria-labelledby="oversikt">
        <h2 class="ds-heading" data-size="sm" id="oversikt">
          ${t('Oversikt', 'Oversikt', 'Overview')}
        </h2>
        ${filterNav(texts, wanted)}
        ${rows.length === 0 ? nothing(texts) : shown.length === 0 ? noMatch(texts) : table(texts, shown)}
      </section>
      ${await inTexts(texts)}
    </div>`
  return layout(
    c,
    {
      title,
      current: 'texts',
      crumbs: [{ text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' }, { text: title }],
    },
    body,
  )
}

const filters: Record<string, (row: AmendmentRow) => boolean> = {
  alle: () => true,
  venter: ({ state }) => state === 'sent',
  besvart: ({ state }) => ['accepted', 'partly', 'rejected'].includes(state),
  kommuner: ({ behalf_of }) => behalf_of !== null,
}

/// One's own always; others' when one writes the text and they are sent.
function sees({ person, roles, sections, states }: Texts, one: AmendmentRow): boolean {
  const municipality = one.behalf_of
  if (municipality === null && one.person === person.id) return true
  if (municipality !== null && worksFor(roles, municipality)) return true
  const section = sections.find(({ id }) => id === one.section)
  if (!section || one.sent_at === null) return false
  const { write } = writeAccess(section, roles, states)
  return write.may || !['no-role', 'not-yours'].includes(write.why)
}

async function withWriters({ house }: Texts, list: AmendmentRow[]): Promise<Row[]> {
  const names = new Map<string, string>()
  for (const id of new Set(list.map(({ person }) => person))) {
    names.set(id, (await personById(house.store.db, id))?.name ?? '')
  }
  return list.map((amendment) => ({ amendment, writer: names.get(amendment.person) ?? '' }))
}

function filterNav({ t }: Texts, wanted: string): Html {
  const choices: [string, string][] = [
    ['alle', t('Alle', 'Alle', 'All')],
    ['venter', t('Venter på svar', 'Ventar på svar', 'Waiting')],
    ['besvart', t('Besvart', 'Svart på', 'Answered')],
    ['kommuner', t('Fra kommuner', 'Frå kommunar', 'From municipalities')],
  ]
  return html`<nav class="ds-toggle-group" data-many aria-label="${t('Vis', 'Vis', 'Show')}">
    ${choices.map(
      ([value, name]) =>
        html`<a
          class="ds-button"
          data-variant="tertiary"
          href="/endringsforslag?vis=${value}"
          ${value === wanted ? html` aria-current="true"` : ''}
          >${name}</a
        >`,
    )}
  </nav>`
}

function table(texts: Texts, rows: Row[]): Html {
  const { t, lang, sections, municipalities } = texts
  const heads = [
    t('Forslag', 'Framlegg', 'Amendment'),
    t('Fra', 'Frå', 'From'),
    t('Kapittel', 'Kapittel', 'Chapter'),
    t('Sendt', 'Sendt', 'Sent'),
    t('Hva det ble til', 'Kva det vart til', 'What became of it'),
  ]
  return html`<table class="ds-table stacks">
    <caption class="ds-sr-only">
      ${t('Endringsforslag', 'Endringsframlegg', 'Amendments')}
    </caption>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(({ amendment, writer }) => {
        const section = sections.find(({ id }) => id === amendment.section)
        const municipality = amendment.behalf_of && municipalities.get(amendment.behalf_of)?.name
        return html`<tr>
          <th scope="row">
            <a class="ds-link" href="/endringsforslag/${amendment.id}"
              >${amendment.title || t('Uten tittel', 'Utan tittel', 'Untitled')}</a
            >
          </th>
          <td data-label="${heads[1]}">
            ${municipality ? html`<strong>${municipality}</strong>` : writer}
          </td>
          <td data-label="${heads[2]}">${section ? titleOf(section, lang) : ''}</td>
          <td data-label="${heads[3]}">
            ${amendment.sent_at ? date(amendment.sent_at, lang, 'short-year') : t('Ikke sendt', 'Ikkje sendt', 'Not sent')}
          </td>
          <td data-label="${heads[4]}">
            ${stateChipOf(amendment.state, lang)}
            ${amendment.answer ? html`<div class="quiet">${amendment.answer.slice(0, 200)}</div>` : ''}
          </td>
        </tr>`
      })}
    </tbody>
  </table>`
}

/// Open suggestions in the texts this person may write, counted from the log.
async function inTexts(texts: Texts): Promise<Html> {
  const { t, lang, sections, house, roles, states } = texts
  const own = sections.filter((section) => writeAccess(section, roles, states).write.may)
  const found: { id: string; title: string; count: number }[] = []
  for (const section of own) {
    const { doc } = await house.rooms.read(section.region, section.id)
    const count = suggestionsIn(doc)
    doc.destroy()
    if (count > 0) found.push({ id: section.id, title: titleOf(section, lang), count })
  }
  return html`<section class="stack-2" aria-labelledby="i-teksten">
    <h2 class="ds-heading" data-size="sm" id="i-teksten">
      ${t('Åpne forslag i teksten', 'Opne framlegg i teksten', 'Open suggestions in the text')}
    </h2>
    <p>
      ${t(
        'En tekst med åpne forslag kan ikke låses. Godta eller avvis dem der de står.',
        'Ein tekst med opne framlegg kan ikkje låsast. Godta eller avvis dei der dei står.',
        'A text with open suggestions cannot be frozen. Accept or reject them where they stand.',
      )}
    </p>
    ${
      found.length === 0
        ? html`<p class="quiet">
            ${t('Ingen i tekstene du skriver i.', 'Ingen i tekstane du skriv i.', 'None in the texts you write.')}
          </p>`
        : html`<ul class="ds-list">
            ${found.map(
              ({ id, title, count }) =>
                html`<li>
                  <a class="ds-link" href="/tekst/${id}#forslag">${title}</a>:
                  ${
                    count === 1
                      ? t('1 forslag', '1 framlegg', '1 suggestion')
                      : t(`${count} forslag`, `${count} framlegg`, `${count} suggestions`)
                  }
                </li>`,
            )}
          </ul>`
    }
  </section>`
}

const nothing = ({ t }: Texts): Html =>
  emptyState(
    'NotePencil',
    t('Ingen endringsforslag ennå', 'Ingen endringsframlegg enno', 'No amendments yet'),
    t(
      'Åpne et kapittel og velg Foreslå endringer. Forslaget skrives på en kopi, og de som skriver teksten, svarer på det.',
      'Opne eit kapittel og vel Føreslå endringar. Framlegget blir skrive på ein kopi, og dei som skriv teksten, svarar på det.',
      'Open a chapter and choose Suggest changes. The amendment is written on a copy, and those who write the text answer it.',
    ),
    html`<a class="ds-link" href="/tekst">${t('Til tekstene', 'Til tekstane', 'To the texts')}</a>`,
    3,
  )

const noMatch = ({ t }: Texts): Html =>
  html`<p class="quiet">
    ${t('Ingen forslag passer med valget.', 'Ingen framlegg passar med valet.', 'No amendments match.')}
  </p>`
