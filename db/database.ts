// The one type of every table, put together from each noun's own file.
import type { Kysely, Transaction } from 'kysely'
import type { AmendmentTables } from './tables/amendment.ts'
import type { ClearanceTables } from './tables/clearance.ts'
import type { CommentTables } from './tables/comment.ts'
import type { ImageTables } from './tables/image.ts'
import type { PeopleTables } from './tables/people.ts'
import type { PlanNeedTables } from './tables/plan-need.ts'
import type { ProcessTables } from './tables/process.ts'
import type { RegionTables } from './tables/region.ts'
import type { SubmissionTables } from './tables/submission.ts'
import type { TextTables } from './tables/text.ts'
import type { TextDeskTables } from './tables/text-desk.ts'
import type { VersionTables } from './tables/version.ts'

export type Database = PeopleTables &
  RegionTables &
  ProcessTables &
  TextTables &
  TextDeskTables &
  VersionTables &
  SubmissionTables &
  PlanNeedTables &
  CommentTables &
  AmendmentTables &
  ClearanceTables &
  ImageTables

/// What a query takes first: the database, or the transaction it runs in.
export type Db = Kysely<Database>
export type Trx = Transaction<Database>
