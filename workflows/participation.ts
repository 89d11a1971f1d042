// One municipality's process as data: every state K00–K910 and every transition of the domain sheet § 8.2 as replaced
// by C6, with the facts that catch up from every earlier state (C1). Compiled by `defineProcess`.
import type { Role } from './act.ts'
import { defineProcess, type Definition, type Names } from './define-process.ts'
import { participationChanges, passed } from './participation-changes.ts'
import { participationConditions } from './participation-conditions.ts'
import { freshParticipation, type ParticipationContext } from './participation-context.ts'
import {
  adoptedStates,
  after,
  before,
  cameBackStates,
  enters,
  layingWays,
  outsideStates,
  path,
  skipped,
  through,
} from './participation-path.ts'

const { states, way, catchUp, step, cameFrom, annuls } = layingWays()

const is = (value: string) => ({ name: 'outcome', is: value })
const secretary: Role[] = ['council-secretary']
const all = [...path, ...adoptedStates, ...cameBackStates, ...outsideStates]
const decidable = [...path, ...cameBackStates]
const later = (state: string) => [...after(state), ...adoptedStates, ...cameBackStates]

// Taking part.
way(['K00', 'K910'], 'join', { to: 'K10', do: ['joined'], rules: ['L1', 'L2', 'L3'] })
way(later('K00'), 'join', { kind: 'fill', when: { name: 'passedOver' }, do: ['joined'] })
way(['K00'], 'go-alone', { to: 'K910' })
step('start-own-part', 'K10', 'K20', { rules: ['P21'] })
way(
  all.filter((s) => s !== 'K00' && s !== 'K900'),
  'choose-master-plan',
  { do: ['masterPlanChosen'], rules: ['P27'] },
)
way(
  ['K20', 'K30', 'K40', 'K60', 'K70', 'K80', ...cameBackStates, ...adoptedStates, 'K910'],
  'freeze-own-part',
  { do: ['ownFrozen'], rules: ['P25', 'P26', 'P34'] },
)
way([...path.slice(2), ...cameBackStates, 'K910'], 'classify-changes', {
  do: ['changesClassified'],
})

// First treatment.
step('submit-for-first-treatment', 'K20', 'K30', { rules: ['P1', 'P2', 'P3', 'P4', 'P6'] })
const treated = { do: ['firstTreated'], rules: ['P1', 'P6', 'P7', 'P8', 'P9', 'P24', 'P30'] }
way(['K30'], 'record-first-treatment', {
  ...treated,
  to: 'K40',
  when: is('laid-out'),
  roles: secretary,
})
way(['K20', 'K30'], 'record-first-treatment', {
  do: ['firstTreated'],
  rules: ['P1', 'P22', 'P7', 'P8'],
  to: 'K40',
  when: is('delegated'),
  roles: ['chief-executive'],
})
way(['K30'], 'record-first-treatment', { ...treated, when: is('postponed'), roles: secretary })
way(['K30'], 'record-first-treatment', { ...treated, when: is('other-body'), roles: secretary })
way(['K30', 'K40'], 'record-first-treatment', {
  ...treated,
  kind: 'back',
  to: 'K20',
  when: is('sent-back'),
  roles: secretary,
})
catchUp(['K00', 'K10', 'K20'], 'record-first-treatment', {
  ...treated,
  to: 'K40',
  when: is('laid-out'),
  roles: secretary,
})
catchUp(['K00', 'K10'], 'record-first-treatment', {
  ...treated,
  to: 'K40',
  when: is('delegated'),
  roles: ['chief-executive'],
})
for (const outcome of ['postponed', 'other-body'])
  catchUp(['K00', 'K10', 'K20'], 'record-first-treatment', {
    ...treated,
    to: 'K30',
    when: is(outcome),
    roles: secretary,
  })
catchUp(['K00', 'K10'], 'record-first-treatment', {
  ...treated,
  to: 'K20',
  when: is('sent-back'),
  roles: secretary,
})
way(['K60', 'K70', 'K80', ...cameBackStates], 'record-first-treatment', {
  kind: 'back',
  to: 'K40',
  when: { name: 'laidOutAgain' },
  do: ['roundBegun', 'firstTreated'],
  rules: treated.rules,
  roles: secretary,
})
way(['K20', ...later('K30'), ...outsideStates], 'record-first-treatment', {
  kind: 'fill',
  do: ['firstTreated'],
  rules: ['P7', 'P8'],
})
way(['K40'], 'recall', { kind: 'back', to: 'K30', when: { name: 'to', is: 'K30' } })
way(['K40'], 'recall', { kind: 'back', to: 'K20' })

