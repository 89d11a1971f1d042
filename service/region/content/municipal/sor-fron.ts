// Sør-Fron's own part: Hundorp and Dale-Gudbrand, power and farming, a plan that is kept.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nb')

export const sorFron: MunicipalPart = {
  number: '3438',
  language: 'nb',
  text: {
    K1: prose`
      Sør-Fron er en liten kommune med Hundorp som sentrum og med Dale-Gudbrands gard som møtested i over tusen år. Kraftverket i Harpefoss, skog og landbruk og fjellområdene mot Gålå gir arbeid og inntekter.
      ## Utfordringer som skiller seg fra de andre kommunenes
      - Få søkere til stillinger i tekniske fag. Planarbeid må deles med nabokommunene.
      - E6 går gjennom Hundorp. Trygge kryssinger og et roligere sentrum står høyt hos dem som bor her.
      - Kraftproduksjonen gir inntekter, men nettet setter grenser for ny næring.
      - Fjellområdene deles med nabokommunen, og de må planlegges under ett.
    `,
    K2: prose`
      Planstrategien ble fulgt opp med en midtveisjustering i kommunestyret. Det virket godt: Vi fikk status, tok ut planer det ikke var behov for, og flyttet midler dit de trengtes. Den måten å arbeide på tar vi med oss inn i det felles arbeidet.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen videreføres uten endringer. Målene er dekkende og i bruk.
      ## Arealdelen
      Arealdelen videreføres uten endringer i denne perioden. Det er nok regulert areal til boliger og næring. Resultatet av den felles planen for flom og skred kan gi grunn til en ny vurdering ved midtveisjusteringen.
    `,
    K4: prose`
      Hovedplan for vann og avløp starter først. Kommunedelplan for fjellområdene skal samordnes med Nord-Fron, slik at løyper, vei og vann blir løst sammen.
    `,
    K5: prose`
      Tabellen viser kommunens egne planbehov. Det er færre planer enn i forrige periode, med vilje.
    `,
    K6: prose`
      Plan for idrett og friluftsliv og plan for kulturminner slås sammen til én plan.
    `,
  },
  masterPlan: { societal: 'unchanged', landUse: 'unchanged' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'unchanged',
      priority: 3,
      why: 'Målene er dekkende og i bruk.',
      by: 'Kommunedirektøren',
      basis: 'pbl § 11-2',
      goals: [11],
      status: 'adopted',
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'unchanged',
      priority: 3,
      why: 'Nok regulert areal. Vurderes på nytt når planen for flom og skred er klar.',
      by: 'Samfunn og teknisk',
      basis: 'pbl § 11-5',
      goals: [11, 15],
      status: 'adopted',
    }),
    row('Hovedplan for vann og avløp', 'Hovudplan for vatn og avløp', 'water', {
      need: 'roll',
      priority: 1,
      start: '2029-1',
      done: '2029-2',
      why: 'Ledningsnettet må fornyes i riktig rekkefølge.',
      by: 'Samfunn og teknisk',
      goals: [6, 9],
    }),
    row('Klima- og energiplan', 'Klima- og energiplan', 'climate', {
      need: 'roll',
      priority: 2,
      start: '2030-2',
      done: '2031-1',
      why: 'Lokale tiltak til den felles planen.',
      by: 'Samfunn og teknisk',
      goals: [7, 13],
      with: ['3436', '3439'],
    }),
    row('Kommunedelplan for fjellområdene', 'Kommunedelplan for fjellområda', 'sub-plan-area', {
      need: 'partial',
      priority: 2,
      start: '2029-2',
      done: '2030-2',
      why: 'Løyper, vei og vann må løses sammen med nabokommunen.',
      by: 'Samfunn og teknisk',
      goals: [11, 15],
      with: ['3436'],
      resource: 'shared',
    }),
    row(
      'Plan for kultur, idrett og friluftsliv',
      'Plan for kultur, idrett og friluftsliv',
      'culture',
      {
        need: 'merge',
        priority: 3,
        start: '2030-1',
        done: '2030-2',
        why: 'To planer blir til én, med oversikt etter kulturlova.',
        by: 'Oppvekst og kultur',
        basis: 'kulturlova § 4',
        goals: [3, 11],
      },
    ),
  ],
  decisionPoints: [
    'Kommuneplanens samfunnsdel og arealdel videreføres uten endringer, jf. plan- og bygningsloven § 10-1 tredje ledd.',
    'Kommunestyret skal ha en midtveisjustering av planstrategien til behandling innen 1. juli 2030.',
  ],
}
