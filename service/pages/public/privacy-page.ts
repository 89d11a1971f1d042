// What is kept about people, why, for how long and who decides.
import type { Context } from 'hono'
import type { Env } from '../../house.ts'
import { layout } from '../layout.ts'
import { words } from '../words.ts'
import { prose } from './prose.ts'

export function privacyPage(c: Context<Env>): Promise<Response> {
  const t = words(c.get('lang'))
  const title = t('Personvern', 'Personvern', 'Privacy')
  const body = prose(
    title,
    t(
      'Kommunene lagrer bare det de trenger for å behandle planstrategien og svare deg.',
      'Kommunane lagrar berre det dei treng for å handsame planstrategien og svare deg.',
      'The municipalities keep only what they need to treat the strategy and to answer you.',
    ),
    [
      {
        heading: t('Når du uttaler deg', 'Når du uttaler deg', 'When you send a submission'),
        body: [
          t(
            'Navnet og det du skriver, er offentlig og blir arkivert i kommunene du skriver til. E-postadressen din blir ikke vist for andre enn dem som skal svare deg.',
            'Namnet og det du skriv, er offentleg og blir arkivert i kommunane du skriv til. E-postadressa di blir ikkje vist for andre enn dei som skal svare deg.',
            'Your name and what you write are public and archived by the municipalities you write to. Your e-mail address is shown only to those who will answer you.',
          ),
          t(
            'En uttalelse som er sendt, er et dokument i en offentlig sak og kan ikke slettes. Opplysninger som er unntatt offentlighet, blir skjermet.',
            'Ei fråsegn som er send, er eit dokument i ei offentleg sak og kan ikkje slettast. Opplysningar som er unnatekne innsyn, blir skjerma.',
            'A submission that has been sent is a document in a public case and cannot be deleted. Information exempt from publicity is withheld.',
          ),
          t(
            'Mens du skriver, ligger utkastet bare i nettleseren din. Vi ser det ikke før du sender.',
            'Medan du skriv, ligg utkastet berre i nettlesaren din. Vi ser det ikkje før du sender.',
            'While you write, the draft lies only in your browser. We do not see it before you send it.',
          ),
        ],
      },
      {
        heading: t('Når du er logget inn', 'Når du er logga inn', 'When you are signed in'),
        body: [
          t(
            'Vi lagrer navn, e-postadresse, roller med datoer og hva du har registrert på vegne av hvem. Loggen over vedtak og frister er en del av saken og blir bevart.',
            'Vi lagrar namn, e-postadresse, roller med datoar og kva du har registrert på vegner av kven. Loggen over vedtak og fristar er ein del av saka og blir teken vare på.',
            'We keep your name, e-mail address, roles with dates, and what you have registered on whose behalf. The journal of decisions and deadlines is part of the case and is kept.',
          ),
        ],
      },
      {
        heading: t('Informasjonskapsler', 'Informasjonskapslar', 'Cookies'),
        body: [
          t(
            'Vi bruker én kapsel for innlogging og én som husker språket du valgte. Ingen av dem sporer deg, og ingen andre får dem.',
            'Vi bruker éin kapsel for innlogging og éin som hugsar språket du valde. Ingen av dei sporar deg, og ingen andre får dei.',
            'We use one cookie for signing in and one that remembers your language. Neither tracks you, and nobody else receives them.',
          ),
        ],
      },
      {
        heading: t(
          'Hvem bestemmer, og hva du kan kreve',
          'Kven bestemmer, og kva du kan krevje',
          'Who decides, and your rights',
        ),
        body: [
          t(
            'Hver kommune er behandlingsansvarlig for sin egen sak. Du kan be om innsyn og retting hos kommunen, og klage til Datatilsynet.',
            'Kvar kommune er behandlingsansvarleg for si eiga sak. Du kan be om innsyn og retting hos kommunen, og klage til Datatilsynet.',
            'Each municipality is the controller for its own case. You may ask it for access and correction, and complain to the Norwegian Data Protection Authority.',
          ),
        ],
      },
    ],
  )
  return layout(c, { title, area: 'public' }, body)
}
