// Form fields with everything wired on the server: label, description, message, `aria-describedby`, `aria-invalid`.
// Mark the optional ones, not the required; the message stands under the control.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import { typedDay, type Html } from '../dates.ts'
import { words } from '../words.ts'

export type FieldOptions = {
  name: string
  label: string
  value?: string
  description?: string | Html
  optional?: boolean
  /// Why it was refused; an id in the error summary leads here.
  error?: string
  /// Stored all the same, but look again (an S).
  warning?: string
  lang: Lang
}

/// The id of a field, for the error summary's links and for `autofocus`.
export const fieldId = (name: string): string => `felt-${name.replaceAll(/[^\w-]/g, '-')}`

export const textField = (
  o: FieldOptions & {
    type?: 'text' | 'email' | 'url' | 'tel' | 'number'
    size?: number
    autocomplete?: string
    maxlength?: number
    list?: readonly string[]
  },
): Html =>
  frame(
    o,
    html`<input
        class="ds-input"
        type="${o.type ?? 'text'}"
        id="${fieldId(o.name)}"
        name="${o.name}"
        value="${o.value ?? ''}"
        ${attr('size', o.size)}${attr('maxlength', o.maxlength)}${attr('autocomplete', o.autocomplete)}${o.list ? html` list="${fieldId(o.name)}-liste"` : ''}${wired(o)}
      />${
        o.list
          ? html`<datalist id="${fieldId(o.name)}-liste">
              ${o.list.map((v) => html`<option value="${v}"></option>`)}
            </datalist>`
          : ''
      }`,
  )

export const textArea = (o: FieldOptions & { rows?: number; maxlength?: number }): Html =>
  frame(
    o,
    html`<textarea
      class="ds-input"
      id="${fieldId(o.name)}"
      name="${o.name}"
      rows="${o.rows ?? 4}"
      ${attr('maxlength', o.maxlength)}${wired(o)}
    >
${o.value ?? ''}</textarea>`,
  )

/// A day as `dd.mm.åååå`, read leniently by `parseDay`.
export const dateField = (o: FieldOptions): Html =>
  textField({
    ...o,
    value: typedDay(o.value ?? ''),
    description: o.description ?? words(o.lang)('dd.mm.åååå', 'dd.mm.åååå', 'dd.mm.yyyy'),
    size: 12,
    autocomplete: 'off',
  })

export type Choice = { value: string; text: string | Html; description?: string | Html }

export const selectField = (
  o: FieldOptions & { choices: readonly Choice[]; empty?: string; wide?: boolean },
): Html =>
  frame(
    o,
    html`<select
      class="ds-input"
      id="${fieldId(o.name)}"
      name="${o.name}"
      ${o.wide ? '' : html` data-width="auto"`}${wired(o)}
    >
      ${o.empty === undefined ? '' : html`<option value="">${o.empty}</option>`}${o.choices.map(
        (c) =>
          html`<option value="${c.value}" ${c.value === o.value ? html` selected` : ''}>
            ${c.text}
          </option>`,
      )}
    </select>`,
  )

/// Radios in a fieldset; `boxed` draws each as a box in a grid.
export const radioField = (
  o: FieldOptions & { choices: readonly Choice[]; boxed?: boolean },
): Html => group(o, 'radio', new Set(o.value === undefined ? [] : [o.value]))

/// Checkboxes of one name; `values` are those ticked.
export const checkField = (
  o: FieldOptions & { choices: readonly Choice[]; values: readonly string[]; boxed?: boolean },
): Html => group(o, 'checkbox', new Set(o.values))

/// One checkbox alone.
export const tickField = (o: FieldOptions & { ticked?: boolean }): Html =>
  html`<div class="ds-field">
    <input
      class="ds-input"
      type="checkbox"
      id="${fieldId(o.name)}"
      name="${o.name}"
      value="yes"
      ${o.ticked ? html` checked` : ''}${wired(o)}
    /><label class="ds-label" data-weight="regular" for="${fieldId(o.name)}">${o.label}</label>${
      o.description
        ? html`<p data-field="description" id="${fieldId(o.name)}-om">${o.description}</p>`
        : ''
    }${message(o)}
  </div>`

