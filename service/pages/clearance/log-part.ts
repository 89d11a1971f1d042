// The clearances and mandates of a municipality under its journal, oldest first.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { ClearanceLog } from '../../clearance/journal.ts'
import { dateText, type Html } from '../dates.ts'
import { words } from '../words.ts'

export function clearedPart(log: ClearanceLog | undefined, lang: Lang): Html | string {
  if (!log || log.mandates.length + log.clearances.length === 0) return ''
  const t = words(lang)
  return html`<section class="stack" aria-labelledby="klareringer">
    <h2 class="ds-heading" data-size="sm" id="klareringer">
      ${t('Klareringer', 'Klareringar', 'Clearances')}
    </h2>
    <ul class="plain stack-2">
      ${log.mandates.map((one) => html`<li>${sayMandate(one, lang)}</li>`)}
      ${log.clearances.map((one) => html`<li>${sayClearance(one, lang)}</li>`)}
    </ul>
  </section>`
}

function sayMandate(one: ClearanceLog['mandates'][number], lang: Lang): string {
  const t = words(lang)
  const [day, until] = [dateText(one.recordedOn, lang), dateText(one.until, lang)]
  const given = t(
    `${day}: ${one.givenTo} fikk mandat til å klarere av ${one.givenBy}, til og med ${until}.`,
    `${day}: ${one.givenTo} fekk mandat til å klarere av ${one.givenBy}, til og med ${until}.`,
    `${day}: ${one.givenTo} was given a mandate to clear by ${one.givenBy}, until ${until}.`,
  )
  if (!one.withdrawn) return given
  const { on, by, reason } = one.withdrawn
  const back = dateText(on, lang)
  return `${given} ${t(
    `Trukket tilbake ${back} av ${by}: ${reason}`,
    `Trekt tilbake ${back} av ${by}: ${reason}`,
    `Withdrawn ${back} by ${by}: ${reason}`,
  )}`
}

function sayClearance(one: ClearanceLog['clearances'][number], lang: Lang): string {
  const t = words(lang)
  const who =
    one.substituteFor === null
      ? one.by
      : t(
          `${one.by}, stedfortreder for ${one.substituteFor}`,
          `${one.by}, stadfortredar for ${one.substituteFor}`,
          `${one.by}, substitute for ${one.substituteFor}`,
        )
  const said = t(
    `${dateText(one.on, lang)}: «${one.chapter}» klarert av ${who}.`,
    `${dateText(one.on, lang)}: «${one.chapter}» klarert av ${who}.`,
    `${dateText(one.on, lang)}: “${one.chapter}” cleared by ${who}.`,
  )
  if (one.holds) return said
  return `${said} ${t('Teksten er endret siden.', 'Teksten er endra sidan.', 'The text has changed since.')}`
}
