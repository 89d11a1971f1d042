// The line that tells the truth about saving. "Saving" is said only after a second: most saves are faster than words.
import type { Saving } from '../section/saving.ts'
import { changes, clock, say } from './words.ts'

type Look = { icon: string; text: string; tone?: 'warning' | 'danger' }

/// Shows saving states in `line`. Icons are taken from the page's `<template data-icons>`.
export function saveLine(line: HTMLElement): (saving: Saving) => void {
  let shown = ''
  let late: ReturnType<typeof setTimeout> | undefined
  const show = (look: Look) => {
    const now = JSON.stringify(look)
    if (now === shown) return
    shown = now
    if (look.tone) Object.assign(line.dataset, { tone: look.tone, color: look.tone })
    else for (const key of ['tone', 'color']) delete line.dataset[key]
    const text = document.createElement('span')
    text.textContent = look.text
    line.replaceChildren(...iconNamed(look.icon), text)
  }
  return (saving) => {
    line.dataset.saved = String(saving.is === 'saved')
    clearTimeout(late)
    late = undefined
    if (saving.is === 'saving' && line.dataset.state !== 'saving' && shown !== '') {
      late = setTimeout(() => {
        line.dataset.state = 'saving'
        show(lookOf(saving))
      }, 1000)
      return
    }
    line.dataset.state = saving.is
    show(lookOf(saving))
  }
}

function lookOf(saving: Saving): Look {
  if (saving.is === 'saved') {
    const at = saving.at === undefined ? undefined : clock(saving.at)
    return {
      icon: 'CheckmarkCircle',
      text: at
        ? say(`Lagret ${at}`, `Lagra ${at}`, `Saved ${at}`)
        : say('Alt er lagret', 'Alt er lagra', 'Everything is saved'),
    }
  }
  if (saving.is === 'saving') {
    return { icon: 'ArrowsCirclepath', text: say('Lagrer …', 'Lagrar …', 'Saving …') }
  }
  if (saving.is === 'offline') {
    const waiting =
      saving.waiting === 0
        ? ''
        : `. ${changes(saving.waiting)} ${say('på denne maskinen', 'på denne maskina', 'on this machine')}`
    return {
      icon: 'CloudSlash',
      tone: 'warning',
      text: say('Frakoblet', 'Fråkopla', 'Offline') + waiting,
    }
  }
  if (saving.is === 'read-only') {
    return { icon: 'PadlockLocked', text: say('Skrivebeskyttet', 'Skriveverna', 'Read-only') }
  }
  if (saving.is === 'failed') {
    return {
      icon: 'ExclamationmarkTriangle',
      tone: 'danger',
      text: say(
        'Kunne ikke lagre. Kopier teksten og last siden på nytt',
        'Kunne ikkje lagre. Kopier teksten og last sida på nytt',
        'Could not save. Copy the text and reload the page',
      ),
    }
  }
  return { icon: 'ArrowsCirclepath', text: say('Åpner …', 'Opnar …', 'Opening …') }
}

/// A copy of an icon the page brought along.
export function iconNamed(name: string): Node[] {
  const template = document.querySelector<HTMLTemplateElement>('template[data-icons]')
  const found = template?.content.querySelector(`[data-icon="${name}"]`)?.firstElementChild
  return found ? [found.cloneNode(true)] : []
}
