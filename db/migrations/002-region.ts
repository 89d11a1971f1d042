import type { TwoDialectMigration } from '../columns.ts'

/// The region, its municipalities with settings, who holds which role, and council calendars.
export const region: TwoDialectMigration = {
  name: '002-region',
  up: ({ int, strict }) => [
    `create table region (region ${int} primary key, name text not null, config text not null) ${strict}`,
    `create table municipality (
       region ${int} not null, number text not null, name text not null, position ${int} not null,
       sub_region text not null, language text not null, settings text not null,
       primary key (region, number)
     ) ${strict}`,
    `create table role_held (
       region ${int} not null, id text not null, person text not null, role text not null,
       municipality text, substitute_for text, from_on text not null, to_on text,
       given_by text, created_at text not null, ended_at text,
       primary key (region, id)
     ) ${strict}`,
    `create index role_held_person on role_held (region, person)`,
    `create table invitation (
       region ${int} not null, id text not null, token_hash text not null, name text not null,
       email text, role text not null, municipality text, invited_by text not null,
       created_at text not null, expires_at text not null, used_at text, revoked_at text,
       primary key (region, id)
     ) ${strict}`,
    `create unique index invitation_token on invitation (region, token_hash)`,
    `create table meeting (
       region ${int} not null, id text not null, municipality text not null, body text not null,
       meeting_on text not null, cancelled_at text, created_at text not null,
       primary key (region, id)
     ) ${strict}`,
    `create index meeting_of on meeting (region, municipality, body, meeting_on)`,
  ],
}
