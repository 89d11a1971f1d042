// "What you can do now": every act of the person's roles, also the blocked ones with all their reasons, the override
// where it is theirs, and the acts others can do with who they are.
import { html } from 'hono/html'
import type { Finding, HeldRole, ProcessKind, Role } from '../../../workflows/act.ts'
import type { Available } from '../../../workflows/decide.ts'
import { eventLabel, roleLabel } from '../../../workflows/words.ts'
import { isCatchUp, isRare } from '../../desk/case-view.ts'
import type { Desk, Holder } from '../../desk/desk.ts'
import type { Html } from '../dates.ts'
import { findings } from '../parts/findings.ts'
import { actRows, type ActRow } from '../parts/why-not.ts'
import { listed, words } from '../words.ts'

export type ActsOn = {
  kind: ProcessKind
  /// Where the forms stand: `/kommune/3432` or `/felles`.
  home: string
  mine: Available[]
  others: { act: Available; roles: readonly Role[] }[]
  /// The person's roles here.
  roles: readonly Role[]
  holders: Holder[]
  /// The state of the process, to tell what belongs here from what is recorded late.
  state: string
  /// The event the procedure waits for first: its button is the page's primary one.
  next?: string | undefined
}

export function actsNow(on: ActsOn, desk: Desk): Html {
  const { lang } = desk
  const t = words(lang)
  const usual = on.mine.filter(({ spec }) => !isRare(spec))
  const rare = on.mine.filter(({ spec }) => isRare(spec))
  const late = usual.filter((act) => isCatchUp(act, on.state) && act.type !== on.next)
  const now = usual.filter((act) => !isElsewhere(act) && !late.includes(act))
  const elsewhere = usual.filter((act) => isElsewhere(act) && !late.includes(act))
  const ordered = [...now].sort((a, b) => rank(a, on) - rank(b, on))
  const primary = ordered.find(({ type, allowed }) => type === on.next && allowed)?.type
  const rows = (acts: Available[]): Html =>
    actRows(
      acts.map((act) => row(act, on, desk, primary)),
      lang,
    )
  return html`<section class="stack" aria-labelledby="gjor">
    <h2 class="ds-heading" data-size="sm" id="gjor">
      ${t('Hva dere kan gjøre nå', 'Kva de kan gjere no', 'What you can do now')}
    </h2>
    ${
      ordered.length
        ? rows(ordered)
        : html`<p class="quiet">
            ${t(
              'Rollen din har ingenting å gjøre i denne saken akkurat nå.',
              'Rolla di har ingenting å gjere i denne saka akkurat no.',
              'Your role has nothing to do in this case right now.',
            )}
          </p>`
    }
    ${
      late.length
        ? html`<details class="ds-details">
            <summary>
              ${t(
                `Registrer noe som alt har skjedd (${late.length})`,
                `Registrer noko som alt har skjedd (${late.length})`,
                `Record something that has already happened (${late.length})`,
              )}
            </summary>
            <div>${rows(late)}</div>
          </details>`
        : ''
    }
    ${
      elsewhere.length
        ? html`<details class="ds-details">
            <summary>
              ${t(
                `Hører til et annet sted i saken (${elsewhere.length})`,
                `Høyrer til ein annan stad i saka (${elsewhere.length})`,
                `Belongs elsewhere in the case (${elsewhere.length})`,
              )}
            </summary>
            <div>${rows(elsewhere)}</div>
          </details>`
        : ''
    }
    ${
      rare.length
        ? html`<details class="ds-details">
            <summary>
              ${t(
                `Retting og uvanlige steg (${rare.length})`,
                `Retting og uvanlege steg (${rare.length})`,
                `Corrections and rare steps (${rare.length})`,
              )}
            </summary>
            <div>${rows(rare)}</div>
          </details>`
        : ''
    }
    ${others(on, desk)}
  </section>`
}

/// Nothing but the state stands in the way: the act belongs to an earlier or later step.
const isElsewhere = (act: Available): boolean =>
  !act.allowed && act.findings.length === 1 && act.findings[0]!.rule === 'A2'

/// Whom to ask for an override, in words: `kommunedirektøren Sigrid Bø`.
export function whoMay(role: Role, holders: Holder[], desk: Desk): string {
  const names = holders.filter((holder) => holder.role === role).map((holder) => holder.name)
  const label = roleLabel(role, desk.lang)
  return names.length ? `${label} ${listed(names, desk.lang)}` : label
}

function rank(act: Available, on: ActsOn): number {
  if (act.type === on.next) return 0
  if (act.allowed) return act.to ? 1 : 2
  return act.spec.kind === 'P' ? 3 : 4
}

