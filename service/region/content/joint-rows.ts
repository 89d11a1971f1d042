// The joint planning needs as rows, and the operative points every council is asked to adopt.
import type { Both, PlanNeedFields } from '../../plan-need/fields.ts'
import { southToNorth } from './municipal-part.ts'

const groups: Both = { nb: 'Prosjektgruppa', nn: 'Prosjektgruppa' }

/// Joint rows, in the order the common part argues for them.
export const jointRows: PlanNeedFields[] = [
  {
    name: {
      nb: 'Felles utredning: deltidsinnbyggere',
      nn: 'Felles utgreiing: deltidsinnbyggjarar',
    },
    type: 'study',
    assessment: {
      nb: 'Kunnskap om bruk, tjenester og verdiskaping finnes i én rapport fra 2017 og må fornyes.',
      nn: 'Kunnskap om bruk, tenester og verdiskaping finst i éin rapport frå 2017 og må fornyast.',
    },
    need: 'new',
    priority: 1,
    start: '2029-1',
    done: '2029-2',
    responsible: {
      nb: 'Koordinatoren med Universitetet i Innlandet',
      nn: 'Koordinatoren med Universitetet i Innlandet',
    },
    resource: 'shared',
    statutory: false,
    goals: [8, 11, 17],
    with: southToNorth,
    status: 'not-started',
  },
  {
    name: {
      nb: 'Interkommunal plan for flom og skred langs Lågen og Otta',
      nn: 'Interkommunal plan for flaum og skred langs Lågen og Otta',
    },
    type: 'intermunicipal',
    theme: 'preparedness',
    assessment: {
      nb: 'Faren følger vassdraget, men er kartlagt kommune for kommune.',
      nn: 'Faren følgjer vassdraget, men er kartlagd kommune for kommune.',
    },
    need: 'new',
    priority: 1,
    start: '2029-2',
    done: '2031-1',
    responsible: { nb: 'Prosjektgruppa med NVE', nn: 'Prosjektgruppa med NVE' },
    resource: 'external',
    statutory: false,
    basis: 'pbl kapittel 9',
    goals: [11, 13],
    with: southToNorth,
    status: 'not-started',
  },
  {
    name: {
      nb: 'Felles arealregnskap og kriterier for fritidsboliger',
      nn: 'Felles arealrekneskap og kriterium for fritidsbustader',
    },
    type: 'study',
    theme: 'nature',
    assessment: {
      nb: 'Må være klart før de fleste arealdelene starter våren 2029.',
      nn: 'Må vere klar før dei fleste arealdelane startar våren 2029.',
    },
    need: 'new',
    priority: 1,
    start: '2028-2',
    done: '2029-1',
    responsible: groups,
    resource: 'shared',
    statutory: false,
    goals: [11, 13, 15],
    with: southToNorth,
    status: 'in-progress',
  },
  {
    name: { nb: 'Felles klima- og energiplan', nn: 'Felles klima- og energiplan' },
    type: 'intermunicipal',
    theme: 'climate',
    assessment: {
      nb: 'Samme kilder til utslipp i alle kommunene. Egne tiltak for hver.',
      nn: 'Same kjelder til utslepp i alle kommunane. Eigne tiltak for kvar.',
    },
    need: 'new',
    priority: 2,
    start: '2029-1',
    done: '2030-2',
    responsible: groups,
    resource: 'shared',
    statutory: true,
    basis: 'SPR klima og energi',
    goals: [7, 13],
    with: southToNorth,
    status: 'not-started',
  },
  {
    name: {
      nb: 'Helhetlig ROS for hver delregion',
      nn: 'Heilskapleg ROS for kvar delregion',
    },
    type: 'preparedness',
    theme: 'preparedness',
    assessment: {
      nb: 'Erfaringene fra Gausdal, Lillehammer og Øyer tilsier én analyse for hver delregion.',
      nn: 'Erfaringane frå Gausdal, Lillehammer og Øyer tilseier éin analyse for kvar delregion.',
    },
    need: 'roll',
    priority: 2,
    start: '2030-1',
    done: '2031-1',
    responsible: { nb: 'Beredskapskoordinatorene', nn: 'Beredskapskoordinatorane' },
    resource: 'shared',
    statutory: true,
    basis: 'sivilbeskyttelsesloven § 14',
    goals: [11, 13],
    with: southToNorth,
    status: 'not-started',
  },
  {
    name: { nb: 'Plattform for innbyggerdialog', nn: 'Plattform for innbyggjardialog' },
    type: 'study',
    assessment: {
      nb: 'Utredningen skal vise hva som finnes, hva det koster, og hvem som ikke blir nådd.',
      nn: 'Utgreiinga skal vise kva som finst, kva det kostar, og kven som ikkje blir nådde.',
    },
    need: 'new',
    priority: 2,
    start: '2028-2',
    done: '2029-2',
    responsible: { nb: 'Koordinatoren med KS', nn: 'Koordinatoren med KS' },
    resource: 'external',
    statutory: false,
    goals: [10, 16, 17],
    with: southToNorth,
    status: 'not-started',
  },
]

/// The operative points the steering group recommends to every council, worded the same in all.
export const jointDecisionPoints: Both[] = [
  {
    nb: 'Kommunestyret vedtar Felles planstrategi for Gudbrandsdalen 2028–2031, fellesdelen og kommunens egen del, slik den ligger ved saken, jf. plan- og bygningsloven § 10-1.',
    nn: 'Kommunestyret vedtek Felles planstrategi for Gudbrandsdalen 2028–2031, fellesdelen og kommunen sin eigen del, slik han ligg ved saka, jf. plan- og bygningslova § 10-1.',
  },
  {
    nb: 'Kommunestyret slutter seg til de felles planbehovene og tar stilling til ressurser til dem i økonomiplanen.',
    nn: 'Kommunestyret sluttar seg til dei felles planbehova og tek stilling til ressursar til dei i økonomiplanen.',
  },
  {
    nb: 'Kommunestyret slutter seg til at det blir etablert et felles råd for deltidsinnbyggere innen utgangen av 2029. Rådet gir råd og har ikke vedtaksmyndighet.',
    nn: 'Kommunestyret sluttar seg til at det blir skipa eit felles råd for deltidsinnbyggjarar innan utgangen av 2029. Rådet gjev råd og har ikkje vedtaksmynde.',
  },
  {
    nb: 'Kommunedirektøren får fullmakt til å gjøre redaksjonelle rettinger i fellesdelen i samråd med de andre kommunene.',
    nn: 'Kommunedirektøren får fullmakt til å gjere redaksjonelle rettingar i fellesdelen i samråd med dei andre kommunane.',
  },
]
