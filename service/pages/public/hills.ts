// The valley under the front's question: far, middle and near, a few trees and the river. Decoration only.
import { html } from 'hono/html'
import type { Html } from '../dates.ts'

const trees = [
  [60, 148],
  [84, 145],
  [110, 142],
  [300, 148],
  [322, 146],
  [980, 144],
  [1004, 148],
  [1032, 146],
  [1330, 144],
  [1354, 149],
  [1376, 147],
] as const

export const hills = (): Html =>
  html`<svg class="hills" viewBox="0 0 1440 180" preserveAspectRatio="none" aria-hidden="true">
    <path
      class="hill-far"
      d="M0 80 90 44 160 70 280 0 376 48 460 18 600 84 718 32 820 76 940 4 1032 44 1142 14 1264 72 1342 48 1440 80V180H0Z"
    />
    <path
      class="hill-mid"
      d="M0 116C70 96 150 82 230 84 340 88 430 126 540 124 660 122 730 84 850 84 960 84 1040 118 1150 116 1260 114 1330 88 1440 92V180H0Z"
    />
    <path
      class="hill-near"
      d="M0 156C100 138 190 130 290 130 440 130 560 152 720 152 880 152 980 132 1130 132 1250 132 1350 146 1440 158V180H0Z"
    />
    <path
      class="hill-river"
      d="M724 116c-30 4-70 10-58 20 10 8 60 8 64 18 4 12-70 10-110 26h92c40-14 50-26 34-36-14-8-48-8-50-14 0-6 30-8 28-14Z"
    />
    ${trees.map(([x, y]) => html`<path class="hill-tree" d="M${x} ${y - 22}l9 24h-18z" />`)}
  </svg>`
