// One suggestion as a card: whose it is, what it would do, and the two answers.
import { element } from '../comments/element.ts'
import { say } from '../frame/words.ts'
import { hueOf } from '../here/people.ts'
import { initials } from '../here/presence.ts'
import type { Group } from './group.ts'
import { sayPieces } from './say.ts'

export type CardActs = { accept(): void; reject(): void; show(): void }

/// `may`: whoever reads may see it, whoever writes may answer; one's own can be taken back.
export function suggestionCard(
  group: Group,
  me: string,
  may: 'answer' | 'take-back' | 'read',
  acts: CardActs,
): HTMLElement {
  const made = element('li', 'comment-card suggestion-card')
  made.dataset.suggestionCard = group.id
  made.dataset.color = hueOf(group.by?.colour)
  made.tabIndex = -1
  const name = group.by?.name ?? say('Ukjent', 'Ukjend', 'Unknown')
  const who = element('div', 'person')
  const round = element('span', 'ds-avatar')
  round.dataset.initials = initials(name)
  round.dataset.size = 'xs'
  round.dataset.color = hueOf(group.by?.colour)
  round.setAttribute('aria-hidden', 'true')
  who.append(
    round,
    element('strong', '', group.by?.id === me ? say('Du', 'Du', 'You') : name),
    element(
      'span',
      'quiet',
      say('foreslår', 'føreslår', group.by?.id === me ? 'suggest' : 'suggests'),
    ),
  )
  if (group.at) who.append(element('span', 'quiet', whenText(group.at)))
  const sentence = sayPieces(group.pieces)
  const what = button('ds-link comment-quote', sentence, acts.show)
  what.lang = group.lang
  made.append(who, what)
  if (group.others.length > 0) {
    const names = group.others.map((one) => one.name).join(', ')
    made.append(
      element(
        'p',
        'quiet',
        say(
          `Også ${names} har skrevet i dette forslaget.`,
          `Også ${names} har skrive i dette framlegget.`,
          `${names} also wrote in this suggestion.`,
        ),
      ),
    )
  }
  if (may !== 'read') made.append(answers(sentence, may, acts))
  return made
}

function answers(sentence: string, may: 'answer' | 'take-back', acts: CardActs): HTMLElement {
  const row = element('div', 'row')
  const named = (label: string): string => `${label}: ${sentence}`
  if (may === 'answer') {
    const accept = button('ds-button', say('Godta', 'Godta', 'Accept'), acts.accept)
    accept.dataset.variant = 'secondary'
    accept.setAttribute('aria-label', named(accept.textContent))
    row.append(accept)
  }
  const word =
    may === 'answer'
      ? say('Avvis', 'Avvis', 'Reject')
      : say('Ta bort forslaget', 'Ta bort framlegget', 'Take the suggestion away')
  const reject = button('ds-button', word, acts.reject)
  reject.dataset.variant = 'tertiary'
  reject.setAttribute('aria-label', named(word))
  row.append(reject)
  return row
}

function button(className: string, text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = className
  made.textContent = text
  made.addEventListener('click', press)
  return made
}

function whenText(at: string): string {
  const then = new Date(at)
  if (Number.isNaN(then.getTime())) return ''
  const lang = document.documentElement.lang === 'en' ? 'en-GB' : 'nb-NO'
  const clock = then.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', timeZone })
  const day = (date: Date) =>
    date.toLocaleDateString(lang, { day: 'numeric', month: 'short', timeZone })
  if (day(then) === day(new Date())) {
    return say(`kl. ${clock.replace(':', '.')}`, `kl. ${clock.replace(':', '.')}`, clock)
  }
  return day(then)
}

const timeZone = 'Europe/Oslo'
