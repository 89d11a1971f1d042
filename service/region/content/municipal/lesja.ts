// Lesja's own part, in nynorsk: farming at the watershed, Raumabanen, Bjorli, wild reindeer on both sides.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nn')

export const lesja: MunicipalPart = {
  number: '3432',
  language: 'nn',
  text: {
    K1: prose`
      Lesja ligg på vasskiljet. Frå Lesjaskogsvatnet renn vatnet begge vegar, til Rauma og til Lågen. Setrane er i bruk fleire stader enn i dei fleste andre bygder, Raumabanen går gjennom heile kommunen, og Bjorli har vintersport og fritidsbustader. Dovrefjell og Reinheimen ligg på kvar si side.
      ## Utfordringar som skil seg frå dei andre kommunane sine
      - Villreinen i to område brukar fjella her. Det set klare rammer for Bjorli.
      - Landbruket er sjølve ryggrada. Drenering av gammal sjøbotn og klima må vurderast saman.
      - E136 er hovudveg for gods til og frå kysten. Vegen går gjennom bygdene.
      - Små årskull gjer at skule og barnehage må planleggjast i eit langt perspektiv.
    `,
    K2: prose`
      Planstrategien vart lagd ut av formannskapet og vedteken utan store endringar. Vi gjennomførte det meste. Det som ikkje vart gjort, var avhengig av midlar vi ikkje fekk. Lista må bli kortare.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen blir vidareført uendra.
      ## Arealdelen
      Arealdelen skal reviderast heilt. Bjorli, Lesjaverk og omsyn til villreinen er hovudtema. Vi startar eit halvår etter dei fleste andre for å få nytte av det felles kunnskapsgrunnlaget.
    `,
    K4: prose`
      Overordna beredskapsplan blir fornya først. Plan for helse og omsorg blir laga med Dovre og Sel. Landbruksplanen blir rullert.
    `,
    K5: prose`
      Tabellen viser kommunen sine eigne planbehov. Næring og teknisk leier arbeidet.
    `,
    K6: prose`
      Kommunedelplan for Bjorli går ut når arealdelen er vedteken. Plan for trafikktryggleik blir teken inn i oppvekstplanen.
    `,
  },
  masterPlan: { societal: 'unchanged', landUse: 'full' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'unchanged',
      priority: 3,
      why: 'Planen er kort, tydeleg og i bruk.',
      by: 'Kommunedirektøren',
      basis: 'pbl § 11-2',
      goals: [11],
      status: 'adopted',
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'full',
      priority: 1,
      start: '2029-2',
      done: '2031-1',
      why: 'Bjorli og villreinen må vurderast samla.',
      by: 'Næring og teknisk',
      basis: 'pbl § 11-5',
      goals: [11, 15],
      with: ['3431'],
    }),
    row('Overordnet beredskapsplan', 'Overordna beredskapsplan', 'preparedness', {
      need: 'roll',
      priority: 1,
      start: '2028-2',
      done: '2029-1',
      why: 'Følgjer opp heilskapleg analyse.',
      by: 'Beredskapskoordinator',
      basis: 'sivilbeskyttelsesloven § 15',
      goals: [11, 13],
    }),
    row('Plan for helse og omsorg', 'Plan for helse og omsorg', 'health', {
      need: 'full',
      priority: 2,
      start: '2030-1',
      done: '2031-1',
      why: 'Felles behov for fagfolk i nord.',
      by: 'Helse og omsorg',
      goals: [3],
      with: ['3437', '3431'],
      resource: 'shared',
    }),
    row('Klima- og energiplan', 'Klima- og energiplan', 'climate', {
      need: 'roll',
      priority: 3,
      start: '2031-1',
      done: '2031-2',
      why: 'Lokale tiltak til den felles planen, særleg i landbruket.',
      by: 'Næring og teknisk',
      goals: [2, 13],
    }),
    row('Landbruksplan', 'Landbruksplan', 'nature', {
      need: 'roll',
      priority: 2,
      start: '2030-1',
      done: '2030-2',
      why: 'Seterdrift, drenering og klima må sjåast saman.',
      by: 'Næring og teknisk',
      goals: [2, 13, 15],
    }),
  ],
  decisionPoints: [
    'Samfunnsdelen i kommuneplanen blir vidareført utan endringar, og arealdelen skal reviderast heilt, jf. plan- og bygningslova § 10-1 tredje ledd.',
    'Kommunestyret ber om at landbruksnæringa får medverke i arbeidet med klima- og energiplanen.',
  ],
}
