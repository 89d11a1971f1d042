// The names of events as button texts, verb first, and as what happened in a journal.
import type { ProcessKind } from './act.ts'
import type { Words } from './lang.ts'

type Act = { do: Words; done: Words }

const act = (
  nb: string,
  nn: string,
  en: string,
  done: [nb: string, nn: string, en: string],
): Act => ({ do: { nb, nn, en }, done: { nb: done[0], nn: done[1], en: done[2] } })

const correct = act('Rett en registrering', 'Rett ei registrering', 'Correct an entry', [
  'En registrering er rettet',
  'Ei registrering er retta',
  'An entry was corrected',
])

const migrated = act('Flytt til ny versjon', 'Flytt til ny versjon', 'Move to a new version', [
  'Saken følger en ny versjon av framgangsmåten',
  'Saka følgjer ein ny versjon av framgangsmåten',
  'The case follows a new version of the procedure',
])

const erased = act('Slett ord i journalen', 'Slett ord i journalen', 'Erase words in the journal', [
  'Ord i journalen er slettet',
  'Ord i journalen er sletta',
  'Words in the journal were erased',
])

/// `do` is the button, `done` the line in the journal.
export const eventWords: Record<ProcessKind, { [type: string]: Act }> = {
  strategy: {
    invite: act('Inviter kommunen', 'Inviter kommunen', 'Invite the municipality', [
      'Kommunen er invitert',
      'Kommunen er invitert',
      'The municipality was invited',
    ]),
    'start-knowledge-base': act(
      'Start arbeidet med kunnskapsgrunnlaget',
      'Start arbeidet med kunnskapsgrunnlaget',
      'Start the knowledge base',
      [
        'Arbeidet med kunnskapsgrunnlaget er i gang',
        'Arbeidet med kunnskapsgrunnlaget er i gang',
        'Work on the knowledge base began',
      ],
    ),
    'start-drafting': act('Start skrivingen', 'Start skrivinga', 'Start drafting', [
      'Skrivingen er i gang',
      'Skrivinga er i gang',
      'Drafting began',
    ]),
    'start-review': act(
      'Send til felles kvalitetssikring',
      'Send til felles kvalitetssikring',
      'Send to joint review',
      [
        'Sendt til felles kvalitetssikring',
        'Sendt til felles kvalitetssikring',
        'Sent to joint review',
      ],
    ),
    'return-to-drafting': act(
      'Gå tilbake til skriving',
      'Gå tilbake til skriving',
      'Go back to drafting',
      ['Tilbake til skriving', 'Tilbake til skriving', 'Back to drafting'],
    ),
    'record-steering-decision': act(
      'Registrer styringsgruppens beslutning',
      'Registrer avgjerda til styringsgruppa',
      'Record the steering group’s decision',
      [
        'Styringsgruppens beslutning er registrert',
        'Avgjerda til styringsgruppa er registrert',
        'Decision of the steering group recorded',
      ],
    ),
    'freeze-consultation-draft': act(
      'Lås høringsutkastet',
      'Lås høyringsutkastet',
      'Freeze the consultation draft',
      ['Høringsutkastet er låst', 'Høyringsutkastet er låst', 'Consultation draft frozen'],
    ),
    'new-round': act('Start en ny runde', 'Start ein ny runde', 'Start a new round', [
      'En ny runde er i gang',
      'Ein ny runde er i gang',
      'A new round began',
    ]),
    'freeze-final-proposal': act(
      'Lås det endelige forslaget',
      'Lås det endelege framlegget',
      'Freeze the final proposal',
      [
        'Det endelige forslaget er låst',
        'Det endelege framlegget er låst',
        'Final proposal frozen',
      ],
    ),
    'reopen-proposal': act(
      'Åpne forslaget igjen',
      'Opne framlegget att',
      'Open the proposal again',
      ['Forslaget er åpnet igjen', 'Framlegget er opna att', 'The proposal was opened again'],
    ),
    'open-harmonisation': act('Start harmonisering', 'Start harmonisering', 'Open harmonisation', [
      'Harmoniseringen er i gang',
      'Harmoniseringa er i gang',
      'Harmonisation opened',
    ]),
    'close-harmonisation': act(
      'Avslutt harmoniseringen',
      'Avslutt harmoniseringa',
      'Close harmonisation',
      ['Harmoniseringen er avsluttet', 'Harmoniseringa er avslutta', 'Harmonisation closed'],
    ),
    'set-closing-date': act('Sett sluttdato', 'Set sluttdato', 'Set the closing date', [
      'Sluttdatoen er satt',
      'Sluttdatoen er sett',
      'Closing date set',
    ]),
    'publish-compiled-edition': act(
      'Publiser samlet utgave',
      'Publiser samla utgåve',
      'Publish the compiled edition',
      ['Samlet utgave er publisert', 'Samla utgåve er publisert', 'Compiled edition published'],
    ),
    end: act('Avslutt fellesarbeidet', 'Avslutt fellesarbeidet', 'Close the joint work', [
      'Fellesarbeidet er avsluttet',
      'Fellesarbeidet er avslutta',
      'The joint work was closed',
    ]),
    stop: act('Stans fellesarbeidet', 'Stans fellesarbeidet', 'Stop the joint work', [
      'Fellesarbeidet er stanset',
      'Fellesarbeidet er stansa',
      'The joint work was stopped',
    ]),
    correct,
    'definition-migrated': migrated,
    'words-erased': erased,
    'state-derived': act('Oppdater tilstanden', 'Oppdater tilstanden', 'Update the state', [
      'Tilstanden fulgte av kommunene',
      'Tilstanden følgde av kommunane',
      'The state followed from the municipalities',
    ]),
  },
  participation: {
    join: act(
      'Registrer at kommunen deltar',
      'Registrer at kommunen deltek',
      'Record that the municipality takes part',
      ['Kommunen deltar', 'Kommunen deltek', 'The municipality takes part'],
    ),
    'go-alone': act('Registrer egen prosess', 'Registrer eigen prosess', 'Record an own process', [
      'Kommunen lager planstrategien i egen prosess',
      'Kommunen lagar planstrategien i eigen prosess',
      'The municipality makes its strategy on its own',
    ]),
    'start-own-part': act(
      'Start på kommunedelen',
      'Start på kommunedelen',
      'Start the municipal part',
      [
        'Arbeidet med kommunedelen er i gang',
        'Arbeidet med kommunedelen er i gang',
        'Work on the municipal part began',
      ],
    ),
    'choose-master-plan': act(
      'Velg hva som skal skje med kommuneplanen',
      'Vel kva som skal skje med kommuneplanen',
      'Choose what to do with the master plan',
      [
        'Valget om kommuneplanen er registrert',
        'Valet om kommuneplanen er registrert',
        'Choice about the master plan recorded',
      ],
    ),
    'freeze-own-part': act('Lås kommunedelen', 'Lås kommunedelen', 'Freeze the municipal part', [
      'Kommunedelen er låst',
      'Kommunedelen er låst',
      'Municipal part frozen',
    ]),
    'classify-changes': act(
      'Klassifiser endringene',
      'Klassifiser endringane',
      'Classify the changes',
      ['Endringene er klassifisert', 'Endringane er klassifiserte', 'Changes classified'],
    ),
    'submit-for-first-treatment': act(
      'Send til førstegangsbehandling',
      'Send til førstegongshandsaming',
      'Send to first treatment',
      [
        'Sendt til førstegangsbehandling',
        'Sendt til førstegongshandsaming',
        'Sent to first treatment',
      ],
    ),
    'record-first-treatment': act(
      'Registrer førstegangsbehandlingen',
      'Registrer førstegongshandsaminga',
      'Record the first treatment',
      [
        'Førstegangsbehandlingen er registrert',
        'Førstegongshandsaminga er registrert',
        'First treatment recorded',
      ],
    ),
    recall: act('Trekk saken tilbake', 'Trekk saka tilbake', 'Recall the case', [
      'Saken er trukket tilbake før kunngjøring',
      'Saka er trekt tilbake før kunngjering',
      'Recalled before publication',
    ]),
    'record-publication': act(
      'Registrer kunngjøringen',
      'Registrer kunngjeringa',
      'Record the publication',
      [
        'Forslaget er gjort offentlig',
        'Framlegget er gjort offentleg',
        'The proposal was made public',
      ],
    ),
    'record-asking': act(
      'Registrer hvem som er spurt tidligere',
      'Registrer kven som er spurde tidlegare',
      'Record who was asked earlier',
      ['Disse er spurt tidligere', 'Desse er spurde tidlegare', 'Asked earlier'],
    ),
    'extend-deadline': act(
      'Forleng høringsfristen',
      'Forleng høyringsfristen',
      'Extend the deadline',
      ['Høringsfristen er forlenget', 'Høyringsfristen er forlengd', 'Deadline extended'],
    ),
    'close-consultation': act(
      'Avslutt høringen før fristen',
      'Avslutt høyringa før fristen',
      'Close the consultation early',
      [
        'Høringen er avsluttet før fristen',
        'Høyringa er avslutta før fristen',
        'Consultation closed early',
      ],
    ),
    'reopen-consultation': act(
      'Åpne høringen igjen',
      'Opne høyringa att',
      'Reopen the consultation',
      ['Høringen er åpnet igjen', 'Høyringa er opna att', 'Consultation reopened'],
    ),
    'break-off-consultation': act(
      'Avbryt høringen',
      'Avbryt høyringa',
      'Break off the consultation',
      ['Høringen er avbrutt', 'Høyringa er avbroten', 'Consultation broken off'],
    ),
    'start-new-round': act(
      'Start en ny høringsrunde',
      'Start ein ny høyringsrunde',
      'Start a new consultation round',
      [
        'En ny høringsrunde er i gang',
        'Ein ny høyringsrunde er i gang',
        'A new consultation round began',
      ],
    ),
    'start-treating': act(
      'Start merknadsbehandlingen',
      'Start merknadshandsaminga',
      'Start treating submissions',
      [
        'Merknadsbehandlingen er i gang',
        'Merknadshandsaminga er i gang',
        'Treating submissions began',
      ],
    ),
    'submit-for-recommendation': act(
      'Send til innstilling',
      'Send til innstilling',
      'Send for recommendation',
      ['Sendt til innstilling', 'Sendt til innstilling', 'Sent for recommendation'],
    ),
    'record-recommendation': act(
      'Registrer innstillingen',
      'Registrer innstillinga',
      'Record the recommendation',
      [
        'Innstilling eller uttalelse er registrert',
        'Innstilling eller fråsegn er registrert',
        'Recommendation or statement recorded',
      ],
    ),
    'return-to-treating': act(
      'Send tilbake til merknadsbehandling',
      'Send tilbake til merknadshandsaming',
      'Send back to treating submissions',
      [
        'Sendt tilbake til merknadsbehandling',
        'Sendt tilbake til merknadshandsaming',
        'Sent back to treating submissions',
      ],
    ),
    'schedule-council': act(
      'Sett saken på sakliste',
      'Set saka på sakliste',
      'Put the case on the agenda',
      ['Saken er satt på sakliste', 'Saka er sett på sakliste', 'Put on the council’s agenda'],
    ),
    'move-meeting': act('Flytt møtet', 'Flytt møtet', 'Move the meeting', [
      'Møtet er flyttet',
      'Møtet er flytta',
      'Meeting moved',
    ]),
    'take-off-agenda': act(
      'Ta saken av saklisten',
      'Ta saka av saklista',
      'Take the case off the agenda',
      ['Saken er tatt av saklisten', 'Saka er teken av saklista', 'Taken off the agenda'],
    ),
    'record-decision': act(
      'Registrer kommunestyrets vedtak',
      'Registrer kommunestyrevedtaket',
      'Record the council’s decision',
      [
        'Kommunestyrets behandling er registrert',
        'Handsaminga i kommunestyret er registrert',
        'The council’s treatment was recorded',
      ],
    ),
    'confirm-adopted-text': act(
      'Bekreft vedtatt tekst',
      'Stadfest vedteken tekst',
      'Confirm the adopted text',
      ['Vedtatt tekst er bekreftet', 'Vedteken tekst er stadfest', 'Adopted text confirmed'],
    ),
    'classify-decision': act(
      'Klassifiser vedtaket',
      'Klassifiser vedtaket',
      'Classify the decision',
      ['Vedtaket er klassifisert', 'Vedtaket er klassifisert', 'Decision classified'],
    ),
    resume: act('Ta opp igjen arbeidet', 'Ta opp att arbeidet', 'Resume work', [
      'Arbeidet er tatt opp igjen',
      'Arbeidet er teke opp att',
      'Work resumed',
    ]),
    'treat-again': act('Behandle saken på nytt', 'Handsam saka på nytt', 'Treat the case again', [
      'Saken behandles på nytt',
      'Saka blir handsama på nytt',
      'The case is treated again',
    ]),
    'record-annulment': act(
      'Registrer at vedtaket er opphevet',
      'Registrer at vedtaket er oppheva',
      'Record the annulment',
      ['Vedtaket er opphevet', 'Vedtaket er oppheva', 'Decision annulled'],
    ),
    'record-announcement': act(
      'Registrer kunngjøring av vedtaket',
      'Registrer kunngjering av vedtaket',
      'Record the announcement',
      [
        'Vedtaket er kunngjort og sendt',
        'Vedtaket er kunngjort og sendt',
        'Decision announced and sent',
      ],
    ),
    'record-adjustment': act('Registrer justering', 'Registrer justering', 'Record an adjustment', [
      'Planstrategien er justert',
      'Planstrategien er justert',
      'Strategy adjusted',
    ]),
    'fix-planning-programme': act(
      'Registrer at planprogrammet er fastsatt',
      'Registrer at planprogrammet er fastsett',
      'Record the planning programme',
      ['Planprogrammet er fastsatt', 'Planprogrammet er fastsett', 'Planning programme fixed'],
    ),
    'note-legality-review': act(
      'Registrer krav om lovlighetskontroll',
      'Registrer krav om lovlegkontroll',
      'Record a legality review',
      ['Lovlighetskontroll er krevd', 'Lovlegkontroll er kravd', 'Legality review demanded'],
    ),
    'settle-legality-review': act(
      'Registrer utfallet av lovlighetskontrollen',
      'Registrer utfallet av lovlegkontrollen',
      'Record the outcome of the review',
      ['Lovlighetskontrollen er avgjort', 'Lovlegkontrollen er avgjord', 'Legality review settled'],
    ),
    withdraw: act(
      'Trekk kommunen fra fellesarbeidet',
      'Trekk kommunen frå fellesarbeidet',
      'Withdraw from the joint work',
      ['Kommunen har trukket seg', 'Kommunen har trekt seg', 'The municipality has withdrawn'],
    ),
    'take-back-withdrawal': act(
      'Ta tilbake at kommunen trakk seg',
      'Ta tilbake at kommunen trekte seg',
      'Take back the withdrawal',
      ['Kommunen er med igjen', 'Kommunen er med att', 'The withdrawal was taken back'],
    ),
    correct,
    'definition-migrated': migrated,
    'words-erased': erased,
    'deadline-passed': act('Avslutt høringen', 'Avslutt høyringa', 'Close the consultation', [
      'Høringsfristen gikk ut',
      'Høyringsfristen gjekk ut',
      'The consultation deadline passed',
    ]),
    'notice-ended': act('Avslutt varselet', 'Avslutt varselet', 'End the notice', [
      'Varselet om å trekke seg er ute',
      'Varselet om å trekkje seg er ute',
      'The notice of withdrawal ended',
    ]),
    'become-current': act('Gjør gjeldende', 'Gjer gjeldande', 'Make current', [
      'Planstrategien er kunngjort som gjeldende',
      'Planstrategien er kunngjord som gjeldande',
      'The strategy is current',
    ]),
    replaced: act('Erstatt', 'Erstatt', 'Replace', [
      'En nyere planstrategi har erstattet denne',
      'Ein nyare planstrategi har erstatta denne',
      'A newer strategy replaced this one',
    ]),
  },
}