/// Everything that must be put right, first on the page and with the focus.
export function errorSummary(
  errors: readonly { field?: string; text: string }[],
  lang: Lang,
  heading?: string,
): Html {
  if (errors.length === 0) return html``
  const t = words(lang)
  const n = errors.length
  const title =
    heading ??
    (n === 1
      ? t(
          'Rett opp én ting før du sender',
          'Rett opp éin ting før du sender',
          'Correct one thing before you send',
        )
      : t(
          `Rett opp ${n} ting før du sender`,
          `Rett opp ${n} ting før du sender`,
          `Correct ${n} things before you send`,
        ))
  return html`<div
    class="ds-error-summary"
    data-color="danger"
    role="group"
    tabindex="-1"
    aria-labelledby="feil-tittel"
    autofocus
  >
    <h2 class="ds-heading" data-size="2xs" id="feil-tittel">${title}</h2>
    <ul class="ds-list">
      ${errors.map(
        ({ field, text }) =>
          html`<li>
            ${field === undefined ? text : html`<a class="ds-link" href="#${fieldId(field)}">${text}</a>`}
          </li>`,
      )}
    </ul>
  </div>`
}

function frame(o: FieldOptions, control: Html): Html {
  const id = fieldId(o.name)
  return html`<div class="ds-field">
    <label class="ds-label" data-weight="medium" for="${id}">${o.label}${optional(o)}</label>${
      o.description ? html`<p data-field="description" id="${id}-om">${o.description}</p>` : ''
    }${control}${message(o)}
  </div>`
}

function group(
  o: FieldOptions & { choices: readonly Choice[]; boxed?: boolean },
  type: 'radio' | 'checkbox',
  chosen: ReadonlySet<string>,
): Html {
  const id = fieldId(o.name)
  const described = describedBy(o)
  return html`<fieldset
    class="ds-fieldset"
    id="${id}"
    tabindex="-1"
    ${described ? html` aria-describedby="${described}"` : ''}
  >
    <legend class="ds-label" data-weight="medium">${o.label}${optional(o)}</legend>
    ${o.description ? html`<p class="quiet" id="${id}-om">${o.description}</p>` : ''}
    <div
      class="${o.boxed ? 'choices' : 'stack-2'}"
      ${o.choices.length === 4 ? html` data-even` : ''}
    >
      ${o.choices.map(
        (c, i) =>
          html`<div class="ds-field" ${o.boxed ? html` data-variant="outline"` : ''}>
            <input
              class="ds-input"
              type="${type}"
              id="${id}-${i}"
              name="${o.name}"
              value="${c.value}"
              ${chosen.has(c.value) ? html` checked` : ''}${o.error ? html` aria-invalid="true"` : ''}
            /><label class="ds-label" data-weight="regular" for="${id}-${i}">${c.text}</label>${
              c.description ? html`<p data-field="description">${c.description}</p>` : ''
            }
          </div>`,
      )}
    </div>
    ${message(o)}
  </fieldset>`
}

const optional = (o: FieldOptions): Html | string =>
  o.optional
    ? html` <span class="optional"
        >${words(o.lang)('(valgfritt)', '(valfritt)', '(optional)')}</span
      >`
    : ''

const message = (o: FieldOptions): Html | string => {
  const id = fieldId(o.name)
  if (o.error) return html`<p class="ds-validation-message" id="${id}-feil">${o.error}</p>`
  if (o.warning)
    return html`<p class="ds-validation-message" data-color="warning" id="${id}-feil">
      ${o.warning}
    </p>`
  return ''
}

const describedBy = (o: FieldOptions): string => {
  const id = fieldId(o.name)
  return [o.description ? `${id}-om` : '', o.error || o.warning ? `${id}-feil` : '']
    .filter(Boolean)
    .join(' ')
}

const wired = (o: FieldOptions): Html => {
  const ids = describedBy(o)
  return html`${ids ? html` aria-describedby="${ids}"` : ''}${o.error ? html` aria-invalid="true"` : ''}`
}

const attr = (name: string, value: string | number | undefined): Html | string =>
  value === undefined ? '' : html` ${name}="${value}"`
