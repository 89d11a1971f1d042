import { describe, expect, it } from 'vitest'
import { jointSentence } from '../../../service/desk/joint-sentence.ts'
import type { JointState } from '../../../workflows/joint-state.ts'

const joint = (more: Partial<JointState>): JointState => ({
  state: 'F90',
  row: 'D8',
  participants: 12,
  adopted: 0,
  identical: 0,
  deviating: [],
  unclassified: [],
  unpublished: [],
  withdrawn: [],
  unanswered: [],
  ownRounds: [],
  ahead: [],
  nobody: false,
  ...more,
})

const chapters = [
  { code: 'F1', title: 'Innledning' },
  { code: 'F5', title: 'Strategiske valg vi gjør sammen' },
]

const vaga = {
  municipality: '3435',
  name: 'Vågå',
  class: 'deviation' as const,
  sections: ['F5'],
}

describe('the joint sentence', () => {
  it('counts the participants and names who deviates where, by title', () => {
    expect(
      jointSentence(joint({ adopted: 7, identical: 6, deviating: [vaga] }), chapters, 'nb'),
    ).toBe(
      '7 av 12 deltakere har vedtatt, 6 av dem samme fellesdel; Vågå avviker i kapittel 2, Strategiske valg vi gjør sammen.',
    )
  })

  it('never shows a code', () => {
    for (const lang of ['nb', 'nn', 'en'] as const) {
      const said = jointSentence(joint({ adopted: 1, deviating: [vaga] }), chapters, lang)
      expect(said).not.toMatch(/\b[FK]\d/)
    }
  })

  it('says so when all are alike', () => {
    expect(jointSentence(joint({ adopted: 12, identical: 12 }), chapters, 'nn')).toBe(
      '12 av 12 deltakarar har vedteke, alle same fellesdel.',
    )
  })

  it('names the withdrawn with their day and counts without them', () => {
    const withdrawn = [{ municipality: '3434', name: 'Lom', on: '2028-05-03' }]
    expect(jointSentence(joint({ participants: 11, withdrawn }), chapters, 'nb')).toBe(
      '0 av 11 deltakere har vedtatt; Lom trakk seg 3.\u00a0mai 2028.',
    )
  })

  it('says what is not yet weighed', () => {
    expect(
      jointSentence(
        joint({
          adopted: 1,
          unclassified: [
            { municipality: '3437', name: 'Sel' },
            { municipality: '3434', name: 'Lom' },
          ],
        }),
        chapters,
        'nb',
      ),
    ).toContain('Sel og Lom har endringer som ikke er vurdert mot fellesdelen')
  })
})
