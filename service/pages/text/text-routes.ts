// Pages about the text: the list, one section's editor, its frozen versions compared.
import { Hono } from 'hono'
import type { Env } from '../../house.ts'
import { editorPage, sectionState } from './editor-page.ts'
import { listPage } from './list-page.ts'
import { noteRead } from './note-read.ts'
import { references } from './references.ts'
import { readingPage } from './reading-page.ts'
import { searchPage } from './search-page.ts'
import { bringBack, versionsPage } from './versions-page.ts'

export const textRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/tekst', listPage)
    .get('/tekst/sok', searchPage)
    .get('/tekst/:id', editorPage)
    .get('/tekst/:id/les', readingPage)
    .get('/tekst/:id/tilstand', sectionState)
    .get('/tekst/:id/henvisninger', references)
    .post('/tekst/:id/lest', noteRead)
    .get('/tekst/:id/versjoner', versionsPage)
    .post('/tekst/:id/versjoner', bringBack)
