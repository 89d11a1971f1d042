// Sel's own part: Otta as the centre of the north, Rondane, slate and the two rivers.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nb')

export const sel: MunicipalPart = {
  number: '3437',
  language: 'nb',
  text: {
    K1: prose`
      Sel har Otta, sentrum for handel, videregående skole og tjenester i Nord-Gudbrandsdal. Her møtes Lågen og Otta, E6 og riksveg 15. Rondane, Høvringen og Mysusæter er blant landets eldste fjellturistområder. Skifer fra Pillarguri, slaget ved Kringen og Kristin Lavransdatter hører til historien som fortsatt brukes.
      ## Utfordringer som skiller seg fra de andre kommunenes
      - Otta ligger mellom to elver. Byutvikling og flomsikring er samme sak.
      - Flere arbeider her enn det finnes boliger til. Tomme etasjer i sentrum kan tas i bruk.
      - Villreinen i Rondane krever at innfallsportene blir flyttet eller styrt bedre.
      - Regionale tjenester må finansieres i fellesskap.
    `,
    K2: prose`
      Av planene i forrige planstrategi er omtrent halvparten gjennomført. Resten ble forsinket fordi plankapasiteten gikk til reguleringsplaner for E6 og sentrum. Vi trenger en mer nøktern liste.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen skal revideres delvis. Rollen som regionsenter i nord og forholdet til nabokommunene skal tas opp.
      ## Arealdelen
      Arealdelen skal revideres helt. Flomsonene ved Otta, sentrum, Mysusæter og Høvringen er hovedtemaene.
    `,
    K4: prose`
      Kommunedelplanen for Otta sentrum blir videreført til arealdelen er vedtatt. Plan for helse og omsorg blir laget sammen med Dovre og Lesja der behovet er likt.
    `,
    K5: prose`
      Tabellen viser kommunens egne planbehov. Enhet for plan og utvikling leder arbeidet.
    `,
    K6: prose`
      Kommunedelplan for Rondane øst går ut og erstattes av arealdelen. Gammel næringsplan oppheves.
    `,
  },
  masterPlan: { societal: 'partly', landUse: 'full' },
  needs: [
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'full',
      priority: 1,
      start: '2029-1',
      done: '2030-2',
      why: 'Flomsoner, sentrum og innfallsporter til Rondane må avklares.',
      by: 'Plan og utvikling',
      basis: 'pbl § 11-5',
      goals: [11, 13, 15],
      with: ['3435', '3431'],
    }),
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'partial',
      priority: 2,
      start: '2029-2',
      done: '2030-1',
      why: 'Rollen som regionsenter i nord skal beskrives.',
      by: 'Kommunedirektøren',
      basis: 'pbl § 11-2',
      goals: [3, 8, 11],
    }),
    row('Klima- og energiplan', 'Klima- og energiplan', 'climate', {
      need: 'roll',
      priority: 2,
      start: '2029-2',
      done: '2030-2',
      why: 'Lokale tiltak til den felles planen.',
      by: 'Plan og utvikling',
      goals: [7, 13],
      with: ['3435'],
    }),
    row('Plan for helse og omsorg', 'Plan for helse og omsorg', 'health', {
      need: 'full',
      priority: 2,
      start: '2030-1',
      done: '2031-1',
      why: 'Felles behov for fagfolk i Nord-Gudbrandsdal.',
      by: 'Helse og omsorg',
      goals: [3, 10],
      with: ['3431', '3432'],
      resource: 'shared',
    }),
    row('Sentrumsstrategi for Otta', 'Sentrumsstrategi for Otta', 'strategy', {
      theme: 'business',
      need: 'new',
      priority: 2,
      start: '2028-2',
      done: '2029-1',
      why: 'Boliger og aktivitet i tomme etasjer.',
      by: 'Plan og utvikling',
      goals: [8, 11],
    }),
    row('Næringsplan', 'Næringsplan', 'business', {
      need: 'repeal',
      priority: 3,
      why: 'Erstattes av sentrumsstrategien og det regionale samarbeidet.',
      by: 'Plan og utvikling',
      status: 'dropped',
    }),
  ],
  decisionPoints: [
    'Kommuneplanens samfunnsdel skal revideres delvis, og arealdelen skal revideres helt, jf. plan- og bygningsloven § 10-1 tredje ledd.',
    'Kommunestyret ber kommunedirektøren ta initiativ til et felles møte med nabokommunene om regionale tjenester på Otta.',
  ],
}
