// The course of each of the twelve municipalities in the demo's term: dates, bodies, case numbers and outcomes.
// Examples made for training; each municipality writes its case numbers its own way.
import type { Json, Role } from '../../workflows/act.ts'

export type LaterAct = {
  on: string
  role: Role
  type: string
  input?: { [key: string]: Json }
  overrides?: { [rule: string]: string }
  edition?: 'latest'
}

export type Course = {
  number: string
  constituted: string
  members: number
  combinedProgramme?: true
  /// Council meetings known beforehand, and those of the executive committee.
  councils: string[]
  committees: string[]
  joined: string
  joinCase: string
  began: string
  written: string
  ownFrozen: string
  firstTreated: string
  firstBody: string
  firstCase: string
  published: string
  deadline: string
  url: string
  answered?: { on: string; share: number }
  later?: LaterAct[]
}

const treating = (on: string): LaterAct => ({ on, role: 'planner', type: 'start-treating' })
const recommend = (on: string): LaterAct => ({
  on,
  role: 'planner',
  type: 'submit-for-recommendation',
})
const recommended = (on: string, caseNumber: string): LaterAct => ({
  on,
  role: 'council-secretary',
  type: 'record-recommendation',
  input: { body: 'formannskap', caseNumber, text: 'Formannskapet tilrår forslaget.' },
})
const agenda = (on: string, meetingOn: string): LaterAct => ({
  on,
  role: 'council-secretary',
  type: 'schedule-council',
  input: { meetingOn },
  edition: 'latest',
})
const decided = (
  on: string,
  outcome: string,
  caseNumber: string,
  more: { [key: string]: Json } = {},
): LaterAct => ({
  on,
  role: 'council-secretary',
  type: 'record-decision',
  input: { outcome, body: 'kommunestyre', caseNumber, ...more },
  edition: 'latest',
})

