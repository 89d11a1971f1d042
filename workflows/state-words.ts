// The names of states, flags and roles, as people read them (glossary, C28). State codes never stand on a page.
import type { ProcessKind, Role } from './act.ts'
import type { Words } from './lang.ts'

const same = (nb: string, nn: string, en: string): Words => ({ nb, nn, en })

export const stateWords: Record<ProcessKind, { [state: string]: Words }> = {
  strategy: {
    F10: same('Forankring', 'Forankring', 'Mandate'),
    F20: same('Kunnskapsgrunnlag', 'Kunnskapsgrunnlag', 'Knowledge base'),
    F30: same('Utarbeiding', 'Utarbeiding', 'Drafting'),
    F40: same('Felles kvalitetssikring', 'Felles kvalitetssikring', 'Joint review'),
    F50: same('Høringsutkast låst', 'Høyringsutkast låst', 'Consultation draft frozen'),
    F60: same('På høring', 'På høyring', 'Consultation period'),
    F70: same('Merknadsbehandling', 'Merknadshandsaming', 'Treating submissions'),
    F80: same('Endelig forslag låst', 'Endeleg framlegg låst', 'Final proposal frozen'),
    F90: same('Til sluttbehandling', 'Til slutthandsaming', 'In the councils'),
    F95: same('Harmonisering', 'Harmonisering', 'Harmonisation'),
    F100: same(
      'Likelydende vedtak i alle kommunene',
      'Likelydande vedtak i alle kommunane',
      'Identical decisions in all municipalities',
    ),
    F101: same('Vedtatt med avvik', 'Vedteken med avvik', 'Adopted with deviations'),
    F102: same('Delvis vedtatt', 'Delvis vedteken', 'Partly adopted'),
    F110: same('Oppfølging', 'Oppfølging', 'Follow-up'),
    F120: same('Avsluttet', 'Avslutta', 'Closed'),
    F900: same('Stanset', 'Stansa', 'Stopped'),
  },
  participation: {
    K00: same('Invitert', 'Invitert', 'Invited'),
    K10: same('Deltar', 'Deltek', 'Participating'),
    K20: same('Under utarbeiding', 'Under utarbeiding', 'Drafting own part'),
    K30: same('Til førstegangsbehandling', 'Til førstegongshandsaming', 'For first treatment'),
    K40: same('Vedtatt sendt på høring', 'Vedteke sendt på høyring', 'Approved for consultation'),
    K50: same('På høring', 'På høyring', 'In consultation'),
    K60: same('Høring avsluttet', 'Høyring avslutta', 'Consultation closed'),
    K70: same('Merknadsbehandling', 'Merknadshandsaming', 'Treating submissions'),
    K80: same('Til innstilling', 'Til innstilling', 'For recommendation'),
    K90: same('Til sluttbehandling', 'Til slutthandsaming', 'On the council’s agenda'),
    K100: same('Vedtatt uendret', 'Vedteken utan endringar', 'Adopted unchanged'),
    K101: same('Vedtatt med endringer', 'Vedteken med endringar', 'Adopted with changes'),
    K102: same('Sendt tilbake', 'Sendt tilbake', 'Sent back'),
    K103: same('Saken er utsatt', 'Saka er utsett', 'Postponed'),
    K104: same('Ikke vedtatt', 'Ikkje vedteken', 'Not adopted'),
    K110: same('Kunngjort og oversendt', 'Kunngjord og oversend', 'Announced and sent'),
    K120: same('Gjeldende', 'Gjeldande', 'Current'),
    K130: same('Justert', 'Justert', 'Adjusted'),
    K140: same('Erstattet', 'Erstatta', 'Replaced'),
    K900: same('Har trukket seg', 'Har trekt seg', 'Has withdrawn'),
    K910: same('Egen prosess', 'Eigen prosess', 'Own separate process'),
  },
}

