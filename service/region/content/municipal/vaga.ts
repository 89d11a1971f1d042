// Vågå's own part, in nynorsk: Jotunheimen and Besseggen, mountain pastures, tame reindeer, Vågåmo.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nn')

export const vaga: MunicipalPart = {
  number: '3435',
  language: 'nn',
  text: {
    K1: prose`
      Vågå er fjellbygda ved Vågåvatnet, med Vågåmo som sentrum og Jotunheimen som nabo. Besseggen er mellom dei mest gåtte fjellturane i landet. Tamreindrift, setring og handverk står sterkt, og byggjeskikken i bygda er kjend.
      ## Utfordringar som skil seg frå dei andre kommunane sine
      - Mange besøkjande på få veker og på få stader. Parkering, avfall og redning i Sjodalen må løysast saman med fleire.
      - Beite og tamrein treng samanhengande areal. Nye hyttefelt kan dele dei opp.
      - Folketalet går ned, og ungdom som flyttar ut, må få ein grunn til å kome att.
      - Sentrum i Vågåmo har verneverdige hus som treng bruk.
    `,
    K2: prose`
      Førre planstrategi bygde på eit utfordringsdokument som vart handsama politisk før utkastet vart skrive. Det gjorde drøftinga betre. Formannskapet la til eit eige punkt før høyring, og innspela førte til fleire endringar. Arealdelen vart likevel ikkje ferdig.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen blir vidareført uendra. Han vart grundig handsama, og hovudmåla gjeld framleis.
      ## Arealdelen
      Arealdelen skal reviderast heilt. Sjodalen, Lemonsjøen og bustader i Vågåmo er hovudtema. Tamreinlaget og grunneigarlaga skal vere med frå starten.
    `,
    K4: prose`
      Plan for helse og omsorg startar tidleg i perioden. Klima- og energiplan blir laga med Sel. Kulturplanen blir fornya, med oversikta kulturlova krev.
    `,
    K5: prose`
      Tabellen viser kommunen sine eigne planbehov. Samfunn og teknisk leier arbeidet. Vi har éin planleggjar, og difor må arealdelen gå framfor alt anna våren 2029.
    `,
    K6: prose`
      Reiselivsplanen går ut. Energi- og klimaplanen frå førre tiår blir oppheva når ny plan er vedteken.
    `,
  },
  masterPlan: { societal: 'unchanged', landUse: 'full' },
  needs: [
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'full',
      priority: 1,
      start: '2029-1',
      done: '2030-2',
      why: 'Vart ikkje ferdig i førre periode. Sjodalen og Lemonsjøen må avklarast.',
      by: 'Samfunn og teknisk',
      basis: 'pbl § 11-5',
      goals: [11, 13, 15],
      with: ['3437', '3434'],
    }),
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'unchanged',
      priority: 3,
      why: 'Hovudmåla gjeld framleis.',
      by: 'Kommunedirektøren',
      basis: 'pbl § 11-2',
      goals: [3, 11],
      status: 'adopted',
    }),
    row('Plan for helse og omsorg', 'Plan for helse og omsorg', 'health', {
      need: 'full',
      priority: 1,
      start: '2029-1',
      done: '2029-2',
      why: 'Fleire eldre og færre tilsette krev nye måtar å arbeide på.',
      by: 'Helse og omsorg',
      goals: [3],
    }),
    row('Klima- og energiplan', 'Klima- og energiplan', 'climate', {
      need: 'full',
      priority: 2,
      start: '2029-2',
      done: '2030-2',
      why: 'Den gamle planen er ikkje lenger i bruk.',
      by: 'Samfunn og teknisk',
      goals: [7, 13],
      with: ['3437'],
    }),
    row('Kulturplan', 'Kulturplan', 'culture', {
      need: 'roll',
      priority: 2,
      start: '2030-1',
      done: '2030-2',
      why: 'Oversikt over status og behov etter kulturlova.',
      by: 'Oppvekst og kultur',
      basis: 'kulturlova § 4',
      goals: [4, 11],
    }),
    row('Besøksstrategi for Sjodalen', 'Besøksstrategi for Sjodalen', 'strategy', {
      theme: 'business',
      need: 'new',
      priority: 2,
      start: '2030-2',
      done: '2031-1',
      why: 'Parkering, avfall og redning må løysast saman.',
      by: 'Samfunn og teknisk',
      goals: [8, 12, 15],
      with: ['3434', '3436'],
    }),
  ],
  decisionPoints: [
    'Samfunnsdelen i kommuneplanen blir vidareført utan endringar, og arealdelen skal reviderast heilt, jf. plan- og bygningslova § 10-1 tredje ledd.',
    'Kommunestyret ber om at tamreinlaget og grunneigarlaga blir inviterte før planprogrammet for arealdelen blir lagt fram.',
  ],
}
