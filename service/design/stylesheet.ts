// The two stylesheets, put together once at start from the design system's own files and ours. Public pages get only
// the components they use, so that a reader on a slow line waits for little; people at work get all.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = import.meta.dirname
const system = dirname(fileURLToPath(import.meta.resolve('@digdir/designsystemet-css')))

/// The components public pages draw. `base` and `data-size-workaround` belong to the layer below.
const publicComponents =
  'alert breadcrumbs button card details dialog divider error-summary field fieldset heading input label link list paragraph pagination skip-link table tag toggle-group validation-message'

const own = (name: string): string => readFileSync(join(here, 'css', `${name}.css`), 'utf8')
const theirs = (name: string): string => readFileSync(join(system, `${name}.css`), 'utf8')

/// Order is everything: the layer line first, then theme, base, components, ours.
const layers = '@layer ds.theme, ds.base, ds.components;\n@layer ds, planvev;\n'

/// Fonts are named `{{inter-latin}}` and `{{inter-latin-ext}}` in `base.css`; `fonts` gives their addresses.
export function stylesheetOf(kind: 'public' | 'desk', fonts: Record<string, string>): string {
  const theme = readFileSync(join(here, 'theme.css'), 'utf8').replace(/@charset[^;]*;/, '')
  const parts =
    kind === 'desk'
      ? [theirs('index')]
      : [
          `@layer ds.base{${theirs('data-size-workaround')}${theirs('base')}}`,
          `@layer ds.components{${publicComponents.split(' ').map(theirs).join('')}}`,
        ]
  const ours = [
    'base',
    'frame',
    'parts',
    'public',
    'reading',
    ...(kind === 'desk' ? ['work', 'texts', 'writing', 'submissions', 'chart'] : []),
    'print',
  ]
    .map(own)
    .map(squeeze)
    .join('')
  const css = [layers, squeeze(theme), ...parts, ours].join('\n')
  return css.replaceAll(/\{\{([a-z-]+)\}\}/g, (_, name: string) => fonts[name] ?? '')
}

/// Leaves out comments and indentation: enough, once compressed.
const squeeze = (css: string): string =>
  css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/\s*([{};,])\s*/g, '$1')
    .replaceAll(/;\}/g, '}')
