// The small bundle every page loads: live board, drawers, small help. Pages work without it.

if (document.querySelector('[data-passkey], [data-code-from-fragment]')) {
  void import('./passkey.ts').then(({ passkeys }) => passkeys())
}

export {}
