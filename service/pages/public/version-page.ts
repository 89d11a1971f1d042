// One frozen text exactly as it is stored: rendered from its stored bytes, with its whole checksum. Not there for anyone
// but those who work on it until it is public, and then for all.
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { toHtml } from '../../../editor/shared/html.ts'
import { imageHref } from '../../../editor/shared/image.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { may } from '../../../workflows/rights.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { labelsOf } from '../../text/references.ts'
import { openEdition, type EditionManifest, type FrozenSection } from '../../version/manifest.ts'
import {
  sectionsOfVersion,
  versionByHash,
  versionLabel,
  type VersionInfo,
} from '../../version/read.ts'
import type { PlanNeedFields } from '../../plan-need/fields.ts'
import { date, type Html } from '../dates.ts'
import { fileLinks } from '../download/file-links.ts'
import { frozenPaper } from '../download/frozen-files.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import { hash as hashPart, shortHash } from '../parts/hash.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import { frozenPlanNeeds } from './published-text.ts'
import { crumbsTo, strategyHere } from './not-here.ts'
import { planTable } from './plan-table.ts'
import type { PublicStrategy } from './view.ts'

export async function versionPage(c: Context<Env>): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const s = await strategyHere(c)
  const { db } = c.get('house').store
  const wanted = (c.req.param('hash') ?? '').toLowerCase()
  const version = await versionByHash(db, s.region, s.id, await wholeHash(s, wanted))
  if (!version || !mayRead(c, s, version)) throw new Refused('not-found')
  const sections = await sectionsOfVersion(db, s.region, s.id, version.hash)
  const name = nameOf(version, s, lang)
  const edition = version.scope === 'edition' ? openEdition(version.bytes) : undefined
  const textLang =
    c.req.query('maal') === 'nn' ||
    (c.req.query('maal') !== 'nb' && ownLang(version, s, lang) === 'nn')
      ? 'nn'
      : 'nb'
  const other = textLang === 'nb' ? 'nn' : 'nb'
  const needs = await needsOf(c, s, version)
  return layout(
    c,
    {
      title: name,
      area: 'public',
      slug: s.slug,
      crumbs: crumbsTo(
        c,
        s,
        { text: t('Låste tekster', 'Låste tekstar', 'Frozen texts'), href: `/s/${s.slug}/vedtak` },
        { text: shortHash(version.hash) },
      ),
    },
    html`${pageTitle(name, { size: 'lg' })}
      <div class="stack-8">
        ${facts(version, s, lang)} ${await files(c, s, version, textLang)}
        <nav
          class="ds-toggle-group"
          data-size="sm"
          aria-label="${t('Språket i teksten', 'Språket i teksten', 'Language of the text')}"
        >
          ${(['nb', 'nn'] as const).map((code) => html`<a class="ds-button" data-variant="tertiary" lang="${code}" hreflang="${code}" href="?maal=${code}" ${code === textLang ? html` aria-current="true"` : ''}>${code === 'nb' ? 'Bokmål' : 'Nynorsk'}</a>`)}
        </nav>
        ${edition ? decisionPart(edition, lang) : ''}
        <article class="exact">
          ${sections.map((section) => {
            const lacks = section[textLang].content === undefined
            const use = lacks ? other : textLang
            return html`<section
              lang="${use}"
              id="${section.zone === 'joint' ? '' : `${section.zone}-`}${section.code}"
            >
              <h2 class="ds-heading" data-size="sm">
                ${section.title[use] || section.title[other]}
              </h2>
              ${raw(textHtml(section, use, sections, lang))}
            </section>`
          })}
        </article>
        ${
          needs.length
            ? html`<section class="stack reading">
                <h2 class="ds-heading" data-size="sm">
                  ${t('Planbehov', 'Planbehov', 'Planning needs')}
                </h2>
                ${planTable(needs, lang)}
              </section>`
            : ''
        }
      </div>`,
  )
}

function textHtml(
  section: FrozenSection,
  use: 'nb' | 'nn',
  all: readonly FrozenSection[],
  lang: Lang,
): string {
  const here = new Set(all.map(({ zone, code }) => `${zone}-${code}`))
  return toHtml(section[use], {
    headingOffset: 2,
    anchorPrefix: `${section.zone}-${section.code}-`,
    imageHref,
    wordsIn: lang,
    labels: labelsOf(section.references ?? [], use, ({ zone, code, block }) => {
      if (!here.has(`${zone}-${code}`)) return undefined
      return block ? `#${zone}-${code}-${block}` : `#${zone === 'joint' ? '' : `${zone}-`}${code}`
    }),
  })
}

