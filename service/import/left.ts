// What a document holds that did not become text here, counted while it is read and told in plain words before anything is
// written: nobody should have to compare page by page.
import type { Lang } from '../../workflows/lang.ts'
import { number, words } from '../pages/words.ts'

export type LeftCode =
  | 'title'
  | 'linked-image'
  | 'image-kind'
  | 'image-broken'
  | 'image-pixels'
  | 'image-many'
  | 'image-in-table'
  | 'drawing'
  | 'embedded'
  | 'equation'
  | 'text-box'
  | 'contents'
  | 'header'
  | 'comment'
  | 'inserted'
  | 'deleted'
  | 'merged-cells'
  | 'nested-table'
  | 'table-cut'
  | 'deep-heading'
  | 'heading-number'
  | 'style'
  | 'underline'
  | 'struck'
  | 'inner-link'
  | 'unsafe-link'
  | 'block-cut'

/// `name` is an example from the document: a style, a title.
export type Left = { what: LeftCode; count: number; names: string[] }

/// Counts, with up to five names each.
export function createCounter(): {
  add(what: LeftCode, name?: string, count?: number): void
  list(): Left[]
} {
  const held = new Map<LeftCode, Left>()
  return {
    add(what, name, count = 1) {
      const one = held.get(what) ?? { what, count: 0, names: [] }
      one.count += count
      if (name && one.names.length < 5 && !one.names.includes(name))
        one.names.push(name.slice(0, 80))
      held.set(what, one)
    },
    list: () => [...held.values()],
  }
}

