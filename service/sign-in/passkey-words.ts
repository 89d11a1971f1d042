// What the browser's part of passkeys may have to say, handed to it as attributes: it has no words of its own.
import { html } from 'hono/html'
import type { Lang } from '../../workflows/lang.ts'
import type { Html } from '../pages/dates.ts'
import { words } from '../pages/words.ts'

export function passkeyMessages(lang: Lang): Html {
  const t = words(lang)
  return html` data-unsupported="${t(
    'Denne nettleseren har ikke passnøkler.',
    'Denne nettlesaren har ikkje passnøklar.',
    'This browser has no passkeys.',
  )}"
  data-stopped="${t(
    'Det ble avbrutt. Prøv igjen når du er klar.',
    'Det vart avbrote. Prøv igjen når du er klar.',
    'It was stopped. Try again when you are ready.',
  )}"
  data-refused="${t(
    'Planvev kjenner ikke den nøkkelen. Bruk en annen, eller be om en ny lenke.',
    'Planvev kjenner ikkje den nøkkelen. Bruk ein annan, eller be om ei ny lenke.',
    'Planvev does not know that key. Use another, or ask for a new link.',
  )}"`
}
