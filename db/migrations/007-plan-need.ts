import type { TwoDialectMigration } from '../columns.ts'

/// Planning needs (planbehov) as rows, not prose: one zone's list, edited row by row with a sequence number.
export const planNeed: TwoDialectMigration = {
  name: '007-plan-need',
  up: ({ int, strict }) => [
    `create table plan_need (
       region ${int} not null, id text not null, strategy text not null, zone text not null,
       position ${int} not null, fields text not null, seq ${int} not null, removed_at text,
       updated_by text not null, updated_at text not null, primary key (region, id)
     ) ${strict}`,
    `create index plan_need_of on plan_need (region, strategy, zone, position)`,
  ],
}
