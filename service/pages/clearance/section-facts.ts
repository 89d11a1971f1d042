// On a chapter's own page: for which municipalities the text stands cleared as it is.
import { html } from 'hono/html'
import { namesOf } from '../../../db/people.ts'
import { clearanceSheet } from '../../clearance/sheet.ts'
import type { Html } from '../dates.ts'
import type { OneText } from '../text/open-text.ts'
import { listed } from '../words.ts'
import { sayCleared } from './say.ts'

/// A line in the list of facts; nothing for a text of one municipality.
export async function clearanceFacts(text: OneText): Promise<Html | string> {
  const { section, t, lang, house, roles } = text
  if (section.zone !== 'joint') return ''
  const sheet = await clearanceSheet(house, section)
  const cells = [...text.municipalities.values()].map(({ number, name }) => ({
    number,
    name,
    cell: sheet.cell(number, section.id),
  }))
  const holding = cells.filter(({ cell }) => cell.standing === 'holds').map(({ name }) => name)
  const own = cells.flatMap(({ number, name, cell }) =>
    cell.standing !== 'none' && roles.some((role) => role.municipality === number)
      ? [{ name, ...cell }]
      : [],
  )
  const names = await namesOf(
    house.store.db,
    own.flatMap(({ clearance }) => [
      clearance.person,
      clearance.substitute_for ?? clearance.person,
    ]),
  )
  const none = t('Ingen kommuner ennå', 'Ingen kommunar enno', 'No municipality yet')
  return html`<div>
    <dt>${t('Klarert for', 'Klarert for', 'Cleared for')}</dt>
    <dd>
      ${holding.length > 0 ? listed(holding, lang) : none}
      ${own.map(
        ({ name, standing, clearance }) =>
          html`<br />${
              standing === 'changed'
                ? html`${t('Endret etter klarering.', 'Endra etter klarering.', 'Changed since cleared.')} `
                : ''
            }${sayCleared(clearance, name, names, lang)}`,
      )}<br /><a class="ds-link" href="/klarering"
        >${t('Se klareringen', 'Sjå klareringa', 'See the clearance')}</a
      >
    </dd>
  </div>`
}
