// What the open editor asks about cross-references: what those on the page are called now, and what one can refer to.
import type { Context } from 'hono'
import { planNeedRows } from '../../../db/plan-need.ts'
import type { Labels } from '../../../editor/shared/html-inline.ts'
import type { Env } from '../../house.ts'
import type { PlanNeedFields } from '../../plan-need/fields.ts'
import { readText } from '../../text/read-text.ts'
import {
  headingsOf,
  labelsOf,
  resolve,
  type Around,
  type Reference,
} from '../../text/references.ts'
import { openText, type OneText } from './open-text.ts'

type TextLang = 'nb' | 'nn'

const mostAsked = 100

/// `?til=a,b`: `{ [target]: { nb, nn } | null }`. Without it everything one can refer to, with names in `?maal`.
export async function references(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  c.header('cache-control', 'no-store')
  const asked = c.req.query('til')
  if (asked === undefined)
    return c.json(await targets(text, c.req.query('maal') === 'nn' ? 'nn' : 'nb'))
  const tos = asked.split(',').filter(Boolean).slice(0, mostAsked)
  const found = new Map((await resolve(aroundOf(text), tos)).map((one) => [one.to, one]))
  return c.json(
    Object.fromEntries(
      tos.map((to) => {
        const { nb, nn } = found.get(to) ?? {}
        return [to, nb === undefined ? null : { nb, nn }]
      }),
    ),
  )
}

export const aroundOf = ({ house, section }: Pick<OneText, 'house' | 'section'>): Around => ({
  db: house.store.db,
  region: section.region,
  strategy: section.strategy,
  textOf: (row) => readText(house, row.region, row.id),
})

/// Names that lead to the editor's own pages.
export function workingLabels(text: OneText, found: readonly Reference[], lang: TextLang): Labels {
  const ids = new Map(text.sections.map((row) => [`${row.zone}/${row.code}`, row.id]))
  return labelsOf(found, lang, ({ to, zone, code, block }) => {
    if (code === undefined) return `/planbehov/${to.slice('plan:'.length)}`
    const id = ids.get(`${zone}/${code}`)
    const here = id === text.section.id
    if (block && here) return `#${lang === 'nn' ? 'nn-' : ''}${block}`
    return id && `/tekst/${id}${block ? `#${block}` : ''}`
  })
}

async function targets(text: OneText, lang: TextLang) {
  const { house, section, sections, municipalities, strategy, t } = text
  const joint = t('fellesdelen', 'fellesdelen', 'the joint part')
  const nameOf = (zone: string) =>
    zone === 'joint' ? joint : (municipalities.get(zone)?.name ?? zone)
  const titleIn = (row: { title_nb: string; title_nn: string }) =>
    (lang === 'nn' ? row.title_nn : row.title_nb) || row.title_nb || row.title_nn
  const chapters = sections.map((row) => ({
    to: `section:${row.id}`,
    text: titleIn(row),
    about: `${t('Kapittel i', 'Kapittel i', 'Chapter of')} ${nameOf(row.zone)}`,
  }))
  const near = sections.filter(({ zone }) => zone === 'joint' || zone === section.zone)
  const headings = await Promise.all(
    near.map(async (row) => {
      const found = headingsOf((await readText(house, row.region, row.id))[lang])
      return [...found].map(([block, words]) => ({
        to: `heading:${row.id}/${block}`,
        text: words,
        about: `${t('Overskrift i', 'Overskrift i', 'Heading in')} ${titleIn(row)}`,
      }))
    }),
  )
  const rows = await planNeedRows(house.store.db, {
    region: strategy.region,
    strategy: strategy.id,
  })
  const plans = rows.map((row) => {
    const { name } = JSON.parse(row.fields) as PlanNeedFields
    return {
      to: `plan:${row.id}`,
      text: name[lang] || name.nb || name.nn,
      about: `Plan, ${nameOf(row.zone)}`,
    }
  })
  return [...chapters, ...headings.flat(), ...plans].filter((one) => one.text.trim() !== '')
}