/// Flags beside the state. Order here is the order shown: danger, warning, neutral. `public` ones may stand on public
/// pages (C32).
export const flagWords: {
  [flag: string]: Words & { colour: 'danger' | 'warning' | 'neutral'; public: boolean }
} = {
  frist_overskredet: {
    ...same('Frist overskredet', 'Frist overskriden', 'Past the deadline'),
    colour: 'danger',
    public: true,
  },
  brudd_30_dager: {
    ...same(
      'Offentlig i mindre enn 30 dager',
      'Offentleg i mindre enn 30 dagar',
      'Public for less than 30 days',
    ),
    colour: 'danger',
    public: true,
  },
  vedtak_opphevet: {
    ...same('Vedtaket er opphevet', 'Vedtaket er oppheva', 'Decision annulled'),
    colour: 'danger',
    public: true,
  },
  mangler_kommuneplanvalg: {
    ...same(
      'Valg om kommuneplanen mangler',
      'Val om kommuneplanen manglar',
      'Choice about the master plan missing',
    ),
    colour: 'danger',
    public: true,
  },
  lovlighetskontroll: {
    ...same('Lovlighetskontroll', 'Lovlegkontroll', 'Legality review'),
    colour: 'danger',
    public: false,
  },
  frist_naer: {
    ...same('Frist nær', 'Frist nær', 'Deadline near'),
    colour: 'warning',
    public: true,
  },
  kunngjoring_ukjent: {
    ...same(
      'Kunngjøring ikke registrert',
      'Kunngjering ikkje registrert',
      'Publication not recorded',
    ),
    colour: 'warning',
    public: true,
  },
  vedtatt_for_konstituering: {
    ...same(
      'Vedtatt av forrige kommunestyre',
      'Vedteken av førre kommunestyre',
      'Adopted by the outgoing council',
    ),
    colour: 'warning',
    public: true,
  },
  moete_flyttet: {
    ...same('Møte flyttet', 'Møte flytta', 'Meeting moved'),
    colour: 'warning',
    public: true,
  },
  avvik_fellesdel: {
    ...same('Avvik i fellesdel', 'Avvik i fellesdelen', 'Deviation in the common part'),
    colour: 'warning',
    public: true,
  },
  ikke_klassifisert: {
    ...same(
      'Endringer ikke klassifisert',
      'Endringar ikkje klassifiserte',
      'Changes not classified',
    ),
    colour: 'warning',
    public: false,
  },
  ikke_innarbeidet: {
    ...same('Endringer ikke innarbeidet', 'Endringar ikkje innarbeidde', 'Changes not worked in'),
    colour: 'warning',
    public: true,
  },
  sprakversjon_mangler: {
    ...same('Språkversjon mangler', 'Språkversjon manglar', 'Language version missing'),
    colour: 'warning',
    public: true,
  },
  steg_ikke_registrert: {
    ...same('Steg ikke registrert', 'Steg ikkje registrerte', 'Steps not recorded'),
    colour: 'warning',
    public: false,
  },
  planprogram_ikke_fastsatt: {
    ...same('Planprogram ikke fastsatt', 'Planprogram ikkje fastsett', 'Programme not yet fixed'),
    colour: 'warning',
    public: true,
  },
  konstituering_anslatt: {
    ...same('Frist etter anslag', 'Frist etter anslag', 'Estimated deadline'),
    colour: 'neutral',
    public: true,
  },
  tidligere_vedtak_gjelder: {
    ...same('Tidligere vedtak gjelder', 'Tidlegare vedtak gjeld', 'Earlier decision stands'),
    colour: 'neutral',
    public: true,
  },
  redaksjonelt_avvik: {
    ...same('Redaksjonelt avvik', 'Redaksjonelt avvik', 'Editorial deviation'),
    colour: 'neutral',
    public: true,
  },
  kombinert_planprogram: {
    ...same('Med planprogram', 'Med planprogram', 'With planning programme'),
    colour: 'neutral',
    public: true,
  },
  egen_horingsrunde: {
    ...same('Egen høringsrunde', 'Eigen høyringsrunde', 'Own consultation round'),
    colour: 'neutral',
    public: true,
  },
  eget_vedtak: {
    ...same('Eget vedtak', 'Eige vedtak', 'Own decision'),
    colour: 'neutral',
    public: true,
  },
  kommune_foran: {
    ...same(
      'En kommune er foran fellesarbeidet',
      'Ein kommune er føre fellesarbeidet',
      'A municipality is ahead of the joint work',
    ),
    colour: 'neutral',
    public: false,
  },
}

export const roleWords: Record<Role, Words> = {
  coordinator: same('koordinator', 'koordinator', 'coordinator'),
  'steering-leader': same(
    'leder av styringsgruppen',
    'leiar av styringsgruppa',
    'leader of the steering group',
  ),
  planner: same('planlegger', 'planleggar', 'planner'),
  mayor: same('ordfører', 'ordførar', 'mayor'),
  'chief-executive': same('kommunedirektør', 'kommunedirektør', 'chief executive'),
  'council-secretary': same('møtesekretær', 'møtesekretær', 'council secretary'),
  archivist: same('arkivar', 'arkivar', 'archivist'),
  observer: same('observatør', 'observatør', 'observer'),
}
