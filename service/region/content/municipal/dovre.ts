// Dovre's own part: Dovrefjell and the musk oxen, Dombås where the roads and railways meet.
import { prose } from '../block.ts'
import { rowsIn, type MunicipalPart } from '../municipal-part.ts'

const row = rowsIn('nb')

export const dovre: MunicipalPart = {
  number: '3431',
  language: 'nb',
  text: {
    K1: prose`
      Dovre er fjellkommunen der E6 og E136, Dovrebanen og Raumabanen møtes. Dombås er trafikknutepunktet, Dovre er kirkebygda, og Hjerkinn er inngangen til Dovrefjell. Moskusen, villreinen og pilegrimsleden gjør kommunen kjent. Tilbakeføringen av skytefeltet på Hjerkinn til natur er en av de største i landet.
      ## Utfordringer som skiller seg fra de andre kommunenes
      - Besøket til moskus og Snøhetta vokser. Ferdselen må legges slik at villreinen får ro.
      - Dombås lever av gjennomfart. Ny teknologi for tungtransport krever areal og strøm.
      - Folketallet går ned, og hver familie som flytter hit, teller.
      - Vassdragene fra Dovrefjell kan flomme samtidig som vei og bane er stengt.
    `,
    K2: prose`
      Kommunestyret behandlet selv utlegging av forrige planstrategi. Det ga et tydelig eierskap. Planene for oppvekst ble gjennomført, mens arealdelen måtte vente på avklaringer om villrein.
    `,
    K3: prose`
      ## Samfunnsdelen
      Samfunnsdelen skal revideres helt. Den skal bygges rundt bosetting, nasjonalparkene og rollen som knutepunkt.
      ## Arealdelen
      Arealdelen skal revideres helt, samtidig med samfunnsdelen. Dombås, Hjerkinn og områder for fritidsboliger er hovedtemaene.
    `,
    K4: prose`
      Besøksstrategi for Dovrefjell blir laget sammen med nasjonalparkstyret. Plan for helse og omsorg blir laget med Lesja og Sel. Oppvekstplanen videreføres.
    `,
    K5: prose`
      Tabellen viser kommunens egne planbehov. Plan og næring leder arbeidet. Kommunen har få årsverk til planlegging og er avhengig av det felles nettverket.
    `,
    K6: prose`
      Kommunedelplan for Dombås sentrum går ut når arealdelen er vedtatt. Energiplanen oppheves når den felles klima- og energiplanen er vedtatt.
    `,
  },
  masterPlan: { societal: 'full', landUse: 'full' },
  needs: [
    row('Kommuneplanens samfunnsdel', 'Samfunnsdelen i kommuneplanen', 'societal', {
      need: 'full',
      priority: 1,
      start: '2029-1',
      done: '2030-1',
      why: 'Bosetting, nasjonalparker og knutepunkt skal ses samlet.',
      by: 'Plan og næring',
      basis: 'pbl § 11-2',
      goals: [8, 11],
    }),
    row('Kommuneplanens arealdel', 'Arealdelen i kommuneplanen', 'land-use', {
      need: 'full',
      priority: 1,
      start: '2029-1',
      done: '2030-2',
      why: 'Ventet på avklaringer om villrein. Dombås og Hjerkinn er hovedtema.',
      by: 'Plan og næring',
      basis: 'pbl § 11-5',
      goals: [11, 15],
      with: ['3432', '3437'],
    }),
    row('Plan for helse og omsorg', 'Plan for helse og omsorg', 'health', {
      need: 'full',
      priority: 2,
      start: '2030-1',
      done: '2031-1',
      why: 'Felles behov for fagfolk i nord.',
      by: 'Helse og omsorg',
      goals: [3],
      with: ['3437', '3432'],
      resource: 'shared',
    }),
    row('Besøksstrategi for Dovrefjell', 'Besøksstrategi for Dovrefjell', 'strategy', {
      theme: 'business',
      need: 'new',
      priority: 2,
      start: '2029-2',
      done: '2030-2',
      why: 'Moskus, Snøhetta og villrein krever styrt ferdsel.',
      by: 'Plan og næring',
      goals: [8, 15],
      with: ['3432'],
    }),
    row('Oppvekstplan', 'Oppvekstplan', 'growing-up', {
      need: 'unchanged',
      priority: 3,
      why: 'Gjennomført og i bruk.',
      by: 'Oppvekst',
      goals: [4],
      status: 'adopted',
    }),
  ],
  decisionPoints: [
    'Kommuneplanens samfunnsdel og arealdel skal begge revideres helt, jf. plan- og bygningsloven § 10-1 tredje ledd.',
    'Kommunestyret ber om at felles bestilling av kunnskapsgrunnlag for arealdelene blir prioritert høsten 2028.',
  ],
}
