// The shape of one municipality's own part as it is written in these files, and a short hand for its plan rows.
import type { PlanNeedFields, PlanTheme, PlanType } from '../../plan-need/fields.ts'
import type { Block } from './block.ts'

export type MunicipalCode = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6'

/// One municipality's part: text in its own document language, rows of planning needs, the choice about the master
/// plan that K3 argues for, and the local operative points of the proposed decision.
export type MunicipalPart = {
  number: string
  language: 'nb' | 'nn'
  text: Record<MunicipalCode, Block[]>
  masterPlan: Record<'societal' | 'landUse', 'full' | 'partly' | 'unchanged'>
  needs: PlanNeedFields[]
  decisionPoints: string[]
}

/// Numbers of the twelve, south to north: the order rows name them in.
export const southToNorth = [
  '3405',
  '3440',
  '3441',
  '3439',
  '3438',
  '3436',
  '3437',
  '3435',
  '3434',
  '3433',
  '3432',
  '3431',
]

export type RowRest = Pick<PlanNeedFields, 'need' | 'priority'> &
  Partial<Omit<PlanNeedFields, 'assessment' | 'responsible'>> & {
    why: string
    by: string
  }

/// A municipality's plan row: names in both languages, the rest in its own. `why` is the assessment, `by` who answers.
export const rowsIn =
  (language: 'nb' | 'nn') =>
  (nb: string, nn: string, type: PlanType | PlanTheme, rest: RowRest): PlanNeedFields => {
    const { why, by, ...fields } = rest
    const own = (text: string) => (language === 'nb' ? { nb: text, nn: '' } : { nb: '', nn: text })
    return {
      ...(isTheme(type) ? { type: 'thematic' as const, theme: type } : { type }),
      name: { nb, nn },
      resource: 'own',
      statutory: fields.basis !== undefined,
      goals: [],
      status: 'not-started',
      ...fields,
      with: southToNorth.filter((number) => fields.with?.includes(number)),
      assessment: own(why),
      responsible: own(by),
    }
  }

const themes: readonly string[] = [
  'climate',
  'water',
  'health',
  'preparedness',
  'growing-up',
  'culture',
  'business',
  'housing',
  'nature',
  'traffic',
] satisfies PlanTheme[]

const isTheme = (type: PlanType | PlanTheme): type is PlanTheme => themes.includes(type)
