// Sentences the editor says when it left something out, or left something behind.
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
  note: () =>
    say(
      'Fotnoten står igjen nederst, for noen kan ha skrevet i den. Fjern den der hvis den ikke trengs.',
      'Fotnoten står att nedst, for nokon kan ha skrive i han. Fjern han der om han ikkje trengst.',
      'The footnote stays at the bottom, since somebody may have written in it. Remove it there if it is not needed.',
    ),
}

export type Told = keyof typeof told
