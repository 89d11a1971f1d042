// One row of the board, on wide screens a table row with its opened part, on phones a card.
import { html } from 'hono/html'
import { councilDay, type BoardRow } from '../../desk/board-view.ts'
import { hasAdopted, isOutside, type Desk, type Holder, type Track } from '../../desk/desk.ts'
import type { Cell } from '../../desk/eight-steps.ts'
import { daysLate, sayMargin } from '../../desk/say-margin.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { date, dateText, type Html } from '../dates.ts'
import { avatar } from '../parts/avatar.ts'
import { flagChips, stateChip } from '../parts/chips.ts'
import { margin, marginAdopted } from '../parts/deadlines.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'

/// `href` opens or closes the row.
export function boardRow(row: BoardRow, href: string, desk: Desk): Html {
  const { track, open } = row
  const { lang } = desk
  const t = words(lang)
  return html`<tr id="r${track.number}" data-live="r${track.number}">
    <th scope="row">
      <a href="${href}" aria-expanded="${open ? 'true' : 'false'}"
        >${icon(open ? 'ChevronDown' : 'ChevronRight')}<span>${track.name}</span></a
      >
    </th>
    <td>${stateCell(track, lang)}</td>
    <td>${marginCell(track, lang)}</td>
    ${row.cells.map((cell) => stepCell(cell, desk))}
    <td>${openCounts(track.submissions, lang)}</td>
    <td>${responsible(track.holders, t('Ingen satt opp', 'Ingen sett opp', 'Nobody set'))}</td>
  </tr>`
}

/// The joint work's row, first in the table.
export function jointRow(desk: Desk, cells: Cell[]): Html {
  const { lang, joint } = desk
  const t = words(lang)
  const { adopted, participants } = joint.state
  return html`<tr class="joint" data-live="joint">
    <th scope="row">
      <a href="/felles"
        >${icon('Layers')}<span>${t('Fellesdelen', 'Fellesdelen', 'Joint part')}</span></a
      >
    </th>
    <td>
      <div class="stack-2">
        ${stateChip('strategy', joint.state.state, lang)}<span class="quiet"
          >${t(
            `${adopted} av ${participants} har vedtatt`,
            `${adopted} av ${participants} har vedteke`,
            `${adopted} of ${participants} have adopted`,
          )}</span
        >
      </div>
    </td>
    <td class="quiet">${t('Følger de tolv', 'Følgjer dei tolv', 'Follows the municipalities')}</td>
    ${cells.map((cell) => stepCell(cell, desk))}
    <td>${openCounts(joint.submissions, lang)}</td>
    <td>${responsible(joint.holders, t('Ingen satt opp', 'Ingen sett opp', 'Nobody set'))}</td>
  </tr>`
}

/// The same municipality on a phone.
export function boardCard(row: BoardRow, desk: Desk): Html {
  const { track } = row
  const { lang } = desk
  const t = words(lang)
  const adopted = adoptedOn(track)
  return html`<li class="board-card" data-live="c${track.number}">
    <div>
      <h2 class="ds-heading" data-size="2xs">
        <a class="ds-link" data-color="neutral" href="/kommune/${track.number}">${track.name}</a>
      </h2>
      ${hasAdopted(track) || isOutside(track) ? '' : margin(track.margin.days ?? undefined, '', lang)}
    </div>
    <div class="chips">
      ${stateChip('participation', track.stored.state, lang)}${flagChips(track.flags, lang)}
    </div>
    <p class="quiet">
      ${
        adopted
          ? html`${t('Vedtatt', 'Vedteken', 'Adopted')} ${date(adopted, lang, 'short')}`
          : isOutside(track)
            ? ''
            : sayMargin(track, lang)
      }
    </p>
  </li>`
}

/// State, what it waits for, flags.
function stateCell(track: Track, lang: Lang): Html {
  const more = sayMore(track, lang)
  return html`<div class="stack-2">
    ${stateChip('participation', track.stored.state, lang)}${
      more ? html`<span class="quiet">${more}</span>` : ''
    }${track.flags.length ? html`<span class="chips">${flagChips(track.flags, lang)}</span>` : ''}
  </div>`
}

