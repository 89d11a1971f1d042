// One municipality's row in the ledger of decisions.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import { chapterName, type Chapter } from '../../desk/joint-sentence.ts'
import { versionLabel } from '../../version/read.ts'
import { date, type Html } from '../dates.ts'
import { stateChip } from '../parts/chips.ts'
import { hash } from '../parts/hash.ts'
import { icon } from '../parts/icon.ts'
import { listed, words } from '../words.ts'
import type { PublicDecision } from './decision.ts'
import { publicPart } from './published-text.ts'
import { hasAdopted, type PublicMunicipality, type PublicStrategy } from './view.ts'

export function ledgerRow(
  m: PublicMunicipality,
  s: PublicStrategy,
  head: readonly string[],
  chapters: Chapter[],
  lang: Lang,
): Html {
  return html`<tr>
    <th scope="row">
      <a class="ds-link" data-color="neutral" href="/s/${s.slug}/kommune/${m.number}"
        ><span class="nowrap">${m.name}</span></a
      >
    </th>
    <td data-label="${head[1]}">${decisionChip(m, lang)}</td>
    <td data-label="${head[2]}">${meetingCell(m, s, lang)}</td>
    <td data-label="${head[3]}">${textCell(m, s, chapters, lang)}</td>
    <td data-label="${head[4]}" ${note(m, s, lang) === '' ? html` data-empty` : ''}>
      ${note(m, s, lang)}
    </td>
  </tr>`
}

/// The outcome, not the later step: «Vedtatt uendret» also when it has been announced since.
export const decisionChip = (m: PublicMunicipality, lang: Lang): Html =>
  stateChip('participation', publicState(m), lang)

export function publicState(m: PublicMunicipality): string {
  const later = new Set(['K110', 'K120', 'K130'])
  if (!hasAdopted(m) || !later.has(m.state)) return m.state
  return m.decision?.outcome === 'changed' ? 'K101' : 'K100'
}

/// `24 mot 3`, `Enstemmig`.
export function votesText(votes: PublicDecision['votes'], lang: Lang): string {
  const t = words(lang)
  if (votes === undefined) return ''
  if (votes === 'unanimous') return t('Enstemmig', 'Samrøystes', 'Unanimous')
  return t(
    `${votes.for}\u00a0mot\u00a0${votes.against}`,
    `${votes.for}\u00a0mot\u00a0${votes.against}`,
    `${votes.for}\u00a0to\u00a0${votes.against}`,
  )
}

function meetingCell(m: PublicMunicipality, s: PublicStrategy, lang: Lang): Html | string {
  const t = words(lang)
  const { decision } = m
  const decided = decision && !(m.meetingOn && m.meetingOn > decision.on)
  if (decided) {
    const more = [decision.caseNumber, votesText(decision.votes, lang)].filter(Boolean).join(' · ')
    return html`<div>
      ${date(decision.on, lang)}${more ? html`<div class="quiet">${more}</div>` : ''}
    </div>`
  }
  if (!m.meetingOn) return '–'
  const planned =
    m.meetingOn >= s.today
      ? t('Planlagt møte', 'Planlagt møte', 'Planned meeting')
      : t('Ikke registrert ennå', 'Ikkje registrert enno', 'Not recorded yet')
  return html`<div>
    ${date(m.meetingOn, lang)}
    <div class="quiet">${planned}</div>
  </div>`
}

