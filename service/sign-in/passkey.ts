// Passkeys (WebAuthn): made by somebody who is signed in, and used to sign in again. Challenges live in memory for five
// minutes and are used once; a restart only means pressing the button again.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { insertPasskey, passkeyById, passkeysOf, usedPasskey } from '../../db/people.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { iso } from './session.ts'

const challenges = new Map<string, { until: number; person: string | undefined }>()

/// What the browser needs to make a key for the one signed in.
export async function registrationOptions(house: House, person: SignedIn) {
  const known = await passkeysOf(house.store.db, person.id)
  const options = await generateRegistrationOptions({
    rpName: 'Planvev',
    rpID: siteOf(house),
    userName: person.name,
    userID: new TextEncoder().encode(person.id),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
  remember(house, options.challenge, person.id)
  return options
}

export async function register(
  house: House,
  person: SignedIn,
  response: RegistrationResponseJSON,
  label: string,
): Promise<void> {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => spend(house, challenge, person.id),
    expectedOrigin: house.origins,
    expectedRPID: siteOf(house),
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!verified?.verified) throw new Refused('input-invalid', { field: 'response' })
  const { credential } = verified.registrationInfo
  await insertPasskey(house.store.db, {
    id: credential.id,
    person: person.id,
    public_key: credential.publicKey,
    counter: credential.counter,
    transports: JSON.stringify(credential.transports ?? []),
    label,
    created_at: iso(house.clock.now()),
    last_used_at: null,
  })
}

/// What the browser needs to sign in with any key it has for this site.
export async function signInOptions(house: House) {
  const options = await generateAuthenticationOptions({
    rpID: siteOf(house),
    userVerification: 'preferred',
  })
  remember(house, options.challenge, undefined)
  return options
}

/// Whose key it was. Throws when it is none of ours or does not fit.
export async function personOfPasskey(
  house: House,
  response: AuthenticationResponseJSON,
): Promise<string> {
  const row = await passkeyById(house.store.db, response.id)
  if (!row) throw new Refused('forbidden')
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => spend(house, challenge, undefined),
    expectedOrigin: house.origins,
    expectedRPID: siteOf(house),
    requireUserVerification: false,
    credential: {
      id: row.id,
      publicKey: new Uint8Array(row.public_key),
      counter: row.counter,
      transports: JSON.parse(row.transports) as AuthenticatorTransport[],
    },
  }).catch(() => undefined)
  if (!verified?.verified) throw new Refused('forbidden')
  const { newCounter } = verified.authenticationInfo
  await usedPasskey(house.store.db, row.id, newCounter, iso(house.clock.now()))
  return row.person
}

const siteOf = (house: House): string => new URL(house.origins[0]!).hostname

function remember(house: House, challenge: string, person: string | undefined): void {
  const now = house.clock.now()
  for (const [old, { until }] of challenges) if (until < now) challenges.delete(old)
  if (challenges.size > 10_000) throw new Refused('too-many')
  challenges.set(challenge, { until: now + 5 * 60_000, person })
}

function spend(house: House, challenge: string, person: string | undefined): boolean {
  const known = challenges.get(challenge)
  challenges.delete(challenge)
  return known !== undefined && known.until >= house.clock.now() && known.person === person
}
