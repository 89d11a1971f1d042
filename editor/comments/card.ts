// One thread as a card: who said what and when, for whom it is, and what the reader may do with it.
import { initials } from '../here/presence.ts'
import { hueOf } from '../here/people.ts'
import { say } from '../frame/words.ts'
import { button, element, fieldForm } from './element.ts'
import { commentField } from './field.ts'
import type { Someone, Said, Thread, Words } from './threads.ts'

export type CardActs = {
  answer(words: Words): void
  resolve(resolved: boolean): void
  must(must: boolean): void
  say(number: number, words: Words): void
  withdraw(number: number): void
  /// Fastens the thread to what is marked in the text now.
  place(): void
  show(): void
  people(): Promise<Someone[]>
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
  if (thread.must) {
    const tag = element('span', 'ds-tag', say('Må løses', 'Må løysast', 'Must be settled'))
    tag.dataset.color = 'warning'
    made.append(tag)
  }
  if (first) made.append(spoken(first, mayComment, acts))
  if (thread.quote) made.append(quoteOf(thread, placed, acts))
  if (!placed && !thread.resolved) made.append(lost(mayComment, acts))
  if (thread.moved?.quote) {
    made.append(
      element(
        'p',
        'quiet',
        say(
          `Sto før ved «${shortened(thread.moved.quote)}». Flyttet av ${thread.moved.by}.`,
          `Stod før ved «${shortened(thread.moved.quote)}». Flytta av ${thread.moved.by}.`,
          `Stood at “${shortened(thread.moved.quote)}” before. Moved by ${thread.moved.by}.`,
        ),
      ),
    )
  }
  if (rest.length > 0) {
    const answers = element('div', 'comment-answers')
    answers.append(...rest.map((one) => spoken(one, mayComment, acts)))
    made.append(answers)
  }
  const foot = element('div', 'row')
  const circle = element('span', 'ds-tag', circleName(thread))
  circle.dataset.color = thread.circle === 'public' ? 'spruce' : 'neutral'
  foot.append(circle)
  made.append(foot)
  if (mayComment) foot.append(...actions(made, thread, acts))
  return made
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)} …` : text)

function quoteOf(thread: Thread, placed: boolean, acts: CardActs): HTMLElement {
  const text = `«${shortened(thread.quote)}»`
  if (!placed) return element('p', 'quiet', text)
  const quote = button(text, acts.show)
  quote.classList.add('comment-quote')
  return quote
}

/// Its words are gone: it waits here until somebody finds it a new place.
function lost(mayComment: boolean, acts: CardActs): HTMLElement {
  const place = element('div', 'comment-lost')
  place.append(
    element(
      'p',
      '',
      say(
        'Ordene den sto ved, er borte. Merk andre ord i teksten, og plasser den der.',
        'Orda han stod ved, er borte. Merk andre ord i teksten, og plasser han der.',
        'The words it stood at are gone. Select other words in the text and place it there.',
      ),
    ),
  )
  if (!mayComment) return place
  const here = button(say('Plasser her', 'Plasser her', 'Place here'), acts.place)
  // The selection in the text stays while the button is pressed.
  here.addEventListener('pointerdown', (event) => event.preventDefault())
  place.append(here)
  return place
}

const circleName = ({ circle, municipality }: Thread): string =>
  circle === 'me'
    ? say('Bare meg', 'Berre eg', 'Only me')
    : circle === 'municipality'
      ? municipality || say('Min kommune', 'Kommunen min', 'My municipality')
      : circle === 'twelve'
        ? say('De tolv', 'Dei tolv', 'The twelve')
        : say('Offentlig svar', 'Offentleg svar', 'Public answer')

function actions(made: HTMLElement, thread: Thread, acts: CardActs): HTMLElement[] {
  const answer = button(say('Svar', 'Svar', 'Answer'), () => {
    const open = made.querySelector<HTMLTextAreaElement>('form textarea')
    if (open) return open.focus()
    const field = commentField(say('Svaret ditt', 'Svaret ditt', 'Your answer'), acts.people)
    const send = () => {
      const words = field.words()
      if (words) acts.answer(words)
    }
    const close = () => {
      form.remove()
      answer.focus()
    }
    const form = fieldForm(field, say('Send svaret', 'Send svaret', 'Send the answer'), send, close)
    made.append(form)
    field.focus()
  })
  const settle = button(
    thread.resolved
      ? say('Åpne igjen', 'Opne att', 'Open again')
      : say('Merk som løst', 'Merk som løyst', 'Mark as resolved'),
    () => acts.resolve(!thread.resolved),
  )
  if (thread.resolved || thread.circle === 'me' || thread.circle === 'public')
    return [answer, settle]
  const must = button(
    thread.must
      ? say('Trenger ikke løses', 'Treng ikkje løysast', 'Need not be settled')
      : say('Må løses', 'Må løysast', 'Must be settled'),
    () => acts.must(!thread.must),
  )
  return [answer, settle, must]
}

function spoken(one: Said, mayComment: boolean, acts: CardActs): HTMLElement {
  const made = element('div', 'comment-said')
  const who = element('div', 'person')
  const round = element('span', 'ds-avatar')
  round.dataset.initials = initials(one.name)
  round.dataset.size = 'xs'
  round.dataset.color = hueOf(one.colour)
  round.setAttribute('aria-hidden', 'true')
  const when = one.edited ? `${one.when} ${say('(endret)', '(endra)', '(edited)')}` : one.when
  who.append(round, element('strong', '', one.name), element('span', 'quiet', when))
  made.append(who, one.withdrawn ? takenBack() : textOf(one))
  if (one.mine && mayComment && !one.withdrawn) made.append(ownActions(made, one, acts))
  return made
}

const takenBack = (): HTMLElement =>
  element('p', 'quiet', say('Trukket tilbake.', 'Trekt tilbake.', 'Taken back.'))

/// The names picked from the list stand out; everything else is as it was typed.
function textOf({ text, mentions }: Said): HTMLElement {
  const place = element('p', 'comment-text')
  place.dir = 'auto'
  const names = mentions.map(({ name }) => `@${name}`)
  let rest = text
  while (rest !== '') {
    const next = names
      .map((name) => ({ name, at: rest.indexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0]
    place.append(next ? rest.slice(0, next.at) : rest)
    if (!next) break
    place.append(element('strong', 'mention', next.name))
    rest = rest.slice(next.at + next.name.length)
  }
  return place
}

function ownActions(made: HTMLElement, one: Said, acts: CardActs): HTMLElement {
  const row = element('div', 'row comment-own')
  const change = button(say('Rediger', 'Rediger', 'Edit'), () => {
    const before = [...made.children]
    const close = () => {
      made.replaceChildren(...before)
      change.focus()
    }
    const { text, mentions } = one
    const label = say('Kommentaren din', 'Kommentaren din', 'Your comment')
    const field = commentField(label, acts.people, { text, mentions })
    const send = () => {
      const words = field.words()
      if (words) acts.say(one.number, words)
    }
    made.replaceChildren(before[0]!, fieldForm(field, say('Lagre', 'Lagre', 'Save'), send, close))
    field.focus()
  })
  const back = button(say('Trekk tilbake', 'Trekk tilbake', 'Take back'), () => {
    if (back.dataset.sure) return acts.withdraw(one.number)
    back.dataset.sure = 'true'
    back.textContent = say(
      'Trekk tilbake for godt?',
      'Trekkje tilbake for godt?',
      'Take back for good?',
    )
  })
  row.append(change, back)
  return row
}
