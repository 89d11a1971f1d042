// One sentence an act, as it stands in the journal and under "last acts": what was done, in the past tense, with the
// date, body and number that were registered. Names of people are the page's affair.
import type { Json, ProcessKind } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { choiceLabel, eventDone, eventLabel, stateLabel } from '../../workflows/words.ts'
import { dateText } from '../pages/dates.ts'
import { words, type Say } from '../pages/words.ts'

/// An act as the journal keeps it: `input` with dates and choices, `details` with the free words by path. Details
/// that were erased are simply not there.
export type SaidAct = {
  type: string
  input: { [key: string]: Json }
  details: { [path: string]: string }
  /// Name of the municipality an invitation names.
  named?: string | undefined
}

/// The sentence, ending in a full stop.
export function sayAct(kind: ProcessKind, act: SaidAct, lang: Lang): string {
  const sentence = sentences[act.type]
  return sentence
    ? tidy(sentence(words(lang), reader(act, lang)))
    : tidy(eventDone(kind, act.type, lang))
}

type Reader = {
  /// A date of the input as text; empty when it is not there.
  day(field: string): string
  /// A plain or free text.
  text(field: string): string
  body(field?: string): string
  /// ` (sak 12/28)` or nothing.
  caseNumber: string
  choice(field: string): string
  /// A joint state's name.
  state(code: string): string
  /// A joint act's name, verb first.
  act(type: string): string
  named: string
  /// `: the reason` or nothing.
  because: string
}

type Sentence = (t: Say, a: Reader) => string

