// One thread as a card: who said what and when, for whom it is, and the answer form.
import { initials } from '../here/presence.ts'
import { hueOf } from '../here/people.ts'
import { say } from '../frame/words.ts'
import type { Said, Thread } from './threads.ts'

export type CardActs = {
  answer(text: string): void
  resolve(resolved: boolean): void
  show(): void
}

export function card(
  thread: Thread,
  placed: boolean,
  mayComment: boolean,
  acts: CardActs,
): HTMLElement {
  const made = element('li', 'comment-card')
  made.dataset.card = thread.id
  made.dataset.color = hueOf(thread.comments[0]?.colour)
  made.tabIndex = -1
  const [first, ...rest] = thread.comments
  if (first) made.append(...spoken(first))
  if (thread.quote) {
    const quote = document.createElement('button')
    quote.type = 'button'
    quote.className = 'ds-link comment-quote'
    quote.textContent = `«${thread.quote.length > 80 ? `${thread.quote.slice(0, 80)} …` : thread.quote}»`
    quote.addEventListener('click', acts.show)
    made.append(placed ? quote : element('p', 'quiet', quote.textContent))
  }
  if (rest.length > 0) {
    const answers = element('div', 'comment-answers')
    for (const one of rest) answers.append(...spoken(one))
    made.append(answers)
  }
  const foot = element('div', 'row')
  const circle = element('span', 'ds-tag', circleName(thread.circle))
  circle.dataset.color = 'neutral'
  foot.append(circle)
  made.append(foot)
  if (mayComment) foot.append(...actions(made, thread, acts))
  return made
}

export const circleName = (circle: Thread['circle']): string =>
  circle === 'me'
    ? say('Bare meg', 'Berre eg', 'Only me')
    : circle === 'municipality'
      ? say('Min kommune', 'Kommunen min', 'My municipality')
      : say('De tolv', 'Dei tolv', 'The twelve')

function actions(made: HTMLElement, thread: Thread, acts: CardActs): HTMLElement[] {
  const form = document.createElement('form')
  const field = document.createElement('textarea')
  form.hidden = true
  form.className = 'stack'
  field.className = 'ds-input'
  field.rows = 2
  field.required = true
  field.maxLength = 4000
  field.setAttribute('aria-label', say('Svaret ditt', 'Svaret ditt', 'Your answer'))
  form.append(field, button(say('Send svaret', 'Send svaret', 'Send the answer'), 'submit'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (field.value.trim() !== '') acts.answer(field.value)
  })
  made.append(form)
  const answer = button(say('Svar', 'Svar', 'Answer'))
  answer.addEventListener('click', () => {
    form.hidden = false
    field.focus()
  })
  const settle = button(
    thread.resolved
      ? say('Åpne igjen', 'Opne att', 'Open again')
      : say('Merk som løst', 'Merk som løyst', 'Mark as resolved'),
  )
  settle.addEventListener('click', () => acts.resolve(!thread.resolved))
  return [answer, settle]
}

function spoken(one: Said): HTMLElement[] {
  const who = element('div', 'person')
  const round = element('span', 'ds-avatar')
  round.dataset.initials = initials(one.name)
  round.dataset.size = 'xs'
  round.dataset.color = hueOf(one.colour)
  round.setAttribute('aria-hidden', 'true')
  const name = element('strong', '', one.name)
  who.append(round, name, element('span', 'quiet', one.when))
  const text = element('p', 'comment-text', one.text)
  text.dir = 'auto'
  return [who, text]
}

function button(text: string, type: 'button' | 'submit' = 'button'): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = type
  made.className = type === 'submit' ? 'ds-button' : 'ds-link'
  if (type === 'submit') made.dataset.variant = 'secondary'
  made.textContent = text
  return made
}

export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}
