import { appendOnly, type TwoDialectMigration } from '../columns.ts'

/// Around the texts: who put chapters in which order, who says they work on one, and the region's words in both written
/// languages.
export const textDesk: TwoDialectMigration = {
  name: '015-text-desk',
  up: ({ int, strict }, dialect) => [
    `create table section_order (
       region ${int} not null, id text not null, strategy text not null, zone text not null,
       person text not null, at text not null, sections text not null,
       primary key (region, id)
     ) ${strict}`,
    ...appendOnly('section_order', dialect),
    `create table section_claim (
       region ${int} not null, section text not null, person text not null, note text not null,
       made_at text not null, until_on text not null,
       primary key (region, section, person)
     ) ${strict}`,
    `create table term (
       region ${int} not null, id text not null, nb text not null, nn text not null,
       person text, at text not null,
       primary key (region, id)
     ) ${strict}`,
    `create unique index term_words on term (region, nb, nn)`,
  ],
}
