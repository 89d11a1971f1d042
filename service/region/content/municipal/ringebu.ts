// Ringebu's own part: the stave church, Kvitfjell and Venabygdsfjellet, and the reindeer of Rondane.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nb')

export const ringebu: MunicipalPart = {
  number: '3439',
  language: 'nb',
  text: {
    K1: prose`
      Ringebu har to tettsteder med jernbanestasjon, Ringebu og Fåvang, og to store fjellområder, Kvitfjell og Venabygdsfjellet. Ringebu stavkirke er et landemerke. Sentrum i Ringebu er kjent for små butikker i gammel trehusbebyggelse.
      ## Utfordringer som skiller seg fra de andre kommunenes
      - Kvitfjell har internasjonale renn og stor utbygging. Trafikk, vann og avløp må henge med.
      - Venabygdsfjellet ligger tett på villreinen i Rondane. Ferdselen må styres bedre enn i dag.
      - Våla og Frya har gjort stor skade ved flom, også i sentrum.
      - Fåvang trenger en ny giv som bosted.
    `,
    K2: prose`
      Forrige planstrategi var kort og tydelig. Den ble fulgt opp i økonomiplanen, og de viktigste planene ble laget. Arealdelen ble utsatt på grunn av mangel på planleggere.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen skal revideres helt, men først etter at arealdelen er i gang. Vi vil bruke erfaringene fra det felles rådet for deltidsinnbyggere.
      ## Arealdelen
      Arealdelen skal revideres helt og er den viktigste planoppgaven i perioden. Fritidsboliger i Kvitfjell og på Venabygdsfjellet skal vurderes samlet.
    `,
    K4: prose`
      Kommunedelplanene for Kvitfjell og Venabygdsfjellet blir vurdert sammen med arealdelen. Hovedplan for vann og avløp må på plass før nye områder blir åpnet.
    `,
    K5: prose`
      Tabellen viser kommunens egne planbehov. Plan- og teknisk avdeling leder arbeidet. Vi deler kompetanse med Sør-Fron og Nord-Fron.
    `,
    K6: prose`
      Kommunedelplan for Ringebu sentrum går ut når områdereguleringen er vedtatt. Eldre trafikkplan oppheves.
    `,
  },
  masterPlan: { societal: 'full', landUse: 'full' },
  needs: [
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'full',
      priority: 1,
      start: '2029-1',
      done: '2030-2',
      why: 'Utsatt fra forrige periode. Villrein, flom og fritidsboliger må avklares.',
      by: 'Plan og teknisk',
      basis: 'pbl § 11-5',
      goals: [11, 13, 15],
      with: ['3438', '3436'],
      resource: 'shared',
    }),
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'full',
      priority: 2,
      start: '2030-1',
      done: '2031-1',
      why: 'Bygger på arealdelen og på rådet for deltidsinnbyggere.',
      by: 'Kommunedirektøren',
      basis: 'pbl § 11-2',
      goals: [3, 11, 17],
    }),
    row('Hovedplan for vann og avløp', 'Hovudplan for vatn og avløp', 'water', {
      need: 'new',
      priority: 1,
      start: '2029-2',
      done: '2030-1',
      why: 'Må være klar før nye områder i Kvitfjell.',
      by: 'Plan og teknisk',
      resource: 'external',
      goals: [6, 9],
    }),
    row('Områderegulering Ringebu sentrum', 'Områderegulering Ringebu sentrum', 'zoning', {
      need: 'new',
      priority: 2,
      start: '2030-1',
      done: '2031-1',
      why: 'Flomsikring, trehusmiljø og stasjonsområdet må ses samlet.',
      by: 'Plan og teknisk',
      basis: 'pbl § 12-2',
      goals: [11, 13],
    }),
    row(
      'Temaplan for ferdsel på Venabygdsfjellet',
      'Temaplan for ferdsel på Venabygdsfjellet',
      'nature',
      {
        need: 'new',
        priority: 2,
        start: '2029-2',
        done: '2030-2',
        why: 'Løyper og parkering må legges slik at villreinen får ro.',
        by: 'Plan og teknisk',
        goals: [15],
        with: ['3438', '3440'],
      },
    ),
  ],
  decisionPoints: [
    'Kommuneplanens samfunnsdel og arealdel skal begge revideres helt, jf. plan- og bygningsloven § 10-1 tredje ledd.',
    'Kommunestyret ber om at villreinnemnda og nasjonalparkstyret blir invitert før planprogrammet for arealdelen sendes på høring.',
  ],
}
