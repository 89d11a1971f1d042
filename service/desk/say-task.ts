// A task in words: what is asked, why, and the name of its one button.
import type { Lang } from '../../workflows/lang.ts'
import { eventLabel } from '../../workflows/words.ts'
import { dateText } from '../pages/dates.ts'
import { count as countOf, listed, words } from '../pages/words.ts'
import { jointSentence } from './joint-sentence.ts'
import type { Desk, Track } from './desk.ts'
import { sayMargin } from './say-margin.ts'
import type { Task } from './tasks.ts'

export type SaidTask = { title: string; why: string; button: string }

export function sayTask(task: Task, desk: Desk): SaidTask {
  const { lang } = desk
  const t = words(lang)
  const name = task.track?.name ?? ''
  const count = task.count ?? 0
  switch (task.kind) {
    case 'act':
      return sayAwaited(task, desk)
    case 'answer':
      return {
        title: t(
          `Svar på ${count} innspill`,
          `Svar på ${count} innspel`,
          `Answer ${count} submissions`,
        ),
        why: t(
          `Hvert innspill til ${name} skal ha vurdering og utfall før saken går videre.`,
          `Kvart innspel til ${name} skal ha vurdering og utfall før saka går vidare.`,
          `Each submission to ${name} needs an assessment and an outcome before the case moves on.`,
        ),
        button: t('Åpne innspillene', 'Opne innspela', 'Open the submissions'),
      }
    case 'answer-joint':
      return {
        title: t(
          `Svar på ${count} innspill til fellesdelen`,
          `Svar på ${count} innspel til fellesdelen`,
          `Answer ${count} submissions on the joint part`,
        ),
        why: t(
          'Ett svar på et felles punkt gjelder for alle kommunene som har fått det.',
          'Eitt svar på eit felles punkt gjeld for alle kommunane som har fått det.',
          'One answer to a joint point counts for every municipality that received it.',
        ),
        button: t('Åpne innspillene', 'Opne innspela', 'Open the submissions'),
      }
    case 'write-joint':
      return {
        title: t('Skriv i fellesdelen', 'Skriv i fellesdelen', 'Write the joint part'),
        why: t(
          'Teksten er åpen for koordinatoren og planleggerne i alle kommunene.',
          'Teksten er open for koordinatoren og planleggarane i alle kommunane.',
          'The text is open to the coordinator and the planners of every municipality.',
        ),
        button: t('Åpne teksten', 'Opne teksten', 'Open the text'),
      }
    case 'write-own':
      return {
        title: t(
          `Skriv kommunedelen for ${name}`,
          `Skriv kommunedelen for ${name}`,
          `Write the own part of ${name}`,
        ),
        why: t(
          'Kommunedelen låses når den går til førstegangsbehandling.',
          'Kommunedelen blir låst når han går til førstegongshandsaming.',
          'The own part is frozen when it goes to first treatment.',
        ),
        button: t('Åpne teksten', 'Opne teksten', 'Open the text'),
      }
    case 'work-in':
      return {
        title: t(
          'Arbeid inn kommunestyrets endringer',
          'Arbeid inn endringane frå kommunestyret',
          'Work in the council’s changes',
        ),
        why: t(
          'Vedtaket står med ord til endringene er arbeidet inn og bekreftet av kommunedirektøren.',
          'Vedtaket står med ord til endringane er arbeidde inn og stadfeste av kommunedirektøren.',
          'The decision stands in words until the changes are worked in and confirmed by the chief executive.',
        ),
        button: t(
          'Åpne den vedtatte teksten',
          'Opne den vedtekne teksten',
          'Open the adopted text',
        ),
      }
    case 'year':
      return {
        title: t(
          `Kommunestyret i ${name} må ha vedtatt strategien`,
          `Kommunestyret i ${name} må ha vedteke strategien`,
          `The council of ${name} must have adopted the strategy`,
        ),
        why: sayYear(task.track!, lang),
        button: t('Åpne saken', 'Opne saka', 'Open the case'),
      }
    case 'clear':
      return sayToClear(task, lang)
    case 'amendments':
      return {
        title:
          count === 1
            ? t('Svar på et endringsforslag', 'Svar på eit endringsframlegg', 'Answer an amendment')
            : t(
                `Svar på ${count} endringsforslag`,
                `Svar på ${count} endringsframlegg`,
                `Answer ${count} amendments`,
              ),
        why: t(
          'Noen har foreslått endringer i en tekst du skriver i, og venter på svar.',
          'Nokon har føreslått endringar i ein tekst du skriv i, og ventar på svar.',
          'Somebody has suggested changes in a text you write, and waits for an answer.',
        ),
        button: t('Åpne forslagene', 'Opne framlegga', 'Open the amendments'),
      }
    case 'help':
      return {
        title: t(
          `Hjelp ${listed(task.names ?? [], lang)}`,
          `Hjelp ${listed(task.names ?? [], lang)}`,
          `Help ${listed(task.names ?? [], lang)}`,
        ),
        why: t(
          'Datoene går ikke opp slik de er satt nå.',
          'Datoane går ikkje opp slik dei er sette no.',
          'The dates do not add up as they are set now.',
        ),
        button: t('Åpne tavlen', 'Opne tavla', 'Open the board'),
      }
    default:
      return {
        title: t(
          `${count} brev kom ikke fram`,
          `${count} brev kom ikkje fram`,
          `${count} letters did not arrive`,
        ),
        why: t(
          'Planvev har prøvd mange ganger. Se hva som er galt, og send dem på nytt.',
          'Planvev har prøvd mange gonger. Sjå kva som er gale, og send dei på nytt.',
          'Planvev has tried many times. See what is wrong and send them again.',
        ),
        button: t('Åpne utboksen', 'Opne utboksen', 'Open the outbox'),
      }
  }
}

