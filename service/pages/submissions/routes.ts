// The planner's pages for submissions: the list, one point with its answer, the overview to lay beside the case, and
// letters that came on paper. Every view is an address; every act is a form.
import { Hono, type Context } from 'hono'
import type { Env } from '../../house.ts'
import { hide, saveAddition, saveAnswer } from './acts.ts'
import { letterPage, receiveLetter } from './letter-page.ts'
import { listPage, pointPage } from './list-page.ts'
import { openSubmissions, type OpenedSubmissions } from './opened.ts'
import { overviewPage } from './overview-page.ts'
import { publicListPage } from './public-page.ts'

export const submissionPageRoutes = () =>
  new Hono<Env>()
    .get('/s/:slug/uttalelser', publicListPage)
    .get('/innspill', (c) => withOpened(c, (opened) => listPage(c, opened)))
    .get('/innspill/merknadsoversikt', (c) => withOpened(c, (opened) => overviewPage(c, opened)))
    .get('/innspill/nytt-brev', (c) => withOpened(c, (opened) => letterPage(c, opened)))
    .post('/innspill/nytt-brev', (c) => withOpened(c, (opened) => receiveLetter(c, opened)))
    .get('/innspill/:label{\\d+(-\\d+)?}', (c) => withOpened(c, (opened) => pointPage(c, opened)))
    .post('/innspill/:label{\\d+-\\d+}', (c) => withOpened(c, (opened) => saveAnswer(c, opened)))
    .post('/innspill/:label{\\d+-\\d+}/tillegg', (c) =>
      withOpened(c, (opened) => saveAddition(c, opened)),
    )
    .post('/innspill/:label{\\d+-\\d+}/skjul', (c) => withOpened(c, (opened) => hide(c, opened)))

async function withOpened(
  c: Context<Env>,
  then: (opened: OpenedSubmissions) => Promise<Response>,
): Promise<Response> {
  const opened = await openSubmissions(c)
  return opened instanceof Response ? opened : then(opened)
}
