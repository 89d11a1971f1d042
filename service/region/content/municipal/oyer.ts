// Øyer's own part: Hafjell and Hunderfossen, growth in the mountains, farming in the valley.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nb')

export const oyer: MunicipalPart = {
  number: '3440',
  language: 'nb',
  text: {
    K1: prose`
      Øyer er en landbruks- og reiselivskommune med Hafjell og Hunderfossen som drivkraft. I helger og ferier kan det være flere mennesker i Øyerfjellet og Hafjell enn det bor i kommunen. Øyer sentrum og Tretten er de to tettstedene.
      ## Utfordringer som skiller seg fra de andre kommunenes
      - Utbyggingen i Hafjell og Øyerfjellet stiller krav til vann, avløp, strøm og vei som må løses før det bygges mer.
      - Setring og beite skal kunne drives videre i områder med mange fritidsboliger.
      - Etter at Tretten bru falt i 2022, vet alle hvor sårbar dalen er når én forbindelse blir borte.
      - Sesongarbeidere og unge familier mangler boliger de har råd til.
    `,
    K2: prose`
      Planstrategien fra forrige periode ga et godt kunnskapsgrunnlag og en samlet oversikt over det interkommunale samarbeidet. Kommunedelplanen som ble sendt tilbake i 2022, lærte oss å avklare de vanskelige spørsmålene med politikerne før høring.
      Arbeidet med vann og avløp tok mer av planressursene enn vi hadde regnet med.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen skal revideres helt. Den må ta stilling til hvor mye vekst kommunen ønsker, og hva slags vekst.
      ## Arealdelen
      Arealdelen skal revideres delvis. Revisjonen gjelder Hafjell, Øyerfjellet og de to tettstedene. Ubebygde områder for fritidsboliger skal vurderes på nytt etter de felles kriteriene, og kan bli tatt ut.
    `,
    K4: prose`
      Temaplan for klima og energi er ny og blir laget sammen med Lillehammer. Helhetlig risiko- og sårbarhetsanalyse blir rullert sammen med Gausdal og Lillehammer. Plan for helse og omsorg blir fornyet i slutten av perioden.
    `,
    K5: prose`
      Tabellen viser kommunens egne planbehov. Kommunalområde samfunn leder arbeidet. Arealdelen og samfunnsdelen starter samtidig for å bruke medvirkningen to ganger.
    `,
    K6: prose`
      Kommunedelplanen for Øyer sør går ut når arealdelen er vedtatt. Boligpolitisk handlingsplan blir tatt inn i samfunnsdelen og oppheves.
    `,
  },
  masterPlan: { societal: 'full', landUse: 'partly' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      adopted: { year: 2022, reference: 'KS 61/2022' },
      valid: { from: 2022, to: 2040 },
      need: 'full',
      priority: 1,
      start: '2029-1',
      done: '2029-2',
      why: 'Utdatert befolkningsgrunnlag. Veksten i fritidsboliger må drøftes.',
      by: 'Kommunalområde samfunn',
      basis: 'pbl § 11-1',
      goals: [3, 11],
      status: 'in-progress',
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'partial',
      priority: 1,
      start: '2029-1',
      done: '2030-2',
      why: 'Hafjell, Øyerfjellet og tettstedene må vurderes etter de felles kriteriene.',
      by: 'Kommunalområde samfunn',
      basis: 'pbl § 11-1',
      goals: [11, 13, 15],
      with: ['3441', '3405'],
    }),
    row('Temaplan klima og energi', 'Temaplan klima og energi', 'climate', {
      need: 'new',
      priority: 2,
      start: '2029-1',
      done: '2030-1',
      why: 'Kommunen mangler en samlet plan for utslipp og klimatilpasning.',
      by: 'Kommunalområde samfunn',
      goals: [7, 13],
      with: ['3405'],
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
        why: 'Felles analyse fra 2019 skal rulleres.',
        by: 'Beredskapskoordinator',
        basis: 'sivilbeskyttelsesloven § 14',
        goals: [11, 13],
        with: ['3441', '3405'],
        resource: 'shared',
      },
    ),
    row('Plan for helse og omsorg', 'Plan for helse og omsorg', 'health', {
      need: 'roll',
      priority: 2,
      start: '2030-2',
      done: '2031-2',
      why: 'Bemanning og boformer må ses samlet med Gausdal og Lillehammer.',
      by: 'Helse og omsorg',
      goals: [3, 10],
    }),
    row(
      'Kommunedelplan for stier og løyper',
      'Kommunedelplan for stiar og løyper',
      'sub-plan-theme',
      {
        theme: 'traffic',
        need: 'new',
        priority: 3,
        start: '2030-2',
        done: '2031-2',
        why: 'Beite, ferdsel og vilt trenger avklarte traseer.',
        by: 'Kommunalområde samfunn',
        goals: [3, 15],
        with: ['3439'],
      },
    ),
    row('Kommunedelplan for Øyer sør', 'Kommunedelplan for Øyer sør', 'sub-plan-area', {
      need: 'repeal',
      priority: 3,
      why: 'Går inn i arealdelen.',
      by: 'Kommunalområde samfunn',
      status: 'dropped',
    }),
  ],
  decisionPoints: [
    'Kommuneplanens samfunnsdel skal revideres helt, og arealdelen skal revideres delvis, jf. plan- og bygningsloven § 10-1 tredje ledd.',
    'Kommunestyret legger til grunn at nye områder for fritidsboliger ikke tas inn i arealdelen før kapasiteten i vann og avløp er dokumentert.',
  ],
}
