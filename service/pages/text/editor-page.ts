// One section's page. The text is readable before any script runs and stays so for those who only read; the editor takes
// its place when it has the live text.
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { shownLineage } from '../../../db/lineage.ts'
import { personById } from '../../../db/people.ts'
import { lastWritten } from '../../../db/section.ts'
import { toHtml } from '../../../editor/shared/html.ts'
import { imageHref } from '../../../editor/shared/image.ts'
import { countWords, toPlainText } from '../../../editor/shared/plain.ts'
import type { SectionJson } from '../../../editor/shared/read.ts'
import type { Env } from '../../house.ts'
import { readText } from '../../text/read-text.ts'
import { resolve, targetsIn, type Reference } from '../../text/references.ts'
import { whyNotWrite, type LastFreeze, type WhyNot } from '../../text/why-not.ts'
import { versionName, versionsOf } from '../../version/read.ts'
import { clearanceFacts } from '../clearance/section-facts.ts'
import { clockText, date, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert } from '../parts/boxes.ts'
import { chip, stateChip, zoneChip } from '../parts/chips.ts'
import { icon } from '../parts/icon.ts'
import { claimBox, claimsToday } from './claim-box.ts'
import { suggestLink, suggestOnCopy, suggestionPanel } from '../suggestion/panel.ts'
import { commentColumn } from './comment-column.ts'
import { contents } from './contents.ts'
import { heldHere } from './held-here.ts'
import { aroundOf, workingLabels } from './references.ts'
import type { Say } from '../words.ts'
import { openText, titleOf, type OneText } from './open-text.ts'
import { shortcuts, toolbar } from './toolbar.ts'

/// Which text is shown: one language, or both side by side.
type Shown = 'nb' | 'nn' | 'begge'

export async function editorPage(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const { section, access, t, lang } = text
  const shown = shownIn(text)
  const now = await readText(text.house, section.region, section.id)
  const why = await whyNot(text)
  const claims = await claimsToday(text)
  const title = titleOf(section, lang)
  const zone =
    section.zone === 'joint'
      ? t('Fellesdelen', 'Fellesdelen', 'Joint part')
      : (text.municipalities.get(section.zone)?.name ?? '')
  const body = html`<div
    data-section="${section.id}"
    data-lineage="${await shownLineage(text.house.store.db, section.lineage)}"
    data-may-write="${String(access.write.may)}"
    data-state-url="/tekst/${section.id}/tilstand"
    data-person="${text.person.id}"
    data-person-name="${text.person.name}"
    data-person-colour="${text.person.colour}"
  >
    <div class="page-head">
      <div class="page-title">
        <div>
          <h1 class="ds-heading" data-size="sm">${title}</h1>
          <div class="chips">
            ${zoneChip(section.zone === 'joint' ? 'joint' : 'own', lang)}
            ${
              access.write.may
                ? chip(
                    'neutral',
                    'PersonGroup',
                    t('Arbeidsutkast', 'Arbeidsutkast', 'Working draft'),
                  )
                : stateChip(
                    section.zone === 'joint' ? 'strategy' : 'participation',
                    access.state,
                    lang,
                  )
            }
          </div>
        </div>
        <div class="actions">${head(text, shown)}</div>
      </div>
    </div>
    <div data-notice>${why ? notice(why, suggestLink(text)) : ''}</div>
    ${toolbar(t)}
    <p class="told" role="status" data-told></p>
    <div class="three text-page" ${shown === 'begge' ? html` data-both` : ''}>
      ${contents(text, shown === section.language ? '' : `?maal=${shown}`, claims)}
      <div class="text-main">
        ${claimBox(text, claims.get(section.id) ?? [])} ${await papers(text, shown, now.marked)}
        ${shown === 'begge' ? termLine(t) : ''}
        <p class="under-paper">
          <span data-words>${wordsIn(text, now[shown === 'nn' ? 'nn' : 'nb'])}</span>
          <span role="status" data-beside></span>
          <a class="ds-link" href="/tekst/${section.id}/les?maal=${shown}"
            >${t('Bare lese', 'Berre lese', 'Read only')}</a
          >
        </p>
        ${await heldHere(text)} ${shortcuts(t)}
      </div>
      <aside aria-label="${t('Om denne teksten', 'Om denne teksten', 'About this text')}">
        ${suggestionPanel(section.id, false, t)} ${commentColumn(text)} ${await facts(text, zone)}
        ${await suggestOnCopy(text)}
      </aside>
    </div>
    <template data-icons>
      ${(
        [
          'CheckmarkCircle',
          'ArrowsCirclepath',
          'CloudSlash',
          'DragVertical',
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
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: zone, href: `/tekst#${section.zone === 'joint' ? 'fellesdelen' : 'kommunedeler'}` },
        { text: title },
      ],
      skips: [
        { href: '#teksten', text: t('Hopp til teksten', 'Hopp til teksten', 'Skip to the text') },
      ],
    },
    body,
  )
}