function row(act: Available, on: ActsOn, desk: Desk, primary: string | undefined): ActRow {
  const name = eventLabel(on.kind, act.type, desk.lang)
  const danger = ['withdraw', 'stop', 'go-alone', 'end'].includes(act.type)
  const override = act.allowed ? undefined : overridePart(act.findings, on, act.type, desk)
  return {
    id: act.type,
    name,
    who: whoText(act.spec.actors, on, desk),
    button: buttonText(act, name, desk),
    href: `${on.home}/registrer/${act.type}`,
    primary: act.type === primary,
    danger,
    allowed: act.allowed,
    findings: act.findings,
    ...(override ? { override } : {}),
  }
}

/// The button is short where the name beside it says the rest.
function buttonText(act: Available, name: string, desk: Desk): string {
  const t = words(desk.lang)
  if (act.spec.kind === 'F') return t('Registrer', 'Registrer', 'Record')
  return name.length > 26 ? t('Åpne', 'Opne', 'Open') : name
}

function whoText(actors: readonly Role[], on: ActsOn, desk: Desk): string {
  const mine = actors.filter((role) => on.roles.includes(role))
  const shown = mine.length ? mine : actors
  return upper(
    listed(
      shown.map((role) => roleLabel(role, desk.lang)),
      desk.lang,
    ),
  )
}

/// For the one who answers: a way on to the form, where the reason is written. For others: who that is.
function overridePart(
  found: readonly Finding[],
  on: ActsOn,
  type: string,
  desk: Desk,
): Html | undefined {
  const t = words(desk.lang)
  const blocks = found.filter(({ level }) => level === 'B')
  const roles = [...new Set(blocks.flatMap(({ overridableBy }) => overridableBy ?? []))]
  if (roles.length === 0 || found.some(({ level }) => level === 'H')) return undefined
  const mine = roles.every((role) => on.roles.includes(role))
  const who = listed(
    roles.map((role) => whoMay(role, on.holders, desk)),
    desk.lang,
  )
  const label = listed(
    roles.map((role) => roleLabel(role, desk.lang)),
    desk.lang,
  )
  return html`<details class="ds-details">
    <summary>
      ${t(
        `Overstyr med begrunnelse (bare ${label})`,
        `Overstyr med grunngjeving (berre ${label})`,
        `Override with a reason (only ${label})`,
      )}
    </summary>
    <div class="stack">
      <p>
        ${t(
          'Overstyringen og grunnen blir stående i journalen for alltid.',
          'Overstyringa og grunnen blir ståande i journalen for alltid.',
          'The override and its reason stay in the journal for ever.',
        )}
        ${
          mine
            ? ''
            : t(
                `Det er ${who} som kan gjøre det.`,
                `Det er ${who} som kan gjere det.`,
                `It can be done by ${who}.`,
              )
        }
      </p>
      ${
        mine
          ? html`<a
              class="ds-button"
              data-variant="secondary"
              data-color="danger"
              href="${on.home}/registrer/${type}?overstyr=ja"
              >${t('Skriv begrunnelsen', 'Skriv grunngjevinga', 'Write the reason')}</a
            >`
          : ''
      }
    </div>
  </details>`
}

function others(on: ActsOn, desk: Desk): Html | string {
  const t = words(desk.lang)
  const list = on.others.filter(
    ({ act }) =>
      !isRare(act.spec) && !isElsewhere(act) && (!isCatchUp(act, on.state) || act.type === on.next),
  )
  if (list.length === 0) return ''
  return html`<details class="ds-details">
    <summary>
      ${t(
        `Hva andre kan gjøre (${list.length})`,
        `Kva andre kan gjere (${list.length})`,
        `What others can do (${list.length})`,
      )}
    </summary>
    <div>
      <ul class="acts">
        ${list.map(({ act, roles }) => {
          const who = listed(
            roles.map((role) => whoMay(role, on.holders, desk)),
            desk.lang,
          )
          return html`<li class="act">
            <div>
              <p class="act-name">${eventLabel(on.kind, act.type, desk.lang)}</p>
              <p class="meta">${upper(who)}</p>
            </div>
            ${act.allowed ? '' : findings(act.findings, desk.lang)}
          </li>`
        })}
      </ul>
    </div>
  </details>`
}

/// The roles a person holds in one municipality, or jointly.
export const rolesHere = (roles: readonly HeldRole[], municipality?: string): Role[] => [
  ...new Set(
    roles
      .filter((held) => held.municipality === municipality || held.municipality === undefined)
      .map((held) => held.role),
  ),
]

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
