// A strategy of three municipalities with everyone it takes, and short words for acting in it. Texts are real: every
// section has words in the log, and freezing reads them from there.
import { setMunicipalitySettings } from '../../../db/region.ts'
import { act, type Outcome } from '../../../service/act.ts'
import type { SignedIn } from '../../../service/house.ts'
import { ensureRegion } from '../../../service/region/ensure-region.ts'
import { personOfSession } from '../../../service/sign-in/session.ts'
import { createStrategy } from '../../../service/strategy/create.ts'
import type { Json, Role } from '../../../workflows/act.ts'
import type { TestDialect } from '../../support/dialects.ts'
import { testHouse, type TestHouse, type TestPerson } from '../../support/house.ts'

export const oyer = '3440'
export const vaga = '3435'
export const lesja = '3432'
export const three = [oyer, vaga, lesja]

export type Actor = TestPerson & { signedIn: SignedIn }

export type Play = TestHouse & {
  strategy: string
  actors: Map<string, Actor>
  who(role: Role, municipality?: string): Actor
  joint(type: string, on: string, input?: Input, more?: More): Promise<Outcome>
  in(municipality: string, type: string, on: string, input?: Input, more?: More): Promise<Outcome>
  /// Moves the day forward and answers it.
  day(on: string): string
}

type Input = { [key: string]: Json }
type More = {
  role?: Role
  key?: string
  expectedSeq?: number
  overrides?: { [rule: string]: string }
  /// Recorded later than it was done: the day stays where it is.
  late?: true
}

const local: Role[] = ['planner', 'mayor', 'chief-executive', 'council-secretary', 'archivist']

export async function play(dialect: TestDialect, today = '2027-11-01'): Promise<Play> {
  const t = await testHouse(dialect, { today })
  const { house, clock } = t
  await ensureRegion(house.store)
  for (const [number, constitutedOn] of Object.entries(constituted)) {
    const { settings } = await house.store.db
      .selectFrom('municipality')
      .select('settings')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const next = { ...(JSON.parse(settings) as object), constitutedOn, councilMembers: 23 }
    await setMunicipalitySettings(house.store.db, 1, number, JSON.stringify(next))
  }
  const actors = new Map<string, Actor>()
  const enter = async (role: Role, municipality?: string) => {
    const person = await t.signIn(`${role} ${municipality ?? 'felles'}`, [
      { role, ...(municipality ? { municipality } : {}) },
    ])
    const signedIn = await personOfSession(house, person.cookie.slice('sid='.length))
    actors.set(`${role} ${municipality ?? ''}`, { ...person, signedIn: signedIn! })
  }
  await enter('coordinator')
  await enter('steering-leader')
  for (const number of three) for (const role of local) await enter(role, number)
  const who = (role: Role, municipality?: string): Actor => {
    const found = actors.get(`${role} ${municipality ?? ''}`)
    if (!found) throw new Error(`nobody is ${role} in ${municipality ?? 'the joint work'}`)
    return found
  }

  const strategy = await createStrategy(house, {
    region: 1,
    slug: 'felles-2028',
    title: { nb: 'Felles planstrategi', nn: 'Felles planstrategi' },
    period: { from: 2028, to: 2031 },
    municipalities: three,
    by: who('coordinator').id,
    sections: [
      section('F1', 'joint', 'Hva vi vil sammen'),
      section('F2', 'joint', 'Slik følger vi opp'),
      ...three.map((number) => section('K1', number, `Særtrekk i ${number}`)),
    ],
  })

  let keys = 0
  const doIt = (
    municipality: string | undefined,
    type: string,
    on: string,
    input: Input,
    more: More,
  ): Promise<Outcome> => {
    if (!more.late && on > clock.today()) clock.moveTo(on)
    const role = more.role ?? (municipality ? (roleOf[type] ?? 'planner') : 'coordinator')
    return act(house, {
      process: municipality
        ? { strategy, kind: 'participation', municipality }
        : { strategy, kind: 'strategy' },
      type,
      actedOn: on,
      input,
      person: who(role, municipality).signedIn,
      key: more.key ?? `k${++keys}`,
      ...(more.expectedSeq === undefined ? {} : { expectedSeq: more.expectedSeq }),
      ...(more.overrides ? { overrides: more.overrides } : {}),
    })
  }

  return {
    ...t,
    strategy,
    actors,
    who,
    joint: (type, on, input = {}, more = {}) => doIt(undefined, type, on, input, more),
    in: (municipality, type, on, input = {}, more = {}) =>
      doIt(municipality, type, on, input, more),
    day: (on) => {
      clock.moveTo(on)
      return on
    },
  }
}

