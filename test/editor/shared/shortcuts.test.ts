// The table of shortcuts: nothing a Norwegian keyboard types with AltGr, nothing twice, nothing without words.
import { describe, expect, test } from 'vitest'
import { keysOf, sayKeys, shortcutsOf } from '../../../editor/shared/shortcuts.ts'

const all = shortcutsOf()

describe('the shortcuts', () => {
  test('none takes Ctrl with Alt, which is AltGr and types @ { [ ] } and €', () => {
    const taken = all.flatMap(({ keys }) => keys)
    expect(taken.length).toBeGreaterThan(20)
    expect(taken.filter((key) => /Alt/.test(key) && /Ctrl|Mod/.test(key))).toEqual([])
  })

  test('no two do different things by the same keys, also where Ctrl is Cmd', () => {
    const taken = all.flatMap(({ keys }) => keys).map((key) => key.replace('Mod', 'Ctrl'))
    expect(new Set(taken).size).toBe(taken.length)
  })

  test('every one has words in all three languages', () => {
    for (const { says } of all) {
      for (const words of Object.values(says)) expect(words).not.toBe('')
    }
  })

  test('headings have a way without Ctrl+Alt, and are told as people say them', () => {
    expect([1, 2, 3, 4].map((n) => keysOf(`heading-${n}`))).toEqual([
      'Ctrl+Shift+1',
      'Ctrl+Shift+2',
      'Ctrl+Shift+3',
      'Ctrl+Shift+4',
    ])
    expect(sayKeys('Mod-,')).toBe('Ctrl+,')
    expect(sayKeys('Alt-F10')).toBe('Alt+F10')
  })
})
