// The events of the joint process. The coordinator registers what the steering group decided (C21); the leader of
// the steering group may do the same and is the one who overrides.
import type { Role } from './act.ts'
import { correct, fact, maybe, need, plan, reason, system, type EventSpec } from './event-spec.ts'

const joint: Role[] = ['coordinator', 'steering-leader']

export const strategyEvents: readonly EventSpec[] = [
  plan('invite', joint, need('municipality', 'municipality')),
  plan('start-knowledge-base', joint),
  plan('start-drafting', joint),
  plan('start-review', joint),
  plan('return-to-drafting', joint, reason, maybe('to', 'choice', { choices: ['F30', 'F40'] })),
  fact(
    'record-steering-decision',
    joint,
    need('about', 'text', { max: 80 }),
    need('reference', 'text', { free: true, max: 200 }),
  ),
  plan('freeze-consultation-draft', joint, maybe('name', 'text', { free: true, max: 120 })),
  plan('new-round', joint, reason),
  plan(
    'freeze-final-proposal',
    joint,
    need('changes', 'list', {
      orWords: true,
      items: [
        maybe('zone', 'choice', { choices: ['joint', 'own', 'decision'], orNumber: true }),
        maybe('kind', 'choice', { choices: ['editorial', 'material'] }),
        maybe('section', 'text', { max: 80 }),
        maybe('text', 'text', { free: true }),
      ],
    }),
    maybe('name', 'text', { free: true, max: 120 }),
  ),
  plan('reopen-proposal', joint, reason),
  plan('open-harmonisation', joint),
  plan(
    'close-harmonisation',
    joint,
    need('by', 'choice', { choices: ['new-version', 'accept'] }),
    maybe('kind', 'choice', { choices: ['editorial', 'material'] }),
    maybe('name', 'text', { free: true, max: 120 }),
  ),
  plan('set-closing-date', joint, need('on', 'date')),
  plan('publish-compiled-edition', joint),
  plan('end', joint),
  plan('stop', joint, reason),
  correct(joint),
  system('state-derived', need('to', 'text', { max: 4 })),
]
