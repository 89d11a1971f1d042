// The small bundle every page loads: live board, drawers, small help. Pages work without it.
import { startAnswerKeys } from './answer-keys.ts'
import { startBoard } from './board.ts'
import { startChecking } from './check.ts'
import { startComfort } from './comfort.ts'
import { forgetOthers } from './forget.ts'
import { startSaying } from './say.ts'
import { startSignOut } from './sign-out.ts'
import { startWaiting } from './waiting.ts'

startAnswerKeys()
startBoard()
startChecking()
startComfort()
startSaying()
startSignOut()
startWaiting()
void forgetOthers()

if (document.querySelector('[data-passkey], [data-code-from-fragment]')) {
  void import('./passkey.ts').then(({ passkeys }) => passkeys())
}
