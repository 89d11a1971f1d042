// Whatever people read exists in bokmål, nynorsk and English, for every name there is.
import { describe, expect, test } from 'vitest'
import type { ProcessKind, Role } from '../../workflows/act.ts'
import { eventsOf, type FieldSpec } from '../../workflows/events.ts'
import type { Lang } from '../../workflows/lang.ts'
import { faces } from '../../workflows/process.ts'
import { allRules } from '../../workflows/rules.ts'
import { choiceWords, fieldWords } from '../../workflows/field-words.ts'
import { flagWords, roleWords } from '../../workflows/state-words.ts'
import {
  choiceLabel,
  eventDone,
  eventLabel,
  fieldLabel,
  flagLabel,
  levelLabel,
  roleLabel,
  sayDay,
  sayFinding,
  stateLabel,
} from '../../workflows/words.ts'

const langs: Lang[] = ['nb', 'nn', 'en']
const kinds: ProcessKind[] = ['strategy', 'participation']

const fieldsOf = (fields: readonly FieldSpec[], path = ''): { path: string; field: FieldSpec }[] =>
  fields.flatMap((field) => [
    { path: path + field.name, field },
    ...fieldsOf(field.items ?? [], `${path}${field.name}.0.`),
  ])

describe('words', () => {
  test('every state has a label that is not its code', () => {
    for (const kind of kinds)
      for (const state of Object.keys(faces[kind].process.definition.states))
        for (const lang of langs) {
          expect(stateLabel(kind, state, lang)).not.toBe(state)
          expect(stateLabel(kind, state, lang)).not.toMatch(/\b[FK]\d/)
        }
  })

  test('every event has a button and a line in the journal', () => {
    for (const kind of kinds)
      for (const { type } of eventsOf(kind))
        for (const lang of langs) {
          expect(eventLabel(kind, type, lang), type).not.toBe(type)
          expect(eventDone(kind, type, lang), type).not.toBe(type)
        }
  })

  test('every field and every choice of every event has a name', () => {
    for (const kind of kinds)
      for (const { type, fields } of eventsOf(kind))
        for (const { path, field } of fieldsOf(fields))
          for (const lang of langs) {
            expect(fieldLabel(type, path, lang), `${type}.${path}`).not.toBe(path)
            for (const choice of field.choices ?? [])
              expect(choiceLabel(path, choice, lang), `${type}.${path}: ${choice}`).not.toBe(choice)
          }
  })

  test('every flag, role and level has a name', () => {
    for (const lang of langs) {
      for (const flag of Object.keys(flagWords)) expect(flagLabel(flag, lang)).not.toBe(flag)
      for (const role of Object.keys(roleWords))
        expect(roleLabel(role as Role, lang)).not.toMatch(/-/)
    }
    expect(flagLabel('overstyrt_T2', 'nn')).toBe('Overstyrt (T2)')
    expect(levelLabel({ level: 'B' }, false, 'nb')).toBe('Hindrer')
    expect(levelLabel({ level: 'B' }, true, 'nn')).toBe('Blir merkt')
  })

  test('the corrected labels stand', () => {
    expect(stateLabel('participation', 'K90', 'nn')).toBe('Til slutthandsaming')
    expect(stateLabel('participation', 'K40', 'nb')).toBe('Vedtatt sendt på høring')
    expect(stateLabel('participation', 'K103', 'nb')).toBe('Saken er utsatt')
    expect(stateLabel('participation', 'K103', 'nn', '2028-11-02')).toBe(
      'Utsett til 2.\u00a0november 2028',
    )
    expect(stateLabel('strategy', 'F100', 'nn')).toBe('Likelydande vedtak i alle kommunane')
    expect(flagLabel('brudd_30_dager', 'nn')).toBe('Offentleg i mindre enn 30 dagar')
    expect(flagLabel('mangler_kommuneplanvalg', 'nb')).toBe('Valg om kommuneplanen mangler')
  })

  test('nothing said is called unlawful, and nynorsk is not bokmål by another name', () => {
    const all = [
      ...allRules.flatMap((r) => [r.text, ...(r.way ? [r.way] : [])]),
      ...Object.values(fieldWords),
      ...Object.values(choiceWords),
    ]
    for (const words of all) {
      expect(`${words.nb} ${words.nn}`).not.toMatch(/ulovlig|ulovleg/i)
      expect(words.nn, words.nn).not.toMatch(
        /\b(ikke|hva|hvem|hvor|hvilken|høring\w*|en|noen|vedtatt|de andre)\b/i,
      )
      expect(words.nb, words.nb).not.toMatch(/\b(ikkje|kva|kven|høyring\w*|ein|nokon|vedteke)\b/i)
    }
  })

  test('the values of a rule are the same in every language', () => {
    // A value that is a title has one of each language: `whereNb`, `whereNn`.
    const names = (text: string) =>
      [...text.matchAll(/\{(\w+)/g)].map((m) => m[1]!.replace(/N[bn]$/, '')).sort()
    for (const rule of allRules)
      for (const words of [rule.text, ...(rule.way ? [rule.way] : [])]) {
        expect(names(words.nn), rule.id).toEqual(names(words.nb))
        expect(names(words.en), rule.id).toEqual(names(words.nb))
      }
  })

  test('a finding is a sentence that can be checked by hand', () => {
    const said = sayFinding(
      {
        rule: 'T2',
        level: 'B',
        values: { publishedOn: '2028-08-24', meetingOn: '2028-09-21', days: 28 },
        way: { lawful: '2028-09-23', safe: '2028-09-24' },
      },
      'nb',
    )
    expect(said).toEqual({
      text: 'Kunngjort 24.\u00a0august 2028, møte 21.\u00a0september 2028: 28\u00a0dager. Det skal være minst 30.',
      way: 'Første lovlige dag er 23.\u00a0september 2028, trygg dag er 24.\u00a0september 2028.',
      source: 'pbl. §\u00a010-1',
    })
    expect(sayDay('2028-03-01', 'en')).toBe('1\u00a0March 2028')
  })
})
