// Fifteen months of twelve municipalities, in a second: four kinds of return, one withdrawal, one late joiner, one late
// secretary, one deviation. Ends where the domain sheet says it must.
import { describe, expect, test } from 'vitest'
import { deadlinesOf, marginOf } from '../../workflows/deadlines.ts'
import { fold } from '../../workflows/decide.ts'
import { Region, rulesOf } from './play.ts'

const twelve = {
  '3405': 'Lillehammer',
  '3440': 'Øyer',
  '3441': 'Gausdal',
  '3439': 'Ringebu',
  '3438': 'Sør-Fron',
  '3436': 'Nord-Fron',
  '3437': 'Sel',
  '3435': 'Vågå',
  '3434': 'Lom',
  '3433': 'Skjåk',
  '3432': 'Lesja',
  '3431': 'Dovre',
}
const by = Object.fromEntries(Object.entries(twelve).map(([number, name]) => [name, number]))
const of = (name: keyof typeof by): string => by[name]!
const asked = ['statsforvalter', 'fylkeskommune', 'nabo']

function play(): { region: Region; seen: string[] } {
  const region = new Region(twelve, '2027-09-15')
  const seen: string[] = []
  const note = () => {
    const { state } = region.state()
    if (seen.at(-1) !== state) seen.push(state)
  }
  const adopt = (name: string, outcome = 'unchanged', extra = {}) => {
    region.act(of(name), 'record-decision', {
      outcome,
      votes: 'unanimous',
      caseNumber: '40/28',
      ...extra,
    })
    note()
  }
  const early = Object.keys(twelve).filter((n) => n !== of('Dovre'))

  // Autumn 2027: invited, joined one by one; Dovre does not answer.
  for (const number of Object.keys(twelve)) region.jointly('invite', { municipality: number })
  early.forEach((number, i) => {
    region.until(`2027-10-${10 + i}`)
    region.act(number, 'join', { body: 'kommunestyre', caseNumber: `${60 + i}/27` })
  })
  region.until('2027-11-01')
  expect(region.tryJoint('start-knowledge-base').findings).toMatchObject([
    { rule: 'G2', values: { names: 'Dovre' } },
  ])
  region.until('2027-12-01').jointly('start-drafting')
  for (const number of early) region.act(number, 'start-own-part')
  region.until('2028-01-15').jointly('start-review')
  region.jointly('return-to-drafting', { reason: 'nye tall' })
  region.until('2028-01-25').jointly('start-review')
  region.until('2028-02-01')
  region.jointly('record-steering-decision', { about: 'høringsutkast', reference: 'sak 2/28' })
  region.jointly('freeze-consultation-draft')
  note()

  // First treatment: Lesja postponed, Skjåk sent back and put again (return 1).
  region.until('2028-02-10')
  for (const number of early.filter((n) => n !== of('Lesja') && n !== of('Skjåk')))
    region.toLaidOut(number)
  for (const name of ['Lesja', 'Skjåk']) {
    const number = of(name)
    region.act(number, 'choose-master-plan', { societal: 'full', landUse: 'partly' })
    region.act(number, 'freeze-own-part')
    region.act(number, 'submit-for-first-treatment')
  }
  const treat = (name: string, outcome: string) =>
    region.act(of(name), 'record-first-treatment', {
      body: 'formannskap',
      outcome,
      caseNumber: '9/28',
    })
  expect(treat('Lesja', 'postponed')).toBe('K30')
  expect(treat('Skjåk', 'sent-back')).toBe('K20')
  region.until('2028-02-24').act(of('Skjåk'), 'freeze-own-part')
  region.act(of('Skjåk'), 'submit-for-first-treatment')
  expect([treat('Lesja', 'laid-out'), treat('Skjåk', 'laid-out')]).toEqual(['K40', 'K40'])

  // Consultation in spring; Vågå extends (return 2), Sør-Fron leaves, Dovre comes late.
  region.until('2028-03-01')
  for (const number of early) region.publish(number, '2028-04-12')
  note()
  region.until('2028-03-20').act(of('Sør-Fron'), 'withdraw', { reason: 'kapasitet' })
  region.until('2028-04-05')
  region.act(of('Vågå'), 'extend-deadline', { deadlineOn: '2028-05-03', reason: 'folkemøte' })
  region.until('2028-04-10')
  expect(rulesOf(region.tryAct(of('Dovre'), 'join', { body: 'formannskap' }))).toContain('L2')
  region.act(of('Dovre'), 'start-own-part')
  region.toLaidOut(of('Dovre')).until('2028-04-20').publish(of('Dovre'), '2028-06-01')

  // The final proposal, while Dovre is still out; a material change, so all are public again.
  region.until('2028-05-04')
  const going = early.filter((n) => n !== of('Sør-Fron'))
  for (const number of going) region.act(number, 'start-treating')
  region.jointly('record-steering-decision', { about: 'endelig forslag', reference: 'sak 8/28' })
  const changes = {
    changes: [
      { kind: 'material', text: 'nytt mål' },
      { kind: 'editorial', text: 'språk' },
    ],
  }
  expect(region.tryJoint('freeze-final-proposal', changes)).toMatchObject({
    ok: false,
    findings: [{ rule: 'G10', overridableBy: 'steering-leader', values: { names: 'Dovre' } }, {}],
  })
  region.jointly('freeze-final-proposal', changes, ['G10'])
  note()
  region.until('2028-05-10')
  for (const number of going) {
    region.act(number, 'record-publication', { publishedOn: '2028-05-10', consultees: asked })
    region.act(number, 'submit-for-recommendation')
    region.act(number, 'record-recommendation', { body: 'ungdomsråd' })
    region.act(number, 'record-recommendation', { body: 'formannskap', caseNumber: '30/28' })
  }
  expect(
    rulesOf(region.tryAct(of('Øyer'), 'schedule-council', { meetingOn: '2028-06-08' })),
  ).toEqual(['T2'])
  for (const number of going) region.act(number, 'schedule-council', { meetingOn: '2028-06-15' })
  note()
  region.until('2028-06-02').act(of('Dovre'), 'start-treating')

  // The councils, from June to October.
  region
    .until('2028-06-12')
    .act(of('Skjåk'), 'take-off-agenda', { by: 'ordfører', reason: 'vil vente' })
  region.until('2028-06-15')
  for (const name of ['Lillehammer', 'Øyer', 'Gausdal', 'Nord-Fron']) adopt(name)
  adopt('Vågå', 'changed', {
    changes: [
      { zone: 'joint', kind: 'material', section: 'Strategiske valg vi gjør sammen', text: 'x' },
    ],
  })
  adopt('Sel', 'sent-back', { to: 'planutvalget' })
  adopt('Lom', 'postponed', { nextMeetingOn: '2028-08-31' })
  adopt('Lesja', 'rejected', { reason: 'uenig' })
  expect([
    region.stateOf(of('Sel')),
    region.stateOf(of('Lom')),
    region.stateOf(of('Lesja')),
  ]).toEqual(['K102', 'K103', 'K104'])
  // Ringebu's secretary writes three weeks late.
  region.until('2028-07-06')
  region.act(
    of('Ringebu'),
    'record-decision',
    { outcome: 'unchanged', votes: { for: 20, against: 1 } },
    { on: '2028-06-15' },
  )
  region.until('2028-08-15')
  region.act(of('Sel'), 'resume', { to: 'K70' })
  region.act(of('Sel'), 'submit-for-recommendation')
  for (const name of ['Sel', 'Skjåk'])
    region.act(of(name), 'schedule-council', { meetingOn: '2028-09-14' })
  region.act(of('Lom'), 'schedule-council', { meetingOn: '2028-08-31' })
  region.act(of('Lesja'), 'resume', { to: 'K80' })
  region.act(of('Lesja'), 'schedule-council', { meetingOn: '2028-10-12' })
  region.act(of('Dovre'), 'record-publication', { publishedOn: '2028-08-15', consultees: asked })
  region.act(of('Dovre'), 'submit-for-recommendation')
  region.act(of('Dovre'), 'schedule-council', { meetingOn: '2028-09-21' })
  region.until('2028-08-31')
  adopt('Lom')
  region.until('2028-09-14')
  adopt('Sel')
  adopt('Skjåk')
  region.until('2028-09-21')
  adopt('Dovre')
  region.until('2028-10-12')
  adopt('Lesja')

  // What Vågå decided is laid before all and accepted; announced; closed into one edition.
  region.until('2028-10-20').jointly('open-harmonisation')
  note()
  region.until('2028-11-10').jointly('close-harmonisation', { by: 'accept' })
  note()
  region.act(of('Vågå'), 'confirm-adopted-text', { edition: 'adopted-vaga' })
  for (const number of [...going, of('Dovre')])
    region.act(number, 'record-announcement', { sentTo: ['statsforvalter', 'fylkeskommune'] })
  // Sør-Fron adopted on its own.
  region.act(of('Sør-Fron'), 'record-decision', { outcome: 'unchanged' }, { on: '2028-10-05' })
  region.until('2028-12-01').jointly('publish-compiled-edition')
  note()
  return { region, seen }
}

