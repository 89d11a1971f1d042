// The dates of one municipality, its margin, the flags that follow the calendar, and the timers a state wants.
import { describe, expect, test } from 'vitest'
import { deadlinesOf, marginOf } from '../../workflows/deadlines.ts'
import { begin } from '../../workflows/decide.ts'
import { flagsOf } from '../../workflows/flags.ts'
import { desiredTimers } from '../../workflows/timers.ts'
import { beforeCouncil, inConsultation, Region, two } from './play.ts'

const vaga = '3435'

const deadlines = (region: Region) =>
  deadlinesOf(region.members.get(vaga)!.stored, region.facts(vaga), region.today)
const margin = (region: Region) =>
  marginOf(region.members.get(vaga)!.stored, region.facts(vaga), region.today)

describe('deadlines', () => {
  test('in consultation: the deadline, the first lawful meeting and the year', () => {
    expect(deadlines(inConsultation())).toEqual([
      { rule: 'thirty-days', on: '2028-03-31', safeOn: '2028-04-01' },
      { rule: 'consultation', on: '2028-04-12' },
      { rule: 'one-year', on: '2028-10-14' },
    ])
  })

  test('before publication: the last day to publish for the latest meeting that can be reached', () => {
    const region = new Region(two, '2028-01-10')
    region.meetings.set(vaga, ['2028-09-21', '2028-10-12', '2028-11-09'])
    expect(deadlines(region)).toEqual([
      { rule: 'last-publication', on: '2028-09-12', safeOn: '2028-09-11' },
      { rule: 'latest-meeting', on: '2028-10-12' },
      { rule: 'one-year', on: '2028-10-14' },
    ])
  })

  test('on the agenda: the meeting and its papers', () => {
    const region = beforeCouncil()
    region.settings.set(vaga, { ...region.settings.get(vaga)!, paperDays: { kommunestyre: 10 } })
    region.act(vaga, 'schedule-council', { meetingOn: '2028-06-15' })
    expect(deadlines(region)).toContainEqual({ rule: 'council', on: '2028-06-15' })
    // Ten days before is Monday 5 June, Whit Monday: the working day before.
    expect(deadlines(region)).toContainEqual({ rule: 'papers', on: '2028-06-02' })
  })

  test('with a planning programme the earliest end of the consultation is six weeks on', () => {
    const region = inConsultation()
    region.settings.set(vaga, { ...region.settings.get(vaga)!, combinedProgramme: true })
    expect(deadlines(region)).toContainEqual({ rule: 'programme', on: '2028-04-12' })
  })

  test('the joint process has no clock of its own', () => {
    const region = inConsultation()
    expect(deadlinesOf(region.joint.stored, region.facts(vaga), region.today)).toEqual([])
  })
})

describe('margin', () => {
  test('is the smallest room: thirty days here, the year there', () => {
    const region = beforeCouncil()
    expect(margin(region)).toMatchObject({
      days: null,
      rule: 'not-set',
      values: { limit: '2028-10-14' },
    })
    region.act(vaga, 'schedule-council', { meetingOn: '2028-05-25' })
    expect(margin(region)).toMatchObject({ days: 55, rule: 'thirty-days' })
    region.act(vaga, 'move-meeting', { meetingOn: '2028-10-12', reason: 'x' })
    expect(margin(region)).toMatchObject({
      days: 2,
      rule: 'one-year',
      values: { meetingOn: '2028-10-12', limit: '2028-10-14' },
    })
  })

  test('is negative past the year, and tells when it was adopted', () => {
    const region = beforeCouncil().until('2028-10-20')
    expect(margin(region)).toMatchObject({ days: -6, rule: 'one-year', adopted: null })
    region.act(vaga, 'record-decision', { outcome: 'unchanged' })
    expect(margin(region)).toMatchObject({ days: -6, rule: 'adopted', adopted: 'late' })
  })
})

