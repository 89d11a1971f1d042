// Every shortcut of the editor, once: the keyboard obeys this table and the help sheet prints it. None takes Ctrl with Alt
// (on a Norwegian keyboard that is AltGr, which types @ { [ ] } €), and none is one the browser keeps for itself.
type Words = { nb: string; nn: string; en: string }

export type Shortcut = {
  /// The command's name, as toolbar buttons carry it.
  does: string
  /// Keys as the keymap spells them; the first is the one people are told.
  keys: readonly string[]
  says: Words
}

export type ShortcutGroup = { name: Words; shortcuts: readonly Shortcut[] }

const one = (
  does: string,
  keys: string | readonly string[],
  ...says: [string, string, string]
) => ({
  does,
  keys: typeof keys === 'string' ? [keys] : keys,
  says: { nb: says[0], nn: says[1], en: says[2] },
})

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    name: { nb: 'Skrive', nn: 'Skrive', en: 'Writing' },
    shortcuts: [
      one('undo', 'Mod-z', 'Angre', 'Angre', 'Undo'),
      one('redo', ['Mod-y', 'Mod-Shift-z'], 'Gjør om', 'Gjer om', 'Redo'),
      one('bold', 'Mod-b', 'Fet', 'Feit', 'Bold'),
      one('italic', 'Mod-i', 'Kursiv', 'Kursiv', 'Italic'),
      one('sub', 'Mod-,', 'Senket skrift', 'Senka skrift', 'Subscript'),
      one('sup', 'Mod-.', 'Hevet skrift', 'Heva skrift', 'Superscript'),
      one(
        'plain',
        'Ctrl-Space',
        'Fjern formatering av tegn',
        'Fjern formatering av teikn',
        'Clear formatting of characters',
      ),
      one(
        'break',
        'Shift-Enter',
        'Ny linje i samme avsnitt',
        'Ny linje i same avsnitt',
        'New line in the same paragraph',
      ),
    ],
  },
  {
    name: { nb: 'Avsnitt og lister', nn: 'Avsnitt og lister', en: 'Paragraphs and lists' },
    shortcuts: [
      ...[1, 2, 3, 4].map((n) =>
        one(
          `heading-${n}`,
          `Ctrl-Shift-${n}`,
          `Overskrift ${n}`,
          `Overskrift ${n}`,
          `Heading ${n}`,
        ),
      ),
      one('paragraph', 'Ctrl-Shift-0', 'Vanlig avsnitt', 'Vanleg avsnitt', 'Plain paragraph'),
      one('number', 'Ctrl-Shift-7', 'Nummerert liste', 'Nummerert liste', 'Numbered list'),
      one('bullet', 'Ctrl-Shift-8', 'Punktliste', 'Punktliste', 'Bulleted list'),
      one('quote', 'Ctrl-Shift-9', 'Sitat', 'Sitat', 'Quote'),
      one(
        'move-up',
        'Alt-ArrowUp',
        'Flytt avsnittet opp',
        'Flytt avsnittet opp',
        'Move paragraph up',
      ),
      one(
        'move-down',
        'Alt-ArrowDown',
        'Flytt avsnittet ned',
        'Flytt avsnittet ned',
        'Move paragraph down',
      ),
      one(
        'tab',
        'Tab',
        'Listepunkt inn; neste rute i en tabell',
        'Listepunkt inn; neste rute i ein tabell',
        'List item in; next cell of a table',
      ),
      one(
        'back-tab',
        'Shift-Tab',
        'Listepunkt ut; forrige rute',
        'Listepunkt ut; førre rute',
        'List item out; previous cell',
      ),
    ],
  },
  {
    name: { nb: 'Sette inn', nn: 'Setje inn', en: 'Inserting' },
    shortcuts: [
      one('link', 'Mod-k', 'Lenke', 'Lenkje', 'Link'),
      one(
        'note',
        'Ctrl-Shift-f',
        'Fotnote; i fotnoten: tilbake til teksten',
        'Fotnote; i fotnoten: tilbake til teksten',
        'Footnote; in the footnote: back to the text',
      ),
      one(
        'xref',
        'Ctrl-Shift-l',
        'Henvisning til kapittel, overskrift eller plan',
        'Tilvising til kapittel, overskrift eller plan',
        'Reference to a chapter, heading or plan',
      ),
    ],
  },
  {
    name: { nb: 'Forslag', nn: 'Framlegg', en: 'Suggestions' },
    shortcuts: [
      one(
        'suggest',
        'Ctrl-Shift-e',
        'Bytt mellom Skriv og Foreslå',
        'Byt mellom Skriv og Føreslå',
        'Change between Write and Suggest',
      ),
      one('next-suggestion', 'Ctrl-Shift-.', 'Neste forslag', 'Neste framlegg', 'Next suggestion'),
      one(
        'previous-suggestion',
        'Ctrl-Shift-,',
        'Forrige forslag',
        'Førre framlegg',
        'Previous suggestion',
      ),
    ],
  },
  {
    name: { nb: 'Finne fram', nn: 'Finne fram', en: 'Getting around' },
    shortcuts: [
      one('find', ['Mod-f', 'Mod-h'], 'Finn og erstatt', 'Finn og erstatt', 'Find and replace'),
      one(
        'check',
        'Mod-Enter',
        'Marker oversettelsen som kontrollert (Begge)',
        'Merk omsetjinga som kontrollert (Begge)',
        'Mark the translation as checked (Both)',
      ),
      one(
        'search',
        'Mod-Shift-h',
        'Søk i hele teksten',
        'Søk i heile teksten',
        'Search all the text',
      ),
      one('toolbar', 'Alt-F10', 'Til verktøylinjen', 'Til verktøylinja', 'To the toolbar'),
      one('help', 'Mod-/', 'Denne oversikten', 'Denne oversikta', 'This overview'),
    ],
  },
]

export const shortcutsOf = (groups = shortcutGroups): Shortcut[] =>
  groups.flatMap(({ shortcuts }) => shortcuts)

/// `Ctrl+Shift+8`, as people say it.
export const sayKeys = (keys: string): string =>
  keys
    .split(/-(?=.)/)
    .map((part) => spoken[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+')

const spoken: Record<string, string> = {
  Mod: 'Ctrl',
  Space: 'Mellomrom',
  ArrowUp: '↑',
  ArrowDown: '↓',
}

/// The keys one tells of a command, or '' when it has none.
export const keysOf = (does: string): string => {
  const found = shortcutsOf().find((shortcut) => shortcut.does === does)
  return found ? sayKeys(found.keys[0]!) : ''
}