/// The outcome when the act went through; throws with what stood against it otherwise.
export function done(outcome: Outcome): Extract<Outcome, { ok: true }> {
  if (outcome.ok) return outcome
  throw new Error(`${outcome.code} ${outcome.field ?? ''} ${JSON.stringify(outcome.findings)}`)
}

export function refused(outcome: Outcome): Extract<Outcome, { ok: false }> {
  if (!outcome.ok) return outcome
  throw new Error(`it went through, to ${outcome.state}`)
}

/// The joint work up to a frozen consultation draft, every municipality drafting its own part.
export async function toConsultationDraft(p: Play): Promise<void> {
  for (const number of three) done(await p.joint('invite', '2027-11-01', { municipality: number }))
  for (const number of three)
    done(await p.in(number, 'join', '2027-11-03', { body: 'formannskap' }))
  done(await p.joint('start-knowledge-base', '2027-11-08'))
  done(await p.joint('start-drafting', '2027-12-13'))
  for (const number of three) done(await p.in(number, 'start-own-part', '2028-01-10'))
  done(await p.joint('start-review', '2028-03-01'))
  done(
    await p.joint('record-steering-decision', '2028-03-10', {
      about: 'freeze-consultation-draft',
      reference: 'sak 4/28',
    }),
  )
  done(await p.joint('freeze-consultation-draft', '2028-03-13'))
}

/// One municipality from its own part to open consultation.
export async function toConsultation(p: Play, number: string, on = '2028-03-20'): Promise<void> {
  done(await p.in(number, 'choose-master-plan', on, { societal: 'full', landUse: 'unchanged' }))
  done(await p.in(number, 'freeze-own-part', on))
  done(await p.in(number, 'submit-for-first-treatment', on))
  const later = Temporal.PlainDate.from(on)
  done(
    await p.in(number, 'record-first-treatment', later.add({ days: 4 }).toString(), {
      body: 'formannskap',
      outcome: 'laid-out',
      caseNumber: '12/28',
    }),
  )
  done(
    await p.in(number, 'record-publication', later.add({ days: 7 }).toString(), {
      publishedOn: later.add({ days: 7 }).toString(),
      deadlineOn: later.add({ days: 49 }).toString(),
      url: 'https://example.no/planstrategi',
      sentOn: later.add({ days: 7 }).toString(),
      consultees: ['required'],
    }),
  )
}

const roleOf: { [type: string]: Role } = {
  join: 'council-secretary',
  'record-first-treatment': 'council-secretary',
  'record-recommendation': 'council-secretary',
  'schedule-council': 'council-secretary',
  'move-meeting': 'council-secretary',
  'record-decision': 'council-secretary',
  'confirm-adopted-text': 'chief-executive',
  withdraw: 'council-secretary',
}

const constituted = { [oyer]: '2027-10-14', [vaga]: '2027-10-19', [lesja]: '2027-10-21' }

const section = (code: string, zone: string, words: string) => ({
  code,
  zone,
  title: { nb: `${code} ${zone}`, nn: `${code} ${zone}` },
  language: zone === vaga || zone === lesja ? 'nn' : 'nb',
  blocks: { nb: [{ id: 'a', text: words }], nn: [{ id: 'a', text: words }] },
})
