// P: preparation. First treatment, language, package, who was asked, what was changed, what is put to the council.
import type { ParticipationFacts } from './facts.ts'
import type { ParticipationContext } from './participation-context.ts'
import { unclassified } from './publicity.ts'
import { agreed, koml, pbl, practice, readable, record, w, type Case, type Rule } from './rule.ts'
import { suggestedValues, undescribedValues } from './suggested.ts'

type A = Case<ParticipationContext, ParticipationFacts>

const usual = /^[A-Za-zÆØÅæøå-]{0,12}[ -]?\d{1,4}\/\d{1,6}(-\d{1,4})?$/
const phases = ['F10', 'F20', 'F30', 'F40', 'F50', 'F80']
const reached = (a: A, phase: string) =>
  phases.indexOf(a.facts.joint.phase) >= phases.indexOf(phase)
const advisory = (body: string) => /r[aå]d(et)?( |$)/i.test(body)

/// Who must be asked and is not named among those asked; `unknown` when the list is in words of its own.
function notAsked({ context, facts }: A): { missing: string[]; unknown: boolean } {
  const asked = new Set(context.asked.map((s) => s.toLowerCase()))
  const must = facts.settings.mustAsk
  const missing = must.filter((id) => !asked.has(id.toLowerCase()))
  return { missing, unknown: asked.size > 0 && must.length > 0 && missing.length === must.length }
}

