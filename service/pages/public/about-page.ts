// «Om arbeidet»: what a planning strategy is, how twelve municipalities make one together, and how to reach them.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { layout } from '../layout.ts'
import { listed, words } from '../words.ts'
import { crumbsTo, strategyHere } from './not-here.ts'
import { prose } from './prose.ts'

export async function aboutPage(c: Context<Env>): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const s = await strategyHere(c)
  const names = listed(
    s.municipalities.map((m) => m.name),
    lang,
  )
  const base = `/s/${s.slug}`
  const title = t('Om arbeidet', 'Om arbeidet', 'About the work')
  const body = prose(
    title,
    t(
      'En kommunal planstrategi sier hvilke planer kommunen skal lage eller fornye de neste fire årene, og hvorfor. Her lager flere kommuner den sammen.',
      'Ein kommunal planstrategi seier kva planar kommunen skal lage eller fornye dei neste fire åra, og kvifor. Her lagar fleire kommunar han saman.',
      'A municipal planning strategy says which plans a municipality will make or renew in the next four years, and why. Here several municipalities make it together.',
    ),
    [
      {
        id: 'hva',
        heading: t(
          'Hva er en planstrategi?',
          'Kva er ein planstrategi?',
          'What is a planning strategy?',
        ),
        body: [
          t(
            'Hvert nyvalgt kommunestyre skal vedta en planstrategi innen ett år etter at det er konstituert. Den drøfter hva som er viktig for utviklingen i kommunen, og tar stilling til om kommuneplanen skal fornyes. Den er ikke en plan i seg selv og gir ingen nye rettigheter eller plikter.',
            'Kvart nyvalt kommunestyre skal vedta ein planstrategi innan eitt år etter at det er konstituert. Han drøftar kva som er viktig for utviklinga i kommunen, og tek stilling til om kommuneplanen skal fornyast. Han er ikkje ein plan i seg sjølv og gir ingen nye rettar eller plikter.',
            'Every newly elected council must adopt a planning strategy within one year of being constituted. It discusses what matters for the municipality’s development and decides whether the master plan needs renewal. It is not itself a plan and creates no rights or duties.',
          ),
          html`<span class="quiet"
            >${t('Plan- og bygningsloven', 'Plan- og bygningslova', 'Planning and Building Act')}
            §&nbsp;10-1</span
          >`,
        ],
      },
      {
        id: 'sammen',
        heading: t('Slik gjør vi det sammen', 'Slik gjer vi det saman', 'How we do it together'),
        body: [
          t(
            `${names} skriver én fellesdel sammen. I tillegg skriver hver kommune sin egen del. De to delene sammen er kommunens planstrategi, og hvert kommunestyre vedtar sin.`,
            `${names} skriv éin fellesdel saman. I tillegg skriv kvar kommune sin eigen del. Dei to delane saman er planstrategien til kommunen, og kvart kommunestyre vedtek sin.`,
            `${names} write one joint part together. Each municipality also writes its own part. The two together are that municipality’s strategy, and each council adopts its own.`,
          ),
          [
            t('Vi skriver utkastet.', 'Vi skriv utkastet.', 'We write the draft.'),
            t(
              'Utkastet blir låst og lagt ut. Alle kan lese det og uttale seg, uten å logge inn.',
              'Utkastet blir låst og lagt ut. Alle kan lese det og uttale seg, utan å logge inn.',
              'The draft is frozen and published. Anybody can read it and comment, without signing in.',
            ),
            t(
              'Kommunene svarer på hvert innspill, og sier hva det førte til.',
              'Kommunane svarar på kvart innspel, og seier kva det førte til.',
              'The municipalities answer every submission and say what it led to.',
            ),
            t(
              'Det endelige forslaget blir låst, og hvert kommunestyre vedtar. Forslaget skal ha vært offentlig i minst 30 dager før møtet.',
              'Det endelege framlegget blir låst, og kvart kommunestyre vedtek. Framlegget skal ha vore offentleg i minst 30 dagar før møtet.',
              'The final proposal is frozen, and each council decides. It must have been public for at least 30 days before the meeting.',
            ),
            t(
              'Vi følger opp planene i fire år.',
              'Vi følgjer opp planane i fire år.',
              'We follow the plans up for four years.',
            ),
          ],
        ],
      },
      {
        id: 'tekst',
        heading: t(
          'Hvorfor teksten har en kontrollsum',
          'Kvifor teksten har ein kontrollsum',
          'Why the text has a checksum',
        ),
        body: [
          t(
            'Når en tekst blir låst, får den navn, dato og en kontrollsum. To tekster med samme kontrollsum er like. Slik kan alle se om tolv kommunestyrer har vedtatt det samme.',
            'Når ein tekst blir låst, får han namn, dato og ein kontrollsum. To tekstar med same kontrollsum er like. Slik kan alle sjå om tolv kommunestyre har vedteke det same.',
            'When a text is frozen it gets a name, a date and a checksum. Two texts with the same checksum are equal. So everybody can see whether twelve councils have adopted the same.',
          ),
          html`<a class="ds-link" href="${base}/vedtak"
              >${t('Se vedtakene', 'Sjå vedtaka', 'See the decisions')}</a
            >
            ·
            <a class="ds-link" href="/apne-data#kontrollsum"
              >${t('Kontroller en tekst selv', 'Kontroller ein tekst sjølv', 'Check a text yourself')}</a
            >`,
        ],
      },
      {
        id: 'kontakt',
        heading: t('Kontakt', 'Kontakt', 'Contact'),
        body: [
          t(
            'Spørsmål om fellesdelen og framdriften går til koordinatoren for planstrategien. Spørsmål om én kommunes egen del, møter og vedtak går til den kommunen. Begge nås gjennom postmottaket i kommunen din.',
            'Spørsmål om fellesdelen og framdrifta går til koordinatoren for planstrategien. Spørsmål om den eigne delen, møta og vedtaka til ein kommune går til den kommunen. Begge når du gjennom postmottaket i kommunen din.',
            'Questions about the joint part and progress go to the coordinator of the strategy. Questions about one municipality’s own part, meetings and decisions go to that municipality. Both are reached through your municipality’s mail.',
          ),
        ],
      },
    ],
  )
  return layout(
    c,
    {
      title,
      area: 'public',
      current: 'about',
      slug: s.slug,
      crumbs: crumbsTo(c, s, { text: title }),
    },
    body,
  )
}
