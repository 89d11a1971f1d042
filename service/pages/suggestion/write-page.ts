// The editor on a copy of a section: everything written in it is a suggestion. The same editor as for the text itself, with
// its mode fixed and the copy's room at the other end.
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { shownLineage } from '../../../db/lineage.ts'
import { toHtml } from '../../../editor/shared/html.ts'
import { imageHref } from '../../../editor/shared/image.ts'
import { readMarkedSection } from '../../../editor/shared/read.ts'
import type { Env } from '../../house.ts'
import { readChanges } from '../../suggestion/changes.ts'
import { layout } from '../layout.ts'
import { alert, pageTitle } from '../parts/boxes.ts'
import { chip, zoneChip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { editorIcons } from '../text/editor-icons.ts'
import { titleOf } from '../text/open-text.ts'
import { shortcuts, toolbar } from '../text/toolbar.ts'
import { openAmendment } from './open-amendment.ts'
import { suggestionPanel } from './panel.ts'

export async function writeAmendmentPage(c: Context<Env>): Promise<Response> {
  const one = await openAmendment(c)
  if (one instanceof Response) return one
  const { copy, section, t, lang, whose, person, house } = one
  const { amendment } = copy
  if (!copy.mayWrite) return c.redirect(`/endringsforslag/${amendment.id}`, 303)
  const { doc } = await house.rooms.read(amendment.region, amendment.id)
  const now = readMarkedSection(doc)
  doc.destroy()
  const shown =
    c.req.query('maal') === 'nn' || (c.req.query('maal') !== 'nb' && section.language === 'nn')
      ? 'nn'
      : 'nb'
  const { behind } = await readChanges(house, amendment)
  const chapter = titleOf(section, lang)
  const title = t(
    `Forslag til «${chapter}»`,
    `Framlegg til «${chapter}»`,
    `Amendment to “${chapter}”`,
  )
  const maal = (value: 'nb' | 'nn', name: string) =>
    html`<a
      class="ds-button"
      data-variant="tertiary"
      href="/endringsforslag/${amendment.id}/skriv?maal=${value}"
      ${shown === value ? html` aria-current="true"` : ''}
      >${name}</a
    >`
  const body = html`<div
    data-section="${amendment.id}"
    data-text="${section.id}"
    data-lineage="${await shownLineage(house.store.db, amendment.lineage)}"
    data-may-write="true"
    data-mode="suggest"
    data-state-url="/endringsforslag/${amendment.id}/tilstand"
    data-person="${person.id}"
    data-person-name="${person.name}"
    data-person-colour="${person.colour}"
  >
    ${pageTitle(title, {
      size: 'sm',
      chips: html`${zoneChip(section.zone === 'joint' ? 'joint' : 'own', lang)}${
        amendment.behalf_of === null
          ? chip('neutral', 'Person', whose)
          : chip('neutral', 'Buildings3', whose)
      }`,
      actions: html`<p class="save-state" role="status" data-save></p>
        <ul
          class="ds-avatar-stack"
          aria-label="${t('Her nå', 'Her no', 'Here now')}"
          data-here
          hidden
        ></ul>
        ${
          section.zone === 'joint'
            ? html`<nav
                class="ds-toggle-group"
                aria-label="${t('Målform', 'Målform', 'Written language')}"
              >
                ${maal('nb', 'Bokmål')}${maal('nn', 'Nynorsk')}
              </nav>`
            : ''
        }
        <a class="ds-button" href="/endringsforslag/${amendment.id}"
          >${icon('Paperplane')}${t('Se over og send', 'Sjå over og send', 'Review and send')}</a
        >`,
    })}
    <div data-notice>
      ${alert(
        'info',
        html`${t(
          'Dette er en kopi. Det du skriver og stryker, er forslag, og står ikke i teksten før noen tar det inn.',
          'Dette er ein kopi. Det du skriv og stryk, er framlegg, og står ikkje i teksten før nokon tek det inn.',
          'This is a copy. What you write and strike is suggested, and not in the text until somebody takes it in.',
        )}${
          behind
            ? html` <a class="ds-link" href="/endringsforslag/${amendment.id}"
                  >${t('Teksten er endret siden. Hent inn endringene', 'Teksten er endra sidan. Hent inn endringane', 'The text has changed since. Take the changes in')}</a
                >.`
            : ''
        }`,
      )}
    </div>
    ${toolbar(t)}
    <p class="ds-sr-only" role="status" data-told></p>
    <div class="three text-page" data-copy>
      <div class="text-main">
        <div id="teksten">
          <div
            class="paper"
            data-paper="${shown}"
            data-label="${shown === 'nn' ? 'Nynorsk' : 'Bokmål'}: ${chapter}"
          >
            <div class="words" lang="${shown}">
              ${raw(toHtml(now[shown], { anchorPrefix: shown === 'nn' ? 'nn-' : '', imageHref }))}
            </div>
          </div>
        </div>
        <p class="under-paper"><span data-words></span><span role="status" data-beside></span></p>
        ${shortcuts(t)}
      </div>
      <aside aria-label="${t('Forslagene', 'Framlegga', 'The suggestions')}">
        ${suggestionPanel(amendment.id, true, t)}
      </aside>
    </div>
    ${editorIcons()}
  </div>`
  return layout(
    c,
    {
      title,
      current: 'texts',
      bundles: ['editor'],
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: chapter, href: `/tekst/${section.id}` },
        { text: title, href: `/endringsforslag/${amendment.id}` },
        { text: t('Skriv', 'Skriv', 'Write') },
      ],
      skips: [
        { href: '#teksten', text: t('Hopp til teksten', 'Hopp til teksten', 'Skip to the text') },
      ],
    },
    body,
  )
}

/// What the open editor asks when the server closed it.
export async function amendmentState(c: Context<Env>): Promise<Response> {
  const one = await openAmendment(c)
  if (one instanceof Response) return c.json({ code: 'signed-out' }, 401)
  const { copy, t, person } = one
  const heading = t(
    'Forslaget er sendt og kan ikke endres',
    'Framlegget er sendt og kan ikkje endrast',
    'The amendment was sent and cannot be changed',
  )
  return c.json(
    copy.mayWrite
      ? { person: person.id, mayWrite: true, heading: '', reasons: [] }
      : { person: person.id, mayWrite: false, heading, reasons: [] },
  )
}