function sayAwaited({ type = '', track }: Task, desk: Desk): SaidTask {
  const { lang } = desk
  const t = words(lang)
  const kind = track ? 'participation' : 'strategy'
  const button =
    type.startsWith('record-') || type === 'join'
      ? t('Registrer', 'Registrer', 'Record')
      : t('Åpne', 'Opne', 'Open')
  const title = eventLabel(kind, type, lang)
  if (!track) return { title, why: sayJointWhy(type, desk), button }
  return { title, why: sayWhy(type, track, lang), button }
}

function sayJointWhy(type: string, desk: Desk): string {
  const t = words(desk.lang)
  if (type === 'freeze-consultation-draft' || type === 'freeze-final-proposal') {
    return t(
      'Når styringsgruppen har bestemt det. Teksten kan ikke skrives i etterpå.',
      'Når styringsgruppa har avgjort det. Teksten kan ikkje skrivast i etterpå.',
      'Once the steering group has decided. The text cannot be written in afterwards.',
    )
  }
  return jointSentence(desk.joint.state, desk.chapters, desk.lang)
}

function sayWhy(type: string, track: Track, lang: Lang): string {
  const t = words(lang)
  const { name } = track
  const why: Record<string, string> = {
    join: t(
      `${name} er invitert. Det første som skjer, er at kommunen bestemmer seg for å delta.`,
      `${name} er invitert. Det første som skjer, er at kommunen avgjer om han vil delta.`,
      `${name} is invited. The first thing is to decide to take part.`,
    ),
    'start-own-part': t(
      'Da åpnes kommunedelen for planleggerne i kommunen.',
      'Då blir kommunedelen open for planleggarane i kommunen.',
      'The own part then opens for the municipality’s planners.',
    ),
    'choose-master-plan': t(
      'Valget om samfunnsdelen og arealdelen må være med i vedtaket (pbl § 10-1).',
      'Valet om samfunnsdelen og arealdelen må vere med i vedtaket (pbl § 10-1).',
      'The choice for the societal and land-use parts must be in the decision (pbl § 10-1).',
    ),
    'freeze-own-part': t(
      'Gjøres når kommunedelen er ferdig skrevet.',
      'Blir gjort når kommunedelen er ferdig skriven.',
      'When the own part is written.',
    ),
    'record-first-treatment': t(
      'Gjøres når møtet er holdt.',
      'Blir gjort når møtet er halde.',
      'When the meeting has been held.',
    ),
    'record-publication': t(
      'De 30 dagene begynner å løpe når forslaget er gjort offentlig.',
      'Dei 30 dagane byrjar å gå når framlegget er gjort offentleg.',
      'The 30 days begin when the proposal is made public.',
    ),
    'record-recommendation': t(
      'Gjøres når møtet er holdt.',
      'Blir gjort når møtet er halde.',
      'When the meeting has been held.',
    ),
    'record-decision': t(
      'Gjøres når kommunestyret har møtt.',
      'Blir gjort når kommunestyret har møtt.',
      'When the council has met.',
    ),
    'schedule-council': ended(sayMargin(track, lang)),
    'record-announcement': t(
      'Vedtaket skal kunngjøres og sendes til statsforvalteren og fylkeskommunen.',
      'Vedtaket skal kunngjerast og sendast til statsforvaltaren og fylkeskommunen.',
      'The decision is announced and sent to the county governor and the county.',
    ),
    'confirm-adopted-text': t(
      'Endringene må være arbeidet inn før vedtaket kan kunngjøres.',
      'Endringane må vere arbeidde inn før vedtaket kan kunngjerast.',
      'The changes must be worked in before the decision is announced.',
    ),
    resume: t(
      'Velg om saken går tilbake til skriving, merknadsbehandling eller innstilling.',
      'Vel om saka går tilbake til skriving, merknadshandsaming eller innstilling.',
      'Choose whether the case goes back to drafting, to the submissions or for recommendation.',
    ),
    'submit-for-first-treatment': t(
      'Kommunedelen er låst og klar for møtet.',
      'Kommunedelen er låst og klar for møtet.',
      'The own part is frozen and ready for the meeting.',
    ),
    'start-treating': t(
      'Høringsfristen er gått ut.',
      'Høyringsfristen er gått ut.',
      'The consultation deadline has passed.',
    ),
    'submit-for-recommendation': t(
      'Gjøres når alle innspill har fått svar.',
      'Blir gjort når alle innspel har fått svar.',
      'When every submission has its answer.',
    ),
    'fix-planning-programme': t(
      'Planprogrammet er et eget vedtak (pbl § 11-13).',
      'Planprogrammet er eit eige vedtak (pbl § 11-13).',
      'The planning programme is a decision of its own (pbl § 11-13).',
    ),
    'classify-decision': t(
      'De andre kommunene trenger å vite om dette er et avvik i fellesdelen.',
      'Dei andre kommunane treng å vite om dette er eit avvik i fellesdelen.',
      'The others need to know whether this deviates from the joint part.',
    ),
  }
  return why[type] ?? ''
}

