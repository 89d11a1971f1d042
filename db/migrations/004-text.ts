import { appendOnly, type TwoDialectMigration } from '../columns.ts'

/// Sections, the append-only log of what Yjs emitted, who owns which client id, and checkpoints (verified caches).
export const text: TwoDialectMigration = {
  name: '004-text',
  up: ({ int, blob, strict }, dialect) => [
    `create table section (
       region ${int} not null, id text not null, strategy text not null, code text not null,
       zone text not null, title_nb text not null, title_nn text not null, language text not null,
       position ${int} not null, lineage text not null, schema_version ${int} not null,
       created_at text not null, primary key (region, id)
     ) ${strict}`,
    `create unique index section_code on section (region, strategy, zone, code)`,
    `create table text_update (
       region ${int} not null, section text not null, lineage text not null, seq ${int} not null,
       person text not null, session text not null, at text not null, bytes ${blob} not null,
       primary key (region, section, lineage, seq)
     ) ${dialect === 'sqlite' ? 'strict, without rowid' : ''}`,
    ...appendOnly('text_update', dialect),
    `create table text_client (
       region ${int} not null, section text not null, client_id ${int} not null, person text not null,
       first_seq ${int} not null, primary key (region, section, client_id)
     ) ${strict}`,
    `create table text_checkpoint (
       region ${int} not null, section text not null, lineage text not null, seq ${int} not null,
       bytes ${blob} not null, vector ${blob} not null, sha256 text not null, made_at text not null,
       primary key (region, section, lineage, seq)
     ) ${strict}`,
  ],
}
