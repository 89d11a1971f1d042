import type { TwoDialectMigration } from '../columns.ts'

/// When a person wants their letters: each at once, or one a day. The index holds only what nobody has read or been sent.
export const noticeChoice: TwoDialectMigration = {
  name: '010-notice-choice',
  up: () => [
    `alter table person add column notices text not null default 'at-once'`,
    `create index notice_unsent on notice (created_at) where mailed_at is null and read_at is null`,
  ],
}
