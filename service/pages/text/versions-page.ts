// "Hva er endret?": any two moments of a section, side by side or in one text, and getting an earlier text back.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { compareTexts } from '../../../editor/shared/compare.ts'
import { readFragment, type SectionJson } from '../../../editor/shared/read.ts'
import { replaceText } from '../../../editor/shared/write.ts'
import { readForm } from '../../guard/form.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { nameRows } from '../../text/authors.ts'
import { restorable, withBlock } from '../../text/restore-block.ts'
import { momentsOf, textAt, type Moment } from '../../text/section-versions.ts'
import { stillWrites } from '../../text/section-access.ts'
import { versionName } from '../../version/read.ts'
import { clockText, date, dateText, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { chip } from '../parts/chips.ts'
import { hash } from '../parts/hash.ts'
import { icon } from '../parts/icon.ts'
import { changes, type ChangesView } from './changes.ts'
import { openText, titleOf, type OneText } from './open-text.ts'

type Asked = { from: Moment; to: Moment; lang: 'nb' | 'nn'; inText: boolean; whole: boolean }

export async function versionsPage(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const { t, lang, section } = text
  const moments = await momentsOf(text.house, section, text.person.id)
  if (moments.length < 2) return nothingYet(text)
  const asked = askedOf(text, moments)
  const before = await textAt(text.house, section, asked.from)
  const after = await textAt(text.house, section, asked.to)
  const compared = compareTexts(before[asked.lang], after[asked.lang], asked.lang)
  const rows = await nameRows(text.house, section, asked.lang, asked, compared)
  const changed = rows.filter((row) => row.is !== 'same').length
  const name = titleOf(section, lang)
  const title = t(
    `Hva er endret i ${name}?`,
    `Kva er endra i ${name}?`,
    `What has changed in ${name}?`,
  )
  const count =
    changed === 1
      ? t('1 endring', '1 endring', '1 change')
      : t(`${changed} endringer`, `${changed} endringar`, `${changed} changes`)
  const body = html`${pageTitle(title, { actions: views(text, asked) })}
    ${
      c.req.query('done') === 'avsnitt'
        ? alert(
            'success',
            t(
              'Avsnittet er hentet tilbake.',
              'Avsnittet er henta tilbake.',
              'The paragraph was brought back.',
            ),
            { done: true },
          )
        : ''
    }
    ${
      c.req.query('done') === 'hentet'
        ? alert(
            'success',
            t(
              'Teksten er hentet tilbake.',
              'Teksten er henta tilbake.',
              'The text was brought back.',
            ),
            { done: true },
          )
        : ''
    }
    <div class="three" data-left>
      ${choice(text, moments, asked)}
      <div class="stack">
        <div class="row between">
          <h2 class="ds-heading" data-size="xs">
            ${momentName(text, asked.from)} → ${momentName(text, asked.to)}
          </h2>
          ${chip('neutral', 'NotePencil', count)}
        </div>
        ${changes(rows, { t, inText: asked.inText, whole: asked.whole, lang: asked.lang, all: link(text, asked, { whole: true }), ...blockBack(text, asked, before) })}
        ${getBack(text, asked)}
      </div>
    </div>`
  return layout(
    c,
    {
      title,
      current: 'texts',
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: name, href: `/tekst/${section.id}` },
        { text: t('Versjoner', 'Versjonar', 'Versions') },
      ],
    },
    body,
  )
}

/// Nothing to compare with: it was written today for the first time, and never frozen.
function nothingYet({ c, t, lang, section }: OneText): Promise<Response> {
  const name = titleOf(section, lang)
  const title = t('Versjoner', 'Versjonar', 'Versions')
  const body = html`${pageTitle(`${title}: ${name}`)}
  ${emptyState(
    'ClockDashed',
    t('Ingen eldre versjoner ennå', 'Ingen eldre versjonar enno', 'No older versions yet'),
    t(
      'Her kommer teksten slik den var ved slutten av hver dag noen skrev, og hver gang den blir låst.',
      'Her kjem teksten slik han var ved slutten av kvar dag nokon skreiv, og kvar gong han blir låst.',
      'The text as it was at the end of each day somebody wrote, and each time it is frozen, will be here.',
    ),
    html`<a class="ds-button" data-variant="secondary" href="/tekst/${section.id}"
      >${t('Til teksten', 'Til teksten', 'To the text')}</a
    >`,
  )}`
  return layout(
    c,
    {
      title,
      current: 'texts',
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: name, href: `/tekst/${section.id}` },
        { text: title },
      ],
    },
    body,
  )
}

