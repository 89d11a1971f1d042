// Where the same facts are had as JSON, without signing in, and how a frozen text is checked.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { words } from '../words.ts'

export async function openDataPage(c: Context<Env>): Promise<Response> {
  const t = words(c.get('lang'))
  const { db } = c.get('house').store
  const known = await db.selectFrom('strategy_directory').selectAll().executeTakeFirst()
  const id = known?.strategy ?? ':id'
  const title = t('Åpne data', 'Opne data', 'Open data')
  const rows: [string, string][] = [
    [
      '/api/openapi.json',
      t(
        'Hele grensesnittet, beskrevet',
        'Heile grensesnittet, skildra',
        'The whole interface, described',
      ),
    ],
    [
      '/api/strategies',
      t(
        'Planstrategier som er offentlige',
        'Planstrategiar som er offentlege',
        'Strategies that are public',
      ),
    ],
    [
      `/api/strategies/${id}`,
      t(
        'Én strategi: tilstand, kommuner, frister',
        'Éin strategi: tilstand, kommunar, fristar',
        'One strategy: state, municipalities, deadlines',
      ),
    ],
    [
      `/api/strategies/${id}/decisions`,
      t('De tolv vedtakene', 'Dei tolv vedtaka', 'The twelve decisions'),
    ],
    [`/api/strategies/${id}/versions`, t('Låste tekster', 'Låste tekstar', 'Frozen texts')],
  ]
  const body = html`${pageTitle(title, {
      size: 'lg',
      lead: t(
        'Alt som står på de offentlige sidene, kan hentes som JSON uten å logge inn.',
        'Alt som står på dei offentlege sidene, kan hentast som JSON utan å logge inn.',
        'Everything on the public pages can be had as JSON without signing in.',
      ),
    })}
    <div class="stack reading">
      <table class="ds-table stacks">
        <thead>
          <tr>
            <th scope="col">${t('Adresse', 'Adresse', 'Address')}</th>
            <th scope="col">${t('Innhold', 'Innhald', 'Content')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([href, text]) =>
              html`<tr>
                <th scope="row"><a class="ds-link checksum" href="${href}">${href}</a></th>
                <td>${text}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <h2 class="ds-heading" data-size="sm" id="kontrollsum">
        ${t('Slik kontrollerer du en tekst', 'Slik kontrollerer du ein tekst', 'How to check a text')}
      </h2>
      <p>
        ${t(
          'En låst tekst er lagret som bytes og blir aldri regnet ut på nytt. Kontrollsummen er SHA-256 av nettopp de bytene, så alle kan regne den ut selv:',
          'Ein låst tekst er lagra som bytes og blir aldri rekna ut på nytt. Kontrollsummen er SHA-256 av nettopp dei bytane, så alle kan rekne han ut sjølv:',
          'A frozen text is stored as bytes and never computed again. The checksum is the SHA-256 of exactly those bytes, so anybody can compute it:',
        )}
      </p>
      <p class="checksum">
        curl -s
        …/api/strategies/${id}/versions/&lt;${t('kontrollsum', 'kontrollsum', 'checksum')}&gt; |
        sha256sum
      </p>
    </div>`
  return layout(c, { title, area: 'public' }, body)
}
