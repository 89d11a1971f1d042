import { appendOnly, type TwoDialectMigration } from '../columns.ts'

/// What the public and the authorities sent in, point by point, to whom, and what was answered. Every answer ever given
/// stays in `answer_given`; `answer` is the one that stands.
export const submission: TwoDialectMigration = {
  name: '006-submission',
  up: ({ int, strict }, dialect) => [
    `create table submission (
       region ${int} not null, strategy text not null, number ${int} not null, receipt_hash text not null,
       sender_kind text not null, sender_name text not null, contact text not null, language text not null,
       received_at text not null, received_on text not null, late text not null, channel text not null,
       key_hash text, request_hash text, receipt_sealed text, hidden_reason text,
       hidden_by text, hidden_at text, primary key (region, strategy, number)
     ) ${strict}`,
    `create unique index submission_key on submission (region, strategy, key_hash)`,
    `create index submission_receipt on submission (region, strategy, receipt_hash)`,
    `create table submission_number (
       region ${int} not null, strategy text not null, last ${int} not null,
       primary key (region, strategy)
     ) ${strict}`,
    `create table submission_to (
       region ${int} not null, strategy text not null, number ${int} not null, municipality text not null,
       journal_ref text, primary key (region, strategy, number, municipality)
     ) ${strict}`,
    `create index submission_to_whom on submission_to (region, strategy, municipality, number)`,
    `create table submission_point (
       region ${int} not null, strategy text not null, number ${int} not null, point ${int} not null,
       zone text not null, section text, version text, anchor text, quote text, stance text not null,
       body text not null, wording text, primary key (region, strategy, number, point)
     ) ${strict}`,
    `create table answer (
       region ${int} not null, strategy text not null, number ${int} not null, point ${int} not null,
       municipality text not null, assessment text not null, outcome text not null, led_to text,
       seq ${int} not null, answered_by text not null, answered_on text not null, updated_at text not null,
       primary key (region, strategy, number, point, municipality)
     ) ${strict}`,
    `create table answer_given (
       region ${int} not null, strategy text not null, number ${int} not null, point ${int} not null,
       municipality text not null, assessment text not null, outcome text not null, led_to text,
       seq ${int} not null, answered_by text not null, answered_on text not null, updated_at text not null,
       primary key (region, strategy, number, point, municipality, seq)
     ) ${strict}`,
    ...appendOnly('answer_given', dialect),
  ],
}