/// Makes the section's text what it was at a moment. Refused to those who may not write it now.
export async function bringBack(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const { section, access, house, person } = text
  if (!access.write.may) throw new Refused('forbidden')
  const form = await readForm(c)
  const wanted = form.text('moment')
  const moment = (await momentsOf(house, section, person.id)).find(({ id }) => id === wanted)
  const lang = form.text('maal')
  if (!moment || moment.is === 'now' || (lang !== 'nb' && lang !== 'nn')) {
    throw new Refused('not-found')
  }
  const then = await textAt(house, section, moment)
  const block = form.text('avsnitt')
  if (block !== '' && !restorable(then[lang], block)) throw new Refused('not-found')
  await house.rooms.write(
    section.region,
    section.id,
    person.id,
    (doc) => {
      const now = readFragment(doc.getXmlFragment(lang))
      const wanted = block === '' ? then[lang] : withBlock(now, then[lang], block)
      if (wanted) replaceText(doc, lang, wanted)
    },
    stillWrites(house, person, section.id),
  )
  const done = block === '' ? 'hentet' : 'avsnitt'
  return c.redirect(
    `/tekst/${section.id}/versjoner?fra=${moment.id}&til=na&maal=${lang}&done=${done}`,
    303,
  )
}

function askedOf({ c, section }: OneText, moments: Moment[]): Asked {
  const find = (id: string | undefined) => moments.find((moment) => moment.id === id)
  const maal = c.req.query('maal')
  const to = find(c.req.query('til')) ?? moments[0]!
  return {
    to,
    from: find(c.req.query('fra')) ?? moments.find((moment) => moment !== to) ?? to,
    lang: maal === 'nn' || maal === 'nb' ? maal : section.language === 'nn' ? 'nn' : 'nb',
    inText: c.req.query('vis') === 'tekst',
    whole: c.req.query('alt') === 'ja',
  }
}

function link({ section }: OneText, asked: Asked, other: Partial<Asked>): string {
  const { from, to, lang, inText, whole } = { ...asked, ...other }
  const query = new URLSearchParams({ fra: from.id, til: to.id, maal: lang })
  if (inText) query.set('vis', 'tekst')
  if (whole) query.set('alt', 'ja')
  return `/tekst/${section.id}/versjoner?${query.toString()}`
}

function views(text: OneText, asked: Asked): Html {
  const { t, section } = text
  const group = (label: string, items: [name: string, on: boolean, href: string][]) =>
    html`<nav class="ds-toggle-group" aria-label="${label}">
      ${items.map(
        ([name, on, href]) =>
          html`<a
            class="ds-button"
            data-variant="tertiary"
            href="${href}"
            ${on ? html` aria-current="true"` : ''}
            >${name}</a
          >`,
      )}
    </nav>`
  return html`${
    section.zone === 'joint'
      ? group(t('Målform', 'Målform', 'Written language'), [
          ['Bokmål', asked.lang === 'nb', link(text, asked, { lang: 'nb' })],
          ['Nynorsk', asked.lang === 'nn', link(text, asked, { lang: 'nn' })],
        ])
      : ''
  }${group(t('Visning', 'Vising', 'View'), [
    [
      t('Side ved side', 'Side ved side', 'Side by side'),
      !asked.inText,
      link(text, asked, { inText: false }),
    ],
    [t('I teksten', 'I teksten', 'In the text'), asked.inText, link(text, asked, { inText: true })],
  ])}`
}

/// `Høringsutkast, runde 2`, with its day.
function momentName(text: OneText, moment: Moment): Html {
  const { lang } = text
  if (moment.is === 'now') return html`${plainName(text, moment)}`
  if (moment.is === 'read') {
    return html`${plainName(text, moment)}
      <span class="quiet">${date(moment.at, lang)} ${clockText(moment.at, lang)}</span>`
  }
  return moment.is === 'frozen'
    ? html`${plainName(text, moment)} <span class="quiet">${date(moment.on, lang)}</span>`
    : html`${date(moment.at, lang)} <span class="quiet">${clockText(moment.at, lang)}</span>`
}

