// The accessibility statement, as the regulation on universal design of ICT asks for.
import type { Context } from 'hono'
import type { Env } from '../../house.ts'
import { layout } from '../layout.ts'
import { words } from '../words.ts'
import { prose } from './prose.ts'

export function accessibilityPage(c: Context<Env>): Promise<Response> {
  const t = words(c.get('lang'))
  const title = t(
    'Tilgjengelighetserklæring',
    'Tilgjengelegheitserklæring',
    'Accessibility statement',
  )
  const body = prose(
    title,
    t(
      'Planvev skal kunne brukes av alle: med tastatur, skjermleser, forstørring og uten skript.',
      'Planvev skal kunne brukast av alle: med tastatur, skjermlesar, forstørring og utan skript.',
      'Planvev should work for everybody: by keyboard, screen reader, magnified and without scripts.',
    ),
    [
      {
        heading: t('Hva vi følger', 'Kva vi følgjer', 'What we follow'),
        body: [
          t(
            'Sidene er laget etter kravene i WCAG 2.1 nivå A og AA, som forskrift om universell utforming av ikt viser til, og vi prøver dem også mot WCAG 2.2.',
            'Sidene er laga etter krava i WCAG 2.1 nivå A og AA, som forskrift om universell utforming av ikt viser til, og vi prøver dei òg mot WCAG 2.2.',
            'The pages follow WCAG 2.1 levels A and AA, as the Norwegian regulation asks, and are also tried against WCAG 2.2.',
          ),
          [
            t(
              'Alle sider kan leses og alle skjemaer sendes uten skript. Bare skriveverktøyet krever det.',
              'Alle sider kan lesast og alle skjema sendast utan skript. Berre skriveverktøyet krev det.',
              'Every page can be read and every form sent without scripts. Only the writing tool needs them.',
            ),
            t(
              'Farge står aldri alene: hver tilstand har tekst og symbol.',
              'Farge står aldri åleine: kvar tilstand har tekst og symbol.',
              'Colour never stands alone: every state has words and a symbol.',
            ),
            t(
              'Sidene tåler 400 prosent forstørring uten å rulle sidelengs.',
              'Sidene toler 400 prosent forstørring utan å rulle sidelengs.',
              'Pages can be magnified to 400 per cent without sideways scrolling.',
            ),
            t(
              'Hver side finnes på bokmål og nynorsk, og de fleste også på engelsk.',
              'Kvar side finst på bokmål og nynorsk, og dei fleste òg på engelsk.',
              'Every page exists in both written forms of Norwegian, and most in English.',
            ),
          ],
        ],
      },
      {
        heading: t(
          'Det vi vet ikke er godt nok',
          'Det vi veit ikkje er godt nok',
          'Known shortcomings',
        ),
        body: [
          [
            t(
              'Skjermlesere er ennå ikke prøvd av personer som bruker dem til daglig.',
              'Skjermlesarar er enno ikkje prøvde av personar som bruker dei til dagleg.',
              'Screen readers have not yet been tried by people who use them daily.',
            ),
            t(
              'PDF-filene har overskrifter, lister, tabeller og bildetekster som skjermlesere kjenner igjen, og er merket som PDF/A-2a. Programmet som lager dem, kontrollerer kravene; noe annet kontrollprogram har ikke gjort det ennå. Nettsidefila er det sikreste valget med skjermleser.',
              'PDF-filene har overskrifter, lister, tabellar og bilettekstar som skjermlesarar kjenner att, og er merkte som PDF/A-2a. Programmet som lagar dei, kontrollerer krava; noko anna kontrollprogram har ikkje gjort det enno. Nettsidefila er det tryggaste valet med skjermlesar.',
              'PDF files have headings, lists, tables and picture texts that screen readers know, and are marked as PDF/A-2a. The program that makes them checks the requirements; no other checker has done so yet. The web page file is the safest choice with a screen reader.',
            ),
            t(
              'Brede tabeller over alle tolv kommunene må rulles sidelengs i sin egen ramme på smale skjermer.',
              'Breie tabellar over alle dei tolv kommunane må rullast sidelengs i si eiga ramme på smale skjermar.',
              'Wide tables of all twelve municipalities scroll sideways in their own frame on narrow screens.',
            ),
          ],
        ],
      },
      {
        heading: t('Meld fra', 'Meld frå', 'Tell us'),
        body: [
          t(
            'Finner du noe som hindrer deg, si fra til kommunen din eller til koordinatoren for planstrategien. Du kan også klage til Tilsynet for universell utforming av ikt.',
            'Finn du noko som hindrar deg, sei frå til kommunen din eller til koordinatoren for planstrategien. Du kan òg klage til Tilsynet for universell utforming av ikt.',
            'If something stops you, tell your municipality or the coordinator. You may also complain to the Norwegian Authority for Universal Design of ICT.',
          ),
        ],
      },
    ],
  )
  return layout(c, { title, area: 'public' }, body)
}
