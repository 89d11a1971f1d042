// My account: name, language, colours, passkeys, sessions, roles, signing out.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import {
  deletePasskey,
  passkeysOf,
  personById,
  setPersonLanguage,
  setPersonName,
  setPersonNotices,
} from '../../db/people.ts'
import { sessionsOf } from '../../db/session.ts'
import { isLang } from '../guard/language.ts'
import { readForm } from '../guard/form.ts'
import type { Env, House, SignedIn } from '../house.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { endSession, iso } from '../sign-in/session.ts'
import { accountPage } from './account-view.ts'

export const accountRoutes = (house: House) =>
  new Hono<Env>()
    .get('/konto', (c) => show(c, house, []))
    .post('/konto', async (c) => {
      const person = signedIn(c)
      const form = await readForm(c)
      const [name, language, scheme, notices] = ['name', 'language', 'scheme', 'notices'].map((f) =>
        form.text(f),
      )
      const t = words(c.var.lang)
      if (!name || [...name].length > 120) {
        return show(c, house, [
          { field: 'name', text: t('Skriv navnet ditt', 'Skriv namnet ditt', 'Write your name') },
        ])
      }
      const { db } = house.store
      await setPersonName(db, person.id, name)
      if (notices === 'at-once' || notices === 'daily') {
        await setPersonNotices(db, person.id, notices)
      }
      if (isLang(language)) {
        await setPersonLanguage(db, person.id, language)
        keep(c, 'lang', language)
      }
      if (scheme === 'light' || scheme === 'dark' || scheme === 'auto') keep(c, 'scheme', scheme)
      return c.redirect('/konto?done=lagret', 303)
    })
    .post('/konto/slett-nokkel', async (c) => {
      const person = signedIn(c)
      await deletePasskey(house.store.db, person.id, (await readForm(c)).text('id'))
      return c.redirect('/konto?done=slettet', 303)
    })
    .post('/konto/avslutt-okt', async (c) => {
      const person = signedIn(c)
      const id = (await readForm(c)).text('id')
      const own = await sessionsOf(house.store.db, person.id, iso(house.clock.now()))
      if (!own.some((session) => session.id_hash === id)) throw new Refused('not-found')
      await endSession(house, id, 'ended by its owner')
      return c.redirect('/konto?done=avsluttet', 303)
    })

function signedIn(c: Context<Env>): SignedIn {
  if (!c.var.person) throw new Refused('signed-out')
  return c.var.person
}

function keep(c: Context<Env>, name: string, value: string): void {
  const secure = c.var.house.origins[0]?.startsWith('https:') ?? false
  setCookie(c, name, value, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', secure })
}

async function show(
  c: Context<Env>,
  house: House,
  errors: { field: string; text: string }[],
): Promise<Response> {
  const person = signedIn(c)
  const { db } = house.store
  return accountPage(c, errors, {
    person,
    notices: (await personById(db, person.id))?.notices ?? 'at-once',
    passkeys: await passkeysOf(db, person.id),
    sessions: await sessionsOf(db, person.id, iso(house.clock.now())),
  })
}
