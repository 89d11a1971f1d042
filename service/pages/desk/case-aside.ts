// What stands beside a case: what it is about, who is responsible, the choice for the master plan and the texts.
import { html } from 'hono/html'
import type { versionHeads } from '../../../db/version.ts'
import { choiceLabel, roleLabel } from '../../../workflows/words.ts'
import type { Desk, Holder, Track } from '../../desk/desk.ts'
import { date, type Html } from '../dates.ts'
import { avatar } from '../parts/avatar.ts'
import { hash } from '../parts/hash.ts'
import { words } from '../words.ts'

type Heads = Awaited<ReturnType<typeof versionHeads>>

export function aside(track: Track, desk: Desk, versions: Heads): Html {
  const { lang, strategy } = desk
  const t = words(lang)
  const { settings } = track.facts
  const caseNumber = lastText(track, 'caseNumber')
  const plan = masterPlan(track)
  const joint = versions.filter(({ scope, zone }) => scope === 'joint' && zone === 'joint').at(-1)
  const own = versions.filter(({ scope, zone }) => scope === 'own' && zone === track.number).at(-1)
  const edition = track.facts.edition
  const address = (value: string): string => `/s/${strategy.slug}/v/${value}`
  return html`<section class="stack-2">
      <h2 class="ds-heading" data-size="sm">${t('Om saken', 'Om saka', 'About the case')}</h2>
      <dl class="facts">
        ${caseNumber ? fact(t('Siste saksnummer', 'Siste saksnummer', 'Last case number'), caseNumber) : ''}
        ${
          settings.firstTreatmentBody
            ? fact(
                t('Sendes på høring av', 'Blir sendt på høyring av', 'Laid out by'),
                choiceLabel('body', settings.firstTreatmentBody, lang),
              )
            : ''
        }
        ${fact(t('Målform', 'Målform', 'Language'), track.language === 'nn' ? 'nynorsk' : t('bokmål', 'bokmål', 'bokmål'))}
        ${fact(
          t('Planprogram', 'Planprogram', 'Planning programme'),
          settings.combinedProgramme ? t('ja', 'ja', 'yes') : t('nei', 'nei', 'no'),
        )}
      </dl>
    </section>
    <section class="stack-2">
      <h2 class="ds-heading" data-size="sm">${t('Ansvarlige', 'Ansvarlege', 'Responsible')}</h2>
      ${
        track.holders.length
          ? html`<ul class="plain stack-2">
              ${track.holders.map((holder) => personItem(holder, track.holders, desk))}
            </ul>`
          : html`<p class="quiet">
              ${t('Ingen er satt opp ennå.', 'Ingen er sette opp enno.', 'Nobody is set up yet.')}
            </p>`
      }
    </section>
    <section class="stack-2">
      <h2 class="ds-heading" data-size="sm">
        ${t('Kommuneplanvalget', 'Kommuneplanvalet', 'The master plan')}
      </h2>
      ${
        plan
          ? html`<dl class="facts">
              ${fact(t('Samfunnsdelen', 'Samfunnsdelen', 'Societal part'), choiceLabel('societal', plan.societal, lang).toLowerCase())}
              ${fact(t('Arealdelen', 'Arealdelen', 'Land-use part'), choiceLabel('landUse', plan.landUse, lang).toLowerCase())}
            </dl>`
          : html`<p class="quiet">
              ${t('Ikke valgt ennå.', 'Ikkje valt enno.', 'Not chosen yet.')}
            </p>`
      }
    </section>
    <section class="stack-2">
      <h2 class="ds-heading" data-size="sm">${t('Tekstene', 'Tekstane', 'The texts')}</h2>
      <ul class="ds-list">
        <li>
          <a class="ds-link" href="/tekst"
            >${t('Arbeidstekstene', 'Arbeidstekstane', 'The working texts')}</a
          >
        </li>
        ${joint ? versionItem(t('Fellesdelen', 'Fellesdelen', 'Joint part'), joint, desk, address) : ''}
        ${own ? versionItem(t('Kommunedelen', 'Kommunedelen', 'Own part'), own, desk, address) : ''}
        ${
          edition
            ? html`<li>
                ${t('Samlet dokument', 'Samla dokument', 'Whole document')}
                ${hash(edition.id, lang, address(edition.id))}
              </li>`
            : ''
        }
        <li>
          <a class="ds-link" href="/kommune/${track.number}/forslag"
            >${t('Forslag til vedtak', 'Framlegg til vedtak', 'Proposed decision')}</a
          >
        </li>
        <li>
          <a class="ds-link" href="/planbehov">${t('Planbehov', 'Planbehov', 'Plan needs')}</a>
        </li>
      </ul>
    </section>`
}

function versionItem(
  zone: string,
  head: Heads[number],
  desk: Desk,
  address: (hash: string) => string,
): Html {
  return html`<li>
    ${zone}, ${date(head.frozen_on, desk.lang, 'short-year')}
    ${hash(head.hash, desk.lang, address(head.hash))}
  </li>`
}

export const fact = (name: string, value: string | Html): Html =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`

export function personItem(holder: Holder, all: Holder[], desk: Desk): Html {
  const t = words(desk.lang)
  const absent = all.find(({ person }) => person === holder.substituteFor)?.name
  const role = roleLabel(holder.role, desk.lang)
  return html`<li class="person">
    ${avatar(holder.name, holder.colour)}
    <div>
      <p>${holder.name}</p>
      <p class="meta">
        ${
          absent
            ? t(
                `stedfortreder for ${absent}, ${role}`,
                `stadfortredar for ${absent}, ${role}`,
                `substitute for ${absent}, ${role}`,
              )
            : role
        }
      </p>
    </div>
  </li>`
}

/// The last text of a field anyone registered.
function lastText(track: Track, field: string): string | undefined {
  const value = track.acts.toReversed().find(({ input }) => typeof input[field] === 'string')
    ?.input[field]
  return typeof value === 'string' ? value : undefined
}

function masterPlan({ stored }: Track): { societal: string; landUse: string } | undefined {
  const plan = stored.context.masterPlan
  if (typeof plan !== 'object' || plan === null || Array.isArray(plan)) return undefined
  const { societal, landUse } = plan
  return typeof societal === 'string' && typeof landUse === 'string'
    ? { societal, landUse }
    : undefined
}
