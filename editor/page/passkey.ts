// The browser's part of signing in: asks the browser for a passkey, and moves a one-time code out of the address.
// It has no words: the page brings them as attributes.
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/// Wires every part of the page marked `data-passkey` and every form marked `data-code-from-fragment`.
export function passkeys(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const button = place.querySelector<HTMLButtonElement>('[data-passkey-button]')
    button?.addEventListener('click', () => void press(place, button))
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-code-from-fragment]')) {
    takeCode(form)
  }
}

async function press(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  say(place, undefined)
  if (!browserSupportsWebAuthn()) return say(place, place.dataset.unsupported)
  button.ariaBusy = 'true'
  try {
    const done = place.dataset.passkey === 'register' ? await register(place) : await signIn()
    if (done) location.assign(place.dataset.to ?? '/')
    else say(place, place.dataset.refused)
  } catch {
    say(place, place.dataset.stopped)
  } finally {
    button.ariaBusy = null
  }
}

async function register(place: HTMLElement): Promise<boolean> {
  const asked = await post('/api/passkeys/options', {})
  if (!asked.ok) return false
  const optionsJSON = (await asked.json()) as PublicKeyCredentialCreationOptionsJSON
  const response = await startRegistration({ optionsJSON })
  const label = place.querySelector<HTMLInputElement>('[name=label]')?.value.trim()
  return (await post('/api/passkeys', { response, label: label || navigator.platform || '–' })).ok
}

async function signIn(): Promise<boolean> {
  const asked = await post('/api/sign-in/options', {})
  if (!asked.ok) return false
  const optionsJSON = (await asked.json()) as PublicKeyCredentialRequestOptionsJSON
  const response = await startAuthentication({ optionsJSON })
  return (await post('/api/sign-in', { response })).ok
}

const post = (address: string, body: unknown): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

function say(place: HTMLElement, words: string | undefined): void {
  const line = place.querySelector<HTMLElement>('[data-passkey-message]')
  if (!line) return
  line.textContent = words ?? ''
  line.hidden = words === undefined
}

/// The code leaves the address as soon as it is in the field, so that it stays in no history.
function takeCode(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('[name=code]')
  if (!field || location.hash.length < 2) return
  field.value = location.hash.slice(1)
  history.replaceState(null, '', location.pathname + location.search)
}
