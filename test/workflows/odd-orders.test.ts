// Acts in orders nobody planned for: what was said too early, put right too late, or taken back in between.
import { describe, expect, test } from 'vitest'
import { deadlinesOf, marginOf } from '../../workflows/deadlines.ts'
import { beforeCouncil, inConsultation, Region, rulesOf, two } from './play.ts'

const vaga = '3435'
const oyer = '3440'

const lastEntry = (region: Region, number: string): number => region.members.get(number)!.stored.seq

const secretary = [{ role: 'council-secretary' as const, municipality: vaga }]
const planner = [{ role: 'planner' as const, municipality: vaga }]

describe('a correction is no way around a rule', () => {
  const scheduled = (): Region => {
    const region = beforeCouncil()
    region.act(vaga, 'schedule-council', { meetingOn: '2028-06-15' })
    return region
  }

  test('a meeting planned lawfully is not corrected to a day that breaks the thirty', () => {
    const region = beforeCouncil()
    region.act(vaga, 'record-publication', { publishedOn: '2028-04-20' })
    region.act(vaga, 'classify-changes', { kind: 'material' })
    region.until('2028-04-21')
    region.act(vaga, 'record-publication', { publishedOn: '2028-04-21' })
    region.act(vaga, 'schedule-council', { meetingOn: '2028-06-15' })
    const entry = lastEntry(region, vaga)
    const wrong = { entry, field: 'meetingOn', value: '2028-05-02', reason: 'feil dag' }
    const decision = region.tryAct(vaga, 'correct', wrong, { roles: secretary })
    expect(decision).toMatchObject({ ok: false, refusal: 'findings-refuse' })
    expect(rulesOf(decision)).toContain('T2')
    region.act(vaga, 'correct', { ...wrong, value: '2028-06-14' }, { roles: secretary })
  })

  test('a text never frozen is not named by correcting', () => {
    const region = scheduled().until('2028-06-15')
    region.act(vaga, 'record-decision', { outcome: 'unchanged', votes: 'unanimous' })
    const entry = lastEntry(region, vaga)
    const bogus = { entry, field: 'edition', value: 'f'.repeat(64), reason: 'feil tekst' }
    const decision = region.tryAct(vaga, 'correct', bogus, { facts: { named: null } })
    expect(decision).toMatchObject({ ok: false, refusal: 'findings-refuse' })
    expect(rulesOf(decision)).toEqual(['V1'])
  })

  test('a deadline is not corrected to a day before the publication', () => {
    const region = new Region(two, '2028-01-10').toDraft().until('2028-03-01')
    region.toLaidOut(vaga).publish(vaga, '2028-04-12')
    const entry = lastEntry(region, vaga)
    const early = { entry, field: 'deadlineOn', value: '2028-02-20', reason: 'feil' }
    expect(rulesOf(region.tryAct(vaga, 'correct', early))).toEqual(['T6'])
    region.act(vaga, 'correct', { ...early, value: '2028-04-14' })
  })

  test('a planner does not move the meeting by correcting what the secretary put on the agenda', () => {
    const region = scheduled().until('2028-06-15')
    region.act(vaga, 'record-decision', { outcome: 'postponed', reason: 'tid' })
    region.act(vaga, 'resume', { to: 'K90', meetingOn: '2028-08-24' })
    const entry = lastEntry(region, vaga)
    const other = { entry, field: 'meetingOn', value: '2028-09-21', reason: 'heller da' }
    expect(region.tryAct(vaga, 'correct', other, { roles: planner })).toMatchObject({
      ok: false,
      refusal: 'forbidden',
    })
    region.act(vaga, 'correct', other, { roles: secretary })
  })

  test('what was overridden once may have another slip put right', () => {
    const region = beforeCouncil()
    region.act(vaga, 'record-recommendation', { body: 'formannskap' })
    region.settings.get(vaga)!.mustAsk.push('Lesja kommune')
    region.act(vaga, 'schedule-council', { meetingOn: '2028-06-15' }, { overrides: ['P12'] })
    const entry = lastEntry(region, vaga)
    region.act(vaga, 'correct', { entry, field: 'meetingOn', value: '2028-06-16', reason: 'x' })
  })
})

