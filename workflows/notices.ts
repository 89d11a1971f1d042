// Whom an act concerns, as data: the door turns each into letters and tasks after the commit.
import type { Act, Audience, Effect, Role, Stored } from './act.ts'
import { factsOf } from './participation-changes.ts'
import type { ParticipationContext } from './participation-context.ts'

type Whom = { own?: Role[]; joint?: Role[]; every?: Role[] }

const municipal: { [type: string]: Whom } = {
  join: { own: ['planner'], joint: ['coordinator'] },
  'go-alone': { joint: ['coordinator'] },
  'submit-for-first-treatment': { own: ['council-secretary', 'chief-executive'] },
  'record-first-treatment': { own: ['planner', 'chief-executive'], joint: ['coordinator'] },
  recall: { own: ['council-secretary'] },
  'record-publication': { own: ['council-secretary', 'mayor'], joint: ['coordinator'] },
  'extend-deadline': { own: ['council-secretary'], joint: ['coordinator'] },
  'reopen-consultation': { own: ['council-secretary'], joint: ['coordinator'] },
  'break-off-consultation': { own: ['council-secretary', 'mayor'], joint: ['coordinator'] },
  'start-new-round': { own: ['planner', 'council-secretary'], joint: ['coordinator'] },
  'deadline-passed': { own: ['planner'], joint: ['coordinator'] },
  'submit-for-recommendation': { own: ['council-secretary', 'chief-executive'] },
  'return-to-treating': { own: ['planner'] },
  'schedule-council': { own: ['planner', 'mayor', 'chief-executive'], joint: ['coordinator'] },
  'move-meeting': { own: ['planner', 'mayor', 'chief-executive'], joint: ['coordinator'] },
  'take-off-agenda': { own: ['planner', 'chief-executive'], joint: ['coordinator'] },
  'record-decision': { own: ['planner', 'chief-executive', 'mayor'], joint: ['coordinator'] },
  'confirm-adopted-text': { own: ['planner', 'council-secretary'], joint: ['coordinator'] },
  'treat-again': { own: ['planner'], joint: ['coordinator'] },
  'record-annulment': { own: ['planner', 'mayor', 'chief-executive'], joint: ['coordinator'] },
  'record-announcement': { joint: ['coordinator'] },
  'note-legality-review': { own: ['chief-executive', 'mayor'], joint: ['coordinator'] },
  'settle-legality-review': { own: ['chief-executive', 'mayor'], joint: ['coordinator'] },
  withdraw: { own: ['planner'], joint: ['coordinator', 'steering-leader'], every: ['planner'] },
  'take-back-withdrawal': { joint: ['coordinator', 'steering-leader'], every: ['planner'] },
  correct: { joint: ['coordinator'] },
}

const joint: { [type: string]: Whom } = {
  invite: { every: ['chief-executive'] },
  'start-drafting': { every: ['planner'] },
  'start-review': { every: ['planner'] },
  'return-to-drafting': { every: ['planner'] },
  'freeze-consultation-draft': { every: ['planner', 'council-secretary'] },
  'new-round': { every: ['planner', 'council-secretary', 'chief-executive'] },
  'freeze-final-proposal': { every: ['planner', 'council-secretary', 'mayor'] },
  'reopen-proposal': { every: ['planner', 'council-secretary'] },
  'open-harmonisation': { every: ['planner', 'chief-executive'] },
  'close-harmonisation': { every: ['planner', 'chief-executive', 'council-secretary'] },
  'set-closing-date': { every: ['council-secretary', 'mayor'] },
  'publish-compiled-edition': { every: ['planner', 'archivist'] },
  stop: { every: ['planner', 'chief-executive', 'mayor'] },
  'state-derived': {},
}

/// Effects of an act: one notice about it, and the edition made public where it was.
export function noticesOf(
  stored: Stored,
  next: { state: string; context: Stored['context'] },
  act: Act,
): Effect[] {
  if (stored.kind === 'strategy') return notice(act, joint[act.type], undefined, {})
  const { settings } = factsOf(act)
  const values = { municipality: settings.number, name: settings.name, on: act.actedOn }
  const effects = notice(act, municipal[act.type], settings.number, values)
  const { decisions, publications } = next.context as unknown as ParticipationContext
  const decision = decisions.find((d) => d.seq === stored.seq + 1)
  if (decision?.changes.some((c) => c.zone === 'joint'))
    effects.push({
      kind: 'notice',
      about: 'avvik_fellesdel',
      to: [{ role: 'planner', every: true }],
      values,
    })
  const shown = publications.find((p) => p.seq === stored.seq + 1)
  if (shown?.edition)
    effects.push({
      kind: 'make-public',
      edition: shown.edition,
      on: shown.on,
      municipality: settings.number,
    })
  return effects
}

function notice(
  act: Act,
  whom: Whom | undefined,
  municipality: string | undefined,
  values: { [name: string]: string | number },
): Effect[] {
  if (!whom) return []
  const to: Audience[] = [
    ...(whom.own ?? []).map((role) => ({ role, ...(municipality ? { municipality } : {}) })),
    ...(whom.joint ?? []).map((role) => ({ role })),
    ...(whom.every ?? []).map((role) => ({ role, every: true as const })),
  ]
  return to.length === 0 ? [] : [{ kind: 'notice', about: act.type, to, values }]
}
