// The journal's lines on a page: date of the act at the left; sentence, who, evidence and what was overridden.
import { html } from 'hono/html'
import { fieldLabel, levelLabel, sayFinding } from '../../../workflows/words.ts'
import type { Desk } from '../../desk/desk.ts'
import type { JournalLine } from '../../desk/journal-view.ts'
import { clockText, date, dateText, type Html } from '../dates.ts'
import { hash } from '../parts/hash.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'

/// `whole` adds the findings and the chain's own hash to each line.
export const journalList = (
  lines: JournalLine[],
  desk: Desk,
  options: { whole?: boolean } = {},
): Html =>
  html`<ol class="journal">
    ${lines.map((line) => journalItem(line, desk, options.whole ?? false))}
  </ol>`

/// The chain was just counted through: said where the lines stand.
export function chainChecked(unbroken: boolean, total: number, { lang }: Desk): Html | string {
  const t = words(lang)
  if (total === 0) return ''
  return unbroken
    ? html`<span class="quiet row"
        >${icon('SealCheckmark')}${t(
          'Kjeden er kontrollert: ingen linje er endret eller fjernet.',
          'Kjeda er kontrollert: inga linje er endra eller fjerna.',
          'The chain is checked: no line was changed or removed.',
        )}</span
      >`
    : html`<span class="row" data-color="danger"
        >${icon('ExclamationmarkTriangle')}${t(
          'Kjeden er brutt. Si fra til den som drifter Planvev.',
          'Kjeda er broten. Sei frå til den som driftar Planvev.',
          'The chain is broken. Tell whoever runs Planvev.',
        )}</span
      >`
}

function journalItem(line: JournalLine, desk: Desk, whole: boolean): Html {
  const { lang, today } = desk
  const t = words(lang)
  const sameYear = line.actedOn.slice(0, 4) === today.slice(0, 4)
  return html`<li class="entry" ${whole ? html` id="linje-${line.seq}"` : ''}>
    ${dayOrYear(line.actedOn, lang, sameYear)}
    <div>
      <p>${line.sentence}</p>
      <p class="meta">${whoText(line, desk)}</p>
      ${line.more.map(
        ({ label, text }) =>
          html`<p class="small">
            <span class="quiet">${fieldLabel('', label, lang)}:</span> ${text}
          </p>`,
      )}
      ${line.overrides.map(
        ({ rule, reason }) =>
          html`<p class="small">
            <strong
              >${t(`Regel ${rule} er overstyrt`, `Regel ${rule} er overstyrt`, `Rule ${rule} was overridden`)}:</strong
            >
            ${reason ?? t('grunnen er slettet', 'grunnen er sletta', 'the reason has been erased')}
          </p>`,
      )}
      ${
        whole
          ? line.findings
              .filter((finding) => !finding.overridden)
              .map(
                (finding) =>
                  html`<p class="small quiet">
                    ${levelLabel(finding, true, lang)}: ${sayFinding(finding, lang).text}
                  </p>`,
              )
          : ''
      }
      ${proof(line, desk)}
      ${whole ? html`<p class="meta">${t('Linje', 'Linje', 'Line')} ${line.seq} · <span class="hash">${line.hash.slice(0, 16)}</span></p>` : ''}
    </div>
  </li>`
}

function proof(line: JournalLine, desk: Desk): Html | string {
  if (line.evidence.length === 0 && !line.version) return ''
  return html`<p class="chips">
    ${line.evidence.map(({ text, href }) =>
      href
        ? html`<a class="ds-tag" data-color="neutral" href="${href}"
            >${icon('Paperclip')}${shortText(text)}</a
          >`
        : html`<span class="ds-tag" data-color="neutral"
            >${icon('Paperclip')}${shortText(text)}</span
          >`,
    )}${line.version ? hash(line.version, desk.lang, `/s/${desk.strategy.slug}/v/${line.version}`) : ''}
  </p>`
}

/// A deadline falls when its day is over, whenever the machine got round to it.
const midnight = { nb: 'kl.\u00a000.00', nn: 'kl.\u00a000.00', en: 'at 00:00' }

const shortText = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/// `Jorunn Teigen, møtesekretær, på vegne av Lesja · registrert 21. aug.`
function whoText(line: JournalLine, { lang }: Desk): string {
  const t = words(lang)
  const registered = dayOf(line.recordedAt)
  const later =
    registered === line.actedOn
      ? ''
      : ` · ${t('registrert', 'registrert', 'registered')} ${dateText(registered, lang, 'short')}`
  if (!line.by) {
    const at = line.atMidnight ? midnight[lang] : clockText(line.recordedAt, lang)
    return `${t('Planvev, automatisk', 'Planvev, automatisk', 'Planvev, by itself')} ${at}${later}`
  }
  const parts = [line.by.name]
  if (line.by.role) parts.push(line.by.role)
  if (line.by.behalfOf) {
    parts.push(`${t('på vegne av', 'på vegner av', 'on behalf of')} ${line.by.behalfOf}`)
  }
  return parts.join(', ') + later
}

/// Another year stands on a line of its own, so that the column stays narrow.
const dayOrYear = (day: string, lang: Desk['lang'], sameYear: boolean): Html =>
  sameYear
    ? date(day, lang, 'short')
    : html`<time datetime="${day}">${dateText(day, lang, 'short')}<br />${day.slice(0, 4)}</time>`

const dayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()