describe('a promise of time', () => {
  test('announcing again with a shorter deadline is shortening it', () => {
    const region = inConsultation().until('2028-03-10')
    const again = { publishedOn: '2028-03-10', deadlineOn: '2028-03-20' }
    const decision = region.tryAct(vaga, 'record-publication', again)
    expect(decision).toMatchObject({ ok: false, refusal: 'findings-refuse' })
    expect(rulesOf(decision)).toContain('T13')
    region.act(vaga, 'record-publication', { ...again, deadlineOn: '2028-04-12' })
    region.act(vaga, 'record-publication', { ...again, deadlineOn: '2028-04-20' })
  })
})

describe('a municipality that left', () => {
  test('keeps its own thirty days when the others change their text', () => {
    const region = inConsultation().until('2028-04-13')
    region.act(vaga, 'withdraw', { reason: 'egen vei' })
    region.until('2028-04-14')
    region.act(oyer, 'start-treating')
    region.jointly('freeze-final-proposal', { changes: [{ kind: 'material', text: 'nytt mål' }] })
    const { stored } = region.members.get(vaga)!
    const rules = deadlinesOf(stored, region.facts(vaga), region.today).map((d) => d.rule)
    expect(rules).toContain('thirty-days')
    expect(rules).not.toContain('last-publication')
    region.until('2028-05-04')
    region.act(vaga, 'record-decision', { outcome: 'unchanged', votes: 'unanimous' })
    expect(region.flags(vaga)).toContain('eget_vedtak')
    expect(region.flags(vaga)).not.toContain('brudd_30_dager')
    expect(
      marginOf(region.members.get(vaga)!.stored, region.facts(vaga), region.today),
    ).toMatchObject({ adopted: 'in-time' })
  })
})

describe('a municipality that came back', () => {
  test('has adopted nothing joint by what it adopted alone, and may leave again', () => {
    const region = beforeCouncil()
    region.act(vaga, 'withdraw', { reason: 'egen vei' })
    region.until('2028-04-25')
    expect(region.act(vaga, 'record-decision', { outcome: 'unchanged' })).toBe('K910')
    expect(region.act(vaga, 'join', { body: 'kommunestyre' })).toBe('K10')
    expect(region.flags(vaga)).toContain('eget_vedtak')
    expect(region.state()).toMatchObject({
      state: 'F80',
      participants: 2,
      adopted: 0,
      identical: 0,
    })
    expect(region.act(vaga, 'withdraw', { reason: 'likevel ikke' })).toBe('K900')
  })
})

describe('the one year', () => {
  test('a decision of the outgoing council keeps no finding about the late new one away', () => {
    const region = beforeCouncil()
    region.settings.get(vaga)!.constitutedOn = null
    region.until('2028-11-16')
    region.act(vaga, 'record-decision', { outcome: 'unchanged' }, { on: '2027-06-20' })
    expect(region.flags(vaga)).toContain('vedtatt_for_konstituering')
    const late = region.tryAct(vaga, 'record-decision', { outcome: 'unchanged' })
    expect(late).toMatchObject({ ok: true })
    expect(rulesOf(late)).toContain('T19')
    expect(region.flags(vaga)).toContain('frist_overskredet')
  })
})

describe('a planning programme beside the strategy', () => {
  test('fixed before its consultation has ended, it is recorded and marked', () => {
    const region = inConsultation()
    region.settings.get(vaga)!.combinedProgramme = true
    region.until('2028-04-12')
    const fixed = region.tryAct(vaga, 'fix-planning-programme', { body: 'formannskap' })
    expect(fixed).toMatchObject({ ok: true })
    expect(fixed.findings).toContainEqual(expect.objectContaining({ rule: 'T9', happened: true }))
    region.until('2028-04-13')
    expect(rulesOf(region.tryAct(vaga, 'fix-planning-programme', { body: 'x' }))).not.toContain(
      'T9',
    )
  })
})

