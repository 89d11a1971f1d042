// Putting the chapters of a part in another order: a list with two buttons each, which work as plain forms; with script the
// rows can be dragged too. Nothing is shown to those whose it is not; when the text is frozen, why.
import { html } from 'hono/html'
import type { SectionRow } from '../../../db/strategy.ts'
import { mayOrder } from '../../text/move-section.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import { titleOf, type OneText, type Texts } from './open-text.ts'

export function orderForm(text: Texts | OneText, chapters: SectionRow[]): Html | string {
  const { t, lang, roles, states } = text
  const zone = chapters[0]?.zone
  if (zone === undefined || chapters.length < 2) return ''
  const right = mayOrder(zone, roles, states)
  if (right === 'no-role') return ''
  const name = t('Endre rekkefølgen', 'Endre rekkjefølgja', 'Change the order')
  if (right === 'frozen') {
    return html`<details class="order">
      <summary>${name}</summary>
      <p class="quiet">
        ${t(
          'Kapitlene kan ikke flyttes nå. Teksten er låst, og rekkefølgen er låst med den.',
          'Kapitla kan ikkje flyttast no. Teksten er låst, og rekkjefølgja er låst med han.',
          'The chapters cannot be moved now. The text is frozen, and their order with it.',
        )}
      </p>
    </details>`
  }
  const back =
    'section' in text ? html`<input type="hidden" name="fra" value="${text.section.id}" />` : ''
  return html`<details class="order" data-order>
    <summary>${name}</summary>
    <ol>
      ${chapters.map((one, i) => {
        const title = titleOf(one, lang)
        const button = (
          before: string,
          sign: 'ArrowUp' | 'ArrowDown',
          label: string,
          off: boolean,
        ) =>
          html`<button
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            data-icon
            type="submit"
            name="for"
            value="${before}"
            aria-label="${label}: ${title}"
            ${off ? html` disabled` : ''}
          >
            ${icon(sign)}
          </button>`
        return html`<li data-chapter="${one.id}">
          <form method="post" action="/tekst/${one.id}/flytt" data-quiet>
            ${back}${icon('DragVertical')}<span>${title}</span>
            ${button(chapters[i - 1]?.id ?? '', 'ArrowUp', t('Flytt opp', 'Flytt opp', 'Move up'), i === 0)}
            ${button(chapters[i + 2]?.id ?? 'sist', 'ArrowDown', t('Flytt ned', 'Flytt ned', 'Move down'), i === chapters.length - 1)}
          </form>
        </li>`
      })}
    </ol>
  </details>`
}
