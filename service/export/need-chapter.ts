// The structured parts as chapters: the choice for the municipal master plan in a sentence each, and the planning needs
// as one real table.
import { listed } from '../pages/words.ts'
import {
  goals,
  inLang,
  needs,
  planThemes,
  planTypes,
  priorities,
  resources,
  sayHalfYear,
  type PlanNeedFields,
} from '../plan-need/fields.ts'
import { cleanText } from './clean-text.ts'
import type { Block, Chapter, Run, Written } from './paper.ts'
import { penOf } from './written.ts'

export function masterPlanChapter(
  zone: string,
  choice: { societal: string; landUse: string },
  lang: Written,
): Chapter {
  const t = penOf(lang)
  const said = (value: string): string =>
    ({
      full: t('revideres helt', 'blir revidert heilt'),
      partly: t('revideres delvis', 'blir revidert delvis'),
      unchanged: t('videreføres uendret', 'blir vidareført uendra'),
    })[value] ?? t('er ikke valgt', 'er ikkje vald')
  const item = (text: string) => ({ runs: plain(text), under: [] })
  return {
    anchor: `${lang}-${zone}-kommuneplan`,
    number: '',
    title: t('Valg for kommuneplanen', 'Val for kommuneplanen'),
    lang,
    notes: [],
    blocks: [
      {
        is: 'list',
        ordered: false,
        items: [
          item(
            t(`Samfunnsdelen ${said(choice.societal)}.`, `Samfunnsdelen ${said(choice.societal)}.`),
          ),
          item(t(`Arealdelen ${said(choice.landUse)}.`, `Arealdelen ${said(choice.landUse)}.`)),
        ],
      },
    ],
  }
}

export function planNeedsChapter(
  zone: string,
  rows: readonly PlanNeedFields[],
  lang: Written,
  names: ReadonlyMap<string, string>,
): Chapter {
  const t = penOf(lang)
  const head = [
    t('Plan', 'Plan'),
    t('Behov og vurdering', 'Behov og vurdering'),
    t('Når', 'Når'),
    t('Prioritet', 'Prioritet'),
    t('Ansvar', 'Ansvar'),
    t('FN-mål', 'FN-mål'),
  ].map((text) => cell(text))
  const body = rows.map((row) => rowOf(row, lang, names))
  return {
    anchor: `${lang}-${zone}-planbehov`,
    number: '',
    title: t('Planbehov', 'Planbehov'),
    lang,
    notes: [],
    blocks: [
      {
        is: 'table',
        head: true,
        columns: [240, 220, 110, 105, 160, 165],
        rows: [head, ...body],
        caption: [],
      },
    ],
  }
}

function rowOf(row: PlanNeedFields, lang: Written, names: ReadonlyMap<string, string>): Block[][] {
  const t = penOf(lang)
  const kinds = [planTypes[row.type]?.[lang], row.theme && planThemes[row.theme]?.[lang]]
  const inForce = row.adopted
    ? t(`Gjeldende plan fra ${row.adopted.year}`, `Gjeldande plan frå ${row.adopted.year}`) +
      (row.adopted.reference ? ` (${row.adopted.reference})` : '')
    : ''
  const basis = row.statutory
    ? t('Lovpålagt', 'Lovpålagd') + (row.basis ? `: ${row.basis}` : '')
    : (row.basis ?? '')
  const when = row.start || row.done ? [row.start, row.done] : []
  const others = row.with.map((number) => names.get(number) ?? number)
  return [
    [
      text([bold(inLang(row.name, lang))]),
      ...small([kinds.filter(Boolean).join(', '), inForce, basis]),
    ],
    [text([bold(needs[row.need]?.[lang] ?? '')]), ...small([inLang(row.assessment, lang)])],
    small(
      [...new Set(when.map((half) => (half ? sayHalfYear(half, lang) : '')))].filter(Boolean).length
        ? [...new Set(when.flatMap((half) => (half ? [sayHalfYear(half, lang)] : [])))]
        : ['–'],
    ),
    cell(priorities[row.priority]?.[lang] ?? ''),
    small([
      inLang(row.responsible, lang),
      resources[row.resource]?.[lang] ?? '',
      others.length > 0
        ? t(`Sammen med ${listed(others, lang)}`, `Saman med ${listed(others, lang)}`)
        : '',
    ]),
    small(row.goals.map((goal) => `${goal} ${goals[goal - 1]?.[lang] ?? ''}`)),
  ]
}

const plain = (value: string): Run[] => {
  const shown = cleanText(value)
  return shown ? [{ is: 'text', text: shown }] : []
}
const bold = (value: string): Run => ({ is: 'text', text: cleanText(value), bold: true })
const text = (runs: Run[]): Block => ({ is: 'text', anchor: '', runs })
const cell = (value: string): Block[] => (value ? [text(plain(value))] : [])
const small = (lines: string[]): Block[] => lines.filter(Boolean).map((line) => text(plain(line)))
