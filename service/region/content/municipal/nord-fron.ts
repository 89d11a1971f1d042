// Nord-Fron's own part, in nynorsk: Vinstra, Kvam and Skåbu, Peer Gynt, floods in the side valleys.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nn')

export const nordFron: MunicipalPart = {
  number: '3436',
  language: 'nn',
  text: {
    K1: prose`
      Nord-Fron har Vinstra som handels- og skulesentrum og bygdene Kvam, Sødorp og Skåbu. Peer Gynt-tradisjonen lever i stemnet, i vegen over fjellet og i fjellområda mot Gålå. Kommunen strekkjer seg frå Rondane til Jotunheimen.
      ## Utfordringar som skil seg frå dei andre kommunane sine
      - Kvam vart råka av stor flaum både i 2011 og 2013. Sideelvane må få plass, og sikringa må haldast ved like.
      - Lange avstandar innover mot Skåbu og Espedalen gjer tenester og beredskap dyrare.
      - Fjellområda har både seterdrift, kraftmagasin, fritidsbustader og villrein.
      - Vinstra treng fleire leilegheiter nær sentrum.
    `,
    K2: prose`
      Planstrategien for førre periode vart vedteken slik han var lagd ut, med nokre endringar, mellom anna ei sterkare kopling til berekraftsmåla. Kommunedirektøren fekk fullmakt til redaksjonelle endringar, og det fungerte. Planoversikta som eige vedlegg var lett å bruke.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen blir vidareført uendra. Han er ny nok, og måla er i bruk i økonomiplanen.
      ## Arealdelen
      Arealdelen skal reviderast heilt. Flaum og skred, fritidsbustader og bustader i Vinstra er hovudtema. Revisjonen startar samstundes med fleire andre kommunar, og vi vil dele kunnskapsgrunnlaget.
    `,
    K4: prose`
      Hovudplan for vatn og avløp skal gjerast før arealdelen er ferdig. Beredskapsplanane blir samla etter ny heilskapleg analyse for Midt-Gudbrandsdal.
    `,
    K5: prose`
      Tabellen viser kommunen sine eigne planbehov. Samfunnsutvikling leier arbeidet saman med tenesteområda.
    `,
    K6: prose`
      Kommunedelplan for Kvam går ut når arealdelen er vedteken. Handlingsplan for trafikktryggleik blir teken inn i plan for folkehelse.
    `,
  },
  masterPlan: { societal: 'unchanged', landUse: 'full' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'unchanged',
      priority: 3,
      why: 'Ny nok, og i bruk i økonomiplanen.',
      by: 'Kommunedirektøren',
      basis: 'pbl § 11-2',
      goals: [3, 11],
      status: 'adopted',
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'full',
      priority: 1,
      start: '2029-1',
      done: '2030-2',
      why: 'Flaum, skred og fritidsbustader må inn med ny kunnskap.',
      by: 'Samfunnsutvikling',
      basis: 'pbl § 11-5',
      goals: [11, 13, 15],
      with: ['3438', '3439'],
    }),
    row('Hovedplan for vann og avløp', 'Hovudplan for vatn og avløp', 'water', {
      need: 'roll',
      priority: 2,
      start: '2029-2',
      done: '2030-1',
      why: 'Fjellområda og Vinstra må sjåast samla.',
      by: 'Teknisk drift',
      goals: [6, 9],
      resource: 'external',
    }),
    row(
      'Helhetlig risiko- og sårbarhetsanalyse',
      'Heilskapleg risiko- og sårbarheitsanalyse',
      'preparedness',
      {
        need: 'new',
        priority: 2,
        start: '2030-1',
        done: '2030-2',
        why: 'Felles analyse for Midt-Gudbrandsdal, med lokalt tillegg for sideelvane.',
        by: 'Beredskapskoordinator',
        basis: 'sivilbeskyttelsesloven § 14',
        goals: [11, 13],
        with: ['3438', '3439'],
        resource: 'shared',
      },
    ),
    row('Boligplan for Vinstra', 'Bustadplan for Vinstra', 'housing', {
      need: 'new',
      priority: 2,
      start: '2029-2',
      done: '2030-1',
      why: 'Få leilegheiter nær sentrum gjer det vanskeleg å flytte hit.',
      by: 'Samfunnsutvikling',
      goals: [10, 11],
    }),
    row('Folkehelseplan', 'Folkehelseplan', 'health', {
      need: 'roll',
      priority: 3,
      start: '2031-1',
      done: '2031-2',
      why: 'Tek opp i seg trafikktryggleik.',
      by: 'Helse og omsorg',
      goals: [3],
    }),
  ],
  decisionPoints: [
    'Samfunnsdelen i kommuneplanen blir vidareført utan endringar, og arealdelen skal reviderast heilt, jf. plan- og bygningslova § 10-1 tredje ledd.',
    'Kommunestyret ber om at planprogrammet for arealdelen har flaumfaren langs sideelvane som eige tema.',
  ],
}