// Publication and consultation.
const published = {
  do: ['published'],
  rules: ['T6', 'T7', 'T12', 'T17', 'P10', 'P11', 'P13', 'P28'],
}
way(['K40'], 'record-publication', { ...published, to: 'K50' })
catchUp(['K00', 'K10', 'K20', 'K30'], 'record-publication', { ...published, to: 'K50' })
way(['K60', 'K70', 'K80', ...cameBackStates], 'record-publication', {
  kind: 'back',
  to: 'K50',
  when: { name: 'consultsAgain' },
  do: ['roundBegun', 'published'],
  rules: published.rules,
})
way(
  ['K50', 'K60', 'K70', 'K80', 'K90', ...cameBackStates, ...outsideStates],
  'record-publication',
  {
    ...published,
    rules: ['T6', 'T7', 'T13'],
  },
)
way(adoptedStates, 'record-publication', {
  kind: 'fill',
  do: ['published'],
  rules: ['T6'],
})
way(all, 'record-asking', { do: ['askedNoted'] })
const extended = { do: ['deadlineSet'], rules: ['T13', 'T7'] }
way(['K50'], 'extend-deadline', extended)
catchUp(before('K50'), 'extend-deadline', { ...extended, to: 'K50' })
way(['K50'], 'close-consultation', { to: 'K60', rules: ['T15'] })
way(['K50'], 'deadline-passed', { kind: 'system', to: 'K60', when: { name: 'deadlineOver' } })
const reopened = { to: 'K50', do: ['deadlineSet'], rules: ['T14'] }
way(['K60', 'K70'], 'reopen-consultation', { ...reopened, kind: 'back' })
catchUp(before('K50'), 'reopen-consultation', reopened)
const brokenOff = { to: 'K20', do: ['roundBegun', 'brokenOff'], rules: ['T20'] }
way(['K50', 'K60', 'K70', 'K80'], 'break-off-consultation', { ...brokenOff, kind: 'back' })
for (const state of before('K50'))
  way([state], 'break-off-consultation', {
    ...brokenOff,
    kind: 'catch-up',
    skips: through(state, 'K50'),
  })
way(['K60', 'K70', 'K80', 'K102', 'K103'], 'start-new-round', {
  kind: 'back',
  to: 'K30',
  do: ['roundBegun'],
  rules: ['P31'],
})

// Submissions and recommendation.
step('start-treating', 'K60', 'K70', {})
step('submit-for-recommendation', 'K70', 'K80', { rules: ['P18', 'P19', 'P20'] })
const recommended = { do: ['recommended'], rules: ['P7', 'P8', 'P24'], roles: secretary }
catchUp(['K00', 'K10', 'K20', 'K30', 'K40', 'K60', 'K70'], 'record-recommendation', {
  ...recommended,
  to: 'K80',
  when: { name: 'fromCommittee' },
})
catchUp(['K50'], 'record-recommendation', {
  ...recommended,
  to: 'K80',
  when: { name: 'fromCommitteeAfterDeadline' },
})
way(cameBackStates, 'record-recommendation', {
  ...recommended,
  kind: 'catch-up',
  to: 'K80',
  when: { name: 'fromCommittee' },
})
way(all, 'record-recommendation', recommended)
way(['K80'], 'return-to-treating', { kind: 'back', to: 'K70' })
cameFrom('return-to-treating', 'K80', { to: 'K70' })

// The council's agenda.
const agendaRules = [
  'T5',
  'P15',
  'P14',
  'T4',
  'T16',
  'T2',
  'T3',
  'P5',
  'P12',
  'P32',
  'T8',
  'T9',
  'T1',
  'T19',
  'T10',
  'T11',
  'P16',
  'P17',
]
const agendaRoles: Role[] = ['council-secretary', 'mayor']
step('schedule-council', 'K80', 'K90', { do: ['scheduled'], rules: agendaRules }, adoptedStates)
way(cameBackStates, 'schedule-council', { to: 'K90', do: ['scheduled'], rules: agendaRules })
way(['K90'], 'move-meeting', { do: ['meetingMoved'], rules: agendaRules })
way(['K90'], 'take-off-agenda', { kind: 'back', to: 'K80', do: ['agendaCleared'] })
cameFrom('take-off-agenda', 'K90', { to: 'K80', do: ['agendaCleared'] })

// The council's decision.
const decisionRules = [
  'V1',
  'V2',
  'V3',
  'V4',
  'V5',
  'V6',
  'V10',
  'V12',
  'V13',
  'V14',
  'P7',
  'P8',
  'V19',
  'T1',
  'T19',
  'T2',
  'T18',
  'T16',
]
const outcomes = {
  unchanged: 'K100',
  changed: 'K101',
  'sent-back': 'K102',
  postponed: 'K103',
  rejected: 'K104',
}
for (const [outcome, to] of Object.entries(outcomes)) {
  const draft = { to, when: is(outcome), do: ['decided'], rules: decisionRules }
  way(['K90'], 'record-decision', draft)
  catchUp(
    decidable.filter((s) => s !== 'K90' && !cameBackStates.some((b) => b === s)),
    'record-decision',
    draft,
  )
  // A council that decides again without the case having been taken up first.
  way(cameBackStates, 'record-decision', { ...draft, kind: 'catch-up' })
}
for (const [outcome, to] of [
  ['unchanged', 'K100'],
  ['changed', 'K101'],
] as const)
  way(adoptedStates, 'record-decision', {
    kind: 'catch-up',
    to,
    when: is(outcome),
    do: ['decided'],
    rules: decisionRules,
  })