export function sayLeft({ what, count, names }: Left, lang: Lang): string {
  const t = words(lang)
  const n = number(count)
  const many = (one: string, more: string): string => (count === 1 ? one : `${n} ${more}`)
  const named = names.map((name) => `«${name}»`).join(', ')
  const said: Record<LeftCode, () => string> = {
    title: () =>
      t(
        `Dokumentets tittel, ${named}, er ikke med: kapittelet har sin egen.`,
        `Tittelen på dokumentet, ${named}, er ikkje med: kapittelet har sin eigen.`,
        `The document’s title, ${named}, is left out: the chapter has its own.`,
      ),
    'linked-image': () =>
      t(
        `${many('Et bilde', 'bilder')} ligger utenfor dokumentet og er ikke med. Sett det inn i teksten etterpå.`,
        `${many('Eit bilete', 'bilete')} ligg utanfor dokumentet og er ikkje med. Set det inn i teksten etterpå.`,
        `${many('One picture', 'pictures')} outside the document: left out, and never fetched. Insert it in the text afterwards.`,
      ),
    'image-kind': () =>
      t(
        `${many('Et bilde', 'bilder')} av et slag vi ikke tar imot (for eksempel EMF, TIFF eller SVG) er ikke med. Lagre det som PNG og sett det inn etterpå.`,
        `${many('Eit bilete', 'bilete')} av eit slag vi ikkje tek imot (til dømes EMF, TIFF eller SVG) er ikkje med. Lagre det som PNG og set det inn etterpå.`,
        `${many('One picture', 'pictures')} of a kind we do not take (such as EMF, TIFF or SVG): left out. Save it as PNG and insert it afterwards.`,
      ),
    'image-broken': () =>
      t(
        `${many('Et bilde', 'bilder')} lot seg ikke åpne og er ikke med.`,
        `${many('Eit bilete', 'bilete')} let seg ikkje opne og er ikkje med.`,
        `${many('One picture', 'pictures')} could not be opened: left out.`,
      ),
    'image-pixels': () =>
      t(
        `${many('Et bilde', 'bilder')} på mer enn 50 millioner bildepunkter er ikke med. Gjør det mindre og sett det inn etterpå.`,
        `${many('Eit bilete', 'bilete')} på meir enn 50 millionar biletpunkt er ikkje med. Gjer det mindre og set det inn etterpå.`,
        `${many('One picture', 'pictures')} of more than 50 million pixels: left out. Make it smaller and insert it afterwards.`,
      ),
    'image-many': () =>
      t(
        `${many('Et bilde', 'bilder')} etter de 60 første er ikke med. Sett dem inn etterpå.`,
        `${many('Eit bilete', 'bilete')} etter dei 60 første er ikkje med. Set dei inn etterpå.`,
        `${many('One picture', 'pictures')} after the first 60: left out. Insert them afterwards.`,
      ),
    'image-in-table': () =>
      t(
        `${many('Et bilde', 'bilder')} sto i en tabell og står nå rett etter den.`,
        `${many('Eit bilete', 'bilete')} stod i ein tabell og står no rett etter han.`,
        `${many('One picture', 'pictures')} stood in a table, and now right after it.`,
      ),
    drawing: () =>
      t(
        `${many('En tegning, et diagram eller SmartArt', 'tegninger, diagrammer eller SmartArt')} er ikke med. Lagre som bilde og sett inn etterpå.`,
        `${many('Ei teikning, eit diagram eller SmartArt', 'teikningar, diagram eller SmartArt')} er ikkje med. Lagre som bilete og set inn etterpå.`,
        `${many('One drawing, chart or SmartArt', 'drawings, charts or SmartArt')}: left out. Save as a picture and insert it afterwards.`,
      ),
    embedded: () =>
      t(
        `${many('En innebygd fil', 'innebygde filer')} (for eksempel et regneark) er ikke med.`,
        `${many('Ei innebygd fil', 'innebygde filer')} (til dømes eit rekneark) er ikkje med.`,
        `${many('One embedded file', 'embedded files')} (such as a spreadsheet): left out.`,
      ),
    equation: () =>
      t(
        `${many('En formel', 'formler')} er ikke med. Skriv den som tekst etterpå.`,
        `${many('Ein formel', 'formlar')} er ikkje med. Skriv han som tekst etterpå.`,
        `${many('One formula', 'formulas')}: left out. Write it as text afterwards.`,
      ),
    'text-box': () =>
      t(
        `${many('En tekstboks', 'tekstbokser')}: se etter at teksten i den kom på rett sted.`,
        `${many('Ein tekstboks', 'tekstboksar')}: sjå etter at teksten i han kom på rett stad.`,
        `${many('One text box', 'text boxes')}: check that its text came to the right place.`,
      ),
    contents: () =>
      t(
        'Innholdsfortegnelsen er ikke med: den lages av seg selv.',
        'Innhaldslista er ikkje med: ho blir laga av seg sjølv.',
        'The list of contents is left out: it makes itself.',
      ),
    header: () =>
      t(
        'Topptekst og bunntekst er ikke med.',
        'Topptekst og botntekst er ikkje med.',
        'Headers and footers are left out.',
      ),
    comment: () =>
      t(
        `${many('En kommentar', 'kommentarer')} i margen er ikke med.`,
        `${many('Ein kommentar', 'kommentarar')} i margen er ikkje med.`,
        `${many('One comment', 'comments')} in the margin: left out.`,
      ),
    inserted: () =>
      t(
        `Sporede endringer: ${many('ett innskudd', 'innskudd')} er tatt med som vanlig tekst.`,
        `Spora endringar: ${many('eitt innskot', 'innskot')} er teke med som vanleg tekst.`,
        `Tracked changes: ${many('one insertion', 'insertions')} became ordinary text.`,
      ),
    deleted: () =>
      t(
        `Sporede endringer: ${many('én sletting', 'slettinger')} er fulgt, så den teksten er ikke med.`,
        `Spora endringar: ${many('éi sletting', 'slettingar')} er følgd, så den teksten er ikkje med.`,
        `Tracked changes: ${many('one deletion', 'deletions')} followed, so that text is left out.`,
      ),
    'merged-cells': () =>
      t(
        `${many('En tabell', 'tabeller')} hadde sammenslåtte ruter. De er delt igjen; teksten står i den første.`,
        `${many('Ein tabell', 'tabellar')} hadde samanslegne ruter. Dei er delte att; teksten står i den første.`,
        `${many('One table', 'tables')} had merged cells. They are split again; the text stands in the first.`,
      ),
    'nested-table': () =>
      t(
        `${many('En tabell', 'tabeller')} inne i en annen tabell ble til vanlig tekst.`,
        `${many('Ein tabell', 'tabellar')} inne i ein annan tabell vart til vanleg tekst.`,
        `${many('One table', 'tables')} inside another became ordinary text.`,
      ),
    'table-cut': () =>
      t(
        `${many('En rad', 'rader')} er ikke med: en tabell kan ha 2 000 ruter. Del den i flere, eller legg den ved som fil.`,
        `${many('Ei rad', 'rader')} er ikkje med: ein tabell kan ha 2 000 ruter. Del han i fleire, eller legg han ved som fil.`,
        `${many('One row', 'rows')} left out: a table may have 2,000 cells. Split it, or attach it as a file.`,
      ),
    'deep-heading': () =>
      t(
        `${many('En overskrift', 'overskrifter')} på nivå 5 eller dypere ble nivå 4.`,
        `${many('Ei overskrift', 'overskrifter')} på nivå 5 eller djupare vart nivå 4.`,
        `${many('One heading', 'headings')} of level 5 or deeper became level 4.`,
      ),
    'heading-number': () =>
      t(
        'Nummer foran overskriftene er ikke med: de regnes ut der teksten leses.',
        'Nummer framfor overskriftene er ikkje med: dei blir rekna ut der teksten blir lesen.',
        'Numbers before headings are left out: they are computed where the text is read.',
      ),
    style: () =>
      t(
        `Stiler vi ikke kjenner, ble vanlige avsnitt: ${named}.`,
        `Stilar vi ikkje kjenner, vart vanlege avsnitt: ${named}.`,
        `Styles we do not know became ordinary paragraphs: ${named}.`,
      ),
    underline: () =>
      t(
        'Understreking er ikke med: her er det bare lenker som er understreket.',
        'Understreking er ikkje med: her er det berre lenkjer som er understreka.',
        'Underlining is left out: here only links are underlined.',
      ),
    struck: () =>
      t(
        `Gjennomstreket tekst er med som vanlig tekst: ${named}.`,
        `Gjennomstroken tekst er med som vanleg tekst: ${named}.`,
        `Struck-out text came along as ordinary text: ${named}.`,
      ),
    'inner-link': () =>
      t(
        `${many('En kryssreferanse', 'kryssreferanser')} ble vanlig tekst. Sett den inn på nytt, så holder den seg riktig.`,
        `${many('Ein kryssreferanse', 'kryssreferansar')} vart vanleg tekst. Set han inn på nytt, så held han seg rett.`,
        `${many('One cross-reference', 'cross-references')} became ordinary text. Insert it again and it stays right.`,
      ),
    'unsafe-link': () =>
      t(
        `${many('En lenke', 'lenker')} med en adresse vi ikke tillater ble vanlig tekst.`,
        `${many('Ei lenkje', 'lenkjer')} med ei adresse vi ikkje tillèt vart vanleg tekst.`,
        `${many('One link', 'links')} with an address we do not allow became ordinary text.`,
      ),
    'block-cut': () =>
      t(
        `${many('Et avsnitt', 'avsnitt')} på mer enn 50 000 tegn ble kuttet.`,
        `${many('Eit avsnitt', 'avsnitt')} på meir enn 50 000 teikn vart kutta.`,
        `${many('One paragraph', 'paragraphs')} of more than 50,000 characters was cut.`,
      ),
  }
  return said[what]()
}
