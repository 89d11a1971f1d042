// Folk og roller: who holds which role where, inviting, giving and ending roles, ending sessions. The coordinator sees
// all places, a chief executive or mayor the own one.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { people, personById } from '../../db/people.ts'
import { municipalitiesOf } from '../../db/region.ts'
import { allRolesInForce, openInvitations, rolesEver } from '../../db/role.ts'
import { may } from '../../workflows/rights.ts'
import type { Lang } from '../../workflows/lang.ts'
import { readForm, type Form } from '../guard/form.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House, SignedIn } from '../house.ts'
import { parseDay } from '../pages/dates.ts'
import { words } from '../pages/words.ts'
import { Refused } from '../refusal.ts'
import { faces } from '../refusal-faces.ts'
import { iso } from '../sign-in/session.ts'
import { invite, revoke } from './invitations.ts'
import { peoplePage, type PageState } from './page-view.ts'
import { endRoleNow, endSessionsOf, fits, giveRole, isRole, mayGiveRoles } from './roles.ts'

/// Where somebody may do something here: `null` is the joint work.
export type Place = { number: string | null; name: string }

export const peopleRoutes = (house: House) => {
  const invitations = rateLimited({ times: 60, minutes: 60 })
  return new Hono<Env>()
    .get('/folk', async (c) => show(c, house, {}))
    .post('/folk/inviter', invitations, (c) => sendInvitation(c, house))
    .post('/folk/trekk-tilbake', async (c) => {
      const { by, region } = asked(c)
      const form = await readForm(c)
      const open = await openInvitations(house.store.db, region, iso(house.clock.now()))
      const row = open.find((one) => one.id === form.text('id'))
      if (!row) throw new Refused('not-found')
      await revoke(house, row, by)
      return back(c, form, 'trukket')
    })
    .post('/folk/gi', (c) => give(c, house))
    .post('/folk/avslutt', async (c) => {
      const { by, region } = asked(c)
      const form = await readForm(c)
      await endRoleNow(house, region, form.text('id'), by)
      return back(c, form, 'avsluttet')
    })
    .post('/folk/logg-ut', async (c) => {
      const { by, region } = asked(c)
      const form = await readForm(c)
      const person = form.text('person')
      const held = (await rolesEver(house.store.db, region)).filter((r) => r.person === person)
      if (!held.some((row) => mayGiveRoles(by, region, row.municipality))) {
        throw new Refused('forbidden')
      }
      await endSessionsOf(house, person, `signed out by ${by.id}`)
      return back(c, form, 'logget-ut')
    })
}

async function sendInvitation(c: Context<Env>, house: House): Promise<Response> {
  const { by, region } = asked(c)
  const form = await readForm(c)
  const typed = { name: form.text('name'), email: form.text('email'), role: form.text('role') }
  const place = placeIn(form)
  const t = words(c.var.lang)
  const errors: { field: string; text: string }[] = []
  if (typed.name === '' || [...typed.name].length > 120) {
    errors.push({ field: 'name', text: t('Skriv navnet', 'Skriv namnet', 'Write the name') })
  }
  if (typed.email !== '' && !isAddress(typed.email)) {
    errors.push({
      field: 'email',
      text: t('Skriv en hel e-postadresse', 'Skriv ei heil e-postadresse', 'Write a whole address'),
    })
  }
  const role = typed.role
  if (!isRole(role) || !fits(role, place)) {
    errors.push({ field: 'role', text: t('Velg en rolle', 'Vel ei rolle', 'Choose a role') })
  }
  if (errors.length > 0 || !isRole(role)) return show(c, house, { typed, errors, place })
  const { name, email } = typed
  const token = await invite(
    house,
    { region, name, email: email || null, role, municipality: place },
    by,
    c.var.lang,
  )
  const link = `${house.origins[0]}/invitasjon#${token}`
  const mailed = house.mails && email !== '' ? { mailed: email } : {}
  return show(c, house, { place, link, invited: name, ...mailed })
}

/// The refusal's own words, beside the field.
function saySelfGiven(lang: Lang): string {
  const { title, detail } = faces['self-given']
  return `${title[lang]}. ${detail[lang]}`
}

/// Something one can write to. No longer than an address may be: the pattern takes its time on what never ends.
const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)

