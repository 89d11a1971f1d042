// Texts as files: pages where one chooses, the files themselves, and the page that waits for one.
import { Hono } from 'hono'
import { createWaitingRoom } from '../../export/waiting.ts'
import { rateLimited } from '../../guard/rate.ts'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { strategyHere } from '../public/not-here.ts'
import { answerPerson, sendFile } from './answer.ts'
import { draftPage } from './draft-page.ts'
import { fileAsked, frozenPaper, wantedOf } from './frozen-files.ts'
import { publicDownloadPage } from './public-page.ts'
import { waitingPage } from './waiting-page.ts'

/// Stands before the pages of texts and versions, whose addresses would take these for theirs.
export const downloadRoutes = (): Hono<Env> => {
  const room = createWaitingRoom()
  const files = rateLimited({ times: 120, minutes: 10 })
  return new Hono<Env>()
    .get('/tekst/:id/last-ned', files, draftPage(room))
    .get('/s/:slug/last-ned', publicDownloadPage)
    .get('/s/:slug/v/:file{[0-9a-z]+\\.[a-z]+}', files, async (c) => {
      const s = await strategyHere(c)
      const { hash, format } = fileAsked(c.req.param('file'))
      const { paper, open, language } = await frozenPaper(c, s, hash, wantedOf(c.req.query('maal')))
      const named = language === 'both' ? 'begge' : language
      return answerPerson(c, room, { paper, format, open, language: named })
    })
    .get('/nedlasting/:id', (c) => {
      const waiting = room.look(c.req.param('id'), c.var.person?.id)
      if (!waiting) throw new Refused('not-found')
      return waitingPage(c, c.req.param('id'), waiting)
    })
    .get('/nedlasting/:id/fil', (c) => {
      const waiting = room.look(c.req.param('id'), c.var.person?.id)
      if (!waiting) throw new Refused('not-found')
      return sendFile(c, waiting.order, waiting.name, waiting.person === null)
    })
}