describe('decided before it was known to be public', () => {
  test('a publication recorded afterwards turns unknown into the days there were', () => {
    for (const [publishedOn, broken] of [
      ['2028-05-16', false],
      ['2028-05-17', true],
    ] as const) {
      const region = new Region(two, '2028-01-10').toDraft().until('2028-06-16')
      region.act(vaga, 'record-decision', { outcome: 'unchanged' }, { on: '2028-06-15' })
      expect(region.flags(vaga)).toContain('kunngjoring_ukjent')
      expect(region.act(vaga, 'record-publication', { publishedOn })).toBe('K100')
      expect(region.flags(vaga)).not.toContain('kunngjoring_ukjent')
      expect(region.flags(vaga).includes('brudd_30_dager')).toBe(broken)
    }
  })

  test('a publication corrected to another day takes the flag away, and back', () => {
    const region = inConsultation().until('2028-04-13')
    const entry = region.members
      .get(vaga)!
      .entries.find((e) => e.type === 'record-publication')!.seq
    region.act(vaga, 'record-decision', { outcome: 'unchanged' }, { on: '2028-04-13' })
    expect(region.flags(vaga)).not.toContain('brudd_30_dager')
    const moved = { entry, field: 'publishedOn', value: '2028-03-20', reason: 'feil' }
    region.act(vaga, 'correct', moved)
    expect(region.flags(vaga)).toContain('brudd_30_dager')
    region.act(vaga, 'correct', { ...moved, value: '2028-03-14' })
    expect(region.flags(vaga)).not.toContain('brudd_30_dager')
  })

  test('a publication recorded late was of the text there was then, not of one frozen since', () => {
    const at = (late: boolean) => {
      const region = new Region(two, '2028-01-10').toDraft().until('2028-02-15')
      for (const number of [vaga, oyer]) region.toLaidOut(number)
      region.until('2028-03-01').publish(oyer, '2028-04-12')
      const publish = () =>
        region.act(vaga, 'record-publication', {
          publishedOn: '2028-03-01',
          deadlineOn: '2028-04-12',
        })
      if (!late) publish()
      region.until('2028-04-20')
      const changes = [{ kind: 'material', text: 'nytt mål' }]
      region.jointly('freeze-final-proposal', { changes }, late ? ['G10'] : [])
      const recorded =
        late &&
        region.until('2028-05-02') &&
        region.tryAct(vaga, 'record-publication', {
          publishedOn: '2028-03-01',
          deadlineOn: '2028-04-12',
        })
      if (recorded) {
        expect(recorded.ok && recorded.effects.map((effect) => effect.kind)).not.toContain(
          'make-public',
        )
      }
      region.until('2028-05-04')
      region.act(vaga, 'record-decision', { outcome: 'unchanged' })
      return region.flags(vaga).filter((flag) => flag !== 'steg_ikke_registrert')
    }
    expect(at(false)).toContain('brudd_30_dager')
    expect(at(true)).toEqual(at(false))
  })

  test('annulled and decided again: the clock runs, then the new decision stops it', () => {
    const region = inConsultation().until('2028-05-04')
    region.act(vaga, 'record-decision', { outcome: 'unchanged' })
    region.act(vaga, 'note-legality-review', { by: 'three-members' })
    region.until('2028-06-01')
    expect(region.act(vaga, 'settle-legality-review', { outcome: 'annulled' })).toBe('K80')
    expect(region.flags(vaga)).toEqual(expect.arrayContaining(['vedtak_opphevet']))
    expect(region.flags(vaga)).not.toContain('lovlighetskontroll')
    region.until('2028-10-20')
    expect(region.flags(vaga)).toContain('frist_overskredet')
    expect(region.act(vaga, 'record-decision', { outcome: 'unchanged' })).toBe('K100')
    expect(region.flags(vaga)).toContain('frist_overskredet')
    expect(region.flags(vaga)).not.toContain('vedtak_opphevet')
  })
})