function plainName({ t, lang }: OneText, moment: Moment): string {
  if (moment.is === 'now') return t('Teksten nå', 'Teksten no', 'The text now')
  if (moment.is === 'day') return dateText(moment.at, lang)
  if (moment.is === 'read') {
    return t('Da du sist leste', 'Då du sist las', 'When you last read it')
  }
  const round = moment.round > 1 ? `, ${t('runde', 'runde', 'round')} ${moment.round}` : ''
  return `${versionName(moment.name, lang)}${round}`
}

function choice(text: OneText, moments: Moment[], asked: Asked): Html {
  const { t, lang, section } = text
  const radio = (name: 'fra' | 'til', moment: Moment, on: boolean, label: string) =>
    html`<input
      class="ds-input"
      type="radio"
      name="${name}"
      value="${moment.id}"
      aria-label="${label}"
      ${on ? html` checked` : ''}
    />`
  return html`<form class="stack" method="get" action="/tekst/${section.id}/versjoner">
    <fieldset class="ds-fieldset moments">
      <legend class="ds-label">
        ${t('Sammenlign to versjoner', 'Samanlikn to versjonar', 'Compare two versions')}
      </legend>
      <ul>
        ${moments.map((moment) => {
          const name = plainName(text, moment)
          return html`<li>
            ${radio('fra', moment, moment === asked.from, t(`Fra: ${name}`, `Frå: ${name}`, `From: ${name}`))}
            ${radio('til', moment, moment === asked.to, t(`Til: ${name}`, `Til: ${name}`, `To: ${name}`))}
            <div>
              <strong>${momentName(text, moment)}</strong>
              ${
                moment.is === 'frozen'
                  ? html`<div class="quiet">
                        ${hash(moment.hash, lang)}${moment.by ? html` · ${moment.by}` : ''}
                      </div>
                      ${chip('neutral', 'PadlockLocked', t('låst', 'låst', 'frozen'))}`
                  : moment.is === 'day' && moment.by
                    ? html`<div class="quiet">${t('sist', 'sist', 'last')}: ${moment.by}</div>`
                    : ''
              }
            </div>
          </li>`
        })}
      </ul>
    </fieldset>
    <input type="hidden" name="maal" value="${asked.lang}" />
    ${asked.inText ? html`<input type="hidden" name="vis" value="tekst" />` : ''}
    <button class="ds-button" data-variant="secondary" type="submit">
      ${t('Se forskjellen', 'Sjå skilnaden', 'Show the difference')}
    </button>
  </form>`
}

/// A button on each changed or removed paragraph, for those who may write: as it was, an ordinary edit of theirs.
function blockBack(
  { t, access, section }: OneText,
  asked: Asked,
  before: SectionJson,
): Pick<ChangesView, 'back'> {
  if (!access.write.may || asked.from.is === 'now') return {}
  return {
    back: ({ id, number }) =>
      restorable(before[asked.lang], id)
        ? html`<form method="post" action="/tekst/${section.id}/versjoner">
            <input type="hidden" name="moment" value="${asked.from.id}" />
            <input type="hidden" name="maal" value="${asked.lang}" />
            <button class="ds-link" type="submit" name="avsnitt" value="${id}">
              ${t('Hent tilbake avsnittet', 'Hent tilbake avsnittet', 'Bring the paragraph back')}<span
                class="ds-sr-only"
              >
                ${number}</span
              >
            </button>
          </form>`
        : '',
  }
}

function getBack({ t, access, section }: OneText, asked: Asked): Html | string {
  if (!access.write.may || asked.from.is === 'now') return ''
  return html`<details class="ds-details">
    <summary>
      ${t('Hent tilbake den eldre teksten', 'Hent tilbake den eldre teksten', 'Bring the older text back')}
    </summary>
    <form method="post" action="/tekst/${section.id}/versjoner" class="stack">
      <p>
        ${t(
          'Teksten blir som i den eldre versjonen, for alle. Det som er skrevet siden, blir borte fra teksten. Kopier det først hvis du trenger det.',
          'Teksten blir som i den eldre versjonen, for alle. Det som er skrive sidan, blir borte frå teksten. Kopier det først dersom du treng det.',
          'The text becomes what it was in the older version, for everyone. What was written since disappears from it. Copy it first if you need it.',
        )}
      </p>
      <input type="hidden" name="moment" value="${asked.from.id}" />
      <input type="hidden" name="maal" value="${asked.lang}" />
      <div class="row">
        <button class="ds-button" data-variant="secondary" type="submit">
          ${icon('ArrowUndo')}${t('Hent tilbake', 'Hent tilbake', 'Bring back')}
        </button>
      </div>
    </form>
  </details>`
}
