// What lets a text be opened without a line: its page without any of its words, to be kept in the browser of somebody who
// writes it. The words come from the browser's own copy. Nothing else of the site is kept.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { shownLineage } from '../../../db/lineage.ts'
import { Hono } from 'hono'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { assetBytes, bundleFiles } from '../assets.ts'
import { alert } from '../parts/boxes.ts'
import { icon } from '../parts/icon.ts'
import { layout } from '../layout.ts'
import { openTextBy, titleOf } from './open-text.ts'
import { shortcuts, toolbar } from './toolbar.ts'

export const offlineRoutes = (): Hono<Env> =>
  new Hono<Env>()
    // Under one name for ever: a browser looks here for a newer one.
    .get('/uten-nett.js', async (c) => {
      c.header('cache-control', 'no-cache')
      c.header('content-type', 'text/javascript; charset=utf-8')
      return c.body(await assetBytes('offline'))
    })
    .get('/uten-nett/filer', (c) => c.json([...bundleFiles('page'), ...bundleFiles('editor')]))
    .get('/uten-nett/:id', shell)

async function shell(c: Context<Env>): Promise<Response> {
  if (!c.var.person) throw new Refused('signed-out')
  const text = await openTextBy(c, c.req.param('id') ?? '')
  if (text instanceof Response) return text
  const { section, access, person, t, lang } = text
  if (!access.write.may) throw new Refused('forbidden')
  const shown = c.req.query('maal') === 'nn' ? 'nn' : 'nb'
  const title = titleOf(section, lang)
  const label = `${shown === 'nn' ? 'Nynorsk' : 'Bokmål'}: ${title}`
  const body = html`<div
    data-section="${section.id}"
    data-lineage="${await shownLineage(text.house.store.db, section.lineage)}"
    data-may-write="true"
    data-state-url="/tekst/${section.id}/tilstand"
    data-person="${person.id}"
    data-person-name="${person.name}"
    data-person-colour="${person.colour}"
    data-offline
  >
    <div class="page-head">
      <div class="page-title">
        <h1 class="ds-heading" data-size="sm">${title}</h1>
        <div class="actions">
          <p class="save-state" role="status" data-save></p>
          <ul
            class="ds-avatar-stack"
            aria-label="${t('Her nå', 'Her no', 'Here now')}"
            data-here
            hidden
          ></ul>
          <a class="ds-button" data-variant="tertiary" href="/tekst/${section.id}?maal=${shown}"
            >${icon('ArrowsCirclepath')}${t('Last hele siden', 'Last heile sida', 'Load the whole page')}</a
          >
        </div>
      </div>
    </div>
    <div data-notice>
      ${alert(
        'info',
        t(
          'Siden er åpnet uten nett, med teksten fra kopien på denne maskinen. Det du skriver, sendes så snart nettet er tilbake.',
          'Sida er opna utan nett, med teksten frå kopien på denne maskina. Det du skriv, blir sendt så snart nettet er tilbake.',
          'The page was opened without a connection, with the text from the copy on this machine. What you write is sent as soon as the connection is back.',
        ),
      )}
    </div>
    ${toolbar(t)}
    <p class="told" role="status" data-told></p>
    <div class="text-page">
      <div class="text-main">
        <div id="teksten">
          <div class="paper" data-paper="${shown}" data-label="${label}">
            <div class="words" lang="${shown}">
              <p>
                ${t(
                  'Henter kopien på denne maskinen …',
                  'Hentar kopien på denne maskina …',
                  'Fetching the copy on this machine …',
                )}
              </p>
            </div>
          </div>
        </div>
        <p class="under-paper">
          <span data-words></span>
          <span role="status" data-beside></span>
        </p>
        ${shortcuts(t)}
      </div>
    </div>
    <template data-icons>
      ${(
        [
          'CheckmarkCircle',
          'ArrowsCirclepath',
          'CloudSlash',
          'Checkmark',
          'Circle',
          'Pencil',
          'PadlockLocked',
          'ExclamationmarkTriangle',
        ] as const
      ).map((name) => html`<span data-icon="${name}">${icon(name)}</span>`)}
    </template>
  </div>`
  return layout(
    c,
    {
      title,
      current: 'texts',
      bundles: ['editor'],
      skips: [
        { href: '#teksten', text: t('Hopp til teksten', 'Hopp til teksten', 'Skip to the text') },
      ],
    },
    body,
  )
}
