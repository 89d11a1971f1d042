import type { TwoDialectMigration } from '../columns.ts'

/// Pictures of the texts, and Word documents texts were brought in from. The bytes lie beside the database under their
/// SHA-256, as evidence does; a picture of equal bytes is one row a region.
export const image: TwoDialectMigration = {
  name: '012-image',
  up: ({ int, strict }) => [
    `create table image (
       region ${int} not null, sha256 text not null, type text not null,
       width ${int} not null, height ${int} not null, bytes ${int} not null,
       uploaded_by text not null, uploaded_at text not null,
       primary key (region, sha256)
     ) ${strict}`,
    `create table word_import (
       region ${int} not null, id text not null, section text not null, lang text not null,
       sha256 text not null, name text not null, bytes ${int} not null,
       uploaded_by text not null, uploaded_at text not null,
       content text not null,
       taken_at text, taken_by text, taken_as text,
       primary key (region, id)
     ) ${strict}`,
    `create index word_import_section on word_import (region, section, uploaded_at)`,
  ],
}
