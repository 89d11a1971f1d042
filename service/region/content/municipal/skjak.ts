// Skjåk's own part, in nynorsk: the driest climate, irrigation channels, the commons, Breheimen and Reinheimen.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nn')

export const skjak: MunicipalPart = {
  number: '3433',
  language: 'nn',
  text: {
    K1: prose`
      Skjåk har eit av dei tørraste klimaa i landet. Gamle vassveiter fortel korleis folk har ført vatn frå fjellet til åkeren i hundreåra. Bygdefolket eig det meste av utmarka gjennom Skjåk Almenning, og store område er verna i Breheimen og Reinheimen. Bismo er sentrum.
      ## Utfordringar som skil seg frå dei andre kommunane sine
      - Tørke, skogbrann og brå smelting er meir aktuelt her enn dei fleste andre stader.
      - Riksveg 15 over Strynefjellet er livsnerven mot vest. Stengd veg råkar næringslivet straks.
      - Villreinen brukar begge sider av dalen. Trekket over dalen må haldast ope.
      - Det er få ledige bustader i Bismo, sjølv om mange hus i bygda står tomme.
    `,
    K2: prose`
      Arealdelen var ute til andre gongs høyring i førre periode, og arbeidet tok tid. Erfaringa er at grunneigarane må med tidleg og at karta må vere lette å lese. Plankontoret saman med Lom har gjort oss mindre sårbare.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen blir vidareført uendra.
      ## Arealdelen
      Arealdelen skal reviderast delvis. Revisjonen gjeld spreidd bustadbygging, fritidsbustader ved Grotli og omsyn til trekket til villreinen.
    `,
    K4: prose`
      Plan for helse og omsorg startar først. Heilskapleg risiko- og sårbarheitsanalyse og hovudplan for vatn og avløp blir laga saman med Lom. Temaplan for vassveiter og kulturlandskap er ny.
    `,
    K5: prose`
      Tabellen viser kommunen sine eigne planbehov. Det felles plankontoret for Lom og Skjåk leier arbeidet med arealplanane.
    `,
    K6: prose`
      Plan for spreidd busetnad går ut når arealdelen er revidert. Skogbruksplanen blir slått saman med landbruksplanen.
    `,
  },
  masterPlan: { societal: 'unchanged', landUse: 'partly' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'unchanged',
      priority: 3,
      why: 'Planen er i bruk og treng ikkje endring no.',
      by: 'Kommunedirektøren',
      basis: 'pbl § 11-2',
      goals: [11],
      status: 'adopted',
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'partial',
      priority: 1,
      start: '2029-1',
      done: '2030-1',
      why: 'Spreidd bustadbygging, Grotli og villreintrekket må avklarast.',
      by: 'Plankontoret for Lom og Skjåk',
      basis: 'pbl § 11-5',
      goals: [11, 15],
      with: ['3434'],
      resource: 'shared',
    }),
    row('Plan for helse og omsorg', 'Plan for helse og omsorg', 'health', {
      need: 'full',
      priority: 1,
      start: '2028-2',
      done: '2029-1',
      why: 'Bemanning og bustader for eldre må planleggjast samla.',
      by: 'Helse og omsorg',
      goals: [3],
    }),
    row(
      'Helhetlig risiko- og sårbarhetsanalyse',
      'Heilskapleg risiko- og sårbarheitsanalyse',
      'preparedness',
      {
        need: 'roll',
        priority: 1,
        start: '2029-1',
        done: '2029-2',
        why: 'Tørke, skogbrann og stengd fjellovergang må inn.',
        by: 'Beredskapskoordinator',
        basis: 'sivilbeskyttelsesloven § 14',
        goals: [11, 13],
        with: ['3434'],
        resource: 'shared',
      },
    ),
    row('Hovedplan for vann og avløp', 'Hovudplan for vatn og avløp', 'water', {
      need: 'roll',
      priority: 2,
      start: '2030-1',
      done: '2030-2',
      why: 'Tørre somrar krev ny vurdering av vasskjelder.',
      by: 'Teknisk etat',
      goals: [6],
      with: ['3434'],
    }),
    row(
      'Temaplan for vassveiter og kulturlandskap',
      'Temaplan for vassveiter og kulturlandskap',
      'nature',
      {
        need: 'new',
        priority: 3,
        start: '2030-2',
        done: '2031-1',
        why: 'Eit særmerkt kulturminne som treng bruk og stell.',
        by: 'Landbruk og kultur',
        goals: [2, 11, 15],
      },
    ),
  ],
  decisionPoints: [
    'Samfunnsdelen i kommuneplanen blir vidareført utan endringar, og arealdelen skal reviderast delvis, jf. plan- og bygningslova § 10-1 tredje ledd.',
    'Kommunestyret ber om at Skjåk Almenning og grunneigarlaga blir inviterte ved oppstart av arealdelen.',
  ],
}
