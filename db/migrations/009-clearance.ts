import { appendOnly, type TwoDialectMigration } from '../columns.ts'

/// Texts cleared on behalf of municipalities, and the mandates it is done on. Rows are only added: whether a clearance
/// still holds is read from the text, never stored.
export const clearance: TwoDialectMigration = {
  name: '009-clearance',
  up: ({ int, strict }, dialect) => [
    `create table clearance_mandate (
       region ${int} not null, id text not null, strategy text not null, municipality text not null,
       number ${int} not null, given_by text not null, given_to text not null, until_on text not null,
       reference text not null, recorded_by text not null, recorded_on text not null,
       recorded_at text not null,
       primary key (region, id),
       unique (region, strategy, municipality, number)
     ) ${strict}`,
    ...appendOnly('clearance_mandate', dialect),
    `create table clearance (
       region ${int} not null, id text not null, strategy text not null, municipality text not null,
       section text not null, hash text not null, mandate text not null, person text not null,
       substitute_for text, cleared_on text not null, recorded_at text not null,
       primary key (region, id)
     ) ${strict}`,
    `create index clearance_strategy on clearance (region, strategy)`,
    ...appendOnly('clearance', dialect),
    `create table clearance_told (
       region ${int} not null, clearance text not null, told_at text not null,
       primary key (region, clearance)
     ) ${strict}`,
    ...appendOnly('clearance_told', dialect),
  ],
}
