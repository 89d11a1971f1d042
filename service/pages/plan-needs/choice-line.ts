// The choice every council must make: is the municipal master plan revised or continued? It is an event, taken on the
// municipality's own page; the list of needs shows it, because the rows follow from it.
import { html } from 'hono/html'
import type { Html } from '../dates.ts'
import type { OpenedNeeds } from './opened.ts'

export function choiceLine(opened: OpenedNeeds, zone: string): Html {
  const { t, desk } = opened
  const track = desk.tracks.find((one) => one.number === zone)
  if (!track) return html``
  const choice = track.stored.context.masterPlan
  const name = t('Kommuneplanvalget', 'Kommuneplanvalet', 'The master-plan choice')
  const mayChoose = opened.access(zone).rows.may
  const page = mayChoose
    ? html`<a class="ds-link" href="/kommune/${track.number}/registrer/choose-master-plan"
        >${t('Registrer valget', 'Registrer valet', 'Record the choice')}</a
      >`
    : html`<a class="ds-link" href="/kommune/${track.number}"
        >${t('Gå til saken', 'Gå til saka', 'Go to the case')}</a
      >`
  if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) {
    return html`<p>
      <strong>${name}:</strong>
      ${t('ikke registrert ennå.', 'ikkje registrert enno.', 'not recorded yet.')} ${page}
    </p>`
  }
  const part = (value: unknown): string =>
    ({
      full: t('revideres helt', 'blir revidert heilt', 'fully revised'),
      partly: t('revideres delvis', 'blir revidert delvis', 'partly revised'),
      unchanged: t('videreføres uendret', 'blir vidareført uendra', 'continued unchanged'),
    })[String(value)] ?? t('ikke valgt', 'ikkje valt', 'not chosen')
  return html`<p>
    <strong>${name}:</strong>
    ${t('samfunnsdelen', 'samfunnsdelen', 'the societal part is')} ${part(choice.societal)},
    ${t('arealdelen', 'arealdelen', 'the land-use part is')} ${part(choice.landUse)}. ${page}
  </p>`
}