const sentences: Record<string, Sentence> = {
  join: (t, a) =>
    t(
      `Kommunen deltar${by(t, a)}${a.caseNumber}.`,
      `Kommunen deltek${by(t, a)}${a.caseNumber}.`,
      `The municipality takes part${by(t, a)}${a.caseNumber}.`,
    ),
  'go-alone': (t, a) =>
    t(
      'Kommunen går sin egen vei',
      'Kommunen går sin eigen veg',
      'The municipality goes its own way',
    ) + tail(a.text('note')),
  'start-own-part': (t) =>
    t(
      'Arbeidet med kommunedelen er i gang.',
      'Arbeidet med kommunedelen er i gang.',
      'Work on the municipality’s own part has begun.',
    ),
  'choose-master-plan': (t, a) =>
    t(
      `Valget om kommuneplanen: samfunnsdelen ${extent(t, a.choice('societal'))}, arealdelen ${extent(t, a.choice('landUse'))}.`,
      `Valet om kommuneplanen: samfunnsdelen ${extent(t, a.choice('societal'))}, arealdelen ${extent(t, a.choice('landUse'))}.`,
      `The master plan: societal part ${extent(t, a.choice('societal'))}, land-use part ${extent(t, a.choice('landUse'))}.`,
    ),
  'freeze-own-part': (t) =>
    t('Kommunedelen er låst.', 'Kommunedelen er låst.', 'The municipality’s own part is frozen.'),
  'classify-changes': (t, a) =>
    t(
      `Endringene er regnet som ${weight(t, a.choice('kind'))}.`,
      `Endringane er rekna som ${weight(t, a.choice('kind'))}.`,
      `The changes count as ${weight(t, a.choice('kind'))}.`,
    ),
  'submit-for-first-treatment': (t, a) =>
    t(
      'Sendt til førstegangsbehandling',
      'Sendt til førstegongshandsaming',
      'Sent to first treatment',
    ) + on(t, a.day('meetingOn')),
  'record-first-treatment': (t, a) => firstTreatment(t, a) + a.caseNumber + a.because,
  recall: (t, a) =>
    t('Saken er trukket tilbake', 'Saka er trekt tilbake', 'The case was recalled') + a.because,
  'record-publication': (t, a) =>
    t(
      `Forslaget er kunngjort ${a.day('publishedOn')}${a.day('deadlineOn') && `, med frist ${a.day('deadlineOn')}`}.`,
      `Framlegget er kunngjort ${a.day('publishedOn')}${a.day('deadlineOn') && `, med frist ${a.day('deadlineOn')}`}.`,
      `The proposal was made public ${a.day('publishedOn')}${a.day('deadlineOn') && `, deadline ${a.day('deadlineOn')}`}.`,
    ),
  'record-asking': (t) =>
    t(
      'Det er ført inn hvem som er spurt tidligere.',
      'Det er ført inn kven som er spurde tidlegare.',
      'Who was asked earlier is recorded.',
    ),
  'extend-deadline': (t, a) =>
    t(
      `Fristen er utsatt til ${a.day('deadlineOn')}`,
      `Fristen er utsett til ${a.day('deadlineOn')}`,
      `The deadline was extended to ${a.day('deadlineOn')}`,
    ) + a.because,
  'close-consultation': (t, a) =>
    t('Høringen er avsluttet', 'Høyringa er avslutta', 'The consultation was closed') + a.because,
  'reopen-consultation': (t, a) =>
    t(
      `Høringen er åpnet igjen, med frist ${a.day('deadlineOn')}`,
      `Høyringa er opna att, med frist ${a.day('deadlineOn')}`,
      `The consultation was reopened, deadline ${a.day('deadlineOn')}`,
    ) + a.because,
  'break-off-consultation': (t, a) =>
    t('Høringen er avbrutt', 'Høyringa er avbroten', 'The consultation was broken off') + a.because,
  'start-new-round': (t, a) =>
    t('Ny runde er satt i gang', 'Ny runde er sett i gang', 'A new round was begun') +
    a.caseNumber +
    a.because,
  'start-treating': (t) =>
    t(
      'Behandlingen av innspill er i gang.',
      'Handsaminga av innspel er i gang.',
      'Treatment of the submissions has begun.',
    ),
  'submit-for-recommendation': (t, a) =>
    t('Sendt til innstilling', 'Sendt til innstilling', 'Sent for recommendation') + a.because,
  'record-recommendation': (t, a) =>
    t(
      `Innstilling er gitt${by(t, a)}${a.caseNumber}`,
      `Innstilling er gitt${by(t, a)}${a.caseNumber}`,
      `A recommendation was given${by(t, a)}${a.caseNumber}`,
    ) + tail(a.text('text')),
  'return-to-treating': (t, a) =>
    t(
      'Sendt tilbake til merknadsbehandling',
      'Sendt tilbake til merknadshandsaming',
      'Returned to the treatment of submissions',
    ) + a.because,
  'schedule-council': (t, a) =>
    t(
      `Satt på sakslisten til kommunestyret ${a.day('meetingOn')}.`,
      `Sett på sakslista til kommunestyret ${a.day('meetingOn')}.`,
      `Put on the council’s agenda for ${a.day('meetingOn')}.`,
    ),
  'move-meeting': (t, a) =>
    t(
      `Møtet er flyttet til ${a.day('meetingOn')}`,
      `Møtet er flytta til ${a.day('meetingOn')}`,
      `The meeting was moved to ${a.day('meetingOn')}`,
    ) + a.because,
  'take-off-agenda': (t, a) =>
    t('Saken er tatt av sakslisten', 'Saka er teken av sakslista', 'Taken off the agenda') +
    (a.text('by') && t(` av ${a.text('by')}`, ` av ${a.text('by')}`, ` by ${a.text('by')}`)) +
    a.because,
  'record-decision': (t, a) => decision(t, a) + a.caseNumber + a.because,
  'confirm-adopted-text': (t) =>
    t(
      'Den vedtatte teksten er bekreftet.',
      'Den vedtekne teksten er stadfest.',
      'The adopted text was confirmed.',
    ),
  'classify-decision': (t, a) => {
    const as = a.choice('class')
    return t(
      `Vedtaket er regnet som ${{ identical: 'likelydende', editorial: 'likelydende med redaksjonelle rettinger', deviation: 'avvik i fellesdelen', 'deviation-point': 'avvik i et felles vedtakspunkt' }[as] ?? as}.`,
      `Vedtaket er rekna som ${{ identical: 'likelydande', editorial: 'likelydande med redaksjonelle rettingar', deviation: 'avvik i fellesdelen', 'deviation-point': 'avvik i eit felles vedtakspunkt' }[as] ?? as}.`,
      `The decision counts as ${{ identical: 'identical', editorial: 'identical with editorial corrections', deviation: 'a deviation in the joint part', 'deviation-point': 'a deviation in a joint operative point' }[as] ?? as}.`,
    )
  },
  resume: (t) =>
    t('Saken er tatt opp igjen.', 'Saka er teken opp att.', 'The case was taken up again.'),
  'treat-again': (t, a) =>
    t('Saken behandles på nytt', 'Saka blir handsama på nytt', 'The case is treated again') +
    a.because,
  'record-annulment': (t, a) =>
    t('Vedtaket er opphevet', 'Vedtaket er oppheva', 'The decision was annulled') +
    tail(a.text('reference')),
  'record-announcement': (t) =>
    t(
      'Vedtaket er kunngjort og oversendt.',
      'Vedtaket er kunngjort og oversendt.',
      'The decision was announced and sent.',
    ),
  'record-adjustment': (t, a) =>
    t(
      `Kommunestyret har justert strategien${a.caseNumber}.`,
      `Kommunestyret har justert strategien${a.caseNumber}.`,
      `The council adjusted the strategy${a.caseNumber}.`,
    ),
  'fix-planning-programme': (t, a) =>
    t(
      `Planprogrammet er fastsatt${by(t, a)}${a.caseNumber}.`,
      `Planprogrammet er fastsett${by(t, a)}${a.caseNumber}.`,
      `The planning programme was fixed${by(t, a)}${a.caseNumber}.`,
    ),
  'note-legality-review': (t) =>
    t(
      'Lovlighetskontroll er krevd.',
      'Lovlegkontroll er kravd.',
      'A review of legality was demanded.',
    ),
  'settle-legality-review': (t, a) =>
    a.choice('outcome') === 'annulled'
      ? t(
          'Lovlighetskontrollen er ferdig: vedtaket er opphevet.',
          'Lovlegkontrollen er ferdig: vedtaket er oppheva.',
          'The review of legality is done: the decision was annulled.',
        )
      : t(
          'Lovlighetskontrollen er ferdig: vedtaket står.',
          'Lovlegkontrollen er ferdig: vedtaket står.',
          'The review of legality is done: the decision stands.',
        ),
  withdraw: (t, a) =>
    t('Kommunen har trukket seg', 'Kommunen har trekt seg', 'The municipality withdrew') +
    a.because,
  'take-back-withdrawal': (t) =>
    t(
      'Kommunen er med igjen: uttrekket er tatt tilbake.',
      'Kommunen er med att: uttrekket er teke tilbake.',
      'The withdrawal was taken back.',
    ),
  correct: (t, a) =>
    t(
      `Linje ${a.text('entry')} i journalen er rettet`,
      `Linje ${a.text('entry')} i journalen er retta`,
      `Line ${a.text('entry')} of the journal was corrected`,
    ) + a.because,
  'deadline-passed': (t) =>
    t(
      'Høringsfristen er gått ut.',
      'Høyringsfristen er gått ut.',
      'The consultation deadline has passed.',
    ),
  'notice-ended': (t) =>
    t('Oppsigelsestiden er ute.', 'Oppseiingstida er ute.', 'The notice period has ended.'),
  'become-current': (t) =>
    t('Strategien er gjeldende.', 'Strategien er gjeldande.', 'The strategy is in force.'),
  replaced: (t) =>
    t(
      'Erstattet av en nyere planstrategi.',
      'Erstatta av ein nyare planstrategi.',
      'Replaced by a newer planning strategy.',
    ),
  invite: (t, a) =>
    t(
      `${a.named || 'En kommune'} er invitert.`,
      `${a.named || 'Ein kommune'} er invitert.`,
      `${a.named || 'A municipality'} was invited.`,
    ),
  'start-knowledge-base': (t) =>
    t(
      'Arbeidet med kunnskapsgrunnlaget er i gang.',
      'Arbeidet med kunnskapsgrunnlaget er i gang.',
      'Work on the knowledge base has begun.',
    ),
  'start-drafting': (t) =>
    t(
      'Fellesdelen er åpnet for skriving.',
      'Fellesdelen er opna for skriving.',
      'The joint part is open for writing.',
    ),
  'start-review': (t) =>
    t(
      'Felles kvalitetssikring er i gang.',
      'Felles kvalitetssikring er i gang.',
      'The joint review has begun.',
    ),
  'return-to-drafting': (t, a) =>
    t('Tilbake til utarbeiding', 'Tilbake til utarbeiding', 'Returned to drafting') + a.because,
  'record-steering-decision': (t, a) =>
    t(
      `Styringsgruppen har bestemt: ${steeringAbout(a)}`,
      `Styringsgruppa har avgjort: ${steeringAbout(a)}`,
      `The steering group decided: ${steeringAbout(a)}`,
    ) + (a.text('reference') && ` (${a.text('reference')})`),
  'freeze-consultation-draft': (t) =>
    t(
      'Fellesdelen er låst som høringsutkast.',
      'Fellesdelen er låst som høyringsutkast.',
      'The joint part is frozen as consultation draft.',
    ),
  'new-round': (t, a) =>
    t('Ny felles runde', 'Ny felles runde', 'A new joint round was begun') + a.because,
  'freeze-final-proposal': (t) =>
    t(
      'Fellesdelen er låst som endelig forslag.',
      'Fellesdelen er låst som endeleg framlegg.',
      'The joint part is frozen as final proposal.',
    ),
  'reopen-proposal': (t, a) =>
    t('Forslaget er åpnet igjen', 'Framlegget er opna att', 'The proposal was reopened') +
    a.because,
  'open-harmonisation': (t) =>
    t('Harmonisering er åpnet.', 'Harmonisering er opna.', 'Harmonisation was opened.'),
  'close-harmonisation': (t, a) =>
    a.choice('by') === 'accept'
      ? t(
          'Harmoniseringen er lukket: avvikene blir stående.',
          'Harmoniseringa er lukka: avvika blir ståande.',
          'Harmonisation was closed: the deviations stand.',
        )
      : t(
          'Harmoniseringen er lukket med en ny endelig versjon.',
          'Harmoniseringa er lukka med ein ny endeleg versjon.',
          'Harmonisation was closed with a new final version.',
        ),
  'set-closing-date': (t, a) =>
    t(
      `Sluttdato er satt til ${a.day('on')}.`,
      `Sluttdato er sett til ${a.day('on')}.`,
      `The closing date was set to ${a.day('on')}.`,
    ),
  'publish-compiled-edition': (t) =>
    t(
      'Samlet utgave er publisert.',
      'Samla utgåve er publisert.',
      'The compiled edition was published.',
    ),
  end: (t) => t('Arbeidet er avsluttet.', 'Arbeidet er avslutta.', 'The work has ended.'),
  stop: (t, a) =>
    t('Fellesarbeidet er stanset', 'Fellesarbeidet er stansa', 'The joint work was stopped') +
    a.because,
  'state-derived': (t, a) =>
    t(
      `Fellesarbeidet er nå her: ${a.state(a.text('to'))}.`,
      `Fellesarbeidet er no her: ${a.state(a.text('to'))}.`,
      `The joint work now stands at: ${a.state(a.text('to'))}.`,
    ),
}