describe('a whole strategy', () => {
  test('twelve municipalities over fifteen months end where they should, folded in seconds', () => {
    const { region, seen } = play()
    expect(seen).toEqual(['F50', 'F60', 'F80', 'F90', 'F101', 'F95', 'F101', 'F110'])
    expect(region.state()).toMatchObject({
      state: 'F110',
      row: 'D3',
      participants: 11,
      adopted: 11,
      identical: 10,
      deviating: [{ name: 'Vågå', sections: ['Strategiske valg vi gjør sammen'] }],
      withdrawn: [{ name: 'Sør-Fron', on: '2028-03-20' }],
      unanswered: [],
    })
    const states = Object.fromEntries(
      Object.entries(twelve).map(([number, name]) => [name, region.stateOf(number)]),
    )
    expect(states).toEqual({
      ...Object.fromEntries(Object.values(twelve).map((name) => [name, 'K120'])),
      'Sør-Fron': 'K910',
    })
    const flags = Object.fromEntries(
      Object.entries(twelve).map(([number, name]) => [name, region.flags(number)]),
    )
    expect(flags).toEqual({
      ...Object.fromEntries(Object.values(twelve).map((name) => [name, []])),
      'Sør-Fron': ['eget_vedtak'],
      Vågå: ['avvik_fellesdel'],
    })
  })

  test('each municipality’s clock is its own: Lesja on the last meeting that could be reached', () => {
    const { region } = play()
    const lesja = region.members.get(of('Lesja'))!.stored
    expect(marginOf(lesja, region.facts(of('Lesja')), region.today)).toMatchObject({
      days: 2,
      rule: 'adopted',
      adopted: 'in-time',
      values: { on: '2028-10-12', limit: '2028-10-14' },
    })
    expect(deadlinesOf(lesja, region.facts(of('Lesja')), region.today)).toEqual([
      { rule: 'one-year', on: '2028-10-14' },
    ])
  })

  test('every journal folds into what was stored, again and again', () => {
    const { region } = play()
    let entries = 0
    for (const { stored, entries: journal } of [region.joint, ...region.members.values()]) {
      expect(fold(stored.kind, journal)).toEqual(stored)
      expect(fold(stored.kind, JSON.parse(JSON.stringify(journal)))).toEqual(stored)
      entries += journal.length
    }
    expect(entries).toBeGreaterThan(200)
  })
})