async function give(c: Context<Env>, house: House): Promise<Response> {
  const { by, region } = asked(c)
  const form = await readForm(c)
  const place = placeIn(form)
  const role = form.text('role')
  const person = form.text('person')
  const substituteFor = form.text('substituteFor') || null
  const t = words(c.var.lang)
  const errors: { field: string; text: string }[] = []
  const [from, to] = [form.text('from'), form.text('to')].map((typed) =>
    typed === '' ? null : (parseDay(typed) ?? 'none'),
  )
  const noDay = t(
    'Skriv en dato som finnes',
    'Skriv ein dato som finst',
    'Write a date that exists',
  )
  if (from === 'none') errors.push({ field: 'from', text: noDay })
  if (to === 'none' || (to && to < (from ?? house.clock.today())))
    errors.push({ field: 'to', text: noDay })
  if (!isRole(role) || !fits(role, place)) {
    errors.push({ field: 'gi-role', text: t('Velg en rolle', 'Vel ei rolle', 'Choose a role') })
  }
  if (!(await personById(house.store.db, person))) {
    errors.push({
      field: 'gi-person',
      text: t('Velg en person', 'Vel ein person', 'Choose a person'),
    })
  }
  if (person === by.id) errors.push({ field: 'gi-person', text: saySelfGiven(c.var.lang) })
  if (errors.length > 0 || !isRole(role)) return show(c, house, { errors, place })
  const held = await allRolesInForce(house.store.db, region, house.clock.today())
  const stoodFor = held.some(
    (row) => row.person === substituteFor && row.role === role && row.municipality === place,
  )
  const mayNow =
    mayGiveRoles(by, region, place) ||
    (stoodFor &&
      substituteFor === by.id &&
      place !== null &&
      may(by.roles, 'name-substitute', { municipality: place }))
  if (!mayNow) throw new Refused('forbidden')
  if (substituteFor !== null && !stoodFor) {
    const text = t(
      'Velg en som har denne rollen her',
      'Vel ein som har denne rolla her',
      'Choose somebody who holds this role here',
    )
    return show(c, house, { errors: [{ field: 'gi-substituteFor', text }], place })
  }
  const period = { ...(from && { from }), to: to ?? null }
  await giveRole(
    house,
    region,
    { person, role, municipality: place, substituteFor, ...period },
    by.id,
  )
  return back(c, form, 'gitt')
}

/// Who asks, and for which region. A person without any right here is refused before anything is read.
function asked(c: Context<Env>): { by: SignedIn; region: number } {
  const by = c.var.person
  if (!by) throw new Refused('signed-out')
  const held = by.roles.find((r) => mayAct(by, r.municipality ?? null))
  if (!held) throw new Refused('forbidden')
  return { by, region: held.region }
}

const mayAct = (by: SignedIn, place: string | null): boolean => {
  const scope = place === null ? {} : { municipality: place }
  return may(by.roles, 'invite-person', scope) || may(by.roles, 'name-substitute', scope)
}

const placeIn = (form: Form): string | null => form.text('place') || null

const back = (c: Context<Env>, form: Form, done: string): Response =>
  c.redirect(`/folk?kommune=${encodeURIComponent(form.text('place'))}&done=${done}`, 303)

async function show(c: Context<Env>, house: House, state: PageState): Promise<Response> {
  const { by, region } = asked(c)
  const { db } = house.store
  const joint: Place = {
    number: null,
    name: words(c.var.lang)('Fellesarbeidet', 'Fellesarbeidet', 'The joint work'),
  }
  const all: Place[] = [joint, ...(await municipalitiesOf(db, region))]
  const places = all.filter((place) => mayAct(by, place.number))
  const wanted = state.place === undefined ? c.req.query('kommune') || null : state.place
  const place = places.find(({ number }) => number === wanted) ?? places[0]!
  return peoplePage(c, state, {
    by,
    places,
    place,
    mayGive: mayGiveRoles(by, region, place.number),
    everybody: await people(db),
    held: (await rolesEver(db, region)).filter((row) => row.municipality === place.number),
    invitations: (await openInvitations(db, region, iso(house.clock.now()))).filter(
      (row) => row.municipality === place.number,
    ),
  })
}
