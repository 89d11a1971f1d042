import type { TwoDialectMigration } from '../columns.ts'

/// What must be settled before the text moves on, where a thread was fastened anew, who was mentioned, and what was said
/// anew or taken back.
export const commentDepth: TwoDialectMigration = {
  name: '013-comment-depth',
  up: ({ int, strict }) => [
    `alter table comment_thread add column must ${int} not null default 0`,
    `alter table comment_thread add column moved_at text`,
    `alter table comment_thread add column moved_by text`,
    `alter table comment_thread add column quote_before text`,
    `alter table comment add column edited_at text`,
    `alter table comment add column withdrawn_at text`,
    `create table comment_mention (
       region ${int} not null, thread text not null, number ${int} not null, person text not null,
       primary key (region, thread, number, person)
     ) ${strict}`,
  ],
}