/// South to north, as in the region's own file.
export const courses: Course[] = [
  {
    number: '3405',
    constituted: '2027-10-21',
    members: 43,
    councils: ['2028-04-27', '2028-06-22', '2028-08-31', '2028-09-28', '2028-11-30'],
    committees: ['2028-03-21', '2028-06-13', '2028-08-22', '2028-09-19'],
    joined: '2027-11-25',
    joinCase: 'KS 92/2027',
    began: '2027-12-15',
    written: '2028-01-18',
    ownFrozen: '2028-03-14',
    firstTreated: '2028-03-21',
    firstBody: 'formannskap',
    firstCase: 'FS 31/2028',
    published: '2028-04-03',
    deadline: '2028-05-26',
    url: 'https://www.lillehammer.kommune.no/planstrategi',
    answered: { on: '2028-06-19', share: 1 },
    later: [
      treating('2028-06-05'),
      recommend('2028-06-26'),
      recommended('2028-08-15', 'FS 71/2028'),
      agenda('2028-08-16', '2028-08-31'),
      decided('2028-08-31', 'unchanged', 'KS 61/2028', { votes: { for: 38, against: 5 } }),
      {
        on: '2028-09-04',
        role: 'planner',
        type: 'record-announcement',
        input: { sentTo: ['Statsforvalteren i Innlandet', 'Innlandet fylkeskommune'] },
      },
    ],
  },
  {
    number: '3440',
    constituted: '2027-10-14',
    members: 23,
    councils: ['2028-04-27', '2028-06-15', '2028-08-31', '2028-09-28', '2028-10-26'],
    committees: ['2028-03-28', '2028-08-22', '2028-09-19'],
    joined: '2027-11-25',
    joinCase: '86/27',
    began: '2027-12-16',
    written: '2028-01-20',
    ownFrozen: '2028-03-16',
    firstTreated: '2028-03-28',
    firstBody: 'formannskap',
    firstCase: '22/28',
    published: '2028-04-05',
    deadline: '2028-05-26',
    url: 'https://www.oyer.kommune.no/planstrategi',
    answered: { on: '2028-06-20', share: 1 },
    later: [
      treating('2028-06-06'),
      recommend('2028-06-26'),
      recommended('2028-08-22', '48/28'),
      agenda('2028-08-23', '2028-08-31'),
      decided('2028-08-31', 'unchanged', '74/28', { votes: 'unanimous' }),
    ],
  },
  {
    number: '3441',
    constituted: '2027-10-28',
    members: 23,
    councils: ['2028-06-15', '2028-08-24', '2028-09-28', '2028-10-26'],
    committees: ['2028-03-23', '2028-08-15', '2028-09-12'],
    joined: '2027-11-18',
    joinCase: 'KOM 77/27',
    began: '2027-12-16',
    written: '2028-01-24',
    ownFrozen: '2028-03-15',
    firstTreated: '2028-03-23',
    firstBody: 'formannskap',
    firstCase: 'FOR 20/28',
    published: '2028-04-06',
    deadline: '2028-05-26',
    url: 'https://www.gausdal.kommune.no/planstrategi',
    answered: { on: '2028-06-19', share: 1 },
    later: [
      treating('2028-06-13'),
      recommend('2028-06-27'),
      recommended('2028-08-15', 'FOR 44/28'),
      agenda('2028-08-15', '2028-08-24'),
      decided('2028-08-24', 'unchanged', 'KOM 58/28', { votes: { for: 20, against: 3 } }),
    ],
  },
  {
    number: '3439',
    constituted: '2027-10-26',
    members: 21,
    councils: ['2028-06-20', '2028-09-05', '2028-10-24'],
    committees: ['2028-04-04', '2028-08-22', '2028-10-10'],
    joined: '2027-12-14',
    joinCase: 'K-sak 115/27',
    began: '2028-01-05',
    written: '2028-01-27',
    ownFrozen: '2028-03-20',
    firstTreated: '2028-04-04',
    firstBody: 'formannskap',
    firstCase: 'F-sak 33/28',
    published: '2028-04-11',
    deadline: '2028-05-26',
    url: 'https://www.ringebu.kommune.no/planstrategi',
    answered: { on: '2028-06-20', share: 1 },
    later: [
      treating('2028-06-20'),
      recommend('2028-06-27'),
      recommended('2028-08-22', 'F-sak 61/28'),
      agenda('2028-08-23', '2028-09-05'),
      decided('2028-09-05', 'changed', 'K-sak 66/28', {
        votes: { for: 19, against: 2 },
        changes: [
          {
            zone: '3439',
            kind: 'editorial',
            text: 'Rette navnet på kommunedelplanen for Kvitfjell i kapittelet om kommunedelplaner.',
          },
        ],
      }),
    ],
  },
  {
    number: '3438',
    constituted: '2027-10-12',
    members: 19,
    councils: ['2028-06-20', '2028-09-19', '2028-11-07'],
    committees: ['2028-04-04', '2028-09-05', '2028-10-24'],
    joined: '2027-12-14',
    joinCase: 'K-sak 77/27',
    began: '2028-01-06',
    written: '2028-01-28',
    ownFrozen: '2028-03-17',
    firstTreated: '2028-04-04',
    firstBody: 'formannskap',
    firstCase: 'F-sak 18/28',
    published: '2028-04-12',
    deadline: '2028-05-26',
    url: 'https://www.sor-fron.kommune.no/planstrategi',
    answered: { on: '2028-06-21', share: 1 },
    later: [
      treating('2028-06-21'),
      recommend('2028-06-28'),
      recommended('2028-09-05', 'F-sak 40/28'),
      agenda('2028-09-06', '2028-09-19'),
    ],
  },
  {
    number: '3436',
    constituted: '2027-10-19',
    members: 23,
    combinedProgramme: true,
    councils: ['2028-06-20', '2028-09-26', '2028-10-31'],
    committees: ['2028-04-11', '2028-09-07', '2028-10-17'],
    joined: '2027-11-23',
    joinCase: 'KOM-sak 103/27',
    began: '2027-12-20',
    written: '2028-01-25',
    ownFrozen: '2028-03-22',
    firstTreated: '2028-04-11',
    firstBody: 'formannskap',
    firstCase: 'FOR-sak 27/28',
    published: '2028-04-18',
    deadline: '2028-06-05',
    url: 'https://www.nord-fron.kommune.no/planstrategi',
    answered: { on: '2028-06-27', share: 1 },
    later: [
      treating('2028-06-27'),
      recommend('2028-06-29'),
      recommended('2028-09-07', 'FOR-sak 58/28'),
      agenda('2028-09-08', '2028-09-26'),
    ],
  },
  {
    number: '3437',
    constituted: '2027-10-18',
    members: 23,
    councils: ['2028-06-19', '2028-08-28', '2028-10-16', '2028-12-11'],
    committees: ['2028-04-18', '2028-09-19', '2028-10-03'],
    joined: '2027-12-13',
    joinCase: 'sak 74/27',
    began: '2028-01-10',
    written: '2028-02-01',
    ownFrozen: '2028-03-24',
    firstTreated: '2028-04-18',
    firstBody: 'formannskap',
    firstCase: 'sak 29/28',
    published: '2028-04-24',
    deadline: '2028-05-31',
    url: 'https://www.sel.kommune.no/planstrategi',
    answered: { on: '2028-08-28', share: 1 },
    later: [treating('2028-06-12'), recommend('2028-08-28')],
  },
  {
    number: '3435',
    constituted: '2027-10-26',
    members: 17,
    councils: ['2028-06-20', '2028-08-29', '2028-10-24'],
    committees: ['2028-04-04', '2028-08-22', '2028-10-10'],
    joined: '2027-11-30',
    joinCase: '68/27',
    began: '2027-12-17',
    written: '2028-01-21',
    ownFrozen: '2028-03-15',
    firstTreated: '2028-04-04',
    firstBody: 'formannskap',
    firstCase: '38/28',
    published: '2028-04-10',
    deadline: '2028-05-26',
    url: 'https://www.vaga.kommune.no/planstrategi',
    answered: { on: '2028-06-15', share: 1 },
    later: [
      treating('2028-06-15'),
      recommend('2028-06-26'),
      recommended('2028-08-22', '71/28'),
      agenda('2028-08-22', '2028-08-29'),
      decided('2028-08-29', 'changed', '60/28', {
        votes: { for: 12, against: 5 },
        changes: [
          {
            zone: 'joint',
            kind: 'material',
            section: 'F5',
            text: 'Presisere at rådet for deltidsinnbyggjarar skal ha fast leiar valt av Gudbrandsdalstinget.',
          },
        ],
      }),
    ],
  },
  {
    number: '3434',
    constituted: '2027-10-20',
    members: 17,
    councils: ['2028-06-15', '2028-09-07', '2028-10-19'],
    committees: ['2028-04-06', '2028-08-29', '2028-10-05'],
    joined: '2027-12-15',
    joinCase: '88/27',
    began: '2028-01-11',
    written: '2028-02-02',
    ownFrozen: '2028-03-21',
    firstTreated: '2028-04-06',
    firstBody: 'formannskap',
    firstCase: '24/28',
    published: '2028-04-13',
    deadline: '2028-05-26',
    url: 'https://www.lom.kommune.no/planstrategi',
    answered: { on: '2028-06-16', share: 1 },
    later: [
      treating('2028-06-16'),
      recommend('2028-06-26'),
      recommended('2028-08-29', '55/28'),
      agenda('2028-08-29', '2028-09-07'),
      decided('2028-09-07', 'unchanged', '49/28', { votes: 'unanimous' }),
    ],
  },
  {
    number: '3433',
    constituted: '2027-10-14',
    members: 17,
    councils: ['2028-06-22', '2028-09-07', '2028-10-05', '2028-11-23'],
    committees: ['2028-04-13', '2028-08-30', '2028-09-28'],
    joined: '2027-12-16',
    joinCase: '2027/59',
    began: '2028-01-12',
    written: '2028-02-03',
    ownFrozen: '2028-03-22',
    firstTreated: '2028-04-13',
    firstBody: 'formannskap',
    firstCase: 'FS 2028/23',
    published: '2028-04-17',
    deadline: '2028-05-26',
    url: 'https://www.skjaak.kommune.no/planstrategi',
    answered: { on: '2028-06-23', share: 1 },
    later: [
      treating('2028-06-23'),
      recommend('2028-06-27'),
      recommended('2028-08-30', 'FS 2028/51'),
      agenda('2028-08-30', '2028-09-07'),
      decided('2028-09-07', 'postponed', '2028/44', {
        nextMeetingOn: '2028-10-05',
        reason: 'Saka kom ikkje opp før møtet vart heva.',
      }),
    ],
  },
  {
    number: '3432',
    constituted: '2027-10-21',
    members: 17,
    councils: ['2028-06-15', '2028-09-21', '2028-10-26'],
    committees: ['2028-04-13', '2028-08-17', '2028-09-14'],
    joined: '2027-12-09',
    joinCase: 'K 81/27',
    began: '2028-01-13',
    written: '2028-02-04',
    ownFrozen: '2028-03-23',
    firstTreated: '2028-04-13',
    firstBody: 'formannskap',
    firstCase: 'FS 31/28',
    published: '2028-04-19',
    deadline: '2028-05-26',
    url: 'https://www.lesja.kommune.no/planstrategi',
    answered: { on: '2028-06-22', share: 1 },
    later: [
      treating('2028-06-22'),
      recommend('2028-06-28'),
      {
        on: '2028-08-17',
        role: 'council-secretary',
        type: 'record-recommendation',
        input: {
          body: 'formannskap',
          caseNumber: 'FS 41/28',
          text: 'Formannskapet vil ha ny høyring av kommunedelen.',
          changes: [
            { zone: 'own', kind: 'material', text: 'Ny vurdering av hyttebygging i Bjorlia.' },
          ],
        },
      },
      {
        on: '2028-08-23',
        role: 'planner',
        type: 'start-new-round',
        input: { reason: 'Vesentleg endring i kommunedelen etter formannskapet 17. august.' },
      },
      {
        on: '2028-08-23',
        role: 'council-secretary',
        type: 'record-first-treatment',
        input: { body: 'formannskap', outcome: 'laid-out', caseNumber: 'FS 44/28' },
      },
      {
        on: '2028-08-24',
        role: 'planner',
        type: 'record-publication',
        input: {
          publishedOn: '2028-08-24',
          deadlineOn: '2028-09-08',
          sentOn: '2028-08-24',
          url: 'https://www.lesja.kommune.no/planstrategi',
          consultees: 'all',
        },
      },
      treating('2028-09-09'),
      recommend('2028-09-10'),
    ],
  },
  {
    number: '3431',
    constituted: '2027-10-25',
    members: 17,
    councils: ['2028-06-19', '2028-09-25', '2028-11-06'],
    committees: ['2028-04-25', '2028-09-11', '2028-10-23'],
    joined: '2027-12-20',
    joinCase: '90/27',
    began: '2028-01-17',
    written: '2028-02-08',
    ownFrozen: '2028-03-27',
    firstTreated: '2028-04-25',
    firstBody: 'kommunestyre',
    firstCase: '31/28',
    published: '2028-05-02',
    deadline: '2028-06-09',
    url: 'https://www.dovre.kommune.no/planstrategi',
    answered: { on: '2028-09-05', share: 0.6 },
    later: [treating('2028-08-21')],
  },
]