describe('flags that follow the calendar', () => {
  const near = (today: string, meetings: string[]) => {
    const region = new Region(two, '2028-01-10').until(today)
    region.meetings.set(vaga, meetings)
    return region.flags(vaga).filter((f) => f.startsWith('frist'))
  }
  const many = ['2028-05-25', '2028-06-22', '2028-08-31', '2028-09-21', '2028-10-12']

  test('frist_naer comes ninety days before the limit, or when two meetings are left that can be reached', () => {
    expect(near('2028-07-15', many)).toEqual([])
    expect(near('2028-07-16', [])).toEqual(['frist_naer'])
    expect(near('2028-04-20', many)).toEqual([])
    expect(near('2028-07-10', many)).toEqual([])
    expect(near('2028-07-10', ['2028-08-01', '2028-09-21', '2028-10-12'])).toEqual(['frist_naer'])
  })

  test('frist_overskredet takes over the day after the limit, and a lawful adoption ends both', () => {
    expect(near('2028-10-14', many)).toEqual(['frist_naer'])
    expect(near('2028-10-15', many)).toEqual(['frist_overskredet'])
    const region = beforeCouncil().until('2028-08-01')
    region.act(vaga, 'record-decision', { outcome: 'unchanged' })
    expect(region.until('2029-01-01').flags(vaga)).not.toContain('frist_overskredet')
  })

  test('brudd_30_dager is for twenty-nine days, not for thirty', () => {
    const decidedOn = (day: string) => {
      const region = inConsultation().until(day)
      region.act(vaga, 'record-decision', { outcome: 'unchanged' })
      return region.flags(vaga).includes('brudd_30_dager')
    }
    expect([decidedOn('2028-03-30'), decidedOn('2028-03-31')]).toEqual([true, false])
  })

  test('a language version that lacks something is flagged until the council has decided', () => {
    const region = inConsultation()
    const { stored } = region.members.get(vaga)!
    const facts = region.facts(vaga, { language: { missing: 1, machine: 0, outdated: 0 } })
    expect(flagsOf(stored, facts, region.today)).toContain('sprakversjon_mangler')
    expect(flagsOf(begin('participation'), facts, region.today)).not.toContain(
      'sprakversjon_mangler',
    )
  })
})

describe('timers', () => {
  const wishes = (region: Region) => desiredTimers(region.members.get(vaga)!.stored)
  test('a consultation ends at midnight in Oslo after its deadline, and an extension moves it', () => {
    const region = inConsultation()
    expect(wishes(region)).toEqual([
      {
        name: 'deadline-passed',
        type: 'deadline-passed',
        dueAt: '2028-04-12T22:00:00.000Z',
        actedOn: '2028-04-13',
      },
    ])
    region.act(vaga, 'extend-deadline', { deadlineOn: '2028-12-20', reason: 'x' })
    expect(wishes(region)).toMatchObject([
      { dueAt: '2028-12-20T23:00:00.000Z', actedOn: '2028-12-21' },
    ])
    region.act(vaga, 'break-off-consultation', { reason: 'x' })
    expect(wishes(region)).toEqual([])
  })

  test('a notice of withdrawal ends by itself, unless it is taken back', () => {
    const region = inConsultation()
    region.settings.set(vaga, { ...region.settings.get(vaga)!, noticeDays: 90 })
    expect(region.act(vaga, 'withdraw', { reason: 'x' })).toBe('K900')
    expect(wishes(region)).toMatchObject([{ type: 'notice-ended', actedOn: '2028-05-31' }])
    expect(region.act(vaga, 'take-back-withdrawal')).toBe('K50')
    expect(wishes(region)).toMatchObject([{ type: 'deadline-passed' }])
  })

  test('a deadline that has not passed lets nothing pass', () => {
    const region = inConsultation()
    expect(region.system(vaga, 'deadline-passed', '2028-03-01')).toMatchObject({
      refusal: 'not-in-this-state',
    })
  })

  test('the joint process and a decided case want none', () => {
    const region = beforeCouncil()
    expect(desiredTimers(region.joint.stored)).toEqual([])
    expect(wishes(region)).toEqual([])
  })
})
