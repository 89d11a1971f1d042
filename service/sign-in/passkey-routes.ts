// The four calls the browser's part of passkeys makes.
import { Hono } from 'hono'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Json } from '../../workflows/act.ts'
import { onlyKeys, readJsonObject, textOf } from '../guard/body.ts'
import { rateLimited } from '../guard/rate.ts'
import type { Env, House } from '../house.ts'
import { Refused } from '../refusal.ts'
import { personOfPasskey, register, registrationOptions, signInOptions } from './passkey.ts'
import { endSession, giveCookie, startSession } from './session.ts'

export const passkeyRoutes = (house: House) => {
  const tries = rateLimited({ times: 200, minutes: 10 })
  return new Hono<Env>()
    .post('/api/passkeys/options', async (c) => {
      if (!c.var.person) throw new Refused('signed-out')
      return c.json(await registrationOptions(house, c.var.person))
    })
    .post('/api/passkeys', async (c) => {
      if (!c.var.person) throw new Refused('signed-out')
      const body = await readJsonObject(c)
      onlyKeys(body, ['response', 'label'])
      const label = textOf(body, 'label', 60)
      await register(
        house,
        c.var.person,
        credential<RegistrationResponseJSON>(body.response),
        label,
      )
      return c.json({ label }, 201)
    })
    .post('/api/sign-in/options', tries, async (c) => c.json(await signInOptions(house)))
    .post('/api/sign-in', tries, async (c) => {
      const body = await readJsonObject(c)
      onlyKeys(body, ['response'])
      const response = credential<AuthenticationResponseJSON>(body.response)
      const person = await personOfPasskey(house, response)
      if (c.var.person) await endSession(house, c.var.person.sessionHash, 'signed in again')
      giveCookie(c, (await startSession(house, person)).token)
      return c.json({ person })
    })
}

/// The outer shape of a credential; what is inside is checked where it is verified.
function credential<T extends { id: string }>(value: Json | undefined): T {
  const whole = value as { [key: string]: Json } | undefined
  if (typeof whole?.id !== 'string' || typeof whole.response !== 'object') {
    throw new Refused('input-invalid', { field: 'response' })
  }
  return whole as object as T
}
