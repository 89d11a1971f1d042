// What a record form begins with: today, the body and text the case is known by, and what the address brings along.
import type { Json } from '../../../workflows/act.ts'
import type { EventSpec } from '../../../workflows/event-spec.ts'
import { councilDay } from '../../desk/board-view.ts'
import type { Desk, Track } from '../../desk/desk.ts'
import type { EditionChoice } from '../../desk/editions.ts'
import type { Typed } from '../../desk/read-form.ts'

/// The fields' first values.
export function defaultsOf(
  spec: EventSpec,
  desk: Desk,
  track: Track | undefined,
  editions: EditionChoice[],
  query: URLSearchParams,
): Typed {
  const typed: Typed = { actedOn: [desk.today] }
  const known = track ? ofCase(spec.type, desk, track, editions) : {}
  for (const [name, value] of Object.entries(known)) if (value) typed[name] = [value]
  for (const { name } of spec.fields) {
    const value = query.get(name)
    if (value !== null) typed[name] = [value]
  }
  return typed
}

function ofCase(
  type: string,
  desk: Desk,
  track: Track,
  editions: EditionChoice[],
): Record<string, string | undefined> {
  const { settings, edition } = track.facts
  const meeting = councilDay(track)
  const held = meeting && meeting <= desk.today ? meeting : undefined
  const adopted = editions.find((choice) => choice.adopted)?.hash
  switch (type) {
    case 'join':
      return { body: 'kommunestyre' }
    case 'record-first-treatment':
      return { body: settings.firstTreatmentBody ?? 'formannskap' }
    case 'record-recommendation':
      return { body: 'formannskap' }
    case 'record-publication':
      return { publishedOn: desk.today }
    case 'schedule-council':
      return { edition: edition?.id }
    case 'record-decision':
      return {
        body: 'kommunestyre',
        edition: agendaEdition(track) ?? edition?.id,
        ...(held ? { actedOn: held } : {}),
        ...masterPlanOf(track),
      }
    case 'confirm-adopted-text':
      return { edition: adopted }
    case 'choose-master-plan':
      return masterPlanOf(track)
    case 'fix-planning-programme':
      return { body: 'kommunestyre' }
    default:
      return {}
  }
}

const agendaEdition = (track: Track): string | undefined =>
  textIn(track.stored.context.agenda, 'edition')

const masterPlanOf = (track: Track): Record<string, string | undefined> => ({
  societal: textIn(track.stored.context.masterPlan, 'societal'),
  landUse: textIn(track.stored.context.masterPlan, 'landUse'),
})

function textIn(value: Json | undefined, field: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const found = value[field]
  return typeof found === 'string' ? found : undefined
}
