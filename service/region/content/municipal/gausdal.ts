// Gausdal's own part: farming, Skeikampen, Bjørnson's Aulestad, and the Vestfjell.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nb')

export const gausdal: MunicipalPart = {
  number: '3441',
  language: 'nb',
  text: {
    K1: prose`
      Gausdal er en av regionens største landbrukskommuner, med Segalstad bru, Follebu og Forset som tettsteder. Bjørnsons Aulestad, Skeikampen og Gausdal Vestfjell er kjent langt utenfor kommunen. Mange pendler til Lillehammer.
      ## Utfordringer som skiller seg fra de andre kommunenes
      - Segalstad bru ligger utsatt til ved Gausa. Sentrum må utvikles uten å øke faren for skade ved flom.
      - Landbruket trenger ro om arealene. Både boligvekst og fritidsboliger møter dyrka jord.
      - Skeikampen har vokst i mange år. Reiselivet ønsker varme senger, mens vann, avløp og vei setter grenser.
      - Langsua nasjonalpark og Vestfjellet krever avklaring mellom ferdsel, beite og vern.
    `,
    K2: prose`
      De fleste planene i forrige planstrategi ble ferdige, men senere enn tenkt. Klimaplanen ble liggende. Samarbeidet om risiko- og sårbarhetsanalyse med Lillehammer og Øyer ga bedre kvalitet enn vi hadde fått til alene.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen skal revideres delvis. Visjon og hovedmål står fast. Delen om folkehelse, beredskap og bosetting skal skrives på nytt.
      ## Arealdelen
      Arealdelen skal revideres helt. Planen er bygd opp gjennom mange endringer og er vanskelig å bruke. Flom og skred, jordvern og fritidsboliger er hovedtemaene.
    `,
    K4: prose`
      Kommunedelplanen for Skeikampen blir tatt inn i arealdelen. Klima- og energiplan er den første temaplanen vi starter. Hovedplan for vann og avløp kommer til slutt i perioden, når utbyggingstakten er avklart.
    `,
    K5: prose`
      Tabellen viser kommunens egne planbehov. Enhet for plan, landbruk og miljø leder arbeidet, med hjelp fra de andre enhetene.
    `,
    K6: prose`
      Kommunedelplanen for Skeikampen oppheves når arealdelen er vedtatt. Plan for energi fra forrige tiår går ut.
    `,
  },
  masterPlan: { societal: 'partly', landUse: 'full' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'partial',
      priority: 2,
      start: '2029-1',
      done: '2029-2',
      why: 'Hovedmålene står, men folkehelse, beredskap og bosetting må fornyes.',
      by: 'Kommunedirektøren',
      basis: 'pbl § 11-2',
      goals: [3, 11],
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'full',
      priority: 1,
      start: '2029-2',
      done: '2031-1',
      why: 'Planen er lappet på mange ganger. Flom, skred og jordvern må inn.',
      by: 'Plan, landbruk og miljø',
      basis: 'pbl § 11-5',
      goals: [2, 11, 13, 15],
      with: ['3405', '3440'],
    }),
    row('Klima- og energiplan', 'Klima- og energiplan', 'climate', {
      need: 'new',
      priority: 1,
      start: '2028-2',
      done: '2029-2',
      why: 'Ble utsatt i forrige periode.',
      by: 'Plan, landbruk og miljø',
      goals: [7, 13],
    }),
    row(
      'Helhetlig risiko- og sårbarhetsanalyse',
      'Heilskapleg risiko- og sårbarheitsanalyse',
      'preparedness',
      {
        need: 'roll',
        priority: 2,
        start: '2030-2',
        done: '2031-1',
        why: 'Felles analyse med Lillehammer og Øyer.',
        by: 'Beredskapskoordinator',
        basis: 'sivilbeskyttelsesloven § 14',
        goals: [11, 13],
        with: ['3405', '3440'],
        resource: 'shared',
      },
    ),
    row('Hovedplan for vann og avløp', 'Hovudplan for vatn og avløp', 'water', {
      need: 'roll',
      priority: 2,
      start: '2031-1',
      done: '2031-2',
      why: 'Følger opp arealdelen, særlig ved Skeikampen.',
      by: 'Teknisk drift',
      goals: [6, 9],
    }),
    row('Landbruksplan', 'Landbruksplan', 'nature', {
      need: 'roll',
      priority: 2,
      start: '2030-1',
      done: '2030-2',
      why: 'Jordvern, beite og seterdrift trenger oppdatert grunnlag.',
      by: 'Plan, landbruk og miljø',
      goals: [2, 15],
    }),
  ],
  decisionPoints: [
    'Kommuneplanens samfunnsdel skal revideres delvis, og arealdelen skal revideres helt, jf. plan- og bygningsloven § 10-1 tredje ledd.',
    'Kommunestyret ber om at jordvern får et eget kapittel i planprogrammet for arealdelen.',
  ],
}