export function marginCell(track: Track, lang: Lang): Html {
  if (isOutside(track)) return html`<span class="quiet">–</span>`
  if (hasAdopted(track)) return marginAdopted(daysLate(track), lang)
  return margin(track.margin.days ?? undefined, sayMargin(track, lang), lang)
}

function sayMore(track: Track, lang: Lang): string {
  const t = words(lang)
  const { total, unanswered } = track.submissions
  const meeting = councilDay(track)
  if (track.stored.state === 'K70' && total > 0) {
    const done = total - unanswered
    return t(
      `${done} av ${total} innspill besvart`,
      `${done} av ${total} innspel svara på`,
      `${done} of ${total} submissions answered`,
    )
  }
  if (track.stored.state === 'K103' && meeting) {
    const on = dateText(meeting, lang)
    return t(`Nytt møte ${on}`, `Nytt møte ${on}`, `New meeting ${on}`)
  }
  return ''
}

/// Done: check and date. Now: bold on grey. Planned: italic. Unknown: a dash with its meaning for those who cannot see.
function stepCell(cell: Cell, desk: Desk): Html {
  const t = words(desk.lang)
  const is = cell.at === 'unknown' ? 'none' : cell.at
  const day = cell.on ? boardDay(cell.on, desk) : undefined
  if (cell.at === 'done') {
    const mark = cell.lock
      ? icon('PadlockLocked', t('Låst', 'Låst', 'Frozen'))
      : icon('Checkmark', t('Ferdig', 'Ferdig', 'Done'))
    return html`<td class="cell" data-is="${is}">${mark} ${day}</td>`
  }
  if (cell.at === 'now') {
    return html`<td class="cell" data-is="${is}">
      <span class="ds-sr-only">${t('Nå:', 'No:', 'Now:')} </span
      >${day ?? t('pågår', 'pågår', 'under way')}
    </td>`
  }
  if (cell.at === 'planned') {
    return html`<td class="cell" data-is="${is}">
      <span class="ds-sr-only">${t('Planlagt:', 'Planlagt:', 'Planned:')} </span>${day}
    </td>`
  }
  return html`<td class="cell" data-is="${is}">
    <span aria-hidden="true">–</span
    ><span class="ds-sr-only">${t('Ikke kjent', 'Ikkje kjent', 'Not known')}</span>
  </td>`
}

/// `13. mars`, and `nov. 27` in another year than today's.
function boardDay(on: string, { lang, today }: Desk): Html {
  if (on.slice(0, 4) === today.slice(0, 4)) return date(on, lang, 'short')
  const short = dateText(on, lang, 'short').replace(/^\S*?\d+\.?\s/, '')
  return html`<time datetime="${on}">${short} ${on.slice(2, 4)}</time>`
}

function openCounts({ total }: { total: number }, lang: Lang): Html {
  const t = words(lang)
  if (total === 0)
    return html`<span class="ds-sr-only">${t('Ingenting', 'Ingenting', 'Nothing')}</span>`
  return html`<span class="nowrap"
    >${icon('InboxDown', t('Innspill', 'Innspel', 'Submissions'))} ${total}</span
  >`
}

/// The planner first: the one the coordinator talks to.
export function contactOf(holders: Holder[]): Holder | undefined {
  const order = ['coordinator', 'planner', 'council-secretary', 'chief-executive', 'mayor']
  return [...holders]
    .filter((holder) => order.includes(holder.role))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))[0]
}

function responsible(holders: Holder[], nobody: string): Html {
  const holder = contactOf(holders)
  return holder
    ? avatar(holder.name, holder.colour)
    : html`<span aria-hidden="true">–</span><span class="ds-sr-only">${nobody}</span>`
}

export function adoptedOn(track: Track): string | undefined {
  if (!hasAdopted(track)) return undefined
  return [...track.acts]
    .reverse()
    .find(
      ({ type, input }) =>
        type === 'record-decision' &&
        (input.outcome === 'unchanged' || input.outcome === 'changed'),
    )?.actedOn
}
