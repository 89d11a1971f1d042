// What happens in the demo's term, as a list of acts with dates. It is played through the same door, rooms and forms as
// people use (`moments.ts`); nothing here knows how. Dates and votes are examples, not facts about the municipalities.
import type { Json, Role } from '../../workflows/act.ts'
import { municipalParts } from '../region/content/content.ts'
import { sampleSubmissions, type SampleSubmission } from '../region/content/samples.ts'
import type { Moment } from '../start/settings.ts'
import { courses, type Course } from './courses.ts'

export type { Moment }

/// The day each moment stands at.
export const dayOf: Record<Moment, string> = {
  drafting: '2028-02-14',
  consultation: '2028-05-08',
  councils: '2028-09-11',
}

export type Actor = { role: Role; municipality?: string }

export type Scene =
  | {
      on: string
      kind: 'act'
      actor: Actor
      type: string
      input: { [key: string]: Json }
      overrides?: { [rule: string]: string }
      /// Named versions are looked up when the scene is played: `latest` is the edition in force then.
      edition?: 'latest'
    }
  | { on: string; kind: 'write'; actor: Actor; zone: string }
  | { on: string; kind: 'revise'; actor: Actor; code: string; text: { nb: string; nn: string } }
  | { on: string; kind: 'submission'; sample: SampleSubmission }
  | { on: string; kind: 'answers'; zone: string; share: number }

const coordinator: Actor = { role: 'coordinator' }

const joint = (on: string, type: string, input: { [key: string]: Json } = {}): Scene => ({
  on,
  kind: 'act',
  actor: coordinator,
  type,
  input,
})

/// When a sample comes in: so many days after the first publication, but never before the package it speaks of is public.
function sentOn({ after, to, points }: SampleSubmission): string {
  if (after === 'late') return '2028-06-12'
  const about = [...(to === 'all' ? [] : to), ...points.flatMap((p) => p.zone ?? [])]
  const published = courses.filter((c) => about.includes(c.number)).map((c) => c.published)
  const wished = Temporal.PlainDate.from('2028-04-03').add({ days: after }).toString()
  return [wished, ...published].sort().at(-1)!
}

const submissionScenes = sampleSubmissions.map((sample): Scene => ({
  on: sentOn(sample),
  kind: 'submission',
  sample,
}))

const jointScenes: Scene[] = [
  ...courses.map(({ number }) => joint('2027-10-04', 'invite', { municipality: number })),
  joint('2027-11-01', 'start-knowledge-base'),
  joint('2027-12-13', 'start-drafting'),
  { on: '2027-12-14', kind: 'write', actor: coordinator, zone: 'joint' },
  joint('2028-03-01', 'start-review'),
  joint('2028-03-10', 'record-steering-decision', {
    about: 'freeze-consultation-draft',
    reference: 'Styringsgruppen, sak 4/28',
  }),
  joint('2028-03-13', 'freeze-consultation-draft'),
  { on: '2028-06-19', kind: 'answers', zone: 'joint', share: 1 },
  {
    on: '2028-06-20',
    kind: 'revise',
    actor: coordinator,
    code: 'F7',
    text: {
      nb: 'Rådet for deltidsinnbyggere får den årlige rapporten til uttalelse før den legges fram for Gudbrandsdalstinget.',
      nn: 'Rådet for deltidsinnbyggjarar får den årlege rapporten til uttale før han blir lagd fram for Gudbrandsdalstinget.',
    },
  },
  joint('2028-06-22', 'record-steering-decision', {
    about: 'freeze-final-proposal',
    reference: 'Styringsgruppen, sak 9/28',
  }),
  {
    on: '2028-06-23',
    kind: 'act',
    actor: { role: 'steering-leader' },
    type: 'freeze-final-proposal',
    input: {
      changes: [
        {
          zone: 'joint',
          kind: 'editorial',
          section: 'F7',
          text: 'Rådet for deltidsinnbyggere får rapporten til uttalelse.',
        },
      ],
    },
  },
]

/// Every scene up to and with the moment's day, in order.
export function scenesUntil(moment: Moment): Scene[] {
  const all = [...jointScenes, ...courses.flatMap(scenesOf), ...submissionScenes]
  return all
    .filter((s) => s.on <= dayOf[moment])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function scenesOf(c: Course): Scene[] {
  const act = (
    on: string,
    role: Role,
    type: string,
    input: { [key: string]: Json } = {},
    more: Partial<Extract<Scene, { kind: 'act' }>> = {},
  ): Scene => ({
    on,
    kind: 'act',
    actor: { role, municipality: c.number },
    type,
    input,
    ...more,
  })
  const scenes: Scene[] = [
    act(c.joined, 'council-secretary', 'join', { body: 'kommunestyre', caseNumber: c.joinCase }),
    act(c.began, 'planner', 'start-own-part'),
    {
      on: c.written,
      kind: 'write',
      actor: { role: 'planner', municipality: c.number },
      zone: c.number,
    },
    act(c.ownFrozen, 'planner', 'choose-master-plan', masterPlanOf(c.number)),
    act(c.ownFrozen, 'planner', 'freeze-own-part'),
    act(c.ownFrozen, 'planner', 'submit-for-first-treatment', { meetingOn: c.firstTreated }),
    act(c.firstTreated, 'council-secretary', 'record-first-treatment', {
      body: c.firstBody,
      outcome: 'laid-out',
      caseNumber: c.firstCase,
    }),
    act(c.published, 'planner', 'record-publication', {
      publishedOn: c.published,
      deadlineOn: c.deadline,
      sentOn: c.published,
      url: c.url,
      consultees: 'all',
    }),
    ...(c.later ?? []).map(({ on, role, type, input, overrides, edition }) =>
      act(on, role, type, input ?? {}, {
        ...(overrides ? { overrides } : {}),
        ...(edition ? { edition } : {}),
      }),
    ),
  ]
  if (c.answered)
    scenes.push({ on: c.answered.on, kind: 'answers', zone: c.number, share: c.answered.share })
  return scenes
}

const masterPlanOf = (number: string): { societal: string; landUse: string } =>
  municipalParts.find((part) => part.number === number)!.masterPlan
