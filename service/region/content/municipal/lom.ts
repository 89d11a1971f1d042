// Lom's own part, in nynorsk: the stave church, the national park village, Galdhøpiggen, a planning office shared with Skjåk.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nn')

export const lom: MunicipalPart = {
  number: '3434',
  language: 'nn',
  text: {
    K1: prose`
      Lom er nasjonalparklandsby, med stavkyrkja, Norsk fjellsenter og innfallsporten til Jotunheimen. Galdhøpiggen, Sognefjellet og Bøverdalen dreg folk frå heile verda, og isbreane gjev frå seg funn som gjer bygda kjend for brearkeologi. Landbruk med mjølk og potet er den andre berebjelken.
      ## Utfordringar som skil seg frå dei andre kommunane sine
      - Sesongen er kort og intens. Fossbergom må fungere både for dei som bur der og for dei som stansar ein time.
      - Store verneområde gjer at lite areal kan byggjast ut. Det som er att, er ofte dyrka jord.
      - Breane minkar, og elvane endrar seg. Flaum og skred må vurderast på nytt.
      - Sesongtilsette treng ein stad å bu, og nokre av dei vil gjerne bli.
    `,
    K2: prose`
      Førre planstrategi vart nytta som arbeidsliste for det felles plankontoret med Skjåk. Vi gjorde det vi skulle med arealplanane, men temaplanane kom i skuggen. Dialogen på nett, der innbyggjarane kunne seie si meining anonymt, gav fleire stemmer enn vi er vane med.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen skal reviderast heilt. Han skal seie kva for eit besøk bygda toler, og korleis ungdom skal få bustad og arbeid her.
      ## Arealdelen
      Arealdelen skal reviderast delvis, seint i perioden. Vi ventar på kunnskap om flaum og skred og på den felles arealrekneskapen.
    `,
    K4: prose`
      Hovudplan for vatn og avløp og heilskapleg risiko- og sårbarheitsanalyse blir laga saman med Skjåk. Plan for fossilfri ferdsel til fjells er ny.
    `,
    K5: prose`
      Tabellen viser kommunen sine eigne planbehov. Det felles plankontoret for Lom og Skjåk leier arbeidet. Planar for dei to kommunane blir lagde slik at dei ikkje toppar seg samstundes.
    `,
    K6: prose`
      Kommunedelplan for Bøverdalen går ut når arealdelen er revidert. Stiplanen blir slått saman med plan for ferdsel til fjells.
    `,
  },
  masterPlan: { societal: 'full', landUse: 'partly' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'full',
      priority: 1,
      start: '2028-2',
      done: '2029-2',
      why: 'Besøk, bustad og arbeid for ungdom må drøftast på nytt.',
      by: 'Plankontoret for Lom og Skjåk',
      basis: 'pbl § 11-2',
      goals: [8, 11],
      resource: 'shared',
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'partial',
      priority: 2,
      start: '2030-2',
      done: '2031-2',
      why: 'Ventar på kunnskap om flaum og skred og på arealrekneskapen.',
      by: 'Plankontoret for Lom og Skjåk',
      basis: 'pbl § 11-5',
      goals: [11, 13, 15],
      with: ['3433'],
      resource: 'shared',
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
        why: 'Breane minkar, og elvane endrar seg.',
        by: 'Beredskapskoordinator',
        basis: 'sivilbeskyttelsesloven § 14',
        goals: [11, 13],
        with: ['3433'],
        resource: 'shared',
      },
    ),
    row('Hovedplan for vann og avløp', 'Hovudplan for vatn og avløp', 'water', {
      need: 'roll',
      priority: 2,
      start: '2030-1',
      done: '2030-2',
      why: 'Sesongtoppane avgjer kor stort anlegget må vere.',
      by: 'Teknisk etat',
      goals: [6, 9],
      with: ['3433'],
    }),
    row('Plan for ferdsel til fjells', 'Plan for ferdsel til fjells', 'traffic', {
      need: 'new',
      priority: 2,
      start: '2029-2',
      done: '2030-2',
      why: 'Buss, parkering og stiar inn mot Jotunheimen.',
      by: 'Plankontoret for Lom og Skjåk',
      goals: [12, 13, 15],
      with: ['3435'],
    }),
  ],
  decisionPoints: [
    'Samfunnsdelen i kommuneplanen skal reviderast heilt, og arealdelen skal reviderast delvis, jf. plan- og bygningslova § 10-1 tredje ledd.',
    'Kommunestyret ber plankontoret samordne framdrifta med Skjåk.',
  ],
}