async function files(
  c: Context<Env>,
  s: PublicStrategy,
  { hash }: VersionInfo,
  textLang: 'nb' | 'nn',
): Promise<Html> {
  const { paper } = await frozenPaper(c, s, hash, textLang)
  const { press } = c.var.house
  return fileLinks(
    press,
    paper,
    c.var.lang,
    (format) => `/s/${s.slug}/v/${hash}.${format}?maal=${textLang}`,
  )
}

/// Eight characters or more find the one public version that begins with them.
async function wholeHash(s: PublicStrategy, wanted: string): Promise<string> {
  if (wanted.length === 64 || !/^[0-9a-f]{8,63}$/.test(wanted)) return wanted
  const found = [...new Set(s.versions.map((v) => v.hash).filter((h) => h.startsWith(wanted)))]
  return found.length === 1 ? found[0]! : wanted
}

/// Public, or the reader may see what is not: the same question as for the stored bytes.
function mayRead(c: Context<Env>, s: PublicStrategy, version: VersionInfo): boolean {
  if (version.publicOn !== null) return true
  const roles = c.get('person')?.roles.filter((role) => role.region === s.region) ?? []
  return may(roles, 'see-unpublished-text')
}

function nameOf(version: VersionInfo, s: PublicStrategy, lang: Lang): string {
  const t = words(lang)
  const whose = s.municipalities.find((m) => m.number === version.zone)?.name
  const label = versionLabel(version, lang)
  return whose
    ? `${whose}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : `${t('Fellesdelen', 'Fellesdelen', 'The joint part')}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

const ownLang = (version: VersionInfo, s: PublicStrategy, lang: Lang): 'nb' | 'nn' =>
  s.municipalities.find((m) => m.number === version.zone)?.language ?? (lang === 'nn' ? 'nn' : 'nb')

async function needsOf(
  c: Context<Env>,
  s: PublicStrategy,
  version: VersionInfo & { bytes: Buffer; parts: string[] },
): Promise<PlanNeedFields[]> {
  const { db } = c.get('house').store
  if (version.scope === 'section') return []
  if (version.scope !== 'edition') return frozenPlanNeeds(version.bytes)
  const parts = await Promise.all(
    version.parts.map((hash) => versionByHash(db, s.region, s.id, hash)),
  )
  return parts.flatMap((part) => (part ? frozenPlanNeeds(part.bytes) : []))
}

function facts(version: VersionInfo & { parts: string[] }, s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const inside = version.scope === 'edition' ? version.parts : []
  return html`<dl class="facts reading">
    <div>
      <dt>${t('Låst', 'Låst', 'Frozen')}</dt>
      <dd>${date(version.frozenOn, lang)}</dd>
    </div>
    <div>
      <dt>${t('Offentlig', 'Offentleg', 'Public')}</dt>
      <dd>
        ${version.publicOn ? html`${t('fra', 'frå', 'from')} ${date(version.publicOn, lang)}` : html`${icon('PadlockLocked')} ${t('Ikke ennå', 'Ikkje enno', 'Not yet')}`}
      </dd>
    </div>
    <div>
      <dt>${t('Kontrollsum', 'Kontrollsum', 'Checksum')}</dt>
      <dd>
        <span class="checksum">${version.hash}</span><br /><a
          class="ds-link small"
          href="/api/strategies/${s.id}/versions/${version.hash}"
          >${t('De lagrede bytene', 'Dei lagra bytane', 'The stored bytes')}</a
        >
      </dd>
    </div>
    ${
      inside.length
        ? html`<div>
            <dt>${t('Består av', 'Er sett saman av', 'Consists of')}</dt>
            <dd>
              ${inside.map((part, i) => html`${i ? ' + ' : ''}${hashPart(part, lang, `/s/${s.slug}/v/${part}`)}`)}
            </dd>
          </div>`
        : ''
    }
  </dl>`
}

/// The points the council is asked to adopt: part of what is frozen.
function decisionPart(edition: EditionManifest, lang: Lang): Html {
  const t = words(lang)
  return html`<section class="summary-box reading">
    <h2 class="ds-heading" data-size="xs">
      ${t('Forslag til vedtak', 'Framlegg til vedtak', 'Proposed decision')}
    </h2>
    <ol>
      ${edition.decision.points.map((point) => html`<li>${lang === 'nn' ? point.nn || point.nb : point.nb || point.nn}</li>`)}
    </ol>
  </section>`
}
