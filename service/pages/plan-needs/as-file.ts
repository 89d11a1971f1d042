// Every row as a file a spreadsheet opens: semicolons and a byte-order mark, as Norwegian Excel wants them.
import type { Context } from 'hono'
import type { Env } from '../../house.ts'
import {
  inLang,
  needs,
  planThemes,
  planTypes,
  priorities,
  resources,
  statuses,
} from '../../plan-need/fields.ts'
import { zoneName, type OpenedNeeds } from './opened.ts'

export function asFile(c: Context<Env>, opened: OpenedNeeds): Response {
  const { t, lang, all, desk } = opened
  const order = ['joint', ...desk.tracks.map((track) => track.number)]
  const head = [
    t('Kommune', 'Kommune', 'Municipality'),
    t('Plan', 'Plan', 'Plan'),
    t('Plantype', 'Plantype', 'Plan type'),
    t('Tema', 'Tema', 'Theme'),
    t('Behov', 'Behov', 'Need'),
    t('Prioritet', 'Prioritet', 'Priority'),
    t('Oppstart', 'Oppstart', 'Start'),
    t('Ferdig', 'Ferdig', 'Done'),
    t('Vurdering', 'Vurdering', 'Assessment'),
    t('Ansvar', 'Ansvar', 'Responsible'),
    t('Ressurs', 'Ressurs', 'Resource'),
    t('Lovpålagt', 'Lovpålagd', 'Statutory'),
    t('Hjemmel', 'Heimel', 'Legal basis'),
    t('Bærekraftsmål', 'Berekraftsmål', 'UN goals'),
    t('Samarbeid', 'Samarbeid', 'Together with'),
    t('Status', 'Status', 'Status'),
  ]
  const rows = [...all]
    .sort((a, b) => order.indexOf(a.zone) - order.indexOf(b.zone) || a.position - b.position)
    .map(({ zone, fields }) => [
      zoneName(opened, zone),
      inLang(fields.name, lang),
      planTypes[fields.type][lang],
      fields.theme ? planThemes[fields.theme][lang] : '',
      needs[fields.need][lang],
      priorities[fields.priority][lang],
      fields.start ?? '',
      fields.done ?? '',
      inLang(fields.assessment, lang),
      inLang(fields.responsible, lang),
      resources[fields.resource][lang],
      fields.statutory ? t('Ja', 'Ja', 'Yes') : t('Nei', 'Nei', 'No'),
      fields.basis ?? '',
      fields.goals.join(', '),
      desk.tracks
        .filter((track) => fields.with.includes(track.number))
        .map((track) => track.name)
        .join(', '),
      statuses[fields.status][lang],
    ])
  const body = [head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')
  c.header('content-disposition', 'attachment; filename="planbehov.csv"')
  return c.body(`\ufeff${body}\r\n`, 200, { 'content-type': 'text/csv; charset=utf-8' })
}

/// Quoted, and never read as a formula.
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
