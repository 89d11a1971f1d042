// Who starts what, when: the matrix of plan types and half-years across the twelve, with what it shows in words first.
import { html } from 'hono/html'
import {
  findingsOf,
  portfolioOf,
  saySeason,
  type PortfolioFinding,
} from '../../plan-need/portfolio.ts'
import { sayHalfYear } from '../../plan-need/fields.ts'
import type { Html } from '../dates.ts'
import { alert, emptyState } from '../parts/boxes.ts'
import { capital, count, listed } from '../words.ts'
import { shortName, type OpenedNeeds } from './opened.ts'

export function portfolioSection(opened: OpenedNeeds): Html {
  const { t, desk, all } = opened
  const order = desk.tracks.map((track) => track.number)
  const portfolio = portfolioOf(all, { from: desk.strategy.from, to: desk.strategy.to }, order)
  const [finding, ...others] = findingsOf(portfolio)
  return html`<section class="stack" aria-labelledby="hvem-hva">
    <h2 class="ds-heading" data-size="xs" id="hvem-hva">
      ${t('Hvem starter hva, når?', 'Kven startar kva, når?', 'Who starts what, when?')}
    </h2>
    ${
      portfolio.rows.length === 0
        ? emptyState(
            'Table',
            t('Ingen oppstarter ennå', 'Ingen oppstartar enno', 'No starts yet'),
            t(
              'Oversikten fylles når kommunene fører opp planer med oppstart.',
              'Oversikta blir fylt når kommunane fører opp planar med oppstart.',
              'The overview fills as municipalities enter plans with a start.',
            ),
            undefined,
            3,
          )
        : html`${finding ? findingAlert(opened, finding) : ''}
          ${
            others.length > 0
              ? html`<p class="small">
                  ${t('Også', 'Også', 'Also')}:
                  ${others
                    .slice(0, 3)
                    .map((one) => sayFinding(opened, one))
                    .join('. ')}.
                </p>`
              : ''
          }
          ${matrix(opened, portfolio)}`
    }
  </section>`
}

/// «Sju kommuner vil starte ny arealdel våren 2029.»
function sayFinding(
  { t, lang }: OpenedNeeds,
  { row, half, municipalities }: PortfolioFinding,
): string {
  const many = capital(count(municipalities.length, lang))
  const season = saySeason(half, lang)
  const plan = planInSentence(row.key, row.title[lang], lang)
  return t(
    `${many} kommuner vil starte ${plan} ${season}`,
    `${many} kommunar vil starte ${plan} ${season}`,
    `${many} municipalities will start ${plan} ${season}`,
  )
}

function planInSentence(key: string, title: string, lang: 'nb' | 'nn' | 'en'): string {
  const known: Record<string, Record<'nb' | 'nn' | 'en', string>> = {
    'land-use': { nb: 'ny arealdel', nn: 'ny arealdel', en: 'a new land-use part' },
    societal: { nb: 'ny samfunnsdel', nn: 'ny samfunnsdel', en: 'a new societal part' },
  }
  const plan = {
    nb: `plan for ${title.toLowerCase()}`,
    nn: `plan for ${title.toLowerCase()}`,
    en: `a plan for ${title.toLowerCase()}`,
  }
  return (known[key] ?? plan)[lang].replace('ros', 'ROS')
}

function findingAlert(opened: OpenedNeeds, finding: PortfolioFinding): Html {
  const { t, desk, lang } = opened
  const tracks = desk.tracks.filter((track) => finding.municipalities.includes(track.number))
  const planners = tracks.flatMap((track) =>
    track.holders.flatMap((held) => (held.role === 'planner' && held.email ? [held.email] : [])),
  )
  const asked = tracks.flatMap((track) =>
    track.holders
      .filter((held) => held.role === 'planner')
      .map((held) => `${held.name} (${track.name})`),
  )
  const subject = encodeURIComponent(sayFinding(opened, finding))
  const share = t(
    'Kunnskapsgrunnlaget kan lages én gang.',
    'Kunnskapsgrunnlaget kan lagast éin gong.',
    'The knowledge base can be made once.',
  )
  const ask = t(
    'Spør dem om å gjøre det sammen',
    'Spør dei om å gjere det saman',
    'Ask them to do it together',
  )
  return alert(
    'info',
    html`${listed(
      tracks.map((track) => track.name),
      lang,
    )}.
    ${share}${
      planners.length > 0
        ? html` <a
            class="ds-link"
            href="mailto:${[...new Set(planners)].join(',')}?subject=${subject}"
            >${ask}</a
          >`
        : asked.length > 0
          ? html` ${ask}: ${listed(asked, lang)}.`
          : ''
    }`,
    { heading: sayFinding(opened, finding), level: 3 },
  )
}

function matrix(opened: OpenedNeeds, portfolio: ReturnType<typeof portfolioOf>): Html {
  const { t, lang, desk } = opened
  const names = new Map(desk.tracks.map((track) => [track.number, shortName(track.name)]))
  const everybody = desk.tracks.length
  const highest = Math.max(1, ...portfolio.totals)
  const label = t(
    'Oppstarter etter plantype og halvår',
    'Oppstartar etter plantype og halvår',
    'Starts by plan type and half-year',
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">
      <table class="ds-table portfolio" data-border>
        <caption class="ds-sr-only">
          ${label}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('Plantype', 'Plantype', 'Plan type')}</th>
            ${portfolio.columns.map(
              ({ key, halves }) =>
                html`<th scope="col">
                  ${halves.length === 1 ? sayHalfYear(halves[0], lang) : key}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${portfolio.rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row.title[lang]}</th>
                ${row.cells.map((who) => cell(who, names, everybody, opened))}
              </tr>`,
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${t('Oppstarter i alt', 'Oppstartar i alt', 'Starts in all')}</th>
            ${portfolio.totals.map(
              (total) =>
                html`<td>
                  <svg width="40" height="36" aria-hidden="true">
                    <rect
                      x="0"
                      y="${36 - Math.max(2, Math.round((total / highest) * 34))}"
                      width="38"
                      height="${Math.max(2, Math.round((total / highest) * 34))}"
                    /></svg
                  >${total}
                </td>`,
            )}
          </tr>
        </tfoot>
      </table>
    </div>
    <p class="small quiet">
      ${t(
        'Tallet er antall kommuner. Mørkere felt: tre eller flere, og fem eller flere.',
        'Talet er talet på kommunar. Mørkare felt: tre eller fleire, og fem eller fleire.',
        'The number counts municipalities. Darker: three or more, and five or more.',
      )}
      ${desk.tracks.map((track) => `${shortName(track.name)} ${track.name}`).join(' · ')}
    </p>`
}

function cell(
  who: string[],
  names: Map<string, string>,
  everybody: number,
  { t }: OpenedNeeds,
): Html {
  if (who.length === 0) return html`<td><span aria-hidden="true">–</span></td>`
  const level = who.length >= 5 ? 3 : who.length >= 3 ? 2 : 1
  const listedNames =
    who.length === everybody
      ? t(`alle ${everybody}`, `alle ${everybody}`, `all ${everybody}`)
      : who.map((number) => names.get(number) ?? number).join(' ')
  return html`<td data-level="${level}">
    <strong>${who.length}</strong> <span class="short">${listedNames}</span>
  </td>`
}
