// The cases a coordinator will meet (domain sheet § 8.4, corrected), each by its number.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sealSection } from '../../service/version/manifest.ts'
import type { HeldRole } from '../../workflows/act.ts'
import { deadlinesOf } from '../../workflows/deadlines.ts'
import type { ParticipationContext } from '../../workflows/participation-context.ts'
import { standingDecision } from '../../workflows/participation-context.ts'
import { may, mayWriteText } from '../../workflows/rights.ts'
import { beforeCouncil, inConsultation, Region, rulesOf, two } from './play.ts'

const vaga = '3435'
const oyer = '3440'

/// Vågå on the agenda of 15 June 2028.
const onAgenda = (): Region => {
  const region = beforeCouncil()
  region.act(vaga, 'record-recommendation', { body: 'formannskap' })
  region.act(vaga, 'schedule-council', { meetingOn: '2028-06-15' })
  return region.until('2028-06-15')
}

const adopt = (region: Region, number: string, input = {}) =>
  region.act(number, 'record-decision', {
    outcome: 'unchanged',
    votes: 'unanimous',
    caseNumber: '40/28',
    evidence: 'protokoll',
    ...input,
  })

/// § 8.4 of the domain sheet, 1–30, with 31–38 of its corrections: the one list of what must have a test of its name.
const numbers = Array.from({ length: 38 }, (_, i) => i + 1)

