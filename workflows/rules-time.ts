// T: dates. Thirty days, one year, six weeks, deadlines as promises, papers and calendars.
import type { Day } from './act.ts'
import {
  addDays,
  daysBetween,
  firstMeeting,
  later,
  lastPublication,
  papersDue,
  quietTime,
  sixWeeksFrom,
  yearLimit,
} from './calendar.ts'
import type { ParticipationFacts } from './facts.ts'
import type { ParticipationContext } from './participation-context.ts'
import { countingPublication, versionsFor } from './publicity.ts'
import { fulfilling, standingPublications, termBegins } from './participation-context.ts'
import { koml, pbl, practice, record, w, type Case, type Rule } from './rule.ts'

type A = Case<ParticipationContext, ParticipationFacts>

const days = '{days|dag|dager}'
const dagar = '{days|dag|dagar}'

/// The meeting an act is about: its date for plans, the day of the act for a decision that adopts and for the meeting that
/// fixed a planning programme.
const meetingOf = ({ step }: A): Day | undefined => {
  if (step.type === 'fix-planning-programme') return step.on
  if (step.type !== 'record-decision') return dayIn(step.input.meetingOn)
  return step.input.outcome === 'unchanged' || step.input.outcome === 'changed'
    ? step.on
    : undefined
}

const dayIn = (value: unknown): Day | undefined => (typeof value === 'string' ? value : undefined)

const field = (a: A) => (a.plan ? { field: 'meetingOn' } : {})

const counting = (a: A, by: Day) =>
  countingPublication(
    a.context,
    versionsFor(a.state, a.facts.joint.versions),
    by,
    a.facts.named?.joint ?? (a.plan ? a.facts.joint.final : null),
  )

const publicFor = (a: A) => {
  const meetingOn = meetingOf(a)
  if (meetingOn === undefined) return undefined
  const publication = counting(a, meetingOn).publication
  if (!publication) return undefined
  const have = daysBetween(publication.on, meetingOn)
  return { publishedOn: publication.on, meetingOn, days: have }
}

const limitOf = (a: A) => yearLimit(a.facts.settings.constitutedOn, a.facts.settings.electionYear)

const pastLimit = (a: A, estimated: boolean) => {
  const meetingOn = meetingOf(a)
  const limit = limitOf(a)
  if (meetingOn === undefined || limit.estimated !== estimated || meetingOn <= limit.on) return
  if (fulfilling(a.context, termBegins(a.facts.settings))) return
  return {
    values: { meetingOn, limit: limit.on, days: daysBetween(limit.on, meetingOn) },
    ...field(a),
  }
}

const pastDeadline = (a: A, combined: boolean) => {
  const meetingOn = meetingOf(a)
  const { deadlineOn } = a.context
  if (a.facts.settings.combinedProgramme !== combined || meetingOn === undefined) return
  if (deadlineOn === null || meetingOn > deadlineOn) return
  return { values: { meetingOn, deadlineOn }, way: { on: addDays(deadlineOn, 1) }, ...field(a) }
}

