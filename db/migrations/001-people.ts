import type { TwoDialectMigration } from '../columns.ts'

/// People, sessions, ways to sign in and the directory of strategies: the only tables without a region.
export const people: TwoDialectMigration = {
  name: '001-people',
  up: ({ int, blob, strict }) => [
    `create table setting (key text primary key, value text not null) ${strict}`,
    `create table person (
       id text primary key, name text not null, email text, language text not null default 'nb',
       colour ${int} not null default 0, perm_epoch ${int} not null default 0, created_at text not null
     ) ${strict}`,
    `create unique index person_email on person (email)`,
    `create table session (
       id_hash text primary key, person text not null references person (id), behalf_of text,
       created_at text not null, last_seen_at text not null, idle_expires_at text not null,
       expires_at text not null, revoked_at text, revoke_reason text
     ) ${strict}`,
    `create index session_person on session (person)`,
    `create table passkey (
       id text primary key, person text not null references person (id), public_key ${blob} not null,
       counter ${int} not null, transports text not null, label text not null,
       created_at text not null, last_used_at text
     ) ${strict}`,
    `create table sign_in_link (
       token_hash text primary key, person text references person (id), purpose text not null,
       created_at text not null, expires_at text not null, used_at text
     ) ${strict}`,
    `create table strategy_directory (
       slug text primary key, region ${int} not null, strategy text not null unique
     ) ${strict}`,
  ],
}
