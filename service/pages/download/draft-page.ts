// "Last ned" for those who write: what, in which language, as which kind of file. The text is taken as it is now and
// marked as a draft; frozen versions have files of their own.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { compose } from '../../export/compose.ts'
import { draftSource, type Chosen } from '../../export/draft-source.ts'
import { formatOf, formats } from '../../export/format.ts'
import { withKnownPictures } from '../../export/known-pictures.ts'
import type { WaitingRoom } from '../../export/waiting.ts'
import type { Env } from '../../house.ts'
import { versionLabel, versionsOf, type VersionInfo } from '../../version/read.ts'
import type { Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { radioField, type Choice } from '../parts/fields.ts'
import { hash } from '../parts/hash.ts'
import { icon } from '../parts/icon.ts'
import { openText, titleOf, type OneText } from '../text/open-text.ts'
import { answerPerson } from './answer.ts'
import { formatName, formatUse } from './file-links.ts'
import { wantedOf } from './frozen-files.ts'

export const draftPage =
  (room: WaitingRoom) =>
  async (c: Context<Env>): Promise<Response> => {
    const text = await openText(c)
    if (text instanceof Response) return text
    const format = formatOf(c.req.query('format'))
    if (!format) return page(text)
    const source = await draftSource(text.house, text.strategy, chosenBy(text))
    const wanted = wantedOf(c.req.query('maal')) ?? ownLanguage(text)
    return answerPerson(c, room, {
      paper: await withKnownPictures(
        text.house.store.db,
        text.strategy.region,
        compose(source, wanted),
      ),
      format,
      language: wanted === 'both' ? 'begge' : wanted,
      open: false,
    })
  }

const ownLanguage = ({ section }: OneText): 'nb' | 'nn' => (section.language === 'nn' ? 'nn' : 'nb')

function chosenBy({ c, section }: OneText): Chosen {
  const what = c.req.query('hva')
  if (what === 'alt') return 'all'
  if (what === 'del') return { zones: [section.zone] }
  const [, number] = /^utgave-(\d{4})$/.exec(what ?? '') ?? []
  if (number) return { zones: ['joint', number] }
  return { section: section.id }
}

async function page(text: OneText): Promise<Response> {
  const { c, t, lang, section } = text
  const title = titleOf(section, lang)
  const asked = c.req.query('maal')
  const languages: Choice[] = [
    { value: 'nb', text: 'Bokmål' },
    { value: 'nn', text: 'Nynorsk' },
    {
      value: 'begge',
      text: t('Begge', 'Begge', 'Both'),
      description: t('den ene etter den andre', 'den eine etter den andre', 'one after the other'),
    },
  ]
  const body = html`${pageTitle(t('Last ned', 'Last ned', 'Download'))}
    <div class="stack-8 reading">
      <p>
        ${t(
          'Du får teksten slik den er nå, merket som utkast.',
          'Du får teksten slik han er no, merkt som utkast.',
          'You get the text as it is now, marked as a draft.',
        )}
      </p>
      <form class="stack" method="get" action="/tekst/${section.id}/last-ned" data-download>
        ${radioField({ name: 'hva', label: t('Hva vil du ha?', 'Kva vil du ha?', 'What do you want?'), value: 'kapittel', choices: whats(text), lang })}
        ${radioField({ name: 'maal', label: t('Målform', 'Målform', 'Written language'), value: asked === 'nb' || asked === 'nn' || asked === 'begge' ? asked : ownLanguage(text), choices: languages, lang })}
        ${radioField({ name: 'format', label: t('Filtype', 'Filtype', 'Kind of file'), value: 'pdf', choices: formats.map((format) => ({ value: format, text: formatName(format, lang), description: formatUse(format, lang) })), lang })}
        <div class="row">
          <button class="ds-button" type="submit">
            ${icon('Download')}${t('Last ned', 'Last ned', 'Download')}
          </button>
          <a class="ds-button" data-variant="tertiary" href="/tekst/${section.id}"
            >${t('Tilbake', 'Tilbake', 'Back')}</a
          >
        </div>
      </form>
      ${await frozenOnes(text)}
    </div>`
  return layout(
    c,
    {
      title: `${t('Last ned', 'Last ned', 'Download')}: ${title}`,
      current: 'texts',
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: title, href: `/tekst/${section.id}` },
        { text: t('Last ned', 'Last ned', 'Download') },
      ],
    },
    body,
  )
}

function whats({ t, lang, section, person, municipalities, sections }: OneText): Choice[] {
  const joint = section.zone === 'joint'
  const here = municipalities.get(section.zone)?.name ?? ''
  const own = new Set(
    joint
      ? person.roles.flatMap(({ municipality }) => (municipality ? [municipality] : []))
      : [section.zone],
  )
  const editions = [...municipalities.values()].filter(
    ({ number }) => own.has(number) && sections.some(({ zone }) => zone === number),
  )
  return [
    {
      value: 'kapittel',
      text: t('Dette kapittelet', 'Dette kapittelet', 'This chapter'),
      description: titleOf(section, lang),
    },
    {
      value: 'del',
      text: joint
        ? t('Hele fellesdelen', 'Heile fellesdelen', 'The whole joint part')
        : t(
            `Hele den egne delen til ${here}`,
            `Heile den eigne delen til ${here}`,
            `All of ${here}’s own part`,
          ),
    },
    ...editions.map(({ number, name }) => ({
      value: `utgave-${number}`,
      text: t(`Utgaven for ${name}`, `Utgåva for ${name}`, `The edition of ${name}`),
      description: t(
        'fellesdelen, den egne delen og forslaget til vedtak',
        'fellesdelen, den eigne delen og framlegget til vedtak',
        'the joint part, its own part and the proposed decision',
      ),
    })),
    {
      value: 'alt',
      text: t('Alt', 'Alt', 'Everything'),
      description: t(
        'fellesdelen og de egne delene til alle kommunene',
        'fellesdelen og dei eigne delane til alle kommunane',
        'the joint part and the own parts of all the municipalities',
      ),
    },
  ]
}

/// The newest frozen versions this chapter is in: they have a checksum and never change.
async function frozenOnes({ house, strategy, section, t, lang }: OneText): Promise<Html | string> {
  const { db } = house.store
  const { region, id, slug } = strategy
  const zone = section.zone
  const found = (await versionsOf(db, region, id, { visible: 'all', zone })).filter(
    ({ scope }) => scope !== 'section',
  )
  const newest: VersionInfo[] = found.slice(-4).toReversed()
  if (newest.length === 0) return ''
  return html`<section class="stack-2" aria-labelledby="laaste">
    <h2 class="ds-heading" data-size="xs" id="laaste">
      ${t('Låste versjoner', 'Låste versjonar', 'Frozen versions')}
    </h2>
    <ul class="ds-list">
      ${newest.map((one) => html`<li>${versionLabel(one, lang)} ${hash(one.hash, lang, `/s/${slug}/v/${one.hash}`)}</li>`)}
    </ul>
  </section>`
}
