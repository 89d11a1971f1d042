import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { deskIcons, publicIcons } from '../../../service/design/icons.ts'
import { stylesheetOf } from '../../../service/design/stylesheet.ts'
import { flagLook, flagsInOrder, stateLook } from '../../../service/pages/parts/looks.ts'
import { stateChip } from '../../../service/pages/parts/chips.ts'
import { flagColour } from '../../../workflows/words.ts'
import { flagWords, stateWords } from '../../../workflows/state-words.ts'
import type { ProcessKind } from '../../../workflows/act.ts'

const sprite = (file: string) =>
  new Set(
    [...readFileSync(`service/design/${file}.svg`, 'utf8').matchAll(/<symbol id="(\w+)"/g)].map(
      (m) => m[1]!,
    ),
  )

describe('icons', () => {
  test('both sprites hold exactly the icons pages may name', () => {
    expect(sprite('ikoner')).toEqual(new Set<string>(publicIcons))
    expect(sprite('ikoner-arbeid')).toEqual(new Set<string>(deskIcons))
    expect(publicIcons.filter((name) => (deskIcons as readonly string[]).includes(name))).toEqual(
      [],
    )
  })
})

describe('states and flags', () => {
  const kinds: ProcessKind[] = ['strategy', 'participation']
  for (const kind of kinds) {
    test(`every state of ${kind} has a look and words, and never shows its code`, () => {
      const codes = Object.keys(stateWords[kind])
      expect(codes.length).toBeGreaterThan(15)
      for (const code of codes) {
        const chip = String(stateChip(kind, code, 'nb'))
        expect(stateLook(kind, code).icon, code).not.toBe('InformationSquare')
        expect(chip).toContain(stateWords[kind][code]!.nb)
        expect(chip).not.toMatch(new RegExp(`\\b${code}\\b`))
      }
    })
  }

  test('a flag is drawn in the colour the procedure gives it, the gravest first', () => {
    expect(Object.keys(flagWords).length).toBeGreaterThan(15)
    for (const flag of Object.keys(flagWords)) {
      expect(flagLook(flag).icon, flag).not.toBe('InformationSquare')
      expect(flagLook(flag).colour, flag).toBe(flagColour(flag))
    }
    expect(flagsInOrder(['redaksjonelt_avvik', 'frist_naer', 'frist_overskredet'])).toEqual([
      'frist_overskredet',
      'frist_naer',
      'redaksjonelt_avvik',
    ])
  })
})

describe('stylesheets', () => {
  test('layers are named first, fonts are addressed, and the public sheet is the smaller', () => {
    const fonts = { 'inter-latin': '/a.woff2', 'inter-latin-ext': '/b.woff2' }
    const [open, desk] = [stylesheetOf('public', fonts), stylesheetOf('desk', fonts)]
    for (const css of [open, desk]) {
      expect(css.startsWith('@layer ds.theme, ds.base, ds.components;\n@layer ds, planvev;')).toBe(
        true,
      )
      expect(css).toContain('/a.woff2')
      expect(css).not.toContain('{{')
      expect(css).not.toMatch(/url\(['"]?https?:/)
    }
    expect(open.length).toBeLessThan(desk.length * 0.8)
  })
})
