import type { TwoDialectMigration } from '../columns.ts'

/// Links to an invitation that were sent by e-mail: each try makes one of its own, kept as a hash, so that no link lies in
/// the outbox. All lead to the same invitation, which can be used once.
export const invitationLink: TwoDialectMigration = {
  name: '016-invitation-link',
  up: ({ int, strict }) => [
    `create table invitation_link (
       region ${int} not null, token_hash text not null, invitation text not null,
       created_at text not null, primary key (region, token_hash)
     ) ${strict}`,
  ],
}
