import type { TwoDialectMigration } from '../columns.ts'

/// Suggestions written on a copy of a section, each a text of its own: by a person, or on behalf of a municipality. A row
/// is never deleted; what was suggested and what became of it is kept in `record`.
export const amendment: TwoDialectMigration = {
  name: '014-amendment',
  up: ({ int, strict }) => [
    `create table amendment (
       region ${int} not null, id text not null, strategy text not null, section text not null,
       lineage text not null, schema_version ${int} not null, base_head ${int} not null,
       person text not null, behalf_of text, title text not null, reason text not null,
       reference text not null, state text not null, created_at text not null,
       sent_at text, sent_by text, settled_at text, settled_by text, answer text not null,
       record text not null, primary key (region, id)
     ) ${strict}`,
    `create index amendment_of on amendment (region, strategy, section)`,
  ],
}