function firstTreatment(t: Say, a: Reader): string {
  const body = a.body() || t('Utvalget', 'Utvalet', 'The body')
  switch (a.choice('outcome')) {
    case 'laid-out':
      return t(
        `${body} vedtok å sende forslaget på høring`,
        `${body} vedtok å sende framlegget på høyring`,
        `${body} approved the proposal for consultation`,
      )
    case 'delegated':
      return t(
        'Forslaget er sendt på høring etter delegert myndighet',
        'Framlegget er sendt på høyring etter delegert mynde',
        'The proposal was laid out by delegation',
      )
    case 'postponed':
      return t(`${body} utsatte saken`, `${body} utsette saka`, `${body} postponed the case`)
    case 'other-body':
      return t(
        `${body} sendte saken til et annet utvalg`,
        `${body} sende saka til eit anna utval`,
        `${body} sent the case to another body`,
      )
    default:
      return t(
        `${body} sendte saken tilbake`,
        `${body} sende saka tilbake`,
        `${body} sent the case back`,
      )
  }
}

function decision(t: Say, a: Reader): string {
  switch (a.choice('outcome')) {
    case 'unchanged':
      return t(
        'Kommunestyret vedtok strategien uendret',
        'Kommunestyret vedtok strategien utan endringar',
        'The council adopted the strategy unchanged',
      )
    case 'changed':
      return t(
        'Kommunestyret vedtok strategien med endringer',
        'Kommunestyret vedtok strategien med endringar',
        'The council adopted the strategy with changes',
      )
    case 'sent-back':
      return t(
        'Kommunestyret sendte saken tilbake',
        'Kommunestyret sende saka tilbake',
        'The council sent the case back',
      )
    case 'postponed': {
      const next = a.day('nextMeetingOn')
      return t(
        `Kommunestyret utsatte saken${next && ` til ${next}`}`,
        `Kommunestyret utsette saka${next && ` til ${next}`}`,
        `The council postponed the case${next && ` to ${next}`}`,
      )
    }
    default:
      return t(
        'Kommunestyret vedtok ikke strategien',
        'Kommunestyret vedtok ikkje strategien',
        'The council did not adopt the strategy',
      )
  }
}

