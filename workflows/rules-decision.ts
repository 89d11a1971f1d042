// V: the council's decision and what follows it. L: taking part and leaving.
import type { Json } from './act.ts'
import { yearLimit } from './calendar.ts'
import type { ParticipationFacts } from './facts.ts'
import {
  notWorkedIn,
  standingDecision,
  termBegins,
  type ParticipationContext,
} from './participation-context.ts'
import { agreed, koml, pbl, practice, record, w, type Case, type Rule } from './rule.ts'

type A = Case<ParticipationContext, ParticipationFacts>

const adopts = ({ step }: A) =>
  step.input.outcome === 'unchanged' || step.input.outcome === 'changed'
const rows = (value: Json | undefined): { [key: string]: Json }[] =>
  Array.isArray(value)
    ? value.filter((r): r is { [key: string]: Json } => typeof r === 'object' && r !== null)
    : []

export const decisionRules: Rule<ParticipationContext, ParticipationFacts>[] = [
  {
    id: 'V1',
    level: 'H',
    source: record,
    text: w(
      'Den teksten som er oppgitt, er aldri låst.',
      'Den teksten som er oppgitt, er aldri låst.',
      'The text named was never frozen.',
    ),
    way: w('Velg en låst tekst.', 'Vel ein låst tekst.', 'Choose a frozen text.'),
    check: ({ step, facts }) =>
      step.input.edition !== undefined && facts.named === null ? { field: 'edition' } : undefined,
  },
  {
    id: 'V2',
    level: 'S',
    source: record,
    text: w(
      'Det er ukjent hvilken tekst som ble lagt fram.',
      'Det er ukjent kva tekst som vart lagd fram.',
      'Which text was put forward is unknown.',
    ),
    way: w('Velg den låste teksten.', 'Vel den låste teksten.', 'Choose the frozen text.'),
    check: ({ step, context, facts }) =>
      step.input.edition !== undefined ||
      facts.edition ||
      context.agenda?.edition ||
      context.publications.some((p) => p.edition !== null)
        ? undefined
        : { field: 'edition' },
  },
  {
    id: 'V3',
    level: 'S',
    source: koml('11-9'),
    text: w(
      '{votes} stemmer er flere enn de {members} medlemmene.',
      '{votes} røyster er fleire enn dei {members} medlemene.',
      '{votes} votes are more than the {members} members.',
    ),
    check: ({ step, facts }) => {
      const votes = step.input.votes
      const members = facts.settings.councilMembers
      if (members === null || typeof votes !== 'object' || votes === null || Array.isArray(votes))
        return
      const cast = Number(votes.for) + Number(votes.against)
      return cast > members ? { values: { votes: cast, members }, field: 'votes' } : undefined
    },
  },
  {
    id: 'V4',
    level: 'S',
    source: record,
    text: w(
      'Endringene er ikke ført opp.',
      'Endringane er ikkje førte opp.',
      'The changes are not listed.',
    ),
    way: w(
      'Før opp hver endring, så ser de andre om den gjelder dem.',
      'Før opp kvar endring, så ser dei andre om ho gjeld dei.',
      'List each change, so that the others see whether it concerns them.',
    ),
    check: ({ step }) =>
      step.input.outcome === 'changed' && rows(step.input.changes).length === 0
        ? { field: 'changes' }
        : undefined,
  },
  {
    id: 'V5',
    level: 'S',
    source: koml('11-4'),
    text: w(
      'Protokollen er ikke lagt ved.',
      'Protokollen er ikkje lagd ved.',
      'The minutes are not attached.',
    ),
    way: w('Den kan ettersendes.', 'Han kan ettersendast.', 'They can be added later.'),
    check: ({ step }) => (step.input.evidence === undefined ? { field: 'evidence' } : undefined),
  },
  {
    id: 'V6',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Valget om kommuneplanen er ikke med i vedtaket.',
      'Valet om kommuneplanen er ikkje med i vedtaket.',
      'The choice about the master plan is not in the decision.',
    ),
    way: w(
      'Oppgi hva kommunestyret valgte, eller ta det opp i en ny sak.',
      'Oppgi kva kommunestyret valde, eller ta det opp i ei ny sak.',
      'Give what the council chose, or take it up in a new case.',
    ),
    check: (a) =>
      adopts(a) &&
      a.context.masterPlan === null &&
      (a.step.input.societal === undefined || a.step.input.landUse === undefined)
        ? { field: 'societal' }
        : undefined,
  },
  {
    id: 'V7',
    level: 'B',
    holdsToday: true,
    source: practice,
    text: w(
      'Endringene i vedtaket er ikke arbeidet inn og bekreftet av kommunedirektøren.',
      'Endringane i vedtaket er ikkje arbeidde inn og stadfesta av kommunedirektøren.',
      'The changes in the decision are not worked in and confirmed by the chief executive.',
    ),
    way: w(
      'Bekreft den vedtatte teksten.',
      'Stadfest den vedtekne teksten.',
      'Confirm the adopted text.',
    ),
    check: ({ context }) => {
      const standing = standingDecision(context)
      return standing && notWorkedIn(standing) ? {} : undefined
    },
  },
  {
    id: 'V8',
    level: 'B',
    holdsToday: true,
    source: practice,
    text: w(
      'Listen over endringer er ikke fullstendig og klassifisert.',
      'Lista over endringar er ikkje fullstendig og klassifisert.',
      'The list of changes is not complete and classified.',
    ),
    way: w('Klassifiser vedtaket.', 'Klassifiser vedtaket.', 'Classify the decision.'),
    check: ({ context }) => {
      const standing = standingDecision(context)
      return standing && (standing.unlisted || standing.class === null) ? {} : undefined
    },
  },
  {
    id: 'V9',
    level: 'S',
    source: practice,
    text: w(
      'Brev til statsforvalteren og fylkeskommunen er ikke registrert.',
      'Brev til statsforvaltaren og fylkeskommunen er ikkje registrerte.',
      'Letters to the county governor and the county are not recorded.',
    ),
    check: ({ step }) => (rows2(step.input.sentTo) < 2 ? { field: 'sentTo' } : undefined),
  },
  {
    id: 'V10',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Kommunen har fortsatt plikt til å vedta en planstrategi innen {limit}.',
      'Kommunen har framleis plikt til å vedta ein planstrategi innan {limit}.',
      'The municipality must still adopt a strategy by {limit}.',
    ),
    check: ({ step, facts }) =>
      step.input.outcome === 'rejected'
        ? {
            values: {
              limit: yearLimit(facts.settings.constitutedOn, facts.settings.electionYear).on,
            },
          }
        : undefined,
  },
  {
    id: 'V11',
    level: 'H',
    source: record,
    text: w(
      'Det finnes ikke noe gyldig vedtak å knytte dette til.',
      'Det finst ikkje noko gyldig vedtak å knyte dette til.',
      'There is no valid decision to tie this to.',
    ),
    way: w('Registrer vedtaket først.', 'Registrer vedtaket først.', 'Record the decision first.'),
    check: ({ context }) => (standingDecision(context) ? undefined : {}),
  },
  {
    id: 'V12',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Vedtaket er gjort {on}, før det nye kommunestyret ble konstituert {constitutedOn}. Det oppfyller ikke plikten i denne valgperioden.',
      'Vedtaket er gjort {on}, før det nye kommunestyret vart konstituert {constitutedOn}. Det oppfyller ikkje plikta i denne valperioden.',
      'The decision was made {on}, before the new council was constituted {constitutedOn}. It does not fulfil the duty in this term.',
    ),
    way: w(
      'Det nye kommunestyret kan stadfeste det.',
      'Det nye kommunestyret kan stadfeste det.',
      'The new council may confirm it.',
    ),
    check: (a) => {
      const from = termBegins(a.facts.settings)
      return adopts(a) && a.step.on < from
        ? { values: { on: a.step.on, constitutedOn: from } }
        : undefined
    },
  },
  {
    id: 'V13',
    level: 'S',
    source: agreed,
    text: w(
      'Endringen gjelder fellesdelen. De andre kommunene får beskjed når du registrerer.',
      'Endringa gjeld fellesdelen. Dei andre kommunane får beskjed når du registrerer.',
      'The change concerns the common part. The others are told when you record it.',
    ),
    check: ({ step }) =>
      step.input.outcome === 'changed' && rows(step.input.changes).some((c) => c.zone === 'joint')
        ? {}
        : undefined,
  },
  {
    id: 'V14',
    level: 'S',
    source: practice,
    text: w(
      'Det er ikke ført opp hvem saken er sendt tilbake til, og hva det er bedt om.',
      'Det er ikkje ført opp kven saka er send tilbake til, og kva det er bede om.',
      'To whom the case was sent back, and what was asked, is not recorded.',
    ),
    check: ({ step }) =>
      step.input.outcome === 'sent-back' && step.input.to === undefined
        ? { field: 'to' }
        : undefined,
  },
  {
    id: 'V15',
    level: 'H',
    source: record,
    text: w(
      'Det finnes ikke noe gyldig vedtak å oppheve.',
      'Det finst ikkje noko gyldig vedtak å oppheve.',
      'There is no valid decision to annul.',
    ),
    // Annulled already. A decision that nobody recorded is another matter: its annulment is a fact (C1, V20).
    check: ({ context }) =>
      standingDecision(context) ||
      context.skipped.includes('record-decision') ||
      !context.decisions.some((d) => d.annulledOn !== null)
        ? undefined
        : {},
  },
  {
    id: 'V16',
    level: 'H',
    source: record,
    text: w(
      'Den vedtatte teksten er ikke låst.',
      'Den vedtekne teksten er ikkje låst.',
      'The adopted text is not frozen.',
    ),
    way: w(
      'Arbeid inn endringene, lås teksten, og bekreft den.',
      'Arbeid inn endringane, lås teksten, og stadfest han.',
      'Work the changes in, freeze the text, and confirm it.',
    ),
    check: ({ step, facts }) =>
      step.input.edition !== undefined && facts.named === null ? { field: 'edition' } : undefined,
  },
  {
    id: 'V17',
    level: 'S',
    source: koml('27-1'),
    text: w(
      'Det er ikke registrert at lovlighetskontroll er krevd.',
      'Det er ikkje registrert at lovlegkontroll er kravd.',
      'No demand for a legality review is recorded.',
    ),
    check: ({ context }) => (context.review ? undefined : {}),
  },
  {
    id: 'V18',
    level: 'S',
    source: pbl('11-13'),
    text: w(
      'Kommunen har ikke satt opp at planstrategien går sammen med et planprogram.',
      'Kommunen har ikkje sett opp at planstrategien går saman med eit planprogram.',
      'The municipality has not set that the strategy includes a planning programme.',
    ),
    check: ({ facts }) => (facts.settings.combinedProgramme ? undefined : {}),
  },
  {
    id: 'V19',
    level: 'S',
    source: koml('11-4'),
    text: w(
      'Voteringen er ikke ført inn.',
      'Røystinga er ikkje ført inn.',
      'The vote is not recorded.',
    ),
    way: w('Den kan ettersendes.', 'Ho kan ettersendast.', 'It can be added later.'),
    check: (a) => (adopts(a) && a.step.input.votes === undefined ? { field: 'votes' } : undefined),
  },
  {
    id: 'V20',
    level: 'S',
    source: record,
    text: w(
      'Vedtaket som er opphevet, er ikke registrert.',
      'Vedtaket som er oppheva, er ikkje registrert.',
      'The decision that was annulled is not recorded.',
    ),
    way: w(
      'Registrer det også, med den datoen det ble gjort.',
      'Registrer det òg, med den datoen det vart gjort.',
      'Record it too, with the date it was made.',
    ),
    check: ({ context }) => (standingDecision(context) ? undefined : {}),
  },
  {
    id: 'L1',
    level: 'S',
    source: agreed,
    text: w(
      'Det er ikke ført inn hvilket organ som vedtok å delta.',
      'Det er ikkje ført inn kva organ som vedtok å delta.',
      'Which body decided to take part is not recorded.',
    ),
    check: ({ step }) => (step.input.body === undefined ? { field: 'body' } : undefined),
  },
  {
    id: 'L2',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Fellesarbeidet er i gang (runde {round}). Kommunen må likevel ha sitt eget forslag offentlig i minst 30 dager.',
      'Fellesarbeidet er i gang (runde {round}). Kommunen må likevel ha sitt eige framlegg offentleg i minst 30 dagar.',
      'The joint work is under way (round {round}). The municipality must still have its own proposal public for at least 30 days.',
    ),
    check: ({ facts }) =>
      ['F50', 'F80'].includes(facts.joint.phase)
        ? { values: { round: facts.joint.round } }
        : undefined,
  },
  {
    id: 'L3',
    level: 'H',
    source: agreed,
    text: w(
      'Fellesarbeidet er ferdig eller stanset. Det går ikke an å bli med lenger.',
      'Fellesarbeidet er ferdig eller stansa. Det går ikkje an å bli med lenger.',
      'The joint work has ended or was stopped. It can no longer be joined.',
    ),
    check: ({ facts }) => (['F110', 'F120', 'F900'].includes(facts.joint.state) ? {} : undefined),
  },
  {
    id: 'L4',
    level: 'H',
    source: pbl('10-1'),
    text: w(
      'Kommunestyret har vedtatt planstrategien {on}. Etter det er det bare oppfølgingen å trekke seg fra.',
      'Kommunestyret har vedteke planstrategien {on}. Etter det er det berre oppfølginga å trekkje seg frå.',
      'The council adopted the strategy {on}. After that there is only the follow-up to withdraw from.',
    ),
    check: ({ context }) => {
      const standing = standingDecision(context)
      return standing && !standing.alone ? { values: { on: standing.on } } : undefined
    },
  },
  {
    id: 'L5',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Kommunen må fortsatt vedta en egen planstrategi innen {limit}.',
      'Kommunen må framleis vedta ein eigen planstrategi innan {limit}.',
      'The municipality must still adopt a strategy of its own by {limit}.',
    ),
    way: w(
      'Kunngjøringen, innspillene og 30-dagersfristen følger kommunen videre.',
      'Kunngjeringa, innspela og 30-dagarsfristen følgjer kommunen vidare.',
      'Publication, submissions and the 30 days stay with the municipality.',
    ),
    check: ({ facts: { settings } }) => ({
      values: { limit: yearLimit(settings.constitutedOn, settings.electionYear).on },
    }),
  },
  {
    id: 'L6',
    level: 'H',
    source: record,
    text: w(
      'Det er ikke registrert at kommunen har trukket seg.',
      'Det er ikkje registrert at kommunen har trekt seg.',
      'No withdrawal of the municipality is recorded.',
    ),
    way: w(
      'Registrer først at den trakk seg, med datoen.',
      'Registrer først at han trekte seg, med datoen.',
      'Record the withdrawal first, with its date.',
    ),
    check: ({ context }) => (context.withdrawal ? undefined : {}),
  },
]

const rows2 = (value: Json | undefined): number => (Array.isArray(value) ? value.length : 0)
