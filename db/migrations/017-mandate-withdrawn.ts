import { appendOnly, type TwoDialectMigration } from '../columns.ts'

/// Mandates to clear texts that were taken back before their day. What was cleared on them stands.
export const mandateWithdrawn: TwoDialectMigration = {
  name: '017-mandate-withdrawn',
  up: ({ int, strict }, dialect) => [
    `create table clearance_mandate_withdrawn (
       region ${int} not null, mandate text not null, reason text not null,
       recorded_by text not null, recorded_on text not null, recorded_at text not null,
       primary key (region, mandate)
     ) ${strict}`,
    ...appendOnly('clearance_mandate_withdrawn', dialect),
  ],
}
