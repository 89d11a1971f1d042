import type { TwoDialectMigration } from '../columns.ts'

/// Comments on places in a text. They stand beside the text and never in it: a version has none.
export const comment: TwoDialectMigration = {
  name: '008-comment',
  up: ({ int, strict }) => [
    `create table comment_thread (
       region ${int} not null, id text not null, section text not null, lang text not null,
       block text not null, quote text not null, anchor_from text not null, anchor_to text not null,
       circle text not null, municipality text, person text not null, created_at text not null,
       resolved_at text, resolved_by text,
       primary key (region, id)
     ) ${strict}`,
    `create index comment_thread_section on comment_thread (region, section)`,
    `create table comment (
       region ${int} not null, thread text not null, number ${int} not null, person text not null,
       behalf_of text, body text not null, at text not null,
       primary key (region, thread, number)
     ) ${strict}`,
  ],
}
