// The text and rows a strategy is laid in with: whole in both languages, and every sample points at what is there.
import { describe, expect, test } from 'vitest'
import { planNeedNumbers, readBack } from './read-back.ts'
import { prose, wordsOf, type Block } from '../../../service/region/content/block.ts'
import {
  jointSections,
  municipalParts,
  municipalSections,
  sections,
} from '../../../service/region/content/content.ts'
import { jointDecisionPoints, jointRows } from '../../../service/region/content/joint-rows.ts'
import { blockAbout, sampleSubmissions } from '../../../service/region/content/samples.ts'
import { regionFile } from '../../../service/region/region-file.ts'

const words = (blocks: Block[] = []): number =>
  blocks.map(wordsOf).join(' ').split(/\s+/).filter(Boolean).length

describe('the joint part', () => {
  test('has seven chapters, each 250 to 550 words in both languages', () => {
    expect(jointSections.map((s) => s.code)).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'])
    for (const { blocks } of jointSections) {
      for (const language of ['nb', 'nn'] as const) {
        expect(words(blocks[language])).toBeGreaterThan(250)
        expect(words(blocks[language])).toBeLessThan(550)
      }
    }
  })

  test('is the same block for block in both languages, under the same lasting names', () => {
    for (const { blocks } of jointSections) {
      const shape = (list: Block[] = []) => list.map(({ text: _, ...rest }) => rest)
      expect(shape(blocks.nn)).toEqual(shape(blocks.nb))
      expect(new Set(blocks.nb?.map((block) => block.id)).size).toBe(blocks.nb?.length)
    }
  })

  test('is not the same words in both languages', () => {
    for (const { blocks } of jointSections) {
      const same = blocks.nb?.filter(
        (block, at) => wordsOf(block).length > 80 && wordsOf(block) === wordsOf(blocks.nn![at]!),
      )
      expect(same).toEqual([])
    }
  })

  test('asks the councils for editorial power in so many words', () => {
    expect(jointDecisionPoints.map((point) => point.nb)).toContain(
      'Kommunedirektøren får fullmakt til å gjøre redaksjonelle rettinger i fellesdelen i samråd med de andre kommunene.',
    )
  })
})

describe('the municipal parts', () => {
  test('are twelve, in the order and language of the region’s file', () => {
    expect(municipalParts.map((part) => [part.number, part.language])).toEqual(
      regionFile.municipalities.map((m) => [m.number, m.document_language]),
    )
    expect(municipalSections).toHaveLength(72)
    expect(sections).toHaveLength(79)
  })

  test('have text in every section and no two alike', () => {
    const texts = municipalSections.map((s) => (s.blocks[s.language] ?? []).map(wordsOf).join('\n'))
    expect(texts.every((text) => text.length > 40)).toBe(true)
    expect(new Set(texts).size).toBeGreaterThan(70)
  })

  test('have five to nine planning needs each, readable as rows', () => {
    for (const part of municipalParts) {
      expect(part.needs.length).toBeGreaterThanOrEqual(5)
      expect(part.needs.length).toBeLessThanOrEqual(9)
      for (const need of part.needs) expect(readBack(need, part.number)).toEqual(need)
    }
    for (const need of jointRows) expect(readBack(need, 'joint')).toEqual(need)
    expect(planNeedNumbers).toHaveLength(12)
  })

  test('say in rows what K3 says in words about the master plan', () => {
    for (const { needs, masterPlan } of municipalParts) {
      const as = { full: 'full', partial: 'partly', unchanged: 'unchanged' } as Record<
        string,
        string
      >
      for (const [type, choice] of [
        ['societal', masterPlan.societal],
        ['land-use', masterPlan.landUse],
      ]) {
        expect(as[needs.find((need) => need.type === type)?.need ?? '']).toBe(choice)
      }
    }
  })
})

describe('the samples', () => {
  test('point at paragraphs that are there', () => {
    const points = sampleSubmissions.flatMap((one) => one.points)
    expect(points.filter((point) => point.about).length).toBeGreaterThan(15)
    for (const point of points)
      if (point.about) expect(blockAbout(point)?.id).toMatch(/^[fk]\d+b\d+$/)
  })

  test('18: have one late, one anonymous and letters to all twelve, each in its own language', () => {
    expect(sampleSubmissions.filter((one) => one.after === 'late')).toHaveLength(1)
    expect(sampleSubmissions.filter((one) => !one.name)).toHaveLength(1)
    expect(sampleSubmissions.filter((one) => one.to === 'all').length).toBeGreaterThan(2)
  })
})

test('prose keeps a paragraph sign with its number and reads the few marks', () => {
  expect(prose`
    ## Hjemmel
    Se § 10-1 om **alle** 14 753 km.
    - ett
    1. to
    ! husk
  `).toEqual([
    { kind: 'heading', level: 1, text: 'Hjemmel' },
    {
      kind: 'paragraph',
      text: [
        { text: 'Se §\u00a010-1 om ' },
        { text: 'alle', bold: true },
        { text: ' 14\u00a0753 km.' },
      ],
    },
    { kind: 'paragraph', list: 'bullet', text: 'ett' },
    { kind: 'paragraph', list: 'number', text: 'to' },
    { kind: 'callout', text: 'husk' },
  ])
})