export const preparationRules: Rule<ParticipationContext, ParticipationFacts>[] = [
  {
    id: 'P1',
    level: 'H',
    softForFacts: true,
    source: record,
    text: w(
      'Kommunedelen er ikke låst.',
      'Kommunedelen er ikkje låst.',
      'The municipal part is not frozen.',
    ),
    way: w(
      'Lås kommunedelen først.',
      'Lås kommunedelen først.',
      'Freeze the municipal part first.',
    ),
    check: ({ context, facts }) => (context.own || facts.edition?.own ? undefined : {}),
  },
  {
    id: 'P2',
    level: 'B',
    source: agreed,
    text: w(
      'Høringsutkastet til fellesdelen er ikke låst.',
      'Høyringsutkastet til fellesdelen er ikkje låst.',
      'The consultation draft of the common part is not frozen.',
    ),
    way: w(
      'Koordinatoren låser det når styringsgruppen har besluttet det.',
      'Koordinatoren låser det når styringsgruppa har avgjort det.',
      'The coordinator freezes it when the steering group has decided.',
    ),
    check: (a) => (reached(a, 'F50') ? undefined : {}),
  },
  {
    id: 'P3',
    level: 'B',
    source: w('språklova §§ 3 og 11', 'språklova §§ 3 og 11', 'Language Act §§ 3 and 11'),
    text: w(
      '{missing|avsnitt|avsnitt} mangler, {machine|avsnitt|avsnitt} er maskinutkast og {outdated|avsnitt|avsnitt} er utdatert i språkversjonen til kommunen.',
      '{missing|avsnitt|avsnitt} manglar, {machine|avsnitt|avsnitt} er maskinutkast og {outdated|avsnitt|avsnitt} er utdaterte i språkversjonen til kommunen.',
      '{missing|paragraph|paragraphs} missing, {machine|machine draft|machine drafts} and {outdated|outdated paragraph|outdated paragraphs} in the municipality’s language version.',
    ),
    way: w(
      'Kontroller oversettelsen avsnitt for avsnitt.',
      'Kontroller omsetjinga avsnitt for avsnitt.',
      'Check the translation paragraph by paragraph.',
    ),
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
    id: 'P4',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Det er ikke valgt hva som skal skje med kommuneplanen.',
      'Det er ikkje valt kva som skal skje med kommuneplanen.',
      'What to do with the master plan has not been chosen.',
    ),
    way: w(
      'Velg for samfunnsdelen og arealdelen. Valget må være med før sluttbehandlingen.',
      'Vel for samfunnsdelen og arealdelen. Valet må vere med før slutthandsaminga.',
      'Choose for the societal and the land-use part. It must be there before the council decides.',
    ),
    check: ({ context }) => (context.masterPlan ? undefined : {}),
  },
  {
    id: 'P5',
    level: 'B',
    source: pbl('10-1'),
    text: w(
      'Kommunestyret skal ta stilling til om kommuneplanen skal revideres, og valget mangler.',
      'Kommunestyret skal ta stilling til om kommuneplanen skal reviderast, og valet manglar.',
      'The council must decide whether the master plan is to be revised, and the choice is missing.',
    ),
    way: w(
      'Velg for samfunnsdelen og arealdelen.',
      'Vel for samfunnsdelen og arealdelen.',
      'Choose for the societal and the land-use part.',
    ),
    check: ({ context }) => (context.masterPlan ? undefined : {}),
  },
  {
    id: 'P6',
    level: 'S',
    source: practice,
    text: w(
      'Kommunen har satt opp {expected} til førstegangsbehandling, ikke {body}.',
      'Kommunen har sett opp {expected} til førstegongshandsaming, ikkje {body}.',
      'The municipality has set {expected} for first treatment, not {body}.',
    ),
    check: ({ step, facts }) => {
      const expected = facts.settings.firstTreatmentBody
      const body = step.input.body
      if (expected === null || typeof body !== 'string') return
      if (body.toLowerCase() === expected.toLowerCase()) return
      return { values: { expected, body }, field: 'body' }
    },
  },
  {
    id: 'P7',
    level: 'S',
    source: koml('11-4'),
    text: w('Saksnummeret mangler.', 'Saksnummeret manglar.', 'The case number is missing.'),
    way: w('Det kan ettersendes.', 'Det kan ettersendast.', 'It can be added later.'),
    check: ({ step }) =>
      step.input.caseNumber === undefined ? { field: 'caseNumber' } : undefined,
  },
  {
    id: 'P8',
    level: 'S',
    source: practice,
    text: w(
      'Saksnummeret «{caseNumber}» har en uvanlig form. Det er lov å lagre.',
      'Saksnummeret «{caseNumber}» har ei uvanleg form. Det er lov å lagre.',
      'The case number “{caseNumber}” looks unusual. It may be stored.',
    ),
    way: w('Vanlig er «47/28».', 'Vanleg er «47/28».', 'Usual is “47/28”.'),
    check: ({ step }) => {
      const caseNumber = step.input.caseNumber
      if (typeof caseNumber !== 'string' || usual.test(caseNumber.trim())) return
      return { values: { caseNumber }, field: 'caseNumber' }
    },
  },
  {
    id: 'P9',
    level: 'S',
    source: koml('11-4'),
    text: w(
      'Vedtakets ordlyd er ikke ført inn.',
      'Ordlyden i vedtaket er ikkje ført inn.',
      'The wording of the resolution is not recorded.',
    ),
    way: w('Den kan ettersendes.', 'Han kan ettersendast.', 'It can be added later.'),
    check: ({ step }) => (step.input.text === undefined ? { field: 'text' } : undefined),
  },
  {
    id: 'P10',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Nettadressen der forslaget er offentlig, mangler.',
      'Nettadressa der framlegget er offentleg, manglar.',
      'The address where the proposal is public is missing.',
    ),
    check: ({ step }) => (step.input.url === undefined ? { field: 'url' } : undefined),
  },
  {
    id: 'P11',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Det er ikke registrert hvem forslaget er sendt til.',
      'Det er ikkje registrert kven framlegget er sendt til.',
      'Whom the proposal was sent to is not recorded.',
    ),
    way: w(
      'Statlige og regionale organer og hver nabokommune skal ha fått uttale seg.',
      'Statlege og regionale organ og kvar nabokommune skal ha fått uttale seg.',
      'State and regional bodies and every neighbour must have been asked.',
    ),
    check: ({ step, context }) =>
      step.input.consultees === undefined && context.asked.length === 0
        ? { field: 'consultees' }
        : undefined,
  },
  {
    id: 'P12',
    level: 'B',
    source: pbl('10-1'),
    text: w(
      'Det er ikke registrert at disse har fått uttale seg: {missing}.',
      'Det er ikkje registrert at desse har fått uttale seg: {missing}.',
      'It is not recorded that these were asked: {missing}.',
    ),
    way: w(
      'Registrer når de ble spurt, også om det var ved oppstart eller i planforum.',
      'Registrer når dei vart spurde, òg om det var ved oppstart eller i planforum.',
      'Record when they were asked, also if it was at the start or in the planning forum.',
    ),
    check: (a) => {
      const { missing, unknown } = notAsked(a)
      if (unknown || missing.length === 0) {
        const nobody = a.context.asked.length === 0
        return nobody && a.facts.settings.mustAsk.length === 0
          ? { values: { missing: 'statsforvalter, fylkeskommune, nabokommuner' } }
          : undefined
      }
      return { values: { missing: missing.join(', ') } }
    },
  },
  {
    id: 'P13',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Forslaget til vedtak eller valget om kommuneplanen er ikke med i det som er offentlig.',
      'Framlegget til vedtak eller valet om kommuneplanen er ikkje med i det som er offentleg.',
      'The proposed decision or the choice about the master plan is not in what is public.',
    ),
    way: w(
      'Det må klassifiseres når det legges til.',
      'Det må klassifiserast når det blir lagt til.',
      'It must be classified when it is added.',
    ),
    check: ({ context, facts }) =>
      facts.proposed.points === 0 || context.masterPlan === null ? {} : undefined,
  },
  {
    id: 'P14',
    level: 'B',
    source: pbl('10-1'),
    text: w(
      '{count|endring|endringer} etter kunngjøringen er ikke klassifisert som redaksjonelle eller vesentlige.',
      '{count|endring|endringar} etter kunngjeringa er ikkje klassifiserte som redaksjonelle eller vesentlege.',
      '{count|change|changes} after the publication not classified as editorial or material.',
    ),
    way: w('Klassifiser endringene.', 'Klassifiser endringane.', 'Classify the changes.'),
    check: ({ context, facts }) => {
      const count = unclassified(context).length + (facts.proposed.changed ? 1 : 0)
      return count > 0 ? { values: { count } } : undefined
    },
  },
  {
    id: 'P15',
    level: 'H',
    source: record,
    text: w(
      'Det er ikke klart hvilken låst tekst som legges fram.',
      'Det er ikkje klart kva låst tekst som blir lagd fram.',
      'It is not clear which frozen text is put forward.',
    ),
    way: w(
      'Velg en tekst som er låst.',
      'Vel ein tekst som er låst.',
      'Choose a text that is frozen.',
    ),
    check: ({ step, facts, context }) => {
      if (step.input.edition !== undefined) return facts.named ? undefined : { field: 'edition' }
      const known =
        facts.edition ??
        context.agenda?.edition ??
        context.own ??
        context.publications.find((p) => p.edition !== null)
      return known ? undefined : { field: 'edition' }
    },
  },
  {
    id: 'P16',
    level: 'S',
    source: practice,
    text: w(
      'Ingen innstilling er registrert.',
      'Inga innstilling er registrert.',
      'No recommendation is recorded.',
    ),
    way: w(
      'Noen saker går rett til kommunestyret.',
      'Nokre saker går rett til kommunestyret.',
      'Some cases go straight to the council.',
    ),
    check: ({ context }) =>
      context.recommendations.some((r) => !advisory(r.body)) ? undefined : {},
  },
  {
    id: 'P17',
    level: 'S',
    source: koml('5-12'),
    text: w(
      'Ingen uttalelse fra rådene er registrert (ungdom, eldre, personer med funksjonsnedsettelse).',
      'Inga fråsegn frå råda er registrert (ungdom, eldre, personar med funksjonsnedsetjing).',
      'No statement from the advisory councils is recorded (youth, elders, persons with disabilities).',
    ),
    check: ({ context }) =>
      context.recommendations.some((r) => advisory(r.body)) ? undefined : {},
  },
  {
    id: 'P18',
    level: 'S',
    source: practice,
    text: w(
      '{unanswered} av {total} innspill er ikke besvart.',
      '{unanswered} av {total} innspel er ikkje svara på.',
      '{unanswered} of {total} submissions are not answered.',
    ),
    way: w('Skriv svarene.', 'Skriv svara.', 'Write the answers.'),
    check: ({ facts: { submissions } }) =>
      submissions.unanswered > 0 ? { values: submissions } : undefined,
  },
  {
    id: 'P19',
    level: 'S',
    source: agreed,
    text: w(
      'Det endelige forslaget er ikke låst. Saken går videre på høringsutkastet.',
      'Det endelege framlegget er ikkje låst. Saka går vidare på høyringsutkastet.',
      'The final proposal is not frozen. The case goes on with the consultation draft.',
    ),
    way: w('Begrunn hvorfor.', 'Grunngje kvifor.', 'Give the reason.'),
    check: ({ facts, step }) =>
      facts.joint.final === null && step.input.reason === undefined
        ? { field: 'reason' }
        : undefined,
  },
  {
    id: 'P20',
    level: 'H',
    source: record,
    text: w(
      'Kommunedelen er endret etter at den ble låst.',
      'Kommunedelen er endra etter at han vart låst.',
      'The municipal part was changed after it was frozen.',
    ),
    way: w('Lås den på nytt.', 'Lås han på nytt.', 'Freeze it again.'),
    check: ({ facts }) => (facts.ownChanged ? {} : undefined),
  },
  {
    id: 'P21',
    level: 'S',
    source: agreed,
    text: w(
      'Fellesarbeidet har ikke kommet til kunnskapsgrunnlaget ennå.',
      'Fellesarbeidet har ikkje kome til kunnskapsgrunnlaget enno.',
      'The joint work has not come to the knowledge base yet.',
    ),
    check: (a) => (reached(a, 'F20') ? undefined : {}),
  },
  {
    id: 'P22',
    level: 'S',
    source: practice,
    text: w(
      'Kommunen har ikke satt opp at saken kan legges ut etter fullmakt.',
      'Kommunen har ikkje sett opp at saka kan leggjast ut etter fullmakt.',
      'The municipality has not set that the case may be laid out by delegation.',
    ),
    check: ({ facts }) => (facts.settings.delegated ? undefined : {}),
  },
  {
    id: 'P24',
    level: 'S',
    source: agreed,
    text: w(
      'Endringen gjelder fellesdelen. Den legges ut uendret, og ønsket følger ved siden av som endringsforslag.',
      'Endringa gjeld fellesdelen. Han blir lagd ut uendra, og ønsket følgjer ved sida av som endringsframlegg.',
      'The change concerns the common part. It is laid out unchanged, with the wish beside it as an amendment.',
    ),
    way: w(
      'De andre kommunene får beskjed før kunngjøringen.',
      'Dei andre kommunane får beskjed før kunngjeringa.',
      'The other municipalities are told before the publication.',
    ),
    check: ({ step }) =>
      Array.isArray(step.input.changes) &&
      step.input.changes.some(
        (c) => typeof c === 'object' && c !== null && !Array.isArray(c) && c.zone === 'joint',
      )
        ? {}
        : undefined,
  },
  {
    id: 'P25',
    level: 'H',
    source: record,
    text: w(
      '{count|forslag|forslag} i teksten er verken godtatt eller avvist{whereNb}.',
      '{count|framlegg|framlegg} i teksten er verken godtekne eller avviste{whereNn}.',
      '{count|suggestion|suggestions} in the text neither accepted nor rejected{whereNb}.',
    ),
    way: w('Godta eller avvis dem.', 'Godta eller avvis dei.', 'Accept or reject them.'),
    check: ({ facts }) =>
      facts.openSuggestions > 0 ? { values: suggestedValues(facts) } : undefined,
  },
  {
    id: 'P26',
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
    id: 'P27',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Et endret valg om kommuneplanen er en vesentlig endring når forslaget alt er offentlig.',
      'Eit endra val om kommuneplanen er ei vesentleg endring når framlegget alt er offentleg.',
      'A changed choice about the master plan is a material change once the proposal is public.',
    ),
    way: w(
      'Begrunn hvorfor den ikke er vesentlig, eller kunngjør forslaget på nytt.',
      'Grunngje kvifor ho ikkje er vesentleg, eller kunngjer framlegget på nytt.',
      'Say why it is not material, or make the proposal public again.',
    ),
    check: ({ context, step }) => {
      const { masterPlan, publications } = context
      const { societal, landUse, reason } = step.input
      const same = masterPlan?.societal === societal && masterPlan?.landUse === landUse
      if (same || publications.length === 0 || reason !== undefined) return
      return { field: 'reason' }
    },
  },
  {
    id: 'P28',
    level: 'S',
    source: agreed,
    text: w(
      'Det som er offentlig, er ikke den fellesdelen som sist ble låst.',
      'Det som er offentleg, er ikkje den fellesdelen som sist vart låst.',
      'What is public is not the common part that was frozen last.',
    ),
    check: ({ facts }) => {
      const latest = facts.joint.versions.at(-1)?.hash
      const shown = facts.edition?.joint
      return latest !== undefined && shown != null && latest !== shown ? {} : undefined
    },
  },
  {
    id: 'P30',
    level: 'S',
    source: practice,
    text: w('Ny dato er ikke kjent.', 'Ny dato er ikkje kjend.', 'The new date is not known.'),
    check: ({ step }) =>
      (step.input.outcome === 'postponed' || step.input.outcome === 'other-body') &&
      step.input.nextOn === undefined
        ? { field: 'nextOn' }
        : undefined,
  },
  {
    id: 'P31',
    level: 'S',
    source: practice,
    text: w(
      'Runden blir kommunens egen: den følger ikke runde {round} i fellesarbeidet.',
      'Runden blir kommunen sin eigen: han følgjer ikkje runde {round} i fellesarbeidet.',
      'The round is the municipality’s own: it does not follow round {round} of the joint work.',
    ),
    check: ({ context, facts }) =>
      context.round + 1 === facts.joint.round
        ? undefined
        : { values: { round: facts.joint.round } },
  },
  {
    id: 'P32',
    level: 'S',
    source: pbl('10-1'),
    text: w(
      'Listen over hvem som er spurt, kan ikke holdes mot listen over dem som skal spørres.',
      'Lista over kven som er spurde, kan ikkje haldast mot lista over dei som skal spørjast.',
      'The list of those asked cannot be compared with the list of those who must be.',
    ),
    way: w(
      'Sjekk at stat, region og hver nabokommune er med.',
      'Sjekk at stat, region og kvar nabokommune er med.',
      'Check that state, region and every neighbour are on it.',
    ),
    check: (a) => (notAsked(a).unknown ? {} : undefined),
  },
  {
    id: 'P33',
    level: 'H',
    source: record,
    text: w('Møtedatoen mangler.', 'Møtedatoen manglar.', 'The date of the meeting is missing.'),
    check: ({ step }) => (step.input.meetingOn === undefined ? { field: 'meetingOn' } : undefined),
  },
  {
    id: 'P34',
    level: 'B',
    source: readable,
    text: w(
      '{count|bilde|bilder} i teksten mangler beskrivelse for dem som ikke ser{whereNb}.',
      '{count|bilete|bilete} i teksten manglar skildring for dei som ikkje ser{whereNn}.',
      '{count|picture|pictures} in the text lacking a description for those who do not see{whereNb}.',
    ),
    way: w(
      'Skriv hva bildene viser, eller merk dem som pynt.',
      'Skriv kva bileta viser, eller merk dei som pynt.',
      'Write what the pictures show, or mark them as decoration.',
    ),
    check: ({ facts }) => undescribedValues(facts),
  },
]
