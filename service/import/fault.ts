// Why a file is not brought in: a closed list, each with its words and the way out. Nothing of the file is kept then.
import type { Lang } from '../../workflows/lang.ts'
import { words } from '../pages/words.ts'

export type Fault =
  | 'empty'
  | 'large'
  | 'pdf'
  | 'old-word'
  | 'locked'
  | 'open-document'
  | 'rich-text'
  | 'not-word'
  | 'macros'
  | 'broken'
  | 'entries'
  | 'bomb'
  | 'names'
  | 'doctype'
  | 'heavy'
  | 'slow'
  | 'nothing'
  | 'long'

/// Thrown by whatever looks at the file.
export class Unreadable extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

export function sayFault(fault: Fault, lang: Lang): string {
  const t = words(lang)
  const saveAs = t(
    'Åpne den i Word, velg Lagre som og typen Word-dokument (.docx), og hent den inn på nytt.',
    'Opne ho i Word, vel Lagre som og typen Word-dokument (.docx), og hent ho inn på nytt.',
    'Open it in Word, choose Save as and the type Word Document (.docx), and bring it in again.',
  )
  const split = t(
    'Del dokumentet i flere filer og hent inn én om gangen.',
    'Del dokumentet i fleire filer og hent inn éi om gongen.',
    'Split the document into several files and bring them in one at a time.',
  )
  const said: Record<Fault, string> = {
    empty: t(
      'Filen er tom. Velg en annen.',
      'Fila er tom. Vel ei anna.',
      'The file is empty. Choose another.',
    ),
    large: `${t('Filen er større enn 20 MB.', 'Fila er større enn 20 MB.', 'The file is larger than 20 MB.')} ${t(
      'Komprimer bildene i Word (Bildeformat, Komprimer bilder), eller del dokumentet.',
      'Komprimer bileta i Word (Biletformat, Komprimer bilete), eller del dokumentet.',
      'Compress its pictures in Word (Picture Format, Compress Pictures), or split the document.',
    )}`,
    pdf: `${t('Filen er en PDF, uansett hva den heter.', 'Fila er ein PDF, same kva ho heiter.', 'The file is a PDF, whatever it is called.')} ${t(
      'Finn Word-dokumentet den ble laget av og hent inn det.',
      'Finn Word-dokumentet ho vart laga av og hent inn det.',
      'Find the Word document it was made from and bring in that.',
    )}`,
    'old-word': `${t('Filen er av det gamle Word-slaget (.doc).', 'Fila er av det gamle Word-slaget (.doc).', 'The file is of the old Word kind (.doc).')} ${saveAs}`,
    locked: t(
      'Filen er låst med passord eller merket med en beskyttelse som gjør den uleselig her. Fjern passordet i Word (Fil, Informasjon, Beskytt dokument) og hent den inn på nytt.',
      'Fila er låst med passord eller merkt med eit vern som gjer ho uleseleg her. Fjern passordet i Word (Fil, Informasjon, Vern dokument) og hent ho inn på nytt.',
      'The file is locked with a password or a protection that makes it unreadable here. Remove the password in Word (File, Info, Protect Document) and bring it in again.',
    ),
    'open-document': `${t('Filen er et OpenDocument.', 'Fila er eit OpenDocument.', 'The file is an OpenDocument.')} ${t(
      'Lagre den som Word-dokument (.docx) og hent den inn på nytt.',
      'Lagre ho som Word-dokument (.docx) og hent ho inn på nytt.',
      'Save it as a Word document (.docx) and bring it in again.',
    )}`,
    'rich-text': `${t('Filen er rik tekst (.rtf), ikke et Word-dokument.', 'Fila er rik tekst (.rtf), ikkje eit Word-dokument.', 'The file is rich text (.rtf), not a Word document.')} ${saveAs}`,
    'not-word': `${t('Filen er ikke et Word-dokument (.docx).', 'Fila er ikkje eit Word-dokument (.docx).', 'The file is not a Word document (.docx).')} ${saveAs}`,
    macros: t(
      'Dokumentet har makroer, altså programmer. Slike tar vi ikke imot. Lagre det i Word som vanlig Word-dokument (.docx), da blir makroene borte, og hent det inn på nytt.',
      'Dokumentet har makroar, altså program. Slike tek vi ikkje imot. Lagre det i Word som vanleg Word-dokument (.docx), då blir makroane borte, og hent det inn på nytt.',
      'The document has macros, that is, programs. We take none. Save it in Word as an ordinary Word document (.docx), which removes them, and bring it in again.',
    ),
    broken: `${t('Filen er skadet eller ikke hel, og kan ikke leses.', 'Fila er skadd eller ikkje heil, og kan ikkje lesast.', 'The file is damaged or not whole, and cannot be read.')} ${saveAs}`,
    entries: `${t('Filen består av flere deler enn vi åpner (2 000).', 'Fila er sett saman av fleire delar enn vi opnar (2 000).', 'The file consists of more parts than we open (2,000).')} ${split}`,
    bomb: `${t(
      'Filen vokser mye mer enn vi tillater når den pakkes ut, slik filer laget for å skade gjør. Den ble ikke åpnet.',
      'Fila veks mykje meir enn vi tillèt når ho blir pakka ut, slik filer laga for å skade gjer. Ho vart ikkje opna.',
      'The file grows far more than we allow when unpacked, as files made to do harm do. It was not opened.',
    )} ${split}`,
    names: t(
      'Filen inneholder deler med navn som peker ut av den, slik filer laget for å skade gjør. Den ble ikke åpnet.',
      'Fila inneheld delar med namn som peikar ut av ho, slik filer laga for å skade gjer. Ho vart ikkje opna.',
      'The file holds parts whose names point out of it, as files made to do harm do. It was not opened.',
    ),
    doctype: `${t(
      'Filen inneholder erklæringer (DOCTYPE) som Word aldri skriver, slik filer laget for å skade gjør. Den ble ikke lest.',
      'Fila inneheld erklæringar (DOCTYPE) som Word aldri skriv, slik filer laga for å skade gjer. Ho vart ikkje lesen.',
      'The file holds declarations (DOCTYPE) that Word never writes, as files made to do harm do. It was not read.',
    )}`,
    heavy: `${t('Dokumentet krever mer minne enn vi gir ett dokument.', 'Dokumentet krev meir minne enn vi gjev eitt dokument.', 'The document needs more memory than we give one document.')} ${split}`,
    slow: `${t('Dokumentet tok for lang tid å lese.', 'Dokumentet tok for lang tid å lese.', 'The document took too long to read.')} ${split}`,
    nothing: t(
      'Dokumentet har ingen tekst vi kan hente inn.',
      'Dokumentet har ingen tekst vi kan hente inn.',
      'The document has no text we can bring in.',
    ),
    long: `${t('Dokumentet har mer tekst enn ett kapittel kan ta imot på én gang (3 000 avsnitt).', 'Dokumentet har meir tekst enn eitt kapittel kan ta imot på éin gong (3 000 avsnitt).', 'The document has more text than one chapter can take at once (3,000 paragraphs).')} ${split}`,
  }
  return said[fault]
}
