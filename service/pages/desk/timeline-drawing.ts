// The timeline's drawing: names at the left, one SVG at the right. x in per cent and y in pixels, so that text keeps its
// size at any width and no inline style is needed. Drawn back to front: zebra, grid, bars, brackets, points, limit, today.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Desk } from '../../desk/desk.ts'
import {
  gridOf,
  percent,
  type Bar,
  type Lane,
  type Point,
  type Timeline,
  type Zoom,
} from '../../desk/timeline.ts'
import { dateText, type Html } from '../dates.ts'
import { words } from '../words.ts'

const axis = 34
const laneHeight = 38

export function drawTimeline(view: Timeline, desk: Desk, zoom: Zoom): Html {
  const { lang, today } = desk
  const t = words(lang)
  const { lanes, from, to } = view
  const height = axis + lanes.length * laneHeight
  const x = (day: string): string => `${percent(day, from, to).toFixed(3)}%`
  const inside = (day: string): boolean => day >= from && day <= to
  const title = t(
    'Tidslinje for fellesdelen og kommunene',
    'Tidslinje for fellesdelen og kommunane',
    'Timeline of the joint part and the municipalities',
  )
  const described = t(
    `Fra ${dateText(from, lang)} til ${dateText(to, lang)}. De samme datoene står i tabellen under.`,
    `Frå ${dateText(from, lang)} til ${dateText(to, lang)}. Dei same datoane står i tabellen under.`,
    `From ${dateText(from, lang)} to ${dateText(to, lang)}. The same dates stand in the table below.`,
  )
  return html`<div class="timeline" data-frame>
    <ul class="lanes">
      ${lanes.map(
        (lane) =>
          html`<li>
            ${lane.number ? html`<a class="ds-link" data-color="neutral" href="/kommune/${lane.number}">${lane.name}</a>` : lane.name}
          </li>`,
      )}
    </ul>
    <svg width="100%" height="${height}" role="img" aria-labelledby="tl-tittel tl-om">
      <title id="tl-tittel">${title}</title>
      <desc id="tl-om">${described}</desc>
      ${lanes.map((_, i) =>
        i === 0
          ? html`<rect class="tl-joint" x="0" y="${axis}" width="100%" height="${laneHeight}" />`
          : i % 2 === 0
            ? html`<rect
                class="tl-zebra"
                x="0"
                y="${axis + i * laneHeight}"
                width="100%"
                height="${laneHeight}"
              />`
            : '',
      )}
      ${gridOf(from, to, zoom).map(
        (mark) =>
          html`<line
              class="tl-grid"
              x1="${x(mark)}"
              x2="${x(mark)}"
              y1="${axis - 12}"
              y2="${height}"
            />
            <text x="${x(mark)}" dx="4" y="14">${markText(mark, lang, zoom)}</text>`,
      )}
      ${lanes.map((lane, i) => drawLane(lane, axis + i * laneHeight, view, x, inside, lang))}
      ${inside(today) ? drawToday(today, x(today), percent(today, from, to), height, lang) : ''}
    </svg>
  </div>`
}

const markText = (mark: string, lang: Lang, zoom: Zoom): string => {
  const short = dateText(mark, lang, 'short')
  return zoom === 'uke' ? short : short.replace(/^\d+\.?\s/, '')
}

function drawLane(
  lane: Lane,
  top: number,
  { from, to }: Timeline,
  x: (day: string) => string,
  inside: (day: string) => boolean,
  lang: Lang,
): Html {
  const clipped = (day: string): string => (day < from ? from : day > to ? to : day)
  return html`${lane.bars
    .filter((bar) => bar.to > from && bar.from < to)
    .map((bar) => {
      const start = percent(clipped(bar.from), from, to)
      const width = percent(clipped(bar.to), from, to) - start
      return html`<rect
          class="tl-${bar.kind}${bar.going ? ' tl-going' : ''}"
          x="${start.toFixed(3)}%"
          y="${top + 6}"
          width="${width.toFixed(3)}%"
          height="16"
          rx="3"
        />${width > 8 ? html`<text x="${start.toFixed(3)}%" dx="12" y="${top + 18}">${barText(bar, lang)}</text>` : ''}`
    })}
  ${lane.brackets
    .filter((bracket) => bracket.to > from && bracket.from < to)
    .map((bracket) => {
      const kind = bracket.broken ? 'tl-broken' : 'tl-law'
      const [a, b] = [x(clipped(bracket.from)), x(clipped(bracket.to))]
      return html`<line class="${kind}" x1="${a}" x2="${b}" y1="${top + 29}" y2="${top + 29}" />
        <line class="${kind}" x1="${a}" x2="${a}" y1="${top + 25}" y2="${top + 33}" />
        <line class="${kind}" x1="${b}" x2="${b}" y1="${top + 25}" y2="${top + 33}" />`
    })}
  ${lane.points.filter(({ on }) => inside(on)).map((point) => drawPoint(point, x(point.on), top))}
  ${lane.limit && inside(lane.limit) ? drawLimit(x(lane.limit), top) : ''}`
}

