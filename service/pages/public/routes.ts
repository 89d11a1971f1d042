// The pages anybody may read, and the form anybody may send.
import { Hono } from 'hono'
import { rateLimited } from '../../guard/rate.ts'
import type { Env, House } from '../../house.ts'
import { sendLimit } from '../../submission/routes.ts'
import { aboutPage } from './about-page.ts'
import { accessibilityPage } from './accessibility-page.ts'
import { differencePage } from './difference-page.ts'
import { frontOf, startPage } from './front-page.ts'
import { ledgerFile, ledgerPage } from './ledger-page.ts'
import { municipalityPage } from './municipality-page.ts'
import { strategyHere } from './not-here.ts'
import { openDataPage } from './open-data-page.ts'
import { privacyPage } from './privacy-page.ts'
import { receiptPage } from './receipt-page.ts'
import { sayPage, sayStep } from './say-page.ts'
import { squeezed } from './squeeze.ts'
import { textPage } from './text-page.ts'
import { versionPage } from './version-page.ts'

/// Steps back and forth in the form count too, so the page's limit is wider than the API's.
export const publicRoutes = (house: House): Hono<Env> =>
  new Hono<Env>()
    .use('/', squeezed)
    .use('/s/*', squeezed)
    .get('/', startPage)
    .get('/tilgjengelighet', accessibilityPage)
    .get('/personvern', privacyPage)
    .get('/apne-data', openDataPage)
    .get('/s/:slug', async (c) => frontOf(c, await strategyHere(c)))
    .get('/s/:slug/tekst', textPage)
    .get('/s/:slug/uttale', sayPage)
    .post(
      '/s/:slug/uttale',
      rateLimited({ times: sendLimit.times * (house.demo ? 100 : 10), minutes: sendLimit.minutes }),
      sayStep,
    )
    .get('/s/:slug/uttalelse/:receipt', receiptPage)
    .get('/s/:slug/vedtak', ledgerPage)
    .get('/s/:slug/vedtak.csv', ledgerFile)
    .get('/s/:slug/forskjell', differencePage)
    .get('/s/:slug/v/:hash', versionPage)
    .get('/s/:slug/versjon/:hash', versionPage)
    .get('/s/:slug/kommune/:nr', municipalityPage)
    .get('/s/:slug/om', aboutPage)
