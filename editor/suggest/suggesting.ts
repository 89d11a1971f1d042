// Suggestions on the editor's page: the mode and its switch, the marks in the text, the column beside it. On a copy of a
// text there is only one mode.
import type { Command, Plugin, Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { say } from '../frame/words.ts'
import type { Connection } from '../section/connect.ts'
import type { Opened } from '../write/view.ts'
import { suggestionPlugin } from './draw.ts'
import { handsAt } from './hands.ts'
import { modeOf, type Mode } from './mode.ts'
import { suggestionPanel, type SuggestionPanel } from './panel.ts'

export type Suggesting = {
  rewrite: Mode['rewrite']
  plugin(): Plugin
  /// To be called when the texts are open, and after every change of one.
  open(): void
  refresh(view: EditorView, tr: Transaction): void
  /// Who may write has changed.
  look(): void
  /// Toolbar buttons and shortcuts.
  buttons: Record<'mode-write' | 'mode-suggest', (view: EditorView) => void>
  commands: Record<'suggest' | 'next-suggestion' | 'previous-suggestion', Command>
}

export function suggesting(
  root: HTMLElement,
  connection: Connection,
  opened: () => Opened[],
  tell: (text: string) => void,
): Suggesting {
  const place = root.querySelector<HTMLElement>('[data-suggestions]')
  const only = root.dataset.mode === 'suggest'
  const { person = '', personName = '', personColour } = root.dataset
  const me = { id: person, name: personName, colour: Number(personColour) }
  const hands = handsAt(place?.dataset.suggestions ?? '', me, connection.doc.clientID)
  const mode = modeOf(
    connection.doc,
    (client) => hands.of(client)?.id === person,
    () => tell(cannot()),
  )
  let panel: SuggestionPanel | undefined
  const bar = root.querySelector<HTMLElement>('[data-toolbar]')

  const set = (on: boolean, view?: EditorView) => {
    mode.set(on)
    root.dataset.suggesting = String(on)
    for (const [command, pressed] of [
      ['mode-write', !on],
      ['mode-suggest', on],
    ] as const) {
      bar
        ?.querySelector(`[data-command="${command}"]`)
        ?.setAttribute('aria-pressed', String(pressed))
    }
    view?.focus()
  }
  const change = (on: boolean, view?: EditorView) => {
    if (only || on === mode.suggesting()) return view?.focus()
    set(on, view)
    tell(
      on
        ? say(
            'Du foreslår nå. Det du skriver og stryker, må godtas før det gjelder.',
            'Du føreslår no. Det du skriv og stryk, må godtakast før det gjeld.',
            'You are suggesting. What you write and strike must be accepted before it counts.',
          )
        : say(
            'Du skriver nå rett i teksten.',
            'Du skriv no rett i teksten.',
            'You are writing in the text itself.',
          ),
    )
  }
  set(only)
  if (only) bar?.querySelector('[data-modes]')?.setAttribute('hidden', '')
  return {
    rewrite: mode.rewrite,
    plugin: () => suggestionPlugin((id) => panel?.show(id)),
    open() {
      if (place) panel = suggestionPanel(place, connection, opened, { hands, me: person, tell })
      if (location.hash === '#forslag') place?.querySelector<HTMLElement>('h2')?.focus()
    },
    refresh(view, tr) {
      const lang = opened().find((one) => one.view === view)?.lang
      if (lang) mode.done(tr, connection.doc.getXmlFragment(lang))
      panel?.refresh()
    },
    look: () => panel?.refresh(),
    buttons: {
      'mode-write': (view) => change(false, view),
      'mode-suggest': (view) => change(true, view),
    },
    commands: {
      suggest: (_state, _dispatch, view) => {
        if (!view?.editable) return false
        change(!mode.suggesting(), view)
        return true
      },
      'next-suggestion': () => panel?.step(1) ?? false,
      'previous-suggestion': () => panel?.step(-1) ?? false,
    },
  }
}

const cannot = (): string =>
  say(
    'Dette kan ikke foreslås: tabeller, bilder, streker, fotnoter og bildetekster settes inn og fjernes i Skriv. Skriv en kommentar i stedet.',
    'Dette kan ikkje føreslåast: tabellar, bilete, strekar, fotnotar og bilettekstar blir sette inn og fjerna i Skriv. Skriv ein kommentar i staden.',
    'This cannot be suggested: tables, pictures, rules, notes and captions are put in and taken out in Write. Write a comment instead.',
  )
