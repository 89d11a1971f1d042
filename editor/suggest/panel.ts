// The column of open suggestions: in the order of the text, one answered at a time, all of one person's or all there are.
// Answering changes the shared text directly, as one step that can be undone.
import { yUndoPluginKey, ySyncPluginKey } from 'y-prosemirror'
import { say } from '../frame/words.ts'
import type { Connection } from '../section/connect.ts'
import { mend, settle } from '../shared/suggestions.ts'
import type { Opened } from '../write/view.ts'
import { suggestionCard } from './card.ts'
import { draw } from './draw.ts'
import { clientsIn, groupsOf, type Group } from './group.ts'
import type { Hands } from './hands.ts'

export type SuggestionPanel = {
  /// To be called after every change of the text.
  refresh(): void
  show(id: string): void
  /// Goes to the next (1) or the previous (-1) suggestion from where the caret is.
  step(by: 1 | -1): boolean
}

export function suggestionPanel(
  place: HTMLElement,
  connection: Connection,
  opened: () => Opened[],
  { hands, me, tell }: { hands: Hands; me: string; tell(text: string): void },
): SuggestionPanel {
  const part = <T extends HTMLElement>(name: string) => place.querySelector<T>(`[data-${name}]`)!
  const list = part('suggestion-list')
  const many = part('suggestion-many')
  const whose = part<HTMLSelectElement>('suggestion-whose')
  const mine = place.dataset.mine === 'true'
  const { doc } = connection
  let groups: Group[] = []
  let shown = ''
  let current: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    const views = opened().filter(({ view }) => !view.isDestroyed)
    const langs = views.map(({ lang }) => lang)
    // What one was writing in the very words another struck is one's own still.
    if (connection.editable()) {
      doc.transact(() => {
        for (const lang of langs) mend(doc.getXmlFragment(lang), doc.clientID)
      }, 'mend')
    }
    groups = groupsOf(doc, langs, hands)
    hands.ask(clientsIn(doc, langs), look)
    for (const { view, lang } of views) {
      if (!view.composing)
        draw(
          view,
          groups.filter((one) => one.lang === lang),
          current,
        )
    }
    const may = connection.editable()
    const now = JSON.stringify([groups, may])
    if (now === shown) return
    shown = now
    const focused = list.contains(document.activeElement) ? indexOf(document.activeElement) : -1
    part('suggestion-count').textContent = groups.length > 0 ? `(${groups.length})` : ''
    place.hidden = groups.length === 0
    list.replaceChildren(
      ...groups.map((group) =>
        suggestionCard(group, me, mayWith(group, may), {
          accept: () => answer([group], 'accept'),
          reject: () => answer([group], 'reject'),
          show: () => go(group),
        }),
      ),
    )
    many.hidden = !may || mine || groups.length < 2
    fillWhose()
    if (focused >= 0) focusAt(focused)
  }
  /// On a copy one takes back one's own; what others suggest in the text itself only stands there.
  const mayWith = ({ by }: Group, may: boolean) =>
    !may ? 'read' : !mine ? 'answer' : by?.id === me ? 'take-back' : 'read'
  const indexOf = (element: Element | null) =>
    [...list.children].findIndex((card) => card.contains(element))
  const focusAt = (index: number) => {
    const card = list.children[Math.min(index, list.children.length - 1)]
    const target =
      card?.querySelector<HTMLElement>('.ds-button') ?? part('suggestion-count').parentElement
    target?.focus()
  }
  const fillWhose = () => {
    const chosen = whose.value
    const people = new Map(groups.flatMap(({ by }) => (by ? [[by.id, by.name] as const] : [])))
    whose.replaceChildren(
      option('', say('Fra alle', 'Frå alle', 'From everybody')),
      ...[...people].map(([id, name]) =>
        option(id, say(`Fra ${name}`, `Frå ${name}`, `From ${name}`)),
      ),
    )
    whose.value = people.has(chosen) ? chosen : ''
  }
  /// One step of undo, for all languages on the page.
  const answer = (wanted: Group[], verdict: 'accept' | 'reject') => {
    if (!connection.editable() || wanted.length === 0) return
    for (const { view, lang } of opened()) {
      const ids = new Set(wanted.filter((one) => one.lang === lang).map(({ id }) => id))
      if (ids.size === 0) continue
      const held: { undoManager?: { stopCapturing(): void } } | undefined = yUndoPluginKey.getState(
        view.state,
      )
      held?.undoManager?.stopCapturing()
      doc.transact(
        () => settle(doc.getXmlFragment(lang), ({ id }) => (ids.has(id) ? verdict : undefined)),
        ySyncPluginKey,
      )
      held?.undoManager?.stopCapturing()
    }
    look()
    const left = groups.length
    tell(
      verdict === 'accept'
        ? say(`Godtatt. ${left} igjen.`, `Godteke. ${left} att.`, `Accepted. ${left} left.`)
        : mine
          ? say(`Tatt bort. ${left} igjen.`, `Teke bort. ${left} att.`, `Taken away. ${left} left.`)
          : say(`Avvist. ${left} igjen.`, `Avvist. ${left} att.`, `Rejected. ${left} left.`),
    )
  }
  const go = (group: Group) => {
    current = group.id
    const one = opened().find(({ lang }) => lang === group.lang)
    const [first] = group.pieces
    if (!one || !first) return
    look()
    const { node } = one.view.domAtPos(
      first.pos + (first.is === 'insertion' || first.is === 'deletion' ? 0 : 1),
    )
    const dom = node instanceof Element ? node : node.parentElement
    dom?.scrollIntoView({ block: 'center' })
  }
  const show = (id: string) => {
    current = id
    look()
    const card = list.querySelector<HTMLElement>(`[data-suggestion-card="${CSS.escape(id)}"]`)
    card?.scrollIntoView({ block: 'nearest' })
  }
  const step = (by: 1 | -1): boolean => {
    if (groups.length === 0) {
      tell(say('Ingen åpne forslag.', 'Ingen opne framlegg.', 'No open suggestions.'))
      return true
    }
    const at = groups.findIndex(({ id }) => id === current)
    const next = groups[(at + by + groups.length + (at < 0 && by < 0 ? 1 : 0)) % groups.length]!
    go(next)
    const card = list.querySelector<HTMLElement>(`[data-suggestion-card="${CSS.escape(next.id)}"]`)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
    return true
  }

  for (const button of place.querySelectorAll<HTMLElement>('[data-suggestion-step]')) {
    button.addEventListener('click', () => step(button.dataset.suggestionStep === '1' ? 1 : -1))
  }
  for (const button of place.querySelectorAll<HTMLElement>('[data-suggestion-all]')) {
    button.addEventListener('click', () => {
      const verdict = button.dataset.suggestionAll === 'accept' ? 'accept' : 'reject'
      // What others had a hand in is looked at by itself.
      answer(
        whose.value === ''
          ? groups
          : groups.filter(({ by, others }) => by?.id === whose.value && others.length === 0),
        verdict,
      )
    })
  }
  look()
  return {
    refresh() {
      clearTimeout(timer)
      timer = setTimeout(look, 120)
    },
    show,
    step,
  }
}

function option(value: string, text: string): HTMLOptionElement {
  const made = document.createElement('option')
  made.value = value
  made.textContent = text
  return made
}
