import { appendOnly, type TwoDialectMigration } from '../columns.ts'

/// Strategies, process state, the append-only journal with its erasable side rows, timers, outbox, idempotency.
export const process: TwoDialectMigration = {
  name: '003-process',
  up: ({ int, strict, keyed }, dialect) => [
    `create table strategy (
       region ${int} not null, id text not null, slug text not null, title_nb text not null,
       title_nn text not null, period_from ${int} not null, period_to ${int} not null,
       settings text not null, created_at text not null, primary key (region, id)
     ) ${strict}`,
    `create table process (
       region ${int} not null, id text not null, strategy text not null, kind text not null,
       municipality text, machine_version ${int} not null, state text not null, context text not null,
       seq ${int} not null, head_hash text not null, updated_at text not null,
       standing text not null default '',
       primary key (region, id)
     ) ${strict}`,
    `create unique index process_of on process (region, strategy, kind, municipality)`,
    `create index process_standing on process (region, strategy, kind, standing)`,
    `create table journal (
       region ${int} not null, process text not null, seq ${int} not null, type text not null,
       acted_on text not null, today text not null, recorded_at text not null, actor text not null, roles text not null,
       behalf_of text, input text not null, facts text not null, findings text not null,
       overrides text not null, details text not null, from_state text not null, to_state text not null,
       machine_version ${int} not null, command_key text not null, prev_hash text not null,
       hash text not null, primary key (region, process, seq)
     ) ${strict}`,
    `create index journal_shown on journal (region, process, seq)
       where type in ('record-publication', 'classify-changes')`,
    ...appendOnly('journal', dialect),
    `create table journal_detail (
       region ${int} not null, process text not null, seq ${int} not null, field text not null,
       salt text not null, value text not null, primary key (region, process, seq, field)
     ) ${keyed}`,
    `create table timer (
       region ${int} not null, process text not null, name text not null, type text not null,
       due_at text not null, acted_on text not null, armed_seq ${int} not null, status text not null,
       refused text, primary key (region, process, name, armed_seq)
     ) ${strict}`,
    `create index timer_due on timer (status, due_at, region, process, armed_seq, name)`,
    `create index timer_armed on timer (region, process) where status = 'armed'`,
    `create table outbox (
       region ${int} not null, id text not null, process text not null, seq ${int} not null,
       kind text not null, payload text not null, attempts ${int} not null default 0,
       next_at text not null, done_at text, dead_at text, last_error text,
       created_at text not null, primary key (region, id)
     ) ${strict}`,
    `create index outbox_waiting on outbox (kind, next_at) where done_at is null and dead_at is null`,
    `create table idempotency (
       region ${int} not null, process text not null, person text not null, key text not null,
       request_hash text not null, answer text not null, created_at text not null,
       primary key (region, process, person, key)
     ) ${keyed}`,
    `create table notice (
       region ${int} not null, id text not null, person text not null, process text, kind text not null,
       content text not null, link text, created_at text not null, read_at text, mailed_at text,
       primary key (region, id)
     ) ${strict}`,
    `create index notice_person on notice (region, person, created_at)`,
    `create table evidence_file (
       region ${int} not null, id text not null, sha256 text not null, name text not null,
       type text not null, bytes ${int} not null, uploaded_by text not null, uploaded_at text not null,
       behalf_of text, primary key (region, id)
     ) ${strict}`,
  ],
}
