import { describe, expect, it } from 'vitest'
import { sayAct } from '../../../service/desk/say-act.ts'
import type { Json, ProcessKind } from '../../../workflows/act.ts'
import type { EventSpec } from '../../../workflows/event-spec.ts'
import { eventsOf } from '../../../workflows/events.ts'

/// An input with something in every field.
function full(spec: EventSpec): { [key: string]: Json } {
  return Object.fromEntries(
    spec.fields.map(({ name, type, choices }) => [
      name,
      type === 'date'
        ? '2028-09-21'
        : type === 'choice'
          ? choices![0]!
          : type === 'integer'
            ? 3
            : name === 'body'
              ? 'formannskap'
              : name === 'to'
                ? 'F60'
                : name === 'caseNumber'
                  ? '47/28'
                  : 'Ord',
    ]),
  )
}

describe('an act in one sentence', () => {
  for (const kind of ['strategy', 'participation'] as ProcessKind[]) {
    for (const spec of eventsOf(kind)) {
      it(`says ${spec.type} of a ${kind} in all three languages, without codes`, () => {
        for (const input of [full(spec), {}]) {
          const said = (['nb', 'nn', 'en'] as const).map((lang) =>
            sayAct(kind, { type: spec.type, input, details: {}, named: 'Øyer' }, lang),
          )
          for (const sentence of said) {
            expect(sentence).toMatch(/^[\p{Lu}«0-9].*[^.]\.$/u)
            expect(sentence).not.toMatch(/undefined|\b[FK]\d{2,3}\b/)
            if (spec.type.includes('-')) expect(sentence).not.toContain(spec.type)
          }
          expect(said[2]).not.toBe(said[0])
        }
      })
    }
  }

  it('ends with one full stop whatever the reason ended with', () => {
    const act = {
      type: 'recall',
      input: { reason: true },
      details: { reason: 'Feil vedlegg.' },
    }
    expect(sayAct('participation', act, 'nb')).toBe('Saken er trukket tilbake: Feil vedlegg.')
  })

  it('goes on without words that were erased', () => {
    const act = { type: 'withdraw', input: { reason: true }, details: {} }
    expect(sayAct('participation', act, 'nn')).toBe('Kommunen har trekt seg.')
  })
})
