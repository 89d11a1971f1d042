// The document as a list: the joint part and each municipality's, in which language, who may write, when it last changed.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { lastWritten, type LastWritten } from '../../../db/section.ts'
import { changedSince } from '../../../db/reading.ts'
import type { SectionRow } from '../../../db/strategy.ts'
import type { Env } from '../../house.ts'
import { writeAccess } from '../../text/section-access.ts'
import { date, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { stateChip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import type { Claims } from './contents.ts'
import { claimsToday, claimWords } from './claim-box.ts'
import { orderForm } from './order-form.ts'
import { searchForm } from './search-page.ts'
import { openTexts, titleOf, type Texts } from './open-text.ts'

export async function listPage(c: Context<Env>): Promise<Response> {
  const texts = await openTexts(c)
  if (texts instanceof Response) return texts
  const { t, strategy, sections, lang, house, person } = texts
  const { db } = house.store
  const last = await lastWritten(db, strategy.region, sections)
  const news = await changedSince(db, strategy.region, person.id, sections)
  const written: Written = { last, news, claims: await claimsToday(texts) }
  const zones = [...texts.municipalities.values()].filter(({ number }) =>
    sections.some((section) => section.zone === number),
  )
  const title = t('Teksten', 'Teksten', 'The text')
  const body = html`${pageTitle(title, {
      lead: lang === 'nn' ? strategy.title_nn : strategy.title_nb,
      actions: html`<a class="ds-button" data-variant="tertiary" href="/endringsforslag"
        >${icon('NotePencil')}${t('Endringsforslag', 'Endringsframlegg', 'Amendments')}</a
      >`,
    })}
    <div class="stack" data-live-board="/api/strategies/${strategy.id}/changes">
      ${
        c.req.query('done') === 'flyttet'
          ? alert(
              'success',
              t('Kapittelet er flyttet.', 'Kapittelet er flytta.', 'The chapter was moved.'),
              {
                done: true,
              },
            )
          : ''
      }
      ${searchForm(t)}
      <section class="stack" aria-labelledby="fellesdelen">
        <div class="row">
          <h2 class="ds-heading" data-size="sm" id="fellesdelen">
            ${t('Fellesdelen', 'Fellesdelen', 'Joint part')}
          </h2>
          ${stateChip('strategy', texts.states.joint, lang)}
        </div>
        ${table(texts, 'joint', written, t('Fellesdelen', 'Fellesdelen', 'Joint part'))}
      </section>
      <section class="stack" aria-labelledby="kommunedeler">
        <h2 class="ds-heading" data-size="sm" id="kommunedeler">
          ${t('Kommunedeler', 'Kommunedelar', 'Municipal parts')}
        </h2>
        ${zones.map(({ number, name }) => municipal(texts, number, name, written))}
      </section>
    </div>`
  return layout(c, { title, current: 'texts' }, body)
}

/// When each text was last written, and which the reader has not seen since others did.
type Written = { last: Map<string, LastWritten>; news: Set<string>; claims: Claims }

/// One municipality's part, open when the reader works there.
function municipal(texts: Texts, number: string, name: string, written: Written): Html {
  const mine = texts.roles.some((role) => role.municipality === number)
  return html`<details class="ds-details" ${mine ? html` open` : ''}>
    <summary>
      ${name} ${stateChip('participation', texts.states.of(number) ?? 'K00', texts.lang)}
    </summary>
    <div>${table(texts, number, written, name)}</div>
  </details>`
}

function table(texts: Texts, zone: string, written: Written, caption: string): Html {
  const { t } = texts
  const rows = texts.sections.filter((section) => section.zone === zone)
  const heads = [
    t('Kapittel', 'Kapittel', 'Chapter'),
    t('Språk', 'Språk', 'Language'),
    t('Du kan', 'Du kan', 'You can'),
    t('Sist endret', 'Sist endra', 'Last changed'),
  ]
  return html`<div class="stack" data-live="texts-${zone}">
    <table class="ds-table stacks">
      <caption class="ds-sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((section) => row(texts, section, written, heads))}
      </tbody>
    </table>
    ${orderForm(texts, rows)}
  </div>`
}

function row(texts: Texts, section: SectionRow, written: Written, heads: string[]): Html {
  const { t, lang } = texts
  const { write } = writeAccess(section, texts.roles, texts.states)
  const last = written.last.get(section.id)
  return html`<tr>
    <th scope="row">
      <a class="ds-link" href="/tekst/${section.id}">${titleOf(section, lang)}</a>
      ${(written.claims.get(section.id) ?? []).map(
        (claim) =>
          html`<div class="toc-claim">${icon('PersonPencil')}${claimWords(texts, claim)}</div>`,
      )}
    </th>
    <td data-label="${heads[1]}">${languagesOf(section, texts)}</td>
    <td data-label="${heads[2]}">
      ${
        write.may
          ? html`<span class="chips">${icon('Pencil')} ${t('skrive', 'skrive', 'write')}</span>`
          : html`<span class="chips"
              >${icon(write.why === 'frozen' || write.why === 'ended' ? 'PadlockLocked' : 'Eye')}
              ${t('lese', 'lese', 'read')}</span
            >`
      }
    </td>
    <td data-label="${heads[3]}">
      ${last ? html`${date(last.at, lang, 'short-year')}${last.name ? html` · ${last.name}` : ''}` : ''}
      ${
        written.news.has(section.id)
          ? html`<br /><a class="ds-link" href="/tekst/${section.id}/versjoner?fra=sist"
                >${icon('NotePencil')}${t(
                  'Endret siden du sist leste',
                  'Endra sidan du sist las',
                  'Changed since you last read it',
                )}<span class="ds-sr-only">: ${titleOf(section, lang)}</span></a
              >`
          : ''
      }
    </td>
  </tr>`
}

const languagesOf = (section: SectionRow, { t }: Texts): string => {
  const names = { nb: t('bokmål', 'bokmål', 'bokmål'), nn: t('nynorsk', 'nynorsk', 'nynorsk') }
  const own = section.language === 'nn' ? names.nn : names.nb
  const other = section.language === 'nn' ? names.nb : names.nn
  return section.zone === 'joint' ? `${own} ${t('og', 'og', 'and')} ${other}` : own
}
