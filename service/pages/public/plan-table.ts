// Planning needs as rows people can read: what, what is needed, when and whose.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import { needs, planTypes, priorities, type PlanNeedFields } from '../../plan-need/fields.ts'
import type { Html } from '../dates.ts'
import { words } from '../words.ts'

/// `2029-1` is the first half of 2029.
const halfYear = (value: string | undefined, lang: Lang): string => {
  if (!value) return ''
  const [year, half] = value.split('-')
  const t = words(lang)
  return half === '1'
    ? t(`våren ${year}`, `våren ${year}`, `spring ${year}`)
    : t(`høsten ${year}`, `hausten ${year}`, `autumn ${year}`)
}

export function planTable(rows: readonly PlanNeedFields[], lang: Lang): Html {
  const t = words(lang)
  const head = {
    plan: t('Plan', 'Plan', 'Plan'),
    need: t('Behov', 'Behov', 'Need'),
    when: t('Når', 'Når', 'When'),
    priority: t('Prioritet', 'Prioritet', 'Priority'),
  }
  const nameOf = (both: { nb: string; nn: string }): string =>
    lang === 'nn' ? both.nn || both.nb : both.nb || both.nn
  return html`<table class="ds-table stacks">
    <caption class="ds-sr-only">
      ${t('Planbehov', 'Planbehov', 'Planning needs')}
    </caption>
    <thead>
      <tr>
        ${Object.values(head).map((text) => html`<th scope="col">${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => {
        const when = [halfYear(row.start, lang), halfYear(row.done, lang)].filter(Boolean)
        return html`<tr>
          <th scope="row">
            ${nameOf(row.name)}
            <div class="meta">${planTypes[row.type]?.[lang] ?? ''}</div>
          </th>
          <td data-label="${head.need}">${needs[row.need]?.[lang] ?? ''}</td>
          <td data-label="${head.when}">${when.join(' – ')}</td>
          <td data-label="${head.priority}">
            <span class="nowrap">${priorities[row.priority]?.[lang] ?? ''}</span>
          </td>
        </tr>`
      })}
    </tbody>
  </table>`
}