function sayYear(track: Track, lang: Lang): string {
  const t = words(lang)
  const { constitutedOn } = track.facts.settings
  const margin = sayMargin(track, lang)
  if (!constitutedOn) {
    return `${t(
      'Datoen for konstituerende møte er ikke satt, så fristen er et anslag.',
      'Datoen for konstituerande møte er ikkje sett, så fristen er eit anslag.',
      'The constituting meeting is not set, so the limit is an estimate.',
    )} ${ended(margin)}`
  }
  const day = dateText(constitutedOn, lang)
  return `${t(
    `Ett år etter konstituerende møte ${day}.`,
    `Eitt år etter konstituerande møte ${day}.`,
    `One year after the constituting meeting of ${day}.`,
  )} ${ended(margin)}`
}

/// One full stop, also after an abbreviated month.
const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`)

/// `Klarer sju uendrede kapitler for Øyer`.
function sayToClear({ track, count: n = 0, unchanged, on }: Task, lang: Lang): SaidTask {
  const t = words(lang)
  const name = track?.name ?? ''
  const many = countOf(n, lang)
  const one = n === 1
  const title = unchanged
    ? t(
        `Klarer ${one ? 'ett uendret kapittel' : `${many} uendrede kapitler`} for ${name}`,
        `Klarer ${one ? 'eitt uendra kapittel' : `${many} uendra kapittel`} for ${name}`,
        `Clear ${one ? 'one unchanged chapter' : `${many} unchanged chapters`} for ${name}`,
      )
    : t(
        `Les og klarer ${one ? 'ett kapittel' : `${many} kapitler`} for ${name}`,
        `Les og klarer ${one ? 'eitt kapittel' : `${many} kapittel`} for ${name}`,
        `Read and clear ${one ? 'one chapter' : `${many} chapters`} for ${name}`,
      )
  const until = on ? dateText(on, lang) : ''
  return {
    title,
    why: t(
      `Mandatet ditt gjelder til og med ${until}. En klarering er ingen beslutning.`,
      `Mandatet ditt gjeld til og med ${until}. Ei klarering er inga avgjerd.`,
      `Your mandate runs until ${until}. A clearance is no decision.`,
    ),
    button: t('Åpne klareringen', 'Opne klareringa', 'Open the clearance'),
  }
}
