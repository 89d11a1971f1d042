// What stands around the text people read: which version it is and in which language, contents, the other parts.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import { versionLabel } from '../../version/read.ts'
import type { Html } from '../dates.ts'
import { hash } from '../parts/hash.ts'
import { words } from '../words.ts'
import { planTable } from './plan-table.ts'
import { publicPart, type PublishedPart, type TextLang } from './published-text.ts'
import { isOpen, type PublicMunicipality, type PublicStrategy } from './view.ts'

/// `Bokmål | Nynorsk` for the text alone, which version it is, and paper.
export function textBar(
  s: PublicStrategy,
  part: PublishedPart,
  municipality: PublicMunicipality | undefined,
  lang: Lang,
): Html {
  const t = words(lang)
  const shown = part.chapters[0]?.lang ?? 'nb'
  const link = (code: TextLang, name: string) => {
    const query = new URLSearchParams({
      ...(municipality && { kommune: municipality.number }),
      maal: code,
    })
    return html`<a
      class="ds-button"
      data-variant="tertiary"
      lang="${code}"
      hreflang="${code}"
      href="?${query}"
      ${code === shown ? html` aria-current="true"` : ''}
      >${name}</a
    >`
  }
  return html`<div class="text-bar">
    <nav
      class="ds-toggle-group"
      data-size="sm"
      aria-label="${t('Språket i teksten', 'Språket i teksten', 'Language of the text')}"
    >
      ${link('nb', 'Bokmål')}${link('nn', 'Nynorsk')}
    </nav>
    <span class="quiet"
      >${versionLabel(part.version, lang)} ·
      ${hash(part.version.hash, lang, `/s/${s.slug}/v/${part.version.hash}`)}</span
    >${whatIsNew(s, part, lang)}<a class="ds-link" href="/s/${s.slug}/uttalelser"
      >${t('Uttalelser og svar', 'Fråsegner og svar', 'Submissions and answers')}</a
    >
  </div>`
}

/// From the version before it in the same part, when that was public too.
function whatIsNew(s: PublicStrategy, part: PublishedPart, lang: Lang): Html | string {
  const earlier = s.versions.findLast(
    (v) =>
      v.zone === part.zone &&
      v.scope === part.version.scope &&
      v.hash !== part.version.hash &&
      v.name !== 'adopted-text' &&
      v.recordedAt <= part.version.recordedAt,
  )
  if (!earlier) return ''
  return html`<a
    class="ds-link"
    href="/s/${s.slug}/forskjell?fra=${earlier.hash}&til=${part.version.hash}"
    >${words(lang)('Se hva som er nytt', 'Sjå kva som er nytt', 'See what is new')}</a
  >`
}

export function contents(
  s: PublicStrategy,
  part: PublishedPart,
  municipality: PublicMunicipality | undefined,
  lang: Lang,
): Html {
  const t = words(lang)
  const joint = municipality !== undefined
  const own = s.municipalities.filter((m) => publicPart(s, m.number))
  return html`<nav class="toc sticky" aria-label="${t('Innhold', 'Innhald', 'Contents')}">
    <details class="ds-details" open data-fold>
      <summary>${t('Innhold', 'Innhald', 'Contents')}</summary>
      <div>
        <ul>
          ${joint ? html`<li><a href="/s/${s.slug}/tekst">${t('Fellesdelen', 'Fellesdelen', 'The joint part')}</a></li>` : ''}
          ${part.chapters.map(
            (chapter) =>
              html`<li>
                <a href="#${chapter.code}">${chapter.no} ${chapter.title}</a>${subHeadings(chapter)}
              </li>`,
          )}
          ${part.planNeeds.length ? html`<li><a href="#planbehov">${t('Planbehov', 'Planbehov', 'Planning needs')} (${part.planNeeds.length})</a></li>` : ''}
          ${joint ? '' : html`<li><a href="#kommunedelene">${t('Kommunedelene', 'Kommunedelane', 'Municipal parts')} (${own.length})</a></li>`}
        </ul>
      </div>
    </details>
  </nav>`
}

function subHeadings(chapter: PublishedPart['chapters'][number]): Html | string {
  const headings = chapter.blocks.filter((b) => b.kind === 'heading' && b.level === 1 && b.number)
  return headings.length
    ? html`<ul>
        ${headings.map((b) => html`<li><a href="#${b.anchor}">${b.text}</a></li>`)}
      </ul>`
    : ''
}

export const planNeedsPart = (part: PublishedPart, lang: Lang): Html =>
  html`<section class="chapter stack" id="planbehov" aria-labelledby="planbehov-tittel">
    <h2 class="ds-heading" data-size="sm" id="planbehov-tittel">
      ${words(lang)('Planbehov', 'Planbehov', 'Planning needs')}
    </h2>
    ${planTable(part.planNeeds, lang)}
  </section>`

/// The twelve own parts, those that can be read as links, the others with when.
export function parts(s: PublicStrategy, here: PublicMunicipality | undefined, lang: Lang): Html {
  const t = words(lang)
  return html`<section
    class="chapter stack"
    id="kommunedelene"
    aria-labelledby="kommunedelene-tittel"
  >
    <h2 class="ds-heading" data-size="sm" id="kommunedelene-tittel">
      ${t('Kommunenes egne deler', 'Dei eigne delane til kommunane', 'The municipalities’ own parts')}
    </h2>
    <ul class="municipalities">
      ${s.municipalities
        .filter((m) => m.number !== here?.number)
        .map((m) => {
          const open = publicPart(s, m.number)
          return html`<li>
            ${open ? html`<a href="/s/${s.slug}/tekst?kommune=${m.number}">${m.name}</a>` : html`<strong>${m.name}</strong>`}
            <span
              >${
                !open
                  ? t('Ikke offentlig ennå', 'Ikkje offentleg enno', 'Not public yet')
                  : isOpen(m, s.today)
                    ? t('På høring nå', 'På høyring no', 'In consultation now')
                    : ''
              }</span
            >
          </li>`
        })}
    </ul>
  </section>`
}
