// G: the joint work (from Norwegian «gjensidig»). What the coordinator registers for the steering group.
import type { StrategyFacts } from './facts.ts'
import { deriveJoint, groupOf, milestones } from './joint-state.ts'
import { agreed, pbl, practice, readable, record, w, type Case, type Rule } from './rule.ts'
import type { StrategyContext } from './strategy-context.ts'
import { changeKinds } from './strategy.ts'
import { suggestedValues, undescribedValues } from './suggested.ts'

type A = Case<StrategyContext, StrategyFacts>

const list = (names: { name: string }[]) => names.map((n) => n.name).join(', ')
const joint = ({ context, facts }: A) => deriveJoint(milestones(context), facts.participants)

export const jointRules: Rule<StrategyContext, StrategyFacts>[] = [
  {
    id: 'G1',
    level: 'H',
    source: pbl('9-1'),
    text: w(
      '{count|kommune|kommuner} er invitert. Et samarbeid trenger minst to.',
      '{count|kommune|kommunar} er invitert. Eit samarbeid treng minst to.',
      '{count|municipality|municipalities} invited. A cooperation needs at least two.',
    ),
    way: w('Inviter flere kommuner.', 'Inviter fleire kommunar.', 'Invite more municipalities.'),
    check: ({ context, facts }) => {
      const count = Math.max(context.invited.length, facts.participants.length)
      return count < 2 ? { values: { count } } : undefined
    },
  },
  {
    id: 'G2',
    level: 'S',
    source: agreed,
    text: w(
      'Disse har ikke svart på invitasjonen: {names}.',
      'Desse har ikkje svara på invitasjonen: {names}.',
      'These have not answered the invitation: {names}.',
    ),
    check: (a) => {
      const { unanswered } = joint(a)
      return unanswered.length > 0 ? { values: { names: list(unanswered) } } : undefined
    },
  },
  {
    id: 'G3',
    level: 'S',
    source: practice,
    text: w(
      'Kunnskapsgrunnlaget er ikke lagt ved, eller oversikten over folkehelsen mangler.',
      'Kunnskapsgrunnlaget er ikkje lagt ved, eller oversikta over folkehelsa manglar.',
      'The knowledge base is not attached, or a public-health overview is missing.',
    ),
    check: ({ facts: { knowledgeBase } }) =>
      knowledgeBase.attached && knowledgeBase.overviewsMissing.length === 0 ? undefined : {},
  },
  {
    id: 'G4',
    level: 'S',
    source: practice,
    text: w(
      '{count|kommentar|kommentarer} merket «må løses» i fellesdelen er ikke løst.',
      '{count|kommentar|kommentarar} merkte «må løysast» i fellesdelen er ikkje løyste.',
      '{count|comment|comments} marked “must be settled” in the common part not resolved.',
    ),
    check: ({ facts: { openMusts } }) =>
      openMusts > 0 ? { values: { count: openMusts } } : undefined,
  },
  {
    id: 'G5',
    level: 'B',
    source: w('språklova § 3', 'språklova § 3', 'Language Act § 3'),
    text: w(
      'Fellesdelen er ikke hel på begge målformer: {missing|avsnitt|avsnitt} mangler, {machine|avsnitt|avsnitt} er maskinutkast, {outdated|avsnitt|avsnitt} er utdatert.',
      'Fellesdelen er ikkje heil på begge målformer: {missing|avsnitt|avsnitt} manglar, {machine|avsnitt|avsnitt} er maskinutkast, {outdated|avsnitt|avsnitt} er utdaterte.',
      'The common part is not whole in both written languages: {missing|paragraph|paragraphs} missing, {machine|machine draft|machine drafts}, {outdated|outdated|outdated}.',
    ),
    way: w('Kontroller oversettelsen.', 'Kontroller omsetjinga.', 'Check the translation.'),
    check: ({ facts: { language } }) =>
      language.missing + language.machine + language.outdated > 0
        ? {
            values: {
              missing: language.missing,
              machine: language.machine,
              outdated: language.outdated,
            },
          }
        : undefined,
  },
  {
    id: 'G23',
    level: 'S',
    source: w('språklova § 3', 'språklova § 3', 'Language Act § 3'),
    text: w(
      '{count|avsnitt|avsnitt} i fellesdelen har ikke noe motstykke på den andre målformen.',
      '{count|avsnitt|avsnitt} i fellesdelen har ikkje noko motstykke på den andre målforma.',
      '{count|paragraph|paragraphs} in the common part without a counterpart in the other written language.',
    ),
    way: w(
      'Se over at ingenting mangler.',
      'Sjå over at ingenting manglar.',
      'Look through that nothing is missing.',
    ),
    check: ({ facts: { language } }) =>
      (language.unpaired ?? 0) > 0 ? { values: { count: language.unpaired! } } : undefined,
  },
  {
    id: 'G6',
    level: 'H',
    source: record,
    text: w(
      '{count|forslag|forslag} i fellesdelen er verken godtatt eller avvist{whereNb}.',
      '{count|framlegg|framlegg} i fellesdelen er verken godtekne eller avviste{whereNn}.',
      '{count|suggestion|suggestions} in the common part neither accepted nor rejected{whereNb}.',
    ),
    way: w('Godta eller avvis dem.', 'Godta eller avvis dei.', 'Accept or reject them.'),
    check: ({ facts }) =>
      facts.openSuggestions > 0 ? { values: suggestedValues(facts) } : undefined,
  },
  {
    id: 'G7',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Listen over høringsinstanser er tom.',
      'Lista over høyringsinstansar er tom.',
      'The list of consultees is empty.',
    ),
    way: w(
      'Ta med stat, region og hver nabokommune, også dem utenfor samarbeidet.',
      'Ta med stat, region og kvar nabokommune, òg dei utanfor samarbeidet.',
      'Include state, region and every neighbour, also those outside the cooperation.',
    ),
    check: ({ facts }) => (facts.consultees === 0 ? {} : undefined),
  },
  {
    id: 'G8',
    level: 'S',
    source: agreed,
    text: w(
      'Styringsgruppens beslutning om dette er ikke registrert.',
      'Avgjerda til styringsgruppa om dette er ikkje registrert.',
      'The steering group’s decision on this is not recorded.',
    ),
    way: w('Registrer den med dato.', 'Registrer ho med dato.', 'Record it with its date.'),
    check: ({ context }) => {
      const since = context.phaseOn ?? ''
      return context.steering.some((d) => d.on >= since) ? undefined : {}
    },
  },
  {
    id: 'G9',
    level: 'B',
    source: pbl('10-1'),
    text: w(
      'Disse har alt gjort forslaget offentlig: {names}.',
      'Desse har alt gjort framlegget offentleg: {names}.',
      'These have already made the proposal public: {names}.',
    ),
    way: w(
      'Start heller en ny runde. Da bestemmer hver kommune over sin egen høring.',
      'Start heller ein ny runde. Då avgjer kvar kommune over si eiga høyring.',
      'Start a new round instead. Then each municipality decides on its own consultation.',
    ),
    check: ({ facts }) => {
      const out = facts.participants.filter((p) =>
        ['open', 'closed', 'council', 'adopted'].includes(groupOf(p)),
      )
      return out.length > 0 ? { values: { names: list(out) } } : undefined
    },
  },
  {
    id: 'G10',
    level: 'B',
    source: agreed,
    text: w(
      'Høringen er ikke avsluttet hos: {names}.',
      'Høyringa er ikkje avslutta hos: {names}.',
      'The consultation is not closed in: {names}.',
    ),
    way: w(
      'De kan gå videre senere. Én kommune trenger ikke holde igjen de andre.',
      'Dei kan gå vidare seinare. Éin kommune treng ikkje halde att dei andre.',
      'They can go on later. One need not hold back the others.',
    ),
    check: ({ facts }) => {
      const late = facts.participants.filter((p) => ['before', 'open'].includes(groupOf(p)))
      return late.length > 0 ? { values: { names: list(late) } } : undefined
    },
  },
  {
    id: 'G11',
    level: 'H',
    source: pbl('10-1'),
    text: w(
      '{count|endring|endringer} siden høringsutkastet er ikke klassifisert.',
      '{count|endring|endringar} sidan høyringsutkastet er ikkje klassifiserte.',
      '{count|change|changes} since the consultation draft not classified.',
    ),
    way: w(
      'Merk hver endring som redaksjonell eller vesentlig.',
      'Merk kvar endring som redaksjonell eller vesentleg.',
      'Mark each change editorial or material.',
    ),
    check: ({ step }) => {
      const count = changeKinds(step.input.changes).filter((k) => k === undefined).length
      return count > 0 ? { values: { count }, field: 'changes' } : undefined
    },
  },
  {
    id: 'G12',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Forslaget er endret vesentlig. Hver kommune må gjøre det offentlig på nytt minst 30 dager før møtet sitt.',
      'Framlegget er endra vesentleg. Kvar kommune må gjere det offentleg på nytt minst 30 dagar før møtet sitt.',
      'The proposal is changed materially. Each municipality must make it public again at least 30 days before its meeting.',
    ),
    check: ({ step }) => (changeKinds(step.input.changes).includes('material') ? {} : undefined),
  },
  {
    id: 'G13',
    level: 'H',
    source: pbl('10-1'),
    text: w(
      'Disse kommunestyrene har alt vedtatt: {names}.',
      'Desse kommunestyra har alt vedteke: {names}.',
      'These councils have already adopted: {names}.',
    ),
    way: w(
      'Start harmonisering, eller sett sluttdato.',
      'Start harmonisering, eller set sluttdato.',
      'Open harmonisation, or set a closing date.',
    ),
    check: ({ facts }) => {
      const done = facts.participants.filter((p) => groupOf(p) === 'adopted')
      return done.length > 0 ? { values: { names: list(done) } } : undefined
    },
  },
  {
    id: 'G14',
    level: 'H',
    source: agreed,
    text: w(
      'Ingen vedtak er klassifisert som avvik i fellesdelen.',
      'Ingen vedtak er klassifiserte som avvik i fellesdelen.',
      'No decision is classified as deviating in the common part.',
    ),
    check: (a) => (joint(a).deviating.length === 0 ? {} : undefined),
  },
  {
    id: 'G15',
    level: 'B',
    source: agreed,
    text: w(
      'Planstrategien gjelder fortsatt hos: {names}.',
      'Planstrategien gjeld framleis hos: {names}.',
      'The strategy still stands in: {names}.',
    ),
    way: w(
      'Vent til alle har erstattet den, eller til valgperioden er over.',
      'Vent til alle har erstatta han, eller til valperioden er over.',
      'Wait until all have replaced it, or until the term has ended.',
    ),
    check: ({ facts }) => {
      const still = facts.participants.filter((p) => groupOf(p) !== 'out' && p.state !== 'K140')
      return facts.termEnded || still.length === 0 ? undefined : { values: { names: list(still) } }
    },
  },
  {
    id: 'G16',
    level: 'H',
    source: pbl('10-1'),
    text: w(
      'Fellesarbeidet kan ikke stanses: disse kommunestyrene har vedtatt: {names}.',
      'Fellesarbeidet kan ikkje stansast: desse kommunestyra har vedteke: {names}.',
      'The joint work cannot be stopped: these councils have adopted: {names}.',
    ),
    way: w('Sett sluttdato i stedet.', 'Set sluttdato i staden.', 'Set a closing date instead.'),
    check: ({ facts }) => {
      const done = facts.participants.filter((p) => groupOf(p) === 'adopted')
      return done.length > 0 ? { values: { names: list(done) } } : undefined
    },
  },
  {
    id: 'G17',
    level: 'H',
    source: record,
    text: w(
      'Kommunen er alt invitert.',
      'Kommunen er alt invitert.',
      'The municipality is already invited.',
    ),
    check: ({ context, step }) =>
      context.invited.some((i) => i.municipality === step.input.municipality)
        ? { field: 'municipality' }
        : undefined,
  },
  {
    id: 'G18',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Hver kommune må da oppfylle plikten alene. Alle får beskjed.',
      'Kvar kommune må då oppfylle plikta åleine. Alle får beskjed.',
      'Each municipality must then fulfil the duty alone. All are told.',
    ),
    check: () => ({}),
  },
  {
    id: 'G19',
    level: 'H',
    source: record,
    text: w(
      'Teksten kunne ikke låses.',
      'Teksten kunne ikkje låsast.',
      'The text could not be frozen.',
    ),
    check: ({ facts, acting }) => (acting && facts.frozen === null ? {} : undefined),
  },
  {
    id: 'G20',
    level: 'S',
    source: practice,
    text: w(
      'Sluttdatoen {on} er passert.',
      'Sluttdatoen {on} er passert.',
      'The closing date {on} has passed.',
    ),
    check: ({ step, today }) => {
      const on = step.input.on
      return typeof on === 'string' && on < today ? { values: { on }, field: 'on' } : undefined
    },
  },
  {
    id: 'G21',
    level: 'S',
    source: agreed,
    text: w(
      'Disse har vedtatt en tidligere versjon og avgjør selv om de vil behandle saken på nytt: {names}.',
      'Desse har vedteke ein tidlegare versjon og avgjer sjølve om dei vil handsame saka på nytt: {names}.',
      'These adopted an earlier version and decide themselves whether to treat it again: {names}.',
    ),
    check: ({ facts }) => {
      const done = facts.participants.filter((p) => groupOf(p) === 'adopted')
      return done.length > 0 ? { values: { names: list(done) } } : undefined
    },
  },
  {
    id: 'G22',
    level: 'B',
    source: readable,
    text: w(
      '{count|bilde|bilder} i fellesdelen mangler beskrivelse for dem som ikke ser{whereNb}.',
      '{count|bilete|bilete} i fellesdelen manglar skildring for dei som ikkje ser{whereNn}.',
      '{count|picture|pictures} in the common part lacking a description for those who do not see{whereNb}.',
    ),
    way: w(
      'Skriv hva bildene viser, eller merk dem som pynt.',
      'Skriv kva bileta viser, eller merk dei som pynt.',
      'Write what the pictures show, or mark them as decoration.',
    ),
    check: ({ facts }) => undescribedValues(facts),
  },
]
