// The small bundle every page loads: live board, drawers, small help. Pages work without it.
import { startComfort } from './comfort.ts'
import { startSaying } from './say.ts'

startComfort()
startSaying()

if (document.querySelector('[data-passkey], [data-code-from-fragment]')) {
  void import('./passkey.ts').then(({ passkeys }) => passkeys())
}
