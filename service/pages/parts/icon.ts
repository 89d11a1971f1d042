// One icon from the sprite. Beside text it says nothing; standing alone it gets a name.
import { html } from 'hono/html'
import { iconAddress } from '../../design/files.ts'
import type { IconName } from '../../design/icons.ts'
import type { Html } from '../dates.ts'

/// Decoration, unless `label` is given.
export const icon = (name: IconName, label?: string): Html =>
  label === undefined
    ? html`<svg class="i" aria-hidden="true"><use href="${iconAddress(name)}" /></svg>`
    : html`<svg class="i" role="img" aria-label="${label}">
        <use href="${iconAddress(name)}" />
      </svg>`
