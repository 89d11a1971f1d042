// "Last ned" for everybody: the public texts as files.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { formatOf, formats } from '../../export/format.ts'
import type { Env } from '../../house.ts'
import { versionLabel } from '../../version/read.ts'
import { layout } from '../layout.ts'
import { emptyState, pageTitle } from '../parts/boxes.ts'
import { radioField, selectField, type Choice } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { crumbsTo, strategyHere } from '../public/not-here.ts'
import { publicPart } from '../public/published-text.ts'
import type { PublicStrategy } from '../public/view.ts'
import { words, type Say } from '../words.ts'
import { formatName, formatUse } from './file-links.ts'
import { compiled, publicParts, wantedOf } from './frozen-files.ts'

export async function publicDownloadPage(c: Context<Env>): Promise<Response> {
  const { lang } = c.var
  const t = words(lang)
  const s = await strategyHere(c)
  const format = formatOf(c.req.query('format'))
  const what = c.req.query('hva') ?? ''
  if (format && /^([0-9a-f]{64}|samlet)$/.test(what)) {
    const wanted = wantedOf(c.req.query('maal')) ?? 'nb'
    const maal = wanted === 'both' ? 'begge' : wanted
    return c.redirect(`/s/${s.slug}/v/${what}.${format}?maal=${maal}`, 303)
  }
  const choices = choicesOf(s, t, c)
  const title = t('Last ned', 'Last ned', 'Download')
  const body = html`${pageTitle(title, { size: 'lg' })}
  ${
    choices.length === 0
      ? emptyState(
          'Download',
          t(
            'Ingen tekst er offentlig ennå',
            'Ingen tekst er offentleg enno',
            'No text is public yet',
          ),
          t(
            'Når en kommune har lagt planstrategien ut, kan den lastes ned her.',
            'Når ein kommune har lagt planstrategien ut, kan han lastast ned her.',
            'Once a municipality has published the strategy, it can be downloaded here.',
          ),
        )
      : html`<form class="stack reading" method="get" action="/s/${s.slug}/last-ned" data-download>
          ${selectField({ name: 'hva', label: t('Hva vil du ha?', 'Kva vil du ha?', 'What do you want?'), value: choices[0]!.value, choices, lang, wide: true })}
          ${radioField({
            name: 'maal',
            label: t('Målform', 'Målform', 'Written language'),
            value: lang === 'nn' ? 'nn' : 'nb',
            choices: [
              { value: 'nb', text: 'Bokmål' },
              { value: 'nn', text: 'Nynorsk' },
              {
                value: 'begge',
                text: t('Begge', 'Begge', 'Both'),
                description: t(
                  'den ene etter den andre',
                  'den eine etter den andre',
                  'one after the other',
                ),
              },
            ],
            lang,
          })}
          ${radioField({ name: 'format', label: t('Filtype', 'Filtype', 'Kind of file'), value: 'pdf', choices: formats.map((one) => ({ value: one, text: formatName(one, lang), description: formatUse(one, lang) })), lang })}
          <div class="row">
            <button class="ds-button" type="submit">${icon('Download')}${title}</button>
          </div>
        </form>`
  }`
  return layout(
    c,
    { title, area: 'public', slug: s.slug, crumbs: crumbsTo(c, s, { text: title }) },
    body,
  )
}

function choicesOf(s: PublicStrategy, t: Say, c: Context<Env>): Choice[] {
  const { lang } = c.var
  const joint = publicPart(s, 'joint')
  const name = t('Fellesdelen', 'Fellesdelen', 'The joint part')
  const editions = s.municipalities.flatMap((m) => {
    const adopted =
      m.decision?.adopted ?? (m.decision?.outcome === 'unchanged' ? m.decision.put : undefined)
    const edition =
      adopted ?? s.versions.findLast((v) => v.zone === m.number && v.scope === 'edition')?.hash
    const version = s.versions.find((v) => v.hash === edition)
    return version
      ? [{ value: version.hash, text: `${m.name}: ${versionLabel(version, lang)}` }]
      : []
  })
  return [
    ...(joint ? [{ value: joint.hash, text: `${name}: ${versionLabel(joint, lang)}` }] : []),
    ...editions,
    ...(publicParts(s).length > 1
      ? [
          {
            value: compiled,
            text: t(
              'Alt: fellesdelen og kommunenes egne deler',
              'Alt: fellesdelen og dei eigne delane til kommunane',
              'Everything: the joint part and the municipalities’ own parts',
            ),
          },
        ]
      : []),
  ]
}
