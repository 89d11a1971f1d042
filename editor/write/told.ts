// Sentences the editor says when it left something out, or left something behind.
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { say } from '../frame/words.ts'

export const told = {
  cells: () =>
    say(
      'Tabellen var for stor. Radene etter 2 000 ruter ble ikke med.',
      'Tabellen var for stor. Radene etter 2 000 ruter vart ikkje med.',
      'The table was too large. Rows after 2,000 cells were left out.',
    ),
  images: () =>
    say(
      'Bilder ble ikke med da du limte inn.',
      'Bilete vart ikkje med då du limte inn.',
      'Images were left out when you pasted.',
    ),
  large: () =>
    say(
      'Det du limte inn, er for stort for én gang (omtrent 150 sider er mest). Ingenting ble satt inn. Del det opp, eller hent det inn som Word-dokument.',
      'Det du limte inn, er for stort for éin gong (omtrent 150 sider er mest). Ingenting vart sett inn. Del det opp, eller hent det inn som Word-dokument.',
      'What you pasted is too large for one go (about 150 pages is the most). Nothing was put in. Divide it, or import it as a Word document.',
    ),
  links: () =>
    say(
      'Lenker som ikke kan åpnes trygt herfra, ble fjernet. Ordene står igjen.',
      'Lenkjer som ikkje kan opnast trygt herifrå, vart fjerna. Orda står att.',
      'Links that cannot be opened safely from here were removed. Their words remain.',
    ),
  scripts: () =>
    say(
      'Programkode i det du limte inn, ble fjernet.',
      'Programkode i det du limte inn, vart fjerna.',
      'Program code in what you pasted was removed.',
    ),
  signs: () =>
    say(
      'Skjulte tegn som snur leseretningen eller ikke vises, ble fjernet.',
      'Skjulte teikn som snur leseretninga eller ikkje er synlege, vart fjerna.',
      'Hidden characters that turn the reading direction or do not show were removed.',
    ),
  full: () =>
    say(
      'Tabellen har 2 000 ruter og kan ikke bli større. Del den i to.',
      'Tabellen har 2 000 ruter og kan ikkje bli større. Del han i to.',
      'The table has 2,000 cells and cannot grow. Divide it in two.',
    ),
  note: () =>
    say(
      'Fotnoten står igjen nederst, for noen kan ha skrevet i den. Fjern den der hvis den ikke trengs.',
      'Fotnoten står att nedst, for nokon kan ha skrive i han. Fjern han der om han ikkje trengst.',
      'The footnote stays at the bottom, since somebody may have written in it. Remove it there if it is not needed.',
    ),
}

export type Told = keyof typeof told

/// Lets a command say why it did not do what it was asked to.
export const tellFrom = (view: EditorView | undefined, what: Told): void =>
  void view?.dom.dispatchEvent(new CustomEvent('told', { detail: what }))

/// Hears what commands say.
export const hearTold = (leftOut: (what: Told) => void): Plugin =>
  new Plugin({
    view: ({ dom }) => {
      const hear = (event: Event) => {
        const what: unknown = (event as CustomEvent<unknown>).detail
        if (typeof what === 'string' && what in told) leftOut(what as Told)
      }
      dom.addEventListener('told', hear)
      return { destroy: () => dom.removeEventListener('told', hear) }
    },
  })
