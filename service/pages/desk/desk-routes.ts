// Every page of the signed-in desk.
import { Hono } from 'hono'
import type { Env } from '../../house.ts'
import { adoptedRoutes } from './adopted-page.ts'
import { boardRoutes } from './board-page.ts'
import { caseRoutes } from './case-page.ts'
import { casesRoutes } from './cases-page.ts'
import { chartRoutes } from './chart-page.ts'
import { jointRoutes } from './joint-page.ts'
import { eraseRoutes } from './erase-page.ts'
import { journalRoutes } from './journal-page.ts'
import { noticesRoutes } from './notices-page.ts'
import { outboxRoutes } from './outbox-page.ts'
import { proposalRoutes } from './proposal-page.ts'
import { recordRoutes } from './record-page.ts'
import { timelineRoutes } from './timeline-page.ts'
import { strategyChoiceRoutes } from './strategies.ts'
import { tasksRoutes } from './tasks-page.ts'

export const deskRoutes = () =>
  new Hono<Env>()
    .route('/', tasksRoutes())
    .route('/', boardRoutes())
    .route('/', casesRoutes())
    .route('/', caseRoutes())
    .route('/', jointRoutes())
    .route('/', journalRoutes())
    .route('/', eraseRoutes())
    .route('/', recordRoutes())
    .route('/', proposalRoutes())
    .route('/', adoptedRoutes())
    .route('/', noticesRoutes())
    .route('/', outboxRoutes())
    .route('/', timelineRoutes())
    .route('/', chartRoutes())
    .route('/', strategyChoiceRoutes())
