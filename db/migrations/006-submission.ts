import type { TwoDialectMigration } from '../columns.ts'

/// What the public and the authorities sent in, point by point, to whom, and what was answered.
export const submission: TwoDialectMigration = {
  name: '006-submission',
  up: ({ int, strict }) => [
    `create table submission (
       region ${int} not null, strategy text not null, number ${int} not null, receipt_hash text not null,
       sender_kind text not null, sender_name text not null, contact text not null, language text not null,
       received_at text not null, received_on text not null, late text not null, hidden_reason text,
       hidden_by text, hidden_at text, primary key (region, strategy, number)
     ) ${strict}`,
    `create table submission_to (
       region ${int} not null, strategy text not null, number ${int} not null, municipality text not null,
       journal_ref text, primary key (region, strategy, number, municipality)
     ) ${strict}`,
    `create table submission_point (
       region ${int} not null, strategy text not null, number ${int} not null, point ${int} not null,
       zone text not null, section text, version text, anchor text, quote text, stance text not null,
       body text not null, wording text, primary key (region, strategy, number, point)
     ) ${strict}`,
    `create table answer (
       region ${int} not null, strategy text not null, number ${int} not null, point ${int} not null,
       municipality text not null, assessment text not null, outcome text not null, seq ${int} not null,
       answered_by text not null, answered_on text not null, updated_at text not null,
       primary key (region, strategy, number, point, municipality)
     ) ${strict}`,
  ],
}
