import { appendOnly, type TwoDialectMigration } from '../columns.ts'

/// Frozen versions (bytes stored once, never recomputed), what they consist of, proposed decisions,
/// and the working copies in which a council's changes are worked in.
export const version: TwoDialectMigration = {
  name: '005-version',
  up: ({ int, blob, strict, keyed }, dialect) => [
    `create table version (
       region ${int} not null, hash text not null, strategy text not null, scope text not null,
       zone text not null, section text, name text not null, round ${int} not null,
       frozen_on text not null, recorded_at text not null, process text not null, seq ${int} not null,
       made_by text not null, head ${int}, bytes ${blob} not null, primary key (region, strategy, scope, zone, hash, process, seq)
     ) ${strict}`,
    `create index version_hash on version (region, strategy, hash)`,
    `create index version_newest on version (region, strategy, zone, scope, seq)`,
    `create index version_by on version (region, process, seq)`,
    ...appendOnly('version', dialect),
    `create table version_part (
       region ${int} not null, whole text not null, position ${int} not null, part text not null,
       primary key (region, whole, position)
     ) ${keyed}`,
    `create table version_public (
       region ${int} not null, hash text not null, strategy text not null, municipality text not null,
       public_on text not null, primary key (region, hash, strategy, municipality)
     ) ${keyed}`,
    `create table proposed_decision (
       region ${int} not null, strategy text not null, municipality text not null, seq ${int} not null,
       points text not null, updated_by text not null, updated_at text not null,
       primary key (region, strategy, municipality)
     ) ${strict}`,
    `create table adopted_draft (
       region ${int} not null, strategy text not null, municipality text not null, base text not null,
       code text not null, zone text not null, content text not null, seq ${int} not null,
       updated_by text not null, updated_at text not null,
       primary key (region, strategy, municipality, zone, code)
     ) ${strict}`,
  ],
}
