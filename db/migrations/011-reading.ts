import type { TwoDialectMigration } from '../columns.ts'

/// How far each person has read each text. Of a lineage: in a text laid in anew nothing has been read.
export const reading: TwoDialectMigration = {
  name: '011-reading',
  up: ({ int, strict }) => [
    `create table text_reading (
       region ${int} not null, person text not null, section text not null, lineage text not null,
       seq ${int} not null, at text not null,
       primary key (region, person, section)
     ) ${strict}`,
  ],
}