test('every edge case has a test named after it', () => {
  const named = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(`test/${file}`, 'utf8').matchAll(/\btest\(\s*['`]([\d, ]+): /g),
    ])
    .flatMap(([, ids]) => ids!.split(',').map(Number))
  expect([...new Set(named)].sort((a, b) => a - b)).toEqual(numbers)
})

describe('edge cases', () => {
  test('1: one municipality adopts with changes in the common part: a deviation, told to all, never edited', () => {
    const region = onAgenda()
    region.act(oyer, 'schedule-council', { meetingOn: '2028-06-15' })
    adopt(region, oyer)
    const decision = region.tryAct(vaga, 'record-decision', {
      outcome: 'changed',
      changes: [{ zone: 'joint', kind: 'material', section: 'Kapittel 5', text: 'ny setning' }],
    })
    expect(decision.ok && decision.effects).toContainEqual(
      expect.objectContaining({ about: 'avvik_fellesdel', to: [{ role: 'planner', every: true }] }),
    )
    expect(region.stateOf(vaga)).toBe('K101')
    expect(region.flags(vaga)).toContain('avvik_fellesdel')
    expect(region.state()).toMatchObject({
      state: 'F101',
      row: 'D6',
      adopted: 2,
      identical: 1,
      deviating: [{ name: 'Vågå', sections: ['Kapittel 5'] }],
    })
    expect(region.jointly('open-harmonisation')).toBe('F95')
    expect(region.jointly('close-harmonisation', { by: 'accept' })).toBe('F101')
  })

  test('2: changes only in the own part leave the decision identical', () => {
    const region = onAgenda()
    adopt(region, vaga, {
      outcome: 'changed',
      changes: [{ zone: 'own', kind: 'material', text: 'ny temaplan' }],
    })
    expect(region.stateOf(vaga)).toBe('K101')
    expect(region.flags(vaga)).not.toContain('avvik_fellesdel')
    expect(region.state().identical).toBe(1)
  })

  test('3: an editorial new version leaves adopters identical but for corrections; power is recorded', () => {
    const region = onAgenda()
    adopt(region, vaga, { editorialPower: 'til kommunedirektøren' })
    const context = region.members.get(vaga)!.stored.context as unknown as ParticipationContext
    expect(standingDecision(context)?.editorialPower).toBe(true)
    region.act(oyer, 'record-decision', {
      outcome: 'changed',
      changes: [{ zone: 'joint', kind: 'material', text: 'x' }],
    })
    region.jointly('open-harmonisation')
    region.jointly('close-harmonisation', { by: 'new-version', kind: 'editorial' })
    expect(region.flags(vaga)).toContain('redaksjonelt_avvik')
    expect(region.state()).toMatchObject({ state: 'F101', identical: 1 })
  })

  test('4: a municipality withdraws, keeps its publication and its clock, and adopts on its own', () => {
    const region = inConsultation().until('2028-03-20')
    expect(region.act(vaga, 'withdraw', { reason: 'egen vei' })).toBe('K900')
    expect(region.state()).toMatchObject({
      participants: 1,
      withdrawn: [{ name: 'Vågå', on: '2028-03-20' }],
    })
    region.until('2028-03-21')
    expect(region.stateOf(vaga)).toBe('K910')
    region.until('2028-05-20')
    adopt(region, vaga)
    expect(region.stateOf(vaga)).toBe('K910')
    expect(region.flags(vaga)).toEqual(['eget_vedtak'])
    expect(region.state().adopted).toBe(0)
  })

  test('5: a late joiner gets its own thirty days and is told what it missed', () => {
    const region = new Region(two, '2028-01-10')
    region.toDraft([oyer]).until('2028-02-15').toLaidOut(oyer).until('2028-03-01')
    region.publish(oyer, '2028-04-12').until('2028-05-01')
    const joined = region.tryAct(vaga, 'join', { body: 'kommunestyre' })
    expect(rulesOf(joined)).toContain('L2')
    region.act(vaga, 'start-own-part')
    region.toLaidOut(vaga).until('2028-06-01').publish(vaga, '2028-06-20').until('2028-06-21')
    region.toRecommendation(vaga)
    const early = region.tryAct(vaga, 'schedule-council', { meetingOn: '2028-06-30' })
    expect(rulesOf(early)).toContain('T2')
    expect(region.act(vaga, 'schedule-council', { meetingOn: '2028-07-01' })).toBe('K90')
  })

  test('6: text changed materially: each undecided municipality chooses new publicity or a new round', () => {
    const region = inConsultation().until('2028-04-13')
    for (const number of Object.keys(two)) region.act(number, 'start-treating')
    region.jointly('freeze-final-proposal', { changes: [{ kind: 'material', text: 'nytt mål' }] })
    for (const number of Object.keys(two))
      region.act(number, 'submit-for-recommendation', { reason: 'klar' })
    const refused = region.tryAct(vaga, 'schedule-council', { meetingOn: '2028-06-15' })
    expect(refused).toMatchObject({ ok: false, refusal: 'findings-refuse' })
    expect(rulesOf(refused)).toContain('T16')
    region.until('2028-05-02')
    expect(region.act(vaga, 'record-publication', { publishedOn: '2028-05-02' })).toBe('K80')
    expect(region.act(vaga, 'schedule-council', { meetingOn: '2028-06-15' })).toBe('K90')
    expect(region.act(oyer, 'start-new-round', { reason: 'ny høring' })).toBe('K30')
    expect(region.flags(oyer)).toContain('egen_horingsrunde')
  })

  test('7: a meeting moved earlier so that the 30 days break is refused with the first lawful date; the mayor may override', () => {
    const region = inConsultation().until('2028-04-13')
    for (const number of Object.keys(two)) region.act(number, 'start-treating')
    region.jointly('freeze-final-proposal', { changes: [{ kind: 'material', text: 'x' }] })
    region.act(vaga, 'submit-for-recommendation', { reason: 'klar' })
    region.act(vaga, 'record-publication', { publishedOn: '2028-04-13' })
    region.act(vaga, 'schedule-council', { meetingOn: '2028-05-25' })
    const move = { meetingOn: '2028-05-11', reason: 'tom sakliste' }
    const refused = region.tryAct(vaga, 'move-meeting', move)
    expect(refused).toMatchObject({ ok: false, refusal: 'findings-refuse', field: 'meetingOn' })
    expect(refused.findings[0]).toMatchObject({
      rule: 'T2',
      level: 'B',
      overridableBy: 'mayor',
      values: { publishedOn: '2028-04-13', meetingOn: '2028-05-11', days: 28 },
      way: { lawful: '2028-05-13', safe: '2028-05-14' },
    })
    const secretary = [{ role: 'council-secretary' as const, municipality: vaga }]
    expect(
      region.tryAct(vaga, 'move-meeting', move, { overrides: ['T2'], roles: secretary }),
    ).toMatchObject({ ok: false, refusal: 'override-not-yours' })
    const mayor = [{ role: 'mayor' as const, municipality: vaga }]
    expect(region.act(vaga, 'move-meeting', move, { overrides: ['T2'], roles: mayor })).toBe('K90')
    expect(region.flags(vaga)).toEqual(expect.arrayContaining(['moete_flyttet', 'overstyrt_T2']))
    expect(region.flags(vaga)).not.toContain('brudd_30_dager')
    region.act(vaga, 'move-meeting', { meetingOn: '2028-05-25', reason: 'likevel ikke' })
    region.until('2028-05-25')
    adopt(region, vaga)
    expect(region.flags(vaga)).toContain('overstyrt_T2')
    expect(region.flags(vaga)).not.toContain('brudd_30_dager')
  })

  test('8: a meeting moved past the one-year limit is warned about, flagged and allowed', () => {
    const region = onAgenda()
    const moved = region.tryAct(vaga, 'move-meeting', {
      meetingOn: '2028-10-26',
      reason: 'sak ikke klar',
    })
    expect(moved.ok).toBe(true)
    expect(moved.findings).toContainEqual(
      expect.objectContaining({
        rule: 'T1',
        level: 'S',
        values: expect.objectContaining({ days: 12 }),
      }),
    )
    region.until('2028-10-26')
    adopt(region, vaga)
    expect(region.flags(vaga)).toContain('frist_overskredet')
  })

  test('9: a meeting without quorum postpones the case', () => {
    const region = onAgenda()
    const input = { outcome: 'postponed', nextMeetingOn: '2028-09-07', reason: 'ikke vedtaksfør' }
    expect(region.act(vaga, 'record-decision', input)).toBe('K103')
    expect(
      deadlinesOf(region.members.get(vaga)!.stored, region.facts(vaga), region.today),
    ).toContainEqual({ rule: 'council', on: '2028-09-07' })
  })

  test('10: a decision made before the 30 days is recorded and flagged; treated again, the old one stands until replaced', () => {
    const region = inConsultation().until('2028-03-25')
    expect(adopt(region, vaga)).toBe('K100')
    expect(region.flags(vaga)).toContain('brudd_30_dager')
    expect(region.act(vaga, 'treat-again', { reason: '30 dager' })).toBe('K80')
    expect(region.flags(vaga)).toEqual(
      expect.arrayContaining(['brudd_30_dager', 'tidligere_vedtak_gjelder']),
    )
    expect(region.state().adopted).toBe(1)
    region.act(vaga, 'schedule-council', { meetingOn: '2028-05-25' })
    region.until('2028-05-25')
    adopt(region, vaga)
    expect(region.flags(vaga)).not.toContain('brudd_30_dager')
    expect(region.flags(vaga)).not.toContain('tidligere_vedtak_gjelder')
  })

  test('11: the one-year clock follows the new council’s constituting date', () => {
    const region = inConsultation()
    region.settings.set(vaga, { ...region.settings.get(vaga)!, constitutedOn: '2027-09-28' })
    const limits = deadlinesOf(region.members.get(vaga)!.stored, region.facts(vaga), region.today)
    expect(limits).toContainEqual({ rule: 'one-year', on: '2028-09-28' })
  })

  test('12: an unknown constituting date gives an estimate that says so', () => {
    const region = inConsultation()
    region.settings.set(vaga, { ...region.settings.get(vaga)!, constitutedOn: null })
    expect(region.flags(vaga)).toContain('konstituering_anslatt')
    expect(
      deadlinesOf(region.members.get(vaga)!.stored, region.facts(vaga), region.today),
    ).toContainEqual({ rule: 'one-year', on: '2028-10-31', estimated: true })
  })

  test('13: a language version out of step blocks first treatment; the chief executive may override', () => {
    const region = new Region(two, '2028-01-10').toDraft()
    region.act(vaga, 'freeze-own-part')
    const facts = { language: { missing: 0, machine: 1, outdated: 2 } }
    const refused = region.tryAct(vaga, 'submit-for-first-treatment', {}, { facts })
    expect(refused.findings[0]).toMatchObject({
      rule: 'P3',
      level: 'B',
      overridableBy: 'chief-executive',
    })
    expect(region.act(vaga, 'submit-for-first-treatment', {}, { facts, overrides: ['P3'] })).toBe(
      'K30',
    )
  })

  test('19: a deadline extended for one municipality holds only that one, also after the deadline', () => {
    const region = inConsultation().until('2028-04-05')
    region.act(vaga, 'extend-deadline', { deadlineOn: '2028-05-10', reason: 'åpent møte' })
    region.until('2028-04-20')
    expect([region.stateOf(vaga), region.stateOf(oyer)]).toEqual(['K50', 'K60'])
    expect(region.state().state).toBe('F60')
    expect(
      region.act(oyer, 'reopen-consultation', { deadlineOn: '2028-05-20', reason: 'feil i brev' }),
    ).toBe('K50')
    region.until('2028-05-21')
    expect(region.state().state).toBe('F70')
  })

  test('20: a combined planning programme has a clock and a decision of its own', () => {
    const region = new Region(two, '2028-01-10').toDraft()
    region.settings.set(vaga, { ...region.settings.get(vaga)!, combinedProgramme: true })
    region.until('2028-02-15').toLaidOut(vaga).until('2028-03-01')
    const short = region.tryAct(vaga, 'record-publication', {
      publishedOn: '2028-03-01',
      deadlineOn: '2028-04-05',
      sentOn: '2028-03-03',
    })
    expect(short).toMatchObject({ ok: false })
    expect(short.findings[0]).toMatchObject({ rule: 'T7', way: { earliest: '2028-04-14' } })
    region.publish(vaga, '2028-04-14').until('2028-04-15')
    region.toRecommendation(vaga)
    region.act(vaga, 'schedule-council', { meetingOn: '2028-05-25' })
    region.until('2028-05-25')
    adopt(region, vaga)
    expect(region.flags(vaga)).toEqual(
      expect.arrayContaining(['kombinert_planprogram', 'planprogram_ikke_fastsatt']),
    )
    region.act(vaga, 'fix-planning-programme', { body: 'planutvalg', caseNumber: '9/28' })
    expect(region.flags(vaga)).not.toContain('planprogram_ikke_fastsatt')
  })

  test('21: a planner of two municipalities acts only where the hat is on', () => {
    const region = new Region(two, '2028-01-10').toDraft()
    const planner = [{ role: 'planner' as const, municipality: oyer }]
    expect(region.tryAct(vaga, 'freeze-own-part', {}, { roles: planner })).toMatchObject({
      ok: false,
      refusal: 'forbidden',
    })
  })

  test('14: a version holds both languages, so that which was adopted and which published is one text', () => {
    const row = { code: 'F1', zone: 'joint', title_nb: 'Mål', title_nn: 'Mål' }
    const said = (text: string) => ({
      type: 'doc',
      content: [{ type: 'block', content: [{ type: 'text', text }] }],
    })
    const both = sealSection(row, { nb: said('Vi vil.'), nn: said('Me vil.') })
    const other = sealSection(row, { nb: said('Vi vil.'), nn: said('Me vil ikkje.') })
    const bytes = Buffer.from(both.bytes).toString('utf8')
    for (const words of ['Vi vil.', 'Me vil.']) expect(bytes).toContain(words)
    expect(other.hash).not.toBe(both.hash)
  })

  test('23: who was disqualified is noted with the decision; the service does not judge', () => {
    const region = onAgenda()
    const done = region.tryAct(vaga, 'record-decision', {
      outcome: 'unchanged',
      disqualified: 'Ola Nordmann (fvl. § 6)',
      proposals: 'Sp: nytt punkt 4',
    })
    expect(done).toMatchObject({ ok: true, state: 'K100' })
    expect(region.members.get(vaga)!.entries.at(-1)!.input).toMatchObject({
      disqualified: true,
      proposals: true,
    })
  })

  test('24: elected members write and discuss nothing here before the meeting', () => {
    const mayor: HeldRole[] = [{ role: 'mayor', municipality: vaga }]
    const open = { jointState: 'F30', municipalState: 'K20', roles: mayor }
    expect(mayWriteText({ ...open, zone: 'joint' }).may).toBe(false)
    expect(mayWriteText({ ...open, zone: vaga }).may).toBe(false)
    expect(may(mayor, 'comment', { municipality: vaga })).toBe(false)
  })

  test('25: the archivist takes the versions and the journal along and decides on access', () => {
    const archivist: HeldRole[] = [{ role: 'archivist', municipality: vaga }]
    for (const right of ['see-unpublished-text', 'see-journal', 'export-journal'] as const) {
      expect(may(archivist, right, { municipality: vaga })).toBe(true)
      expect(may([], right, { municipality: vaga })).toBe(false)
    }
    expect(may(archivist, 'export-journal', { municipality: oyer })).toBe(false)
  })

  test('28: a case number is kept as typed, whatever its form', () => {
    for (const caseNumber of ['FS 2021/23', '86/24', 'PS 57/15', '019/18 PS', 'sak nr. førti'])
      expect(
        onAgenda().tryAct(vaga, 'record-decision', { outcome: 'unchanged', caseNumber }),
      ).toMatchObject({ ok: true })
  })

  test('26, 34: an extra local point leaves the decision unchanged; a changed joint point does not', () => {
    const region = onAgenda()
    adopt(region, vaga, {
      points: [{ text: 'Ber fylket ta opp veien', scope: 'local', outcome: 'adopted' }],
    })
    expect(region.stateOf(vaga)).toBe('K100')
    expect(region.flags(vaga)).not.toContain('avvik_fellesdel')
    region.act(oyer, 'record-decision', {
      outcome: 'unchanged',
      points: [{ text: 'Fullmakt strykes', scope: 'joint', outcome: 'rejected' }],
    })
    expect(region.flags(oyer)).toContain('avvik_fellesdel')
  })

  test('27: minutes corrected at the next meeting: the old entry is kept and all is computed again', () => {
    const region = onAgenda()
    adopt(region, vaga, { outcome: 'changed' })
    const member = region.members.get(vaga)!
    const entry = member.stored.seq
    expect(region.stateOf(vaga)).toBe('K101')
    region.act(vaga, 'correct', {
      entry,
      field: 'outcome',
      value: 'unchanged',
      reason: 'protokollen rettet',
    })
    expect(region.stateOf(vaga)).toBe('K100')
    expect(member.entries[entry - 1]!.input.outcome).toBe('changed')
    region.act(vaga, 'correct', { entry, field: 'void', value: true, reason: 'feil kommune' })
    expect(region.stateOf(vaga)).toBe('K90')
  })

  test('30: at the closing date the adopters stand and the others are named', () => {
    const region = onAgenda()
    adopt(region, vaga)
    expect(region.state().state).toBe('F90')
    expect(region.jointly('set-closing-date', { on: '2028-06-30' })).toBe('F102')
    expect(region.jointly('publish-compiled-edition')).toBe('F110')
    expect(region.state()).toMatchObject({ adopted: 1, participants: 2 })
  })

  test('31: a secretary three weeks late records the decision from five steps earlier', () => {
    const region = new Region(two, '2028-01-10').toDraft().until('2028-02-15').toLaidOut(vaga)
    region.until('2028-06-22')
    const late = region.tryAct(
      vaga,
      'record-decision',
      { outcome: 'unchanged' },
      { on: '2028-06-01' },
    )
    expect(late.ok).toBe(true)
    expect(region.stateOf(vaga)).toBe('K100')
    expect(region.flags(vaga)).toEqual(
      expect.arrayContaining(['kunngjoring_ukjent', 'steg_ikke_registrert']),
    )
    expect(region.flags(vaga)).not.toContain('brudd_30_dager')
    region.act(
      vaga,
      'record-publication',
      { publishedOn: '2028-05-10', deadlineOn: '2028-05-30' },
      { on: '2028-05-10' },
    )
    expect(region.stateOf(vaga)).toBe('K100')
    expect(region.flags(vaga)).toContain('brudd_30_dager')
    expect(region.flags(vaga)).not.toContain('kunngjoring_ukjent')
  })

  test('32: changes given in words wait until they are worked in and confirmed by the chief executive', () => {
    const region = onAgenda()
    adopt(region, vaga, {
      outcome: 'changed',
      changes: [{ zone: 'own', kind: 'editorial', text: 'presisere at …' }],
    })
    expect(region.flags(vaga)).toContain('ikke_innarbeidet')
    const early = region.tryAct(vaga, 'record-announcement', {})
    expect(early).toMatchObject({ ok: false })
    expect(rulesOf(early)).toContain('V7')
    const planner = [{ role: 'planner' as const, municipality: vaga }]
    const edition = { edition: 'adopted-vaga' }
    expect(region.tryAct(vaga, 'confirm-adopted-text', edition, { roles: planner })).toMatchObject({
      refusal: 'forbidden',
    })
    region.act(vaga, 'confirm-adopted-text', edition)
    expect(region.flags(vaga)).not.toContain('ikke_innarbeidet')
    expect(
      region.act(vaga, 'record-announcement', { sentTo: ['statsforvalter', 'fylkeskommune'] }),
    ).toBe('K120')
  })

  test('33: a decision by the outgoing council is kept but does not fulfil the new council’s duty', () => {
    const region = inConsultation()
    region.settings.set(vaga, { ...region.settings.get(vaga)!, constitutedOn: '2028-10-20' })
    region.until('2028-05-25')
    adopt(region, vaga)
    expect(region.flags(vaga)).toContain('vedtatt_for_konstituering')
    region.until('2028-11-02')
    adopt(region, vaga)
    expect(region.flags(vaga)).not.toContain('vedtatt_for_konstituering')
  })

  test('35: a case taken off the agenda goes back to recommendation', () => {
    const region = onAgenda()
    expect(region.act(vaga, 'take-off-agenda', { by: 'ordføreren', reason: 'trekt' })).toBe('K80')
    expect(region.flags(vaga)).not.toContain('moete_flyttet')
  })

  test('36: an annulled decision never stopped the clock', () => {
    const region = onAgenda()
    adopt(region, vaga)
    region.act(vaga, 'note-legality-review', { by: 'three-members' })
    expect(region.flags(vaga)).toContain('lovlighetskontroll')
    region.until('2028-10-20')
    expect(region.flags(vaga)).not.toContain('frist_overskredet')
    expect(region.act(vaga, 'record-annulment', { reference: 'brev' })).toBe('K80')
    expect(region.flags(vaga)).toEqual(
      expect.arrayContaining(['vedtak_opphevet', 'frist_overskredet']),
    )
    expect(region.flags(vaga)).not.toContain('lovlighetskontroll')
    expect(region.state().adopted).toBe(0)
  })

  test('37: a municipality ahead of the joint work changes nothing but says so', () => {
    const region = new Region(two, '2028-01-10').toDraft()
    region.jointly('return-to-drafting', { reason: 'feil' })
    region.act(vaga, 'record-decision', { outcome: 'unchanged' })
    expect(region.state()).toMatchObject({ state: 'F30', ahead: [{ name: 'Vågå' }] })
  })

  test('38: laid out by delegation, without political first treatment, by the chief executive alone', () => {
    const region = new Region(two, '2028-01-10').toDraft()
    region.settings.set(vaga, { ...region.settings.get(vaga)!, delegated: true })
    region.act(vaga, 'freeze-own-part')
    const input = { body: 'kommunedirektør', outcome: 'delegated' }
    const secretary = [{ role: 'council-secretary' as const, municipality: vaga }]
    expect(
      region.tryAct(vaga, 'record-first-treatment', input, { roles: secretary }),
    ).toMatchObject({
      refusal: 'forbidden',
    })
    expect(region.act(vaga, 'record-first-treatment', input)).toBe('K40')
    expect(region.flags(vaga)).not.toContain('steg_ikke_registrert')
  })
})