const barText = ({ kind, after }: Bar, lang: Lang): string => {
  const t = words(lang)
  if (after) return t('Merknader', 'Merknader', 'Submissions')
  if (kind === 'open') return t('Høring', 'Høyring', 'Consultation')
  return kind === 'council'
    ? t('Til sluttbehandling', 'Til slutthandsaming', 'In the councils')
    : t('Utarbeiding', 'Utarbeiding', 'Drafting')
}

/// A nested `svg` carries the per cent; inside it everything is in pixels.
const at = (x: string, y: number, shape: Html): Html =>
  html`<svg x="${x}" y="${y}" overflow="visible">${shape}</svg>`

function drawPoint({ kind }: Point, x: string, top: number): Html {
  if (kind === 'off') {
    return at(x, top + 14, html`<path class="tl-off" d="M-5-5 5 5M5-5-5 5" />`)
  }
  const check = kind === 'adopted' ? html`<path class="tl-check" d="M-3 0l2 2.4 4-4.4" />` : ''
  return at(x, top + 14, html`<path class="tl-p tl-p-${kind}" d="M0-8 8 0 0 8-8 0Z" />${check}`)
}

const drawLimit = (x: string, top: number): Html =>
  at(
    x,
    top + 2,
    html`<line class="tl-limit" x1="0" x2="0" y1="0" y2="34" /><path
        class="tl-limit-flag"
        d="M0 0h9l-2.5 4L9 8H0Z"
      />`,
  )

function drawToday(today: string, x: string, share: number, height: number, lang: Lang): Html {
  const label = `${words(lang)('I dag', 'I dag', 'Today')} ${dateText(today, lang, 'short')}`
  const half = 52
  const dx = share < 6 ? 0 : share > 94 ? -2 * half : -half
  return html`<line class="tl-today" x1="${x}" x2="${x}" y1="18" y2="${height}" />${at(
      x,
      2,
      html`<rect class="tl-pill" x="${dx}" y="0" width="${2 * half}" height="19" rx="9.5" /><text
          class="tl-pill-text"
          x="${dx + half}"
          y="13.5"
          text-anchor="middle"
        >
          ${label}
        </text>`,
    )}`
}

/// What the shapes mean, in words.
export function legend(lang: Lang): Html {
  const t = words(lang)
  const item = (shape: Html, text: string): Html =>
    html`<li class="row">
      <svg width="28" height="18" aria-hidden="true">${shape}</svg><span>${text}</span>
    </li>`
  const diamond = (kind: Point['kind']): Html => drawPoint({ on: '', kind }, '14', -5)
  return html`<ul class="plain row small tl-legend">
    ${item(html`<rect class="tl-work" x="1" y="3" width="26" height="12" rx="3" />`, t('arbeid i kommunen', 'arbeid i kommunen', 'work in the municipality'))}
    ${item(html`<rect class="tl-open" x="1" y="3" width="26" height="12" rx="3" />`, t('høring', 'høyring', 'consultation'))}
    ${item(html`<path class="tl-law" d="M2 9H26M2 5V13M26 5V13" />`, t('30 dager fra kunngjøring', '30 dagar frå kunngjering', '30 days from publication'))}
    ${item(diamond('held'), t('møte som er holdt', 'møte som er halde', 'meeting held'))}
    ${item(diamond('planned'), t('planlagt møte', 'planlagt møte', 'planned meeting'))}
    ${item(diamond('adopted'), t('vedtatt', 'vedteke', 'adopted'))}
    ${item(diamond('broken'), t('møte som bryter en frist', 'møte som bryt ein frist', 'meeting that breaks a deadline'))}
    ${item(diamond('off'), t('utsatt eller sendt tilbake', 'utsett eller send tilbake', 'postponed or sent back'))}
    ${item(drawLimit('10', -2), t('ettårsfristen', 'eittårsfristen', 'one-year limit'))}
  </ul>`
}
