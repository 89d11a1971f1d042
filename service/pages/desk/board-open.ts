// The opened row: the next act with every reason it cannot be done yet, the last three acts and whom to ring.
import { html } from 'hono/html'
import { detailRows } from '../../../db/journal.ts'
import { available } from '../../../workflows/decide.ts'
import type { Role } from '../../../workflows/act.ts'
import { eventLabel, roleLabel } from '../../../workflows/words.ts'
import { awaitedOf, type Awaited } from '../../desk/awaited.ts'
import type { Desk, DeskAct, Track } from '../../desk/desk.ts'
import { sayAct } from '../../desk/say-act.ts'
import type { House } from '../../house.ts'
import { date, type Html } from '../dates.ts'
import { findings } from '../parts/findings.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { contactOf } from './board-row.ts'

const everyRole: Role[] = ['planner', 'council-secretary', 'chief-executive', 'mayor']

export type LastAct = { on: string; text: string }

/// The last acts of a process, newest first, with their free words.
export async function lastActs(
  house: House,
  desk: Desk,
  kind: 'strategy' | 'participation',
  process: string,
  acts: DeskAct[],
  count: number,
): Promise<LastAct[]> {
  const details = await detailRows(house.store.db, desk.region, process)
  return acts
    .slice(-count)
    .reverse()
    .map((act) => ({
      on: act.actedOn,
      text: sayAct(
        kind,
        {
          type: act.type,
          input: act.input,
          details: Object.fromEntries(
            details.filter(({ seq }) => seq === act.seq).map(({ field, value }) => [field, value]),
          ),
          named: desk.tracks.find((track) => track.number === act.input.municipality)?.name,
        },
        desk.lang,
      ),
    }))
}

/// `reminds`: the reader may send a reminder.
export function openedRow(
  desk: Desk,
  track: Track,
  last: LastAct[],
  options: { columns: number; reminds: boolean },
): Html {
  const { lang } = desk
  const t = words(lang)
  const [next, then] = awaitedOf(track)
  const asker = {
    roles: everyRole.map((role) => ({ role, municipality: track.number })),
    behalfOf: track.number,
  }
  const found = next
    ? available(track.stored, asker, track.facts, desk.today).find(({ type }) => type === next.type)
    : undefined
  const contact = contactOf(track.holders)
  const heading = next
    ? `${t('Neste steg for', 'Neste steg for', 'Next for')} ${track.name}: ${lowered(eventLabel('participation', next.type, lang))}`
    : t(
        `${track.name}: ingenting venter nå`,
        `${track.name}: ingenting ventar no`,
        `${track.name}: nothing waits now`,
      )
  return html`<tr class="opened" data-live="o${track.number}">
    <td colspan="${options.columns}">
      <div class="ds-card split">
        <div class="ds-card__block stack">
          <div class="row-between">
            <h2 class="ds-heading" data-size="2xs">${heading}</h2>
            <a class="ds-link" href="/kommune/${track.number}"
              >${icon('ArrowRight')} ${t('Åpne saken', 'Opne saka', 'Open the case')}</a
            >
          </div>
          ${next ? html`<p class="quiet">${sayWho(next, track, desk)}</p>` : ''}
          ${
            found?.findings.length
              ? html`<p>${sayWhyNot(found.allowed, found.findings, lang)}</p>
                  ${findings(found.findings, lang)}`
              : next
                ? html`<p>
                    ${t('Ingenting står i veien.', 'Ingenting står i vegen.', 'Nothing stands in the way.')}
                  </p>`
                : ''
          }
          ${
            then
              ? html`<p>
                  ${t('Deretter', 'Deretter', 'Then')}:
                  ${lowered(eventLabel('participation', then.type, lang))}.
                </p>`
              : ''
          }
          ${
            next && options.reminds
              ? html`<form method="post" action="/tavle/paaminning">
                  <input type="hidden" name="kommune" value="${track.number}" />
                  <button class="ds-button">
                    ${icon('Paperplane')}${t('Send påminning', 'Send påminning', 'Send a reminder')}
                  </button>
                </form>`
              : ''
          }
        </div>
        <div class="ds-card__block stack">
          <div class="stack-2">
            <h3 class="ds-heading" data-size="2xs">
              ${t('Siste hendelser', 'Siste hendingar', 'Last acts')}
            </h3>
            ${
              last.length
                ? html`<ul class="plain stack-2">
                    ${last.map(
                      (act) =>
                        html`<li class="entry-short">
                          <span class="quiet">${date(act.on, lang, 'short')}</span> ${act.text}
                        </li>`,
                    )}
                  </ul>`
                : html`<p class="quiet">${t('Ingen ennå.', 'Ingen enno.', 'None yet.')}</p>`
            }
          </div>
          <div class="stack-2">
            <h3 class="ds-heading" data-size="2xs">${t('Kontakt', 'Kontakt', 'Contact')}</h3>
            ${
              contact
                ? html`<p>
                    ${contact.name},
                    ${roleLabel(contact.role, lang)}${
                      contact.email
                        ? html`<br /><a class="ds-link" href="mailto:${contact.email}"
                              >${contact.email}</a
                            >`
                        : ''
                    }
                  </p>`
                : html`<p class="quiet">
                    ${t(
                      'Kommunen har ingen satt opp ennå.',
                      'Kommunen har ingen sett opp enno.',
                      'Nobody is set up for the municipality yet.',
                    )}
                  </p>`
            }
          </div>
        </div>
      </div>
    </td>
  </tr>`
}

/// Who is to do it, and when it is planned.
function sayWho(next: Awaited, track: Track, { lang, today }: Desk): Html {
  const who = next.roles.map((role) => {
    const names = track.holders.filter((holder) => holder.role === role).map(({ name }) => name)
    return [roleLabel(role, lang), ...names.slice(0, 1)].join(' ')
  })
  const named = who.join(', ')
  const upper = named.charAt(0).toUpperCase() + named.slice(1)
  return html`${upper}${next.on && next.on >= today ? html` · ${date(next.on, lang, 'weekday-short')}` : ''}`
}

function sayWhyNot(allowed: boolean, found: { level: string }[], lang: Desk['lang']): string {
  const t = words(lang)
  const stops = found.filter(({ level }) => level !== 'S').length
  const checks = found.length - stops
  const also = checks
    ? t(
        checks === 1 ? ' Én ting til bør sjekkes:' : ` ${checks} ting til bør sjekkes:`,
        checks === 1 ? ' Éin ting til bør sjekkast:' : ` ${checks} ting til bør sjekkast:`,
        checks === 1 ? ' One more thing to check:' : ` ${checks} more things to check:`,
      )
    : ''
  if (allowed || stops === 0) {
    return t(
      'Kan gjøres nå. Dette bør sjekkes:',
      'Kan gjerast no. Dette bør sjekkast:',
      'Can be done now. This should be checked:',
    )
  }
  return (
    t(
      `Dette kan ikke gjøres ennå, av ${stops === 1 ? 'én grunn' : `${stops} grunner`}.`,
      `Dette kan ikkje gjerast enno, av ${stops === 1 ? 'éin grunn' : `${stops} grunnar`}.`,
      `This cannot be done yet, for ${stops === 1 ? 'one reason' : `${stops} reasons`}.`,
    ) + also
  )
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