export const timeRules: Rule<ParticipationContext, ParticipationFacts>[] = [
  {
    id: 'T1',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      `Møtet er {meetingOn}, ${days} etter ettårsfristen {limit}.`,
      `Møtet er {meetingOn}, ${dagar} etter eittårsfristen {limit}.`,
      'The meeting is {meetingOn}, {days|day|days} after the one-year limit {limit}.',
    ),
    way: w(
      'Det kan registreres og gjennomføres, men blir merket «Frist overskredet».',
      'Det kan registrerast og gjennomførast, men blir merkt «Frist overskriden».',
      'It can be recorded and held, but is marked “Past the deadline”.',
    ),
    check: (a) => pastLimit(a, false),
  },
  {
    id: 'T19',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      `Møtet er {meetingOn}, ${days} etter {limit}. Datoen for det konstituerende møtet er ikke registrert, men fristen er uansett ute.`,
      `Møtet er {meetingOn}, ${dagar} etter {limit}. Datoen for det konstituerande møtet er ikkje registrert, men fristen er uansett ute.`,
      'The meeting is {meetingOn}, {days|day|days} after {limit}. The constituting date is not recorded, but the limit has passed whatever it is.',
    ),
    way: w(
      'Registrer datoen for det konstituerende møtet.',
      'Registrer datoen for det konstituerande møtet.',
      'Record the date of the constituting meeting.',
    ),
    check: (a) => pastLimit(a, true),
  },
  {
    id: 'T20',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Kunngjøringen {publishedOn} teller ikke etter dette.',
      'Kunngjeringa {publishedOn} tel ikkje etter dette.',
      'The publication {publishedOn} does not count after this.',
    ),
    way: w(
      'Gjør forslaget offentlig igjen minst 30 dager før møtet.',
      'Gjer framlegget offentleg igjen minst 30 dagar før møtet.',
      'Make the proposal public again at least 30 days before the meeting.',
    ),
    check: ({ context }) => {
      const last = standingPublications(context).at(-1)
      return last && { values: { publishedOn: last.on } }
    },
  },
  {
    id: 'T2',
    level: 'B',
    source: pbl('10-1'),
    text: w(
      `Kunngjort {publishedOn}, møte {meetingOn}: ${days}. Det skal være minst 30.`,
      `Kunngjort {publishedOn}, møte {meetingOn}: ${dagar}. Det skal vere minst 30.`,
      'Made public {publishedOn}, meeting {meetingOn}: {days|day|days}. There must be at least 30.',
    ),
    way: w(
      'Første lovlige dag er {lawful}, trygg dag er {safe}.',
      'Første lovlege dag er {lawful}, trygg dag er {safe}.',
      'The first lawful day is {lawful}, the safe day {safe}.',
    ),
    check: (a) => {
      const shown = publicFor(a)
      if (!shown || shown.days >= 30) return
      return { values: shown, way: firstMeeting(shown.publishedOn), ...field(a) }
    },
  },
  {
    id: 'T3',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Kunngjort {publishedOn}, møte {meetingOn}: akkurat 30 dager, uten en dag å gå på.',
      'Kunngjort {publishedOn}, møte {meetingOn}: akkurat 30 dagar, utan ein dag å gå på.',
      'Made public {publishedOn}, meeting {meetingOn}: exactly 30 days, with none to spare.',
    ),
    way: w('Trygg dag er {safe}.', 'Trygg dag er {safe}.', 'The safe day is {safe}.'),
    check: (a) => {
      const shown = publicFor(a)
      if (shown?.days !== 30) return
      return { values: shown, way: { safe: firstMeeting(shown.publishedOn).safe }, ...field(a) }
    },
  },
  {
    id: 'T4',
    level: 'B',
    source: pbl('10-1'),
    text: w(
      'Forslaget er ikke registrert som kunngjort.',
      'Framlegget er ikkje registrert som kunngjort.',
      'The proposal is not recorded as made public.',
    ),
    way: w(
      'Registrer kunngjøringen. Blir forslaget offentlig i dag, er første lovlige møtedag {lawful}.',
      'Registrer kunngjeringa. Blir framlegget offentleg i dag, er første lovlege møtedag {lawful}.',
      'Record the publication. Made public today, the first lawful meeting is {lawful}.',
    ),
    check: (a) => {
      const by = meetingOf(a) ?? a.today
      if (!counting(a, later(by, a.today)).unknown) return
      return { way: { lawful: firstMeeting(a.today).lawful } }
    },
  },
  {
    id: 'T5',
    level: 'H',
    source: record,
    text: w(
      'Møtet {meetingOn} er passert.',
      'Møtet {meetingOn} er passert.',
      'The meeting {meetingOn} has passed.',
    ),
    way: w(
      'Registrer hva kommunestyret vedtok.',
      'Registrer kva kommunestyret vedtok.',
      'Record what the council decided.',
    ),
    check: (a) => {
      const meetingOn = meetingOf(a)
      if (meetingOn === undefined || meetingOn >= a.today) return
      return { values: { meetingOn }, field: 'meetingOn' }
    },
  },
  {
    id: 'T6',
    level: 'H',
    source: record,
    text: w(
      'Høringsfristen {deadlineOn} er før kunngjøringen {publishedOn}.',
      'Høyringsfristen {deadlineOn} er før kunngjeringa {publishedOn}.',
      'The deadline {deadlineOn} is before the publication {publishedOn}.',
    ),
    way: w(
      'Sett fristen til {publishedOn} eller senere.',
      'Set fristen til {publishedOn} eller seinare.',
      'Set the deadline to {publishedOn} or later.',
    ),
    check: ({ step }) => {
      const deadlineOn = dayIn(step.input.deadlineOn)
      if (deadlineOn === undefined || deadlineOn >= step.on) return
      return { values: { deadlineOn, publishedOn: step.on }, field: 'deadlineOn' }
    },
  },
  {
    id: 'T7',
    level: 'B',
    holdsToday: true,
    source: pbl('11-13'),
    text: w(
      `Høringen går sammen med et planprogram. Fra {from} til fristen {deadlineOn} er det ${days}. Det skal være minst 42.`,
      `Høyringa går saman med eit planprogram. Frå {from} til fristen {deadlineOn} er det ${dagar}. Det skal vere minst 42.`,
      'The consultation includes a planning programme. From {from} to the deadline {deadlineOn} there are {days|day|days}. There must be at least 42.',
    ),
    way: w(
      'Tidligste frist er {earliest}.',
      'Tidlegaste frist er {earliest}.',
      'The earliest deadline is {earliest}.',
    ),
    check: ({ step, facts, context }) => {
      const deadlineOn = dayIn(step.input.deadlineOn)
      if (!facts.settings.combinedProgramme || deadlineOn === undefined) return
      const last = standingPublications(context).at(-1)
      const from =
        step.type === 'record-publication'
          ? later(step.on, dayIn(step.input.sentOn) ?? step.on)
          : last && later(last.on, last.sentOn ?? last.on)
      if (from === undefined) return
      const earliest = sixWeeksFrom(from, null)
      if (deadlineOn >= earliest) return
      return {
        values: { from, deadlineOn, days: daysBetween(from, deadlineOn) },
        way: { earliest },
        field: 'deadlineOn',
      }
    },
  },
  {
    id: 'T8',
    level: 'S',
    source: practice,
    text: w(
      'Møtet {meetingOn} er ikke etter høringsfristen {deadlineOn}.',
      'Møtet {meetingOn} er ikkje etter høyringsfristen {deadlineOn}.',
      'The meeting {meetingOn} is not after the consultation deadline {deadlineOn}.',
    ),
    way: w(
      'Første dag etter fristen er {on}.',
      'Første dag etter fristen er {on}.',
      'The first day after the deadline is {on}.',
    ),
    check: (a) => pastDeadline(a, false),
  },
  {
    id: 'T9',
    level: 'B',
    source: pbl('11-13'),
    text: w(
      'Planprogrammet kan ikke fastsettes {meetingOn}: høringsfristen er {deadlineOn}.',
      'Planprogrammet kan ikkje fastsetjast {meetingOn}: høyringsfristen er {deadlineOn}.',
      'The planning programme cannot be fixed {meetingOn}: the consultation deadline is {deadlineOn}.',
    ),
    way: w(
      'Første dag etter fristen er {on}.',
      'Første dag etter fristen er {on}.',
      'The first day after the deadline is {on}.',
    ),
    check: (a) => pastDeadline(a, true),
  },
  {
    id: 'T10',
    level: 'S',
    source: koml('11-3'),
    text: w(
      'Fristen for å levere papirer til møtet {meetingOn} var {due}.',
      'Fristen for å levere papir til møtet {meetingOn} var {due}.',
      'Papers for the meeting {meetingOn} were due {due}.',
    ),
    check: (a) => {
      const meetingOn = meetingOf(a)
      const paper = a.facts.settings.paperDays.kommunestyre
      if (meetingOn === undefined || paper === undefined) return
      const due = papersDue(meetingOn, paper)
      return a.today > due ? { values: { meetingOn, due }, ...field(a) } : undefined
    },
  },
  {
    id: 'T11',
    level: 'S',
    source: practice,
    text: w(
      'Møtet {meetingOn} står ikke i kommunestyrets møteplan.',
      'Møtet {meetingOn} står ikkje i møteplanen til kommunestyret.',
      'The meeting {meetingOn} is not in the council’s calendar.',
    ),
    way: w(
      'Sjekk datoen, eller legg møtet inn i møteplanen.',
      'Sjekk datoen, eller legg møtet inn i møteplanen.',
      'Check the date, or add the meeting to the calendar.',
    ),
    check: (a) => {
      const meetingOn = meetingOf(a)
      const { meetings } = a.facts
      if (meetingOn === undefined || meetings.length === 0 || meetings.includes(meetingOn)) return
      return { values: { meetingOn }, ...field(a) }
    },
  },
  {
    id: 'T12',
    level: 'S',
    source: practice,
    text: w(
      'Hele høringen, {publishedOn} til {deadlineOn}, faller i en ferie.',
      'Heile høyringa, {publishedOn} til {deadlineOn}, fell i ein ferie.',
      'The whole consultation, {publishedOn} to {deadlineOn}, falls in a holiday.',
    ),
    way: w('Vurder en senere frist.', 'Vurder ein seinare frist.', 'Consider a later deadline.'),
    check: ({ step }) => {
      const deadlineOn = dayIn(step.input.deadlineOn)
      if (deadlineOn === undefined || !quietTime(step.on, deadlineOn)) return
      return { values: { publishedOn: step.on, deadlineOn }, field: 'deadlineOn' }
    },
  },
  {
    id: 'T13',
    level: 'B',
    holdsToday: true,
    source: practice,
    text: w(
      'Ny frist {deadlineOn} er ikke senere enn den som er kunngjort, {oldOn}. En frist er et løfte.',
      'Ny frist {deadlineOn} er ikkje seinare enn den som er kunngjord, {oldOn}. Ein frist er ein lovnad.',
      'The new deadline {deadlineOn} is not later than the one announced, {oldOn}. A deadline is a promise.',
    ),
    way: w(
      'Sett en dato etter {oldOn}.',
      'Set ein dato etter {oldOn}.',
      'Set a date after {oldOn}.',
    ),
    check: ({ step, context }) => {
      const deadlineOn = dayIn(step.input.deadlineOn)
      const oldOn = context.deadlineOn
      if (deadlineOn === undefined || oldOn === null || deadlineOn > oldOn) return
      // Announcing again may repeat the deadline, and asks anew when the old one is over.
      const again = step.type === 'record-publication'
      if (again && (deadlineOn === oldOn || oldOn < step.on)) return
      return { values: { deadlineOn, oldOn }, way: { oldOn }, field: 'deadlineOn' }
    },
  },
  {
    id: 'T14',
    level: 'H',
    source: record,
    text: w(
      'Ny frist {deadlineOn} er før høringen åpnes igjen {on}.',
      'Ny frist {deadlineOn} er før høyringa blir opna att {on}.',
      'The new deadline {deadlineOn} is before the consultation reopens {on}.',
    ),
    check: ({ step }) => {
      const deadlineOn = dayIn(step.input.deadlineOn)
      if (deadlineOn === undefined || deadlineOn >= step.on) return
      return { values: { deadlineOn, on: step.on }, field: 'deadlineOn' }
    },
  },
  {
    id: 'T15',
    level: 'B',
    source: practice,
    text: w(
      'Høringsfristen er {deadlineOn}. Folk har fått løfte om tid til da.',
      'Høyringsfristen er {deadlineOn}. Folk har fått lovnad om tid til då.',
      'The deadline is {deadlineOn}. People were promised time until then.',
    ),
    way: w(
      'Høringen avsluttes av seg selv når fristen er ute.',
      'Høyringa blir avslutta av seg sjølv når fristen er ute.',
      'The consultation closes by itself when the deadline has passed.',
    ),
    check: ({ context, today }) =>
      context.deadlineOn !== null && context.deadlineOn >= today
        ? { values: { deadlineOn: context.deadlineOn } }
        : undefined,
  },
  {
    id: 'T16',
    level: 'B',
    source: pbl('10-1'),
    text: w(
      'Forslaget ble endret vesentlig {changedOn} og er ikke kunngjort etter det.',
      'Framlegget vart endra vesentleg {changedOn} og er ikkje kunngjort etter det.',
      'The proposal was changed materially {changedOn} and has not been made public since.',
    ),
    way: w(
      'Kunngjør det endrede forslaget. Skjer det i dag, er første lovlige møtedag {lawful}.',
      'Kunngjer det endra framlegget. Skjer det i dag, er første lovlege møtedag {lawful}.',
      'Make the changed proposal public. Done today, the first lawful meeting is {lawful}.',
    ),
    check: (a) => {
      const meetingOn = meetingOf(a)
      if (meetingOn === undefined && !a.plan) return
      const { changedOn, publication } = counting(a, meetingOn ?? a.today)
      if (publication || changedOn === null) return
      return { values: { changedOn }, way: { lawful: firstMeeting(a.today).lawful } }
    },
  },
  {
    id: 'T17',
    level: 'S',
    source: practice,
    text: w(
      'Høringsfristen er ikke satt.',
      'Høyringsfristen er ikkje sett.',
      'No consultation deadline is set.',
    ),
    way: w(
      'Oppgi fristen. Seks uker er vanlig: {on}.',
      'Oppgi fristen. Seks veker er vanleg: {on}.',
      'Give the deadline. Six weeks is usual: {on}.',
    ),
    check: ({ step }) =>
      step.input.deadlineOn === undefined
        ? { way: { on: addDays(step.on, 42) }, field: 'deadlineOn' }
        : undefined,
  },
  {
    id: 'T18',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Kunngjøringen er ikke registrert, så dagene fram til møtet {meetingOn} kan ikke telles.',
      'Kunngjeringa er ikkje registrert, så dagane fram til møtet {meetingOn} kan ikkje teljast.',
      'The publication is not recorded, so the days before the meeting {meetingOn} cannot be counted.',
    ),
    way: w(
      'Registrer når forslaget ble offentlig. Siste lovlige dag var {lawful}.',
      'Registrer når framlegget vart offentleg. Siste lovlege dag var {lawful}.',
      'Record when the proposal became public. The last lawful day was {lawful}.',
    ),
    check: (a) => {
      const meetingOn = meetingOf(a)
      if (meetingOn === undefined || !counting(a, meetingOn).unknown) return
      return { values: { meetingOn }, way: { lawful: lastPublication(meetingOn).lawful } }
    },
  },
]
