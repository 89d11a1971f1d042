// The whole HTTP face of the service: what every request passes, then the routes, each added by its noun's own module.
// The websocket does not pass here (see `start/listen.ts`).
import { Hono } from 'hono'
import { clearanceApi } from './api/clearance-routes.ts'
import { eventRoutes } from './api/event-routes.ts'
import { openapiRoutes } from './api/openapi.ts'
import { strategyRoutes } from './api/strategy-routes.ts'
import { versionRoutes } from './api/version-routes.ts'
import { clockPageRoutes } from './demo/clock-page.ts'
import { commentRoutes } from './comment/comment-routes.ts'
import { demoRoutes } from './demo/routes.ts'
import { amendmentRoutes } from './pages/suggestion/amendment-routes.ts'
import { suggestionRoutes } from './suggestion/suggestion-routes.ts'
import { changesRoutes } from './desk/changes-routes.ts'
import { designRoutes } from './design/files.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { plainAddress } from './guard/address.ts'
import { smallBodies } from './guard/body.ts'
import { answerFault } from './guard/fault.ts'
import { formsOrRefusal } from './guard/form.ts'
import { securityHeaders } from './guard/headers.ts'
import { langOf } from './guard/language.ts'
import { ownOriginOnly } from './guard/origin.ts'
import type { Env, House } from './house.ts'
import { accountRoutes } from './people/account-page.ts'
import { behalfRoutes } from './people/behalf.ts'
import { invitationRoutes } from './people/invitation-page.ts'
import { imageRoutes } from './image/routes.ts'
import { importRoutes, importUploads } from './import/routes.ts'
import { assetRoutes } from './pages/assets.ts'
import { clearanceRoutes } from './pages/clearance/routes.ts'
import { aroundTextRoutes } from './pages/text/around-text.ts'
import { heldHereRoutes } from './pages/text/held-here.ts'
import { downloadRoutes } from './pages/download/routes.ts'
import { termRoutes } from './pages/text/terms-page.ts'
import { offlineRoutes } from './pages/text/offline-shell.ts'
import { textRoutes } from './pages/text/text-routes.ts'
import { deskRoutes } from './pages/desk/desk-routes.ts'
import { peopleRoutes } from './people/page.ts'
import { Refused } from './refusal.ts'
import { calendarRoutes } from './region/calendar-page.ts'
import { settingsRoutes } from './region/settings-page.ts'
import { setupRoutes } from './region/setup-page.ts'
import { signInRoutes } from './sign-in/page.ts'
import { passkeyRoutes } from './sign-in/passkey-routes.ts'
import { planNeedPageRoutes } from './pages/plan-needs/routes.ts'
import { publicRoutes } from './pages/public/routes.ts'
import { submissionPageRoutes } from './pages/submissions/routes.ts'
import { personOfSession, sessionToken } from './sign-in/session.ts'
import { startRoutes } from './sign-in/start-page.ts'
import { healthRoutes } from './start/health.ts'
import { submissionRoutes } from './submission/routes.ts'

export function createApp(house: House): Hono<Env> {
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    c.set('house', house)
    c.set('lang', langOf(c))
    await next()
  })
  app.use(securityHeaders)
  app.use(plainAddress)
  app.use(ownOriginOnly)
  app.use(async (c, next) => {
    c.set('person', await personOfSession(house, sessionToken(c)))
    c.set('lang', langOf(c))
    await next()
  })
  // Routes that set their own limit on bodies stand above the general one.
  app.route('/', evidenceRoutes(house))
  app.route('/', imageRoutes(house))
  app.route('/', importUploads())
  app.use(smallBodies)
  app.use(formsOrRefusal)

  // One line a module, in alphabetical order; each owner adds its own.
  app.route('/', aroundTextRoutes())
  app.route('/', heldHereRoutes())
  app.route('/', assetRoutes())
  app.route('/', accountRoutes(house))
  app.route('/', amendmentRoutes())
  app.route('/', behalfRoutes(house))
  app.route('/', calendarRoutes(house))
  app.route('/', changesRoutes(house))
  app.route('/', clearanceRoutes())
  app.route('/', clockPageRoutes(house))
  app.route('/', commentRoutes())
  app.route('/', demoRoutes(house))
  app.route('/', designRoutes())
  app.route('/', deskRoutes())
  app.route('/', downloadRoutes())
  app.route('/', eventRoutes(house))
  app.route('/', clearanceApi(house))
  app.route('/', healthRoutes(house))
  app.route('/', importRoutes())
  app.route('/', invitationRoutes(house))
  app.route('/', offlineRoutes())
  app.route('/', openapiRoutes())
  app.route('/', passkeyRoutes(house))
  app.route('/', peopleRoutes(house))
  app.route('/', planNeedPageRoutes())
  app.route('/', publicRoutes(house))
  app.route('/', settingsRoutes(house))
  app.route('/', setupRoutes(house))
  app.route('/', signInRoutes(house))
  app.route('/', startRoutes(house))
  app.route('/', strategyRoutes(house))
  app.route('/', submissionPageRoutes())
  app.route('/', submissionRoutes(house))
  app.route('/', suggestionRoutes())
  app.route('/', termRoutes())
  app.route('/', textRoutes())
  app.route('/', versionRoutes(house))

  app.notFound((c) => answerFault(c, new Refused('not-found')))
  app.onError((error, c) => answerFault(c, error))
  return app
}
