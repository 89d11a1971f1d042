// Icons the editor's script clones into what it draws.
import { html } from 'hono/html'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'

export const editorIcons = (): Html =>
  html`<template data-icons>
    ${(
      [
        'CheckmarkCircle',
        'ArrowsCirclepath',
        'CloudSlash',
        'Checkmark',
        'Circle',
        'Pencil',
        'PadlockLocked',
        'ExclamationmarkTriangle',
      ] as const
    ).map((name) => html`<span data-icon="${name}">${icon(name)}</span>`)}
  </template>`
