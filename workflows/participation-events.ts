// The events of one municipality's own process, with who registers each (domain sheet § 8.2 as corrected, C6).
import type { Role } from './act.ts'
import {
  changes,
  correct,
  fact,
  maybe,
  need,
  plan,
  reason,
  system,
  withDecider,
  type EventSpec,
} from './event-spec.ts'

const planner: Role[] = ['planner', 'chief-executive']
const secretary: Role[] = ['council-secretary', 'chief-executive']
const agenda: Role[] = ['council-secretary', 'mayor']
const minutes: Role[] = ['council-secretary']
const both: Role[] = ['planner', 'council-secretary', 'chief-executive']

const body = (required: boolean) => (required ? need : maybe)('body', 'text', { max: 80 })
const caseNumber = maybe('caseNumber', 'text', { max: 60 })
const extent = { choices: ['full', 'partly', 'unchanged'] } as const

const declared: readonly EventSpec[] = [
  fact('join', secretary, body(false), caseNumber),
  fact('go-alone', secretary, need('note', 'text', { free: true })),
  plan('start-own-part', planner),
  plan(
    'choose-master-plan',
    both,
    need('societal', 'choice', extent),
    need('landUse', 'choice', extent),
    maybe('reason', 'text', { free: true }),
  ),
  plan('freeze-own-part', planner, changes, maybe('name', 'text', { free: true, max: 120 })),
  plan('classify-changes', planner, need('kind', 'choice', { choices: ['editorial', 'material'] })),
  plan('submit-for-first-treatment', planner, maybe('meetingOn', 'date')),
  fact(
    'record-first-treatment',
    secretary,
    body(true),
    need('outcome', 'choice', {
      choices: ['laid-out', 'delegated', 'postponed', 'other-body', 'sent-back'],
    }),
    caseNumber,
    changes,
    maybe('text', 'text', { free: true }),
    maybe('nextOn', 'date'),
    maybe('nextBody', 'text', { max: 80 }),
    maybe('reason', 'text', { free: true }),
  ),
  plan('recall', planner, reason, maybe('to', 'choice', { choices: ['K20', 'K30'] })),
  fact(
    'record-publication',
    planner,
    need('publishedOn', 'date'),
    maybe('deadlineOn', 'date'),
    maybe('url', 'url'),
    maybe('sentOn', 'date'),
    maybe('consultees', 'list', { max: 120 }),
  ),
  fact(
    'record-asking',
    planner,
    need('consultees', 'list', { max: 120 }),
    maybe('occasion', 'choice', { choices: ['start', 'planning-forum', 'letter'] }),
  ),
  fact('extend-deadline', planner, need('deadlineOn', 'date'), reason),
  plan('close-consultation', planner, reason),
  fact('reopen-consultation', planner, need('deadlineOn', 'date'), reason),
  fact('break-off-consultation', planner, reason),
  plan('start-new-round', both, reason, maybe('caseNumber', 'text', { max: 60 })),
  plan('start-treating', planner),
  plan('submit-for-recommendation', planner, maybe('reason', 'text', { free: true })),
  fact(
    'record-recommendation',
    minutes,
    body(true),
    caseNumber,
    maybe('text', 'text', { free: true }),
    changes,
  ),
  fact('return-to-treating', minutes, reason),
  plan('schedule-council', agenda, need('meetingOn', 'date'), maybe('edition', 'edition')),
  plan('move-meeting', agenda, need('meetingOn', 'date'), reason),
  fact('take-off-agenda', agenda, need('by', 'text', { free: true, max: 120 }), reason),
  fact(
    'record-decision',
    minutes,
    need('outcome', 'choice', {
      choices: ['unchanged', 'changed', 'sent-back', 'postponed', 'rejected'],
    }),
    maybe('edition', 'edition'),
    body(false),
    caseNumber,
    maybe('votes', 'votes'),
    maybe('points', 'list', {
      orWords: true,
      items: [
        need('text', 'text', { free: true }),
        maybe('scope', 'choice', { choices: ['joint', 'local'] }),
        maybe('outcome', 'choice', { choices: ['adopted', 'changed', 'rejected'] }),
      ],
    }),
    changes,
    maybe('proposals', 'text', { free: true }),
    maybe('disqualified', 'text', { free: true, max: 500 }),
    maybe('editorialPower', 'text', { free: true, orTrue: true }),
    maybe('societal', 'choice', extent),
    maybe('landUse', 'choice', extent),
    maybe('to', 'text', { free: true, max: 200 }),
    maybe('nextMeetingOn', 'date'),
    maybe('reason', 'text', { free: true }),
    maybe('evidence', 'text', { free: true, max: 500 }),
  ),
  fact('confirm-adopted-text', ['chief-executive'], need('edition', 'edition')),
  plan(
    'classify-decision',
    both,
    need('class', 'choice', {
      choices: ['identical', 'editorial', 'deviation', 'deviation-point'],
    }),
  ),
  plan(
    'resume',
    [...both, 'mayor'],
    need('to', 'choice', { choices: ['K20', 'K70', 'K80', 'K90'] }),
    maybe('meetingOn', 'date'),
    maybe('edition', 'edition'),
  ),
  plan('treat-again', secretary, reason),
  fact('record-annulment', minutes, need('reference', 'text', { free: true, max: 200 })),
  fact('record-announcement', planner, maybe('sentTo', 'list', { max: 120 }), maybe('url', 'url')),
  fact('record-adjustment', minutes, caseNumber),
  fact('fix-planning-programme', minutes, body(true), caseNumber),
  fact(
    'note-legality-review',
    minutes,
    need('by', 'choice', { choices: ['three-members', 'own-initiative'], orWords: true }),
  ),
  fact(
    'settle-legality-review',
    minutes,
    need('outcome', 'choice', { choices: ['upheld', 'annulled'] }),
  ),
  fact('withdraw', secretary, reason, maybe('noticeUntil', 'date')),
  fact('take-back-withdrawal', secretary),
  correct(['planner', 'council-secretary', 'chief-executive', 'mayor']),
  system('deadline-passed'),
  system('notice-ended'),
  system('become-current'),
  system('replaced'),
]

export const participationEvents = declared.map(withDecider)