way([...adoptedStates, ...outsideStates], 'record-decision', {
  do: ['decided'],
  rules: decisionRules,
})
const standing = [...adoptedStates, ...cameBackStates, 'K910']
way([...standing, ...path], 'confirm-adopted-text', {
  do: ['textConfirmed'],
  rules: ['V11', 'V16'],
})
way([...standing, 'K80', 'K90'], 'classify-decision', {
  do: ['decisionClassified'],
  rules: ['V11'],
})

// Back again.
for (const to of ['K20', 'K70', 'K80'])
  way(cameBackStates, 'resume', {
    kind: 'back',
    to,
    when: { name: 'to', is: to },
    do: ['agendaCleared'],
    roles: ['planner', 'council-secretary', 'chief-executive'],
  })
way(cameBackStates, 'resume', {
  to: 'K90',
  when: { name: 'to', is: 'K90' },
  do: ['scheduled'],
  rules: ['P33', ...agendaRules],
  roles: agendaRoles,
})
way(adoptedStates, 'treat-again', { kind: 'back', to: 'K80' })
const annulled = { do: ['annulled'], rules: ['V15'] }
annuls('record-annulment', annulled)
way(all, 'note-legality-review', { do: ['reviewNoted'] })
annuls('settle-legality-review', {
  when: is('annulled'),
  do: ['reviewSettled', 'annulled'],
  rules: ['V15', 'V17'],
})
way(all, 'settle-legality-review', { do: ['reviewSettled'], rules: ['V17'] })

// After the decision.
const announced = { do: ['announced'], rules: ['V7', 'V8', 'V9'] }
way(['K100', 'K101'], 'record-announcement', { ...announced, to: 'K110' })
way(['K80', 'K90', ...cameBackStates], 'record-announcement', {
  ...announced,
  when: { name: 'stands' },
})
for (const state of path)
  way([state], 'record-announcement', {
    ...announced,
    kind: 'catch-up',
    to: 'K110',
    skips: [...skipped(state, 'K100'), 'record-decision'],
  })
way(cameBackStates, 'record-announcement', {
  ...announced,
  kind: 'catch-up',
  to: 'K110',
  skips: ['record-decision'],
})
way(['K110', 'K120', 'K130', 'K910'], 'record-announcement', { ...announced, kind: 'fill' })
way(['K110'], 'become-current', { kind: 'system', to: 'K120' })
const adjusted = { do: ['adjusted'], rules: ['P7', 'P8'] }
way(['K120', 'K130'], 'record-adjustment', { ...adjusted, to: 'K130' })
way(['K80', 'K90', ...cameBackStates], 'record-adjustment', {
  ...adjusted,
  when: { name: 'stands' },
})
way(['K910'], 'record-adjustment', adjusted)
way(cameBackStates, 'record-adjustment', {
  ...adjusted,
  kind: 'catch-up',
  to: 'K130',
  skips: ['record-decision', 'record-announcement'],
})
for (const state of path)
  way([state], 'record-adjustment', {
    ...adjusted,
    kind: 'catch-up',
    to: 'K130',
    skips: [...skipped(state, 'K100'), 'record-decision', 'record-announcement'],
  })
way(['K100', 'K101', 'K110'], 'record-adjustment', {
  ...adjusted,
  kind: 'catch-up',
  to: 'K130',
  skips: ['record-announcement'],
})
way(all, 'fix-planning-programme', {
  do: ['programmeFixed'],
  rules: ['P7', 'P8', 'V18', 'T9'],
})
way(adoptedStates, 'replaced', { kind: 'system', to: 'K140', do: ['replaced'] })
way(['K80', 'K90', ...cameBackStates], 'replaced', {
  kind: 'system',
  to: 'K140',
  when: { name: 'stands' },
  do: ['replaced'],
})

// Leaving and coming back.
const leaving = { to: 'K900', do: ['withdrew'], rules: ['L4', 'L5'] }
const joined = [...path.slice(1), ...cameBackStates]
const mayLeave = ['K00', ...joined]
way(joined, 'withdraw', { ...leaving, kind: 'back' })
way(['K00'], 'withdraw', { ...leaving, kind: 'catch-up', skips: ['join'] })
way(['K900'], 'notice-ended', { kind: 'system', to: 'K910', when: { name: 'noticeOver' } })
for (const to of mayLeave)
  way(['K900'], 'take-back-withdrawal', {
    kind: 'back',
    to,
    when: { name: 'former', is: to },
    do: ['cameBack'],
  })
// There is nothing to take back before the withdrawal is recorded, which it may be from any of these.
way(joined, 'take-back-withdrawal', { rules: ['L6'] })

export const participationDefinition: Definition = {
  kind: 'participation',
  version: 1,
  initial: 'K00',
  finals: ['K140'],
  states,
}

const names: Names<ParticipationContext> = {
  fresh: freshParticipation,
  do: {
    ...participationChanges,
    ...Object.fromEntries(
      [...Object.values(enters), 'record-decision', 'record-announcement'].map((type) => [
        `passed:${type}`,
        passed(type),
      ]),
    ),
  },
  when: participationConditions,
}

export const participation = defineProcess(participationDefinition, names)