function textCell(
  m: PublicMunicipality,
  s: PublicStrategy,
  chapters: Chapter[],
  lang: Lang,
): Html | string {
  const t = words(lang)
  const { decision } = m
  if (!decision || !hasAdopted(m)) return '–'
  const own = decision.adopted ?? (decision.outcome === 'unchanged' ? decision.put : undefined)
  const joint = s.versions.find((v) => v.hash === decision.joint && v.scope === 'joint')
  const whole = own ? s.versions.find((v) => v.hash === own) : undefined
  const same =
    decision.class === 'deviation' || decision.class === 'deviation-point'
      ? html`${icon('Branching')} ${deviates(decision, chapters, lang)}`
      : decision.class === 'editorial'
        ? html`${icon('Pencil')}
          ${t('fellesdel med språklige rettelser', 'fellesdel med språklege rettingar', 'joint part with corrections of language')}`
        : decision.class === 'identical'
          ? html`${icon('Equals')} ${t('samme fellesdel', 'same fellesdel', 'same joint part')}`
          : ''
  return html`<div>
    ${
      joint
        ? html`${hash(joint.hash, lang, `/s/${s.slug}/v/${joint.hash}`)}
            <div class="small">${same}</div>
            <div class="meta">${versionLabel(joint, lang)}</div>`
        : same
    }
    ${differs(decision, s, lang)}${
      whole
        ? html`<div class="small">
            ${t('Hele dokumentet', 'Heile dokumentet', 'Whole document')}:
            ${hash(whole.hash, lang, `/s/${s.slug}/v/${whole.hash}`)}
          </div>`
        : !decision.workedIn
          ? html`<div class="small">
              <a class="ds-link" href="/s/${s.slug}/kommune/${m.number}#vedtaket"
                >${t('Vedtakets ord', 'Orda i vedtaket', 'The decision’s words')}</a
              >: ${t('ikke innarbeidet', 'ikkje innarbeidd', 'not worked in')}
            </div>`
          : ''
    }
  </div>`
}

/// From the joint text in force to the one this council adopted, once its changes are worked in.
function differs(decision: PublicDecision, s: PublicStrategy, lang: Lang): Html | string {
  const final = publicPart(s, 'joint')
  if (!decision.joint || !final || decision.joint === final.hash) return ''
  if (!s.versions.some((v) => v.hash === decision.joint)) return ''
  const t = words(lang)
  return html`<div class="small">
    <a class="ds-link" href="/s/${s.slug}/forskjell?fra=${final.hash}&til=${decision.joint}"
      >${t('Se forskjellen', 'Sjå skilnaden', 'See the difference')}</a
    >
  </div>`
}

function deviates(decision: PublicDecision, chapters: Chapter[], lang: Lang): string {
  const t = words(lang)
  const where = decision.sections.map((section) => chapterName(section, chapters, lang))
  return where.length
    ? t(
        `avviker i ${listed(where, 'nb')}`,
        `avvik i ${listed(where, 'nn')}`,
        `deviates in ${listed(where, 'en')}`,
      )
    : t('avviker i fellesdelen', 'avvik i fellesdelen', 'deviates in the joint part')
}

function note(m: PublicMunicipality, s: PublicStrategy, lang: Lang): Html | string {
  const t = words(lang)
  const { decision } = m
  if (decision && hasAdopted(m)) {
    const changes = decision.changes.length
    const first = decision.changes[0]?.text
    const what =
      decision.outcome === 'changed'
        ? changes === 1 && first
          ? first
          : changes
            ? t(`${changes} endringer`, `${changes} endringar`, `${changes} changes`)
            : ''
        : ''
    const told = m.announcedOn
      ? html`${t('Kunngjort', 'Kunngjort', 'Announced')} ${date(m.announcedOn, lang)}.`
      : ''
    return what || told ? html`${what}${what && told ? '. ' : ''}${told}` : ''
  }
  if (m.state === 'K103' && decision) {
    const on = m.meetingOn
    return html`${t('Saken ble utsatt', 'Saka vart utsett', 'The case was postponed')}
    ${date(decision.on, lang)}.
    ${on ? html`${t('Nytt møte', 'Nytt møte', 'New meeting')} ${date(on, lang)}.` : t('Nytt møte er ikke satt.', 'Nytt møte er ikkje sett.', 'No new meeting is set.')}`
  }
  if (m.meetingOn && m.meetingOn >= s.today)
    return html`${t('Kommunestyret møtes', 'Kommunestyret møtest', 'The council meets')}
    ${date(m.meetingOn, lang)}.`
  if (m.state === 'K900' && m.withdrawnOn)
    return html`${t('Trakk seg', 'Trekte seg', 'Withdrew')} ${date(m.withdrawnOn, lang)}.`
  if (m.deadlineOn && m.deadlineOn >= s.today && m.state === 'K50')
    return html`${t('På høring til', 'På høyring til', 'In consultation until')}
    ${date(m.deadlineOn, lang)}.`
  if (m.state === 'K60' || m.state === 'K70')
    return t('Går gjennom innspillene.', 'Går gjennom innspela.', 'Going through the submissions.')
  return ''
}
