// Word documents brought into a chapter: sent, looked at, said yes to, and kept as they were. For those who may write the
// chapter; the original is for those who may read it.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { wordImport, type WordImportRow } from '../../db/word-import.ts'
import { longestAlt } from '../../editor/shared/image.ts'
import { readEvidence } from '../evidence/store.ts'
import { countedForm, nameOf } from '../evidence/upload.ts'
import { readForm, type Form } from '../guard/form.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env } from '../house.ts'
import { openText, type OneText } from '../pages/text/open-text.ts'
import { Refused } from '../refusal.ts'
import { limits } from './archive.ts'
import { Unreadable } from './fault.ts'
import { choosePage, previewPage } from './page.ts'
import { preparedOf, prepareImport } from './prepare.ts'
import { takeImport, type Choice } from './take.ts'

/// Mounted above the general limit on bodies.
export const importUploads = (): Hono<Env> =>
  new Hono<Env>().post(
    '/tekst/:id/hent-inn',
    rateLimited({ times: 40, minutes: 10 }),
    async (c) => {
      const text = await openText(c)
      if (text instanceof Response) return text
      if (!text.access.write.may) return choosePage(text, { status: 403, problem: shut(text) })
      try {
        const form = await countedForm(c, limits.bytes).catch((error: unknown) => {
          const large = error instanceof Refused && error.code === 'too-large'
          throw large ? new Unreadable('large') : error
        })
        const file = form.get('file')
        if (!(file instanceof File) || file.size === 0) throw new Unreadable('empty')
        const bytes = Buffer.from(await file.arrayBuffer())
        const sent = { name: nameOf(file.name), bytes }
        const id = await prepareImport(text.house, text.person, text.access, sent)
        return c.redirect(`/tekst/${text.section.id}/hent-inn/${id}`, 303)
      } catch (error) {
        if (error instanceof Unreadable) return choosePage(text, { fault: error.fault })
        throw error
      }
    },
  )

export const importRoutes = (): Hono<Env> =>
  new Hono<Env>()
    .get('/tekst/:id/hent-inn', async (c) => {
      const text = await openText(c)
      return text instanceof Response ? text : choosePage(text)
    })
    .get('/tekst/:id/hent-inn/:import', async (c) => {
      const text = await openText(c)
      if (text instanceof Response) return text
      const row = await rowAsked(c, text)
      if (row.taken_at !== null) return choosePage(text, { status: 409, problem: taken(text) })
      if (!text.access.write.may) return choosePage(text, { status: 403, problem: shut(text) })
      return previewPage(text, row)
    })
    .post('/tekst/:id/hent-inn/:import', async (c) => {
      const text = await openText(c)
      if (text instanceof Response) return text
      const row = await rowAsked(c, text)
      const choice = choiceOf(await readForm(c), row)
      try {
        const into = await takeImport(text.house, text.person, text.access, row, choice)
        return c.redirect(
          `/tekst/${text.section.id}/hent-inn?done=hentet&til=${into.join(',')}`,
          303,
        )
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        if (error.code === 'conflict')
          return choosePage(text, { status: 409, problem: taken(text) })
        if (error.code === 'not-in-this-state' || error.code === 'forbidden') {
          const now = await openText(c)
          if (now instanceof Response) return now
          return choosePage(now, {
            status: error.code === 'forbidden' ? 403 : 409,
            problem: shut(now),
          })
        }
        throw error
      }
    })
    .get('/tekst/:id/hent-inn/:import/original', async (c) => {
      const text = await openText(c)
      if (text instanceof Response) return text
      const row = await rowAsked(c, text)
      const bytes = await readEvidence(text.house.dataDir, row.sha256).catch(() => undefined)
      if (!bytes) throw new Refused('not-found')
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'Content-Disposition': `attachment; filename="original.docx"; filename*=UTF-8''${encodeURIComponent(row.name).replaceAll(/['()*]/g, '_')}`,
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'Cache-Control': 'no-store',
      })
    })

/// One's own until it is taken, then everybody's who may read the text.
async function rowAsked(c: Context<Env>, text: OneText): Promise<WordImportRow> {
  const { house, section, person } = text
  const row = await wordImport(
    house.store.db,
    section.region,
    section.id,
    c.req.param('import') ?? '',
  )
  if (!row || (row.taken_at === null && row.uploaded_by !== person.id))
    throw new Refused('not-found')
  return row
}

function choiceOf(form: Form, row: WordImportRow): Choice {
  const lang = form.text('maal')
  const as = form.text('som')
  if (lang !== 'nb' && lang !== 'nn') throw new Refused('input-invalid', { field: 'maal' })
  if (as !== 'append' && as !== 'chapters') throw new Refused('input-invalid', { field: 'som' })
  const pictures: Choice['pictures'] = new Map()
  for (const { type, attrs } of preparedOf(row).content) {
    if (type !== 'image') continue
    const id = String(attrs?.id)
    pictures.set(id, {
      alt: form.text(`alt-${id}`).replaceAll(/\s+/g, ' ').slice(0, longestAlt),
      decorative: form.text(`pynt-${id}`) !== '',
    })
  }
  return { lang, as, pictures }
}

const taken = ({ t }: OneText): string =>
  t(
    'Dette dokumentet er allerede hentet inn. Det står i teksten og ble ikke satt inn en gang til.',
    'Dette dokumentet er alt henta inn. Det står i teksten og vart ikkje sett inn ein gong til.',
    'This document has been brought in already. It is in the text and was not put in again.',
  )

const shut = ({ t }: OneText): string =>
  t(
    'Teksten kan ikke endres av deg nå: den er låst, eller rollen din er en annen enn før. Ingenting ble hentet inn.',
    'Teksten kan ikkje endrast av deg no: han er låst, eller rolla di er ei anna enn før. Ingenting vart henta inn.',
    'The text cannot be changed by you now: it is frozen, or your role is another than before. Nothing was brought in.',
  )
