import { describe, expect, it } from 'vitest'
import { readForm, rowsOf, typedFrom, type Typed } from '../../../service/desk/read-form.ts'
import type { EventSpec } from '../../../workflows/event-spec.ts'
import { participationEvents } from '../../../workflows/participation-events.ts'
import { strategyEvents } from '../../../workflows/strategy-events.ts'

const spec = (type: string): EventSpec =>
  [...participationEvents, ...strategyEvents].find((each) => each.type === type)!

describe('a posted record form', () => {
  it('reads a decision with votes, changes and points', () => {
    const typed: Typed = {
      outcome: ['changed'],
      caseNumber: [' 47/28 '],
      'votes.for': ['11'],
      'votes.against': ['4'],
      'changes.0.zone': ['joint'],
      'changes.0.kind': ['material'],
      'changes.0.text': ['«2029» er endret til «2030»'],
      'changes.1.zone': ['own'],
      'changes.1.text': [''],
      'points.0.text': ['Kommunestyret vedtar …'],
      nextMeetingOn: [''],
      _key: ['k'],
    }
    expect(readForm(spec('record-decision'), typed)).toEqual({
      input: {
        outcome: 'changed',
        caseNumber: '47/28',
        votes: { for: 11, against: 4 },
        changes: [{ zone: 'joint', kind: 'material', text: '«2029» er endret til «2030»' }],
        points: [{ text: 'Kommunestyret vedtar …' }],
      },
      errors: [],
    })
  })

  it('takes «Enstemmig» before numbers', () => {
    const typed = { outcome: ['unchanged'], 'votes.unanimous': ['on'], 'votes.for': ['3'] }
    expect(readForm(spec('record-decision'), typed).input.votes).toBe('unanimous')
  })

  it('asks for the other side when only one was counted', () => {
    const typed = { outcome: ['unchanged'], 'votes.for': ['21'] }
    expect(readForm(spec('record-decision'), typed).errors).toMatchObject([
      { field: 'votes.against' },
    ])
  })

  it('names a date that does not exist and a field that must be filled in', () => {
    const { errors } = readForm(spec('move-meeting'), { meetingOn: ['31.9.2028'] })
    expect(errors.map((error) => error.field)).toEqual(['meetingOn', 'reason'])
    expect(errors[0]!.words.nb).toContain('dato')
  })

  it('collects ticked and typed consultees once each', () => {
    const typed = {
      publishedOn: ['3.4.28'],
      consultees: ['Statsforvalteren', 'Ringebu'],
      'consultees.more': ['Ringebu\n\nVelforeningen'],
      url: ['www.oyer.kommune.no/plan'],
    }
    expect(readForm(spec('record-publication'), typed).input).toEqual({
      publishedOn: '2028-04-03',
      consultees: ['Statsforvalteren', 'Ringebu', 'Velforeningen'],
      url: 'https://www.oyer.kommune.no/plan',
    })
  })

  it('gives a list that must be there as an empty one: "no changes" is an answer', () => {
    expect(readForm(spec('freeze-final-proposal'), {})).toEqual({
      input: { changes: [] },
      errors: [],
    })
  })

  it('counts the rows that stand in a form', () => {
    expect(rowsOf({ 'changes.0.text': ['a'], 'changes.2.text': [''] }, 'changes')).toBe(3)
    expect(rowsOf({}, 'changes')).toBe(0)
  })

  it('keeps every value of a name and leaves files out', () => {
    const form = new FormData()
    form.append('consultees', 'A')
    form.append('consultees', 'B')
    form.append('file', new Blob(['x']), 'x.pdf')
    expect(typedFrom(form)).toEqual({ consultees: ['A', 'B'] })
  })
})