/// What the open editor asks when the server closed it: may I still write, and if not, why.
export async function sectionState(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return c.json({ code: 'signed-out' }, 401)
  const why = await whyNot(text)
  const { heading = '', reasons = [] } = why ?? {}
  return c.json({ person: text.person.id, mayWrite: !why, heading, reasons })
}

/// Under the two texts: what the glossary has to say about them.
const termLine = (t: Say): Html =>
  html`<div
      class="terms"
      role="group"
      aria-label="${t('Ord fra ordlisten', 'Ord frå ordlista', 'Words from the glossary')}"
      data-terms
      hidden
    ></div>
    <p class="terms">
      <a class="ds-link" href="/tekst/ordliste"
        >${t('Hele ordlisten', 'Heile ordlista', 'The whole glossary')}</a
      >
    </p>`

export function shownIn({ c, section }: OneText): Shown {
  const asked = c.req.query('maal')
  if (section.zone !== 'joint') return section.language === 'nn' ? 'nn' : 'nb'
  if (asked === 'nb' || asked === 'nn' || asked === 'begge') return asked
  return section.language === 'nn' ? 'nn' : 'nb'
}

function head({ t, section, access }: OneText, shown: Shown): Html {
  const choices: [Shown, string][] = [
    ['nb', t('Bokmål', 'Bokmål', 'Bokmål')],
    ['nn', t('Nynorsk', 'Nynorsk', 'Nynorsk')],
    ['begge', t('Begge', 'Begge', 'Both')],
  ]
  return html`<p class="save-state" role="status" data-save></p>
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
            ${choices.map(
              ([value, name]) =>
                html`<a
                  class="ds-button"
                  data-variant="tertiary"
                  href="/tekst/${section.id}?maal=${value}"
                  ${shown === value ? html` aria-current="true"` : ''}
                  >${name}</a
                >`,
            )}
          </nav>`
        : ''
    }
    <a class="ds-button" data-variant="tertiary" href="/tekst/${section.id}/versjoner"
      >${icon('ClockDashed')}${t('Versjoner', 'Versjonar', 'Versions')}</a
    >
    ${
      access.write.may
        ? html`<a class="ds-button" data-variant="tertiary" href="/tekst/${section.id}/hent-inn"
            >${icon('Upload')}${t('Hent inn', 'Hent inn', 'Bring in')}</a
          >`
        : ''
    }
    <a class="ds-button" data-variant="tertiary" href="/tekst/${section.id}/last-ned?maal=${shown}"
      >${icon('Download')}${t('Last ned', 'Last ned', 'Download')}</a
    >`
}

const names = { nb: 'Bokmål', nn: 'Nynorsk' } as const

export async function papers(text: OneText, shown: Shown, now: SectionJson): Promise<Html> {
  const found = await resolve(aroundOf(text), targetsIn(now.nb, now.nn))
  const source = text.section.language === 'nn' ? 'nn' : 'nb'
  if (shown !== 'begge') return html`<div id="teksten">${paper(text, shown, now, found)}</div>`
  const order = source === 'nb' ? (['nb', 'nn'] as const) : (['nn', 'nb'] as const)
  return html`<div class="both" id="teksten">
    ${order.map(
      (lang) =>
        html`<section aria-labelledby="paper-${lang}">
          <h2 class="ds-heading paper-name" data-size="2xs" id="paper-${lang}">
            ${names[lang]}
            ${
              lang === source
                ? html`<span class="quiet">${text.t('kilde', 'kjelde', 'source')}</span>`
                : html`<span class="quiet" data-progress></span>`
            }
          </h2>
          ${paper(text, lang, now, found)}
        </section>`,
    )}
  </div>`
}

const paper = (text: OneText, lang: 'nb' | 'nn', now: SectionJson, found: Reference[]): Html => {
  const { section, t } = text
  const title = (lang === 'nn' ? section.title_nn : section.title_nb) || section.title_nb
  const read = toHtml(now[lang], {
    anchorPrefix: lang === 'nn' ? 'nn-' : '',
    labels: workingLabels(text, found, lang),
    wordsIn: text.lang,
    imageHref,
    unknownWords: t(
      '(innhold fra en nyere utgave)',
      '(innhald frå ei nyare utgåve)',
      '(content of a newer edition)',
    ),
  })
  return html`<div class="paper" data-paper="${lang}" data-label="${names[lang]}: ${title}">
    <div class="words" lang="${lang}">${raw(read)}</div>
  </div>`
}

const notice = ({ heading, reasons }: WhyNot, way: Html | string): Html =>
  alert('warning', html`${reasons.map((reason) => html`${reason} `)}${way}`, { heading })

async function whyNot(text: OneText): Promise<WhyNot | undefined> {
  const { access, section, lang } = text
  if (access.write.may) return undefined
  return whyNotWrite(
    {
      why: access.write.why,
      zone: section.zone,
      owner: text.municipalities.get(section.zone)?.name ?? '',
      state: access.state,
      freeze: await lastFreeze(text),
    },
    lang,
  )
}

async function lastFreeze({ house, section, lang }: OneText): Promise<LastFreeze | undefined> {
  const { db } = house.store
  const frozen = await versionsOf(db, section.region, section.strategy, {
    visible: 'all',
    scope: section.zone === 'joint' ? 'joint' : 'own',
    zone: section.zone,
  })
  const last = frozen.at(-1)
  if (!last) return undefined
  return {
    name: versionName(last.name, lang),
    on: last.frozenOn,
    at: last.recordedAt,
    by: (await personById(db, last.madeBy))?.name,
  }
}

const wordsIn = ({ t }: OneText, json: SectionJson['nb']): string => {
  const n = countWords(toPlainText(json))
  return t(`${n} ord`, `${n} ord`, `${n} words`)
}

async function facts(text: OneText, zone: string): Promise<Html> {
  const { t, lang, section, house } = text
  const last = (await lastWritten(house.store.db, section.region, [section])).get(section.id)
  const writers =
    section.zone === 'joint'
      ? t(
          'Koordinatoren og planleggerne',
          'Koordinatoren og planleggjarane',
          'The coordinator and the planners',
        )
      : t(`Planleggerne i ${zone}`, `Planleggjarane i ${zone}`, `The planners of ${zone}`)
  return html`<h2 class="ds-heading" data-size="2xs">
      ${t('Om denne teksten', 'Om denne teksten', 'About this text')}
    </h2>
    <dl class="facts">
      <div>
        <dt>${t('Hører til', 'Høyrer til', 'Belongs to')}</dt>
        <dd>${zone}</dd>
      </div>
      <div>
        <dt>${t('Skrives av', 'Blir skriven av', 'Written by')}</dt>
        <dd>${writers}</dd>
      </div>
      ${
        last
          ? html`<div>
              <dt>${t('Sist endret', 'Sist endra', 'Last changed')}</dt>
              <dd>
                ${date(last.at, lang, 'short-year')}
                ${clockText(last.at, lang)}${last.name ? html`<br />${last.name}` : ''}
              </dd>
            </div>`
          : ''
      }
      ${await clearanceFacts(text)}
    </dl>`
}