/// What the steering group decided about: an act of ours by its name, anything else as it was written.
const steeringAbout = (a: Reader): string => {
  const about = a.text('about')
  const name = a.act(about)
  return name === about ? about : `«${name}»`
}

const by = (t: Say, a: Reader): string => {
  const body = a.body()
  return (
    body &&
    t(
      ` etter vedtak i ${lower(body)}`,
      ` etter vedtak i ${lower(body)}`,
      `, decided by the ${lower(body)}`,
    )
  )
}

const on = (t: Say, day: string): string =>
  day ? t(` til møtet ${day}`, ` til møtet ${day}`, ` for ${day}`) : ''

const tail = (text: string): string => (text ? `: ${text}` : '')

const extent = (t: Say, choice: string): string =>
  ({
    full: t('revideres helt', 'blir revidert heilt', 'fully revised'),
    partly: t('revideres delvis', 'blir revidert delvis', 'partly revised'),
    unchanged: t('videreføres uendret', 'blir vidareført uendra', 'kept unchanged'),
  })[choice] ?? choice

const weight = (t: Say, choice: string): string =>
  choice === 'material'
    ? t('vesentlige', 'vesentlege', 'material')
    : t('redaksjonelle', 'redaksjonelle', 'editorial')

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/// One full stop at the end, whatever the reason ended with.
const tidy = (text: string): string => `${text.trim().replace(/[.]+$/, '')}.`

function reader(act: SaidAct, lang: Lang): Reader {
  const text = (field: string): string => {
    const value = act.details[field] ?? act.input[field]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const caseNumber = text('caseNumber')
  const reason = text('reason')
  const sak = { nb: 'sak', nn: 'sak', en: 'case' }[lang]
  return {
    text,
    day: (field) => {
      const value = text(field)
      return /^\d{4}-\d\d-\d\d$/.test(value) ? dateText(value, lang) : ''
    },
    body: (field = 'body') => (text(field) ? choiceLabel('body', text(field), lang) : ''),
    choice: text,
    state: (code) => stateLabel('strategy', code, lang),
    act: (type) => eventLabel('strategy', type, lang),
    caseNumber: caseNumber && ` (${/^sak\b/i.test(caseNumber) ? '' : `${sak} `}${caseNumber})`,
    named: act.named ?? '',
    because: tail(reason),
  }
}
