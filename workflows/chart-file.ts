// A machine's picture as a file that stands alone, for the guide: the same drawing with its own plain colours.
import type { ProcessKind } from './act.ts'
import { chartSvg } from './chart-svg.ts'
import type { Lang } from './lang.ts'

/// SVG with a namespace and a stylesheet of its own.
export const chartFile = (kind: ProcessKind, lang: Lang): string =>
  `${chartSvg(kind, lang).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ').replace('</title>', `</title><style>${style}</style>`)}\n`

const style = [
  'svg{background:#fff;color:#68707c;font-family:Inter,system-ui,sans-serif}',
  '.chart-node rect{fill:#f4f5f6;stroke:#68707c}',
  'text{fill:#1e2b3c;font-size:12px}',
  '.chart-edge{fill:none;stroke:currentColor}',
  '.is-back{color:#a4701a}',
  '.is-system{stroke-dasharray:3 4}',
].join('')
