// Lillehammer's own part: the regional town, the Olympic inheritance, the campus.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nb')

export const lillehammer: MunicipalPart = {
  number: '3405',
  language: 'nb',
  text: {
    K1: prose`
      Lillehammer er regionsenteret og den eneste byen i Gudbrandsdalen. Sykehus, universitet, filmskole, museer og handel gjør at mange fra hele dalen bruker byen hver uke. Byen er UNESCO litteraturby, og arven etter OL i 1994 og ungdoms-OL i 2016 preger både anlegg og frivillighet.
      ## Utfordringer som skiller seg fra de andre kommunenes
      - Presset på areal er størst her. Fortetting i byen må veies mot trehusbebyggelsen, grønne drag og gode uterom.
      - Bekkene gjennom byen tåler lite. Etter gjentatte flommer må overvann planlegges fra marka til Mjøsa.
      - OL-anleggene trenger vedlikehold og en langsiktig eier- og bruksplan.
      - Studenter og unge voksne reiser når de er ferdig utdannet. Boliger og arbeidsplasser for dem er et eget tema.
    `,
    K2: prose`
      Forrige planstrategi hadde flere planer enn vi hadde folk til å lage. De store planene for byen ble gjort, mens flere temaplaner ble skjøvet. Sammenhengen mellom planene og økonomiplanen ble bedre.
      **Lærdom:** Vi starter færre planer samtidig, og vi avslutter det vi begynner på.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen skal revideres helt. Befolkningsutvikling, økonomi og beredskap har endret seg så mye at målene må vurderes på nytt.
      ## Arealdelen
      Arealdelen skal revideres delvis. Hovedgrepet med byvekst innenfra står fast. Revisjonen gjelder overvann, fritidsboliger ved Nordseter, arealregnskap og soner for næring langs E6.
    `,
    K4: prose`
      Kommunedelplanen for sentrum trenger en ny vurdering av byggehøyder og gateløp. Planer for oppvekst og for helse og omsorg blir videreført, med ny handlingsdel hvert år.
      Temaplan for OL-anleggene er ny og blir laget sammen med eierne av anleggene.
    `,
    K5: prose`
      Tabellen viser kommunens egne planbehov. Arbeidet blir ledet av kommunalområdet for by og samfunn, med to årsverk til overordnet planlegging.
    `,
    K6: prose`
      Eldre temaplaner som er tatt opp i andre planer, blir opphevet: trafikksikkerhet blir en del av mobilitetsplanen, og boligplanen blir en del av samfunnsdelen.
    `,
  },
  masterPlan: { societal: 'full', landUse: 'partly' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'full',
      priority: 1,
      start: '2028-2',
      done: '2029-2',
      why: 'Mål og befolkningsgrunnlag må fornyes.',
      by: 'Kommunedirektørens stab',
      basis: 'pbl § 11-2',
      goals: [3, 11, 17],
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'partial',
      priority: 2,
      start: '2030-1',
      done: '2031-2',
      why: 'Hovedgrepet står. Overvann, fritidsboliger og næringsareal skal vurderes.',
      by: 'By og samfunn',
      basis: 'pbl § 11-5',
      goals: [11, 13, 15],
      with: ['3440', '3441'],
    }),
    row('Kommunedelplan for sentrum', 'Kommunedelplan for sentrum', 'sub-plan-area', {
      need: 'roll',
      priority: 2,
      start: '2029-2',
      done: '2030-2',
      why: 'Byggehøyder, gateløp og byliv må ses samlet.',
      by: 'By og samfunn',
      resource: 'external',
      goals: [9, 11],
    }),
    row('Temaplan klima og energi', 'Temaplan klima og energi', 'climate', {
      need: 'roll',
      priority: 2,
      start: '2029-1',
      done: '2030-1',
      why: 'Inngår i den felles planen med egne tiltak.',
      by: 'By og samfunn',
      goals: [7, 13],
      with: ['3440'],
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
        why: 'Felles analyse med Gausdal og Øyer.',
        by: 'Beredskapskoordinator',
        basis: 'sivilbeskyttelsesloven § 14',
        goals: [11, 13],
        with: ['3441', '3440'],
        resource: 'shared',
      },
    ),
    row('Temaplan for OL-anleggene', 'Temaplan for OL-anlegga', 'culture', {
      need: 'new',
      priority: 2,
      start: '2029-2',
      done: '2030-2',
      why: 'Vedlikehold, eierskap og framtidig bruk er ikke samlet noe sted.',
      by: 'Kultur og idrett',
      goals: [3, 11, 12],
      with: ['3440', '3439'],
    }),
    row('Plan for trafikksikkerhet', 'Plan for trafikktryggleik', 'traffic', {
      need: 'merge',
      priority: 3,
      why: 'Blir en del av mobilitetsplanen.',
      by: 'By og samfunn',
      goals: [3, 11],
      status: 'dropped',
    }),
  ],
  decisionPoints: [
    'Kommuneplanens samfunnsdel skal revideres helt, og arealdelen skal revideres delvis, jf. plan- og bygningsloven § 10-1 tredje ledd.',
    'Kommunestyret ber kommunedirektøren legge fram forslag til finansiering av temaplanen for OL-anleggene i økonomiplanen for 2029–2032.',
  ],
}
