// The public front: one question, one action, where we are, and one's own municipality.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Env } from '../../house.ts'
import { regionById } from '../../../db/region.ts'
import { dateText, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { emptyState } from '../parts/boxes.ts'
import { untilText } from '../parts/deadlines.ts'
import { icon } from '../parts/icon.ts'
import { stepper } from '../parts/stepper.ts'
import { capital, count, words } from '../words.ts'
import { municipalityNote, openWindow, othersText } from './deadlines-text.ts'
import { hills } from './hills.ts'
import { publicStep, publicSteps } from './public-steps.ts'
import { publicStrategy, type PublicStrategy } from './view.ts'

/// `/`: the strategy there is; of several, the newest period.
export async function startPage(c: Context<Env>): Promise<Response> {
  const house = c.get('house')
  const row = await house.store.db
    .selectFrom('strategy')
    .select('slug')
    .orderBy('period_from', 'desc')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  const s =
    row && (await publicStrategy(house.store.db, row.slug, house.clock.today(), c.get('lang')))
  return s ? frontOf(c, s) : nothingYet(c)
}

export async function frontOf(c: Context<Env>, s: PublicStrategy): Promise<Response> {
  const lang = c.get('lang')
  const region = await regionById(c.get('house').store.db, s.region)
  return layout(
    c,
    { title: s.title, area: 'public', current: 'front', slug: s.slug, bare: true },
    html`${hero(s, region?.name ?? '', lang)}
      <div class="wrap front-below stack-8">
        <section class="stack" aria-labelledby="hvor">
          <h2 class="ds-heading" data-size="md" id="hvor">
            ${words(lang)('Hvor er vi?', 'Kor er vi?', 'Where are we?')}
          </h2>
          ${stepper(publicSteps(s, lang), lang)}
        </section>
        <div class="three" data-right>${municipalities(s, lang)}${meetings(s, lang)}</div>
      </div>`,
  )
}

function hero(s: PublicStrategy, region: string, lang: Lang): Html {
  const t = words(lang)
  const n = s.municipalities.filter((m) => m.takesPart).length || s.municipalities.length
  const over = t(
    `${capital(count(n, 'nb'))} kommuner i ${region}`,
    `${capital(count(n, 'nn'))} kommunar i ${region}`,
    `${capital(count(n, 'en'))} municipalities in ${region}`,
  )
  const { lead, primary, secondary, until } = heroWords(s, n, lang)
  return html`<div class="front">
    <div class="wrap">
      <p class="over">${over}</p>
      <h1>
        ${t(
          'Hva skal vi planlegge sammen de neste fire årene?',
          'Kva skal vi planleggje saman dei neste fire åra?',
          'What shall we plan together in the next four years?',
        )}
      </h1>
      <p class="lead">${lead}</p>
      <div class="row">${primary}${secondary}</div>
      ${until ? html`<p class="until">${icon('Clock')}<span>${until}</span></p>` : ''}
    </div>
    ${hills()}
  </div>`
}

function heroWords(
  s: PublicStrategy,
  n: number,
  lang: Lang,
): { lead: string; primary: Html; secondary: Html; until?: string } {
  const t = words(lang)
  const base = `/s/${s.slug}`
  const intro = t(
    `${capital(count(n, 'nb'))} kommuner skriver én felles planstrategi for ${s.from}–${s.to}.`,
    `${capital(count(n, 'nn'))} kommunar skriv éin felles planstrategi for ${s.from}–${s.to}.`,
    `${capital(count(n, 'en'))} municipalities write one joint planning strategy for ${s.from}–${s.to}.`,
  )
  const what = html`<a class="ds-button" data-variant="secondary" href="${base}/om"
    >${t('Hva er en planstrategi?', 'Kva er ein planstrategi?', 'What is a planning strategy?')}</a
  >`
  const button = (href: string, name: 'Megaphone' | 'FileText' | 'Gavel', text: string) =>
    html`<a class="ds-button" href="${href}">${icon(name)}${text}</a>`
  const window = openWindow(s)
  const read = `${base}/tekst`
  if (window) {
    const { until, left } = untilText(s.today, window.main, lang)
    return {
      lead: `${intro} ${t('Utkastet er klart. Nå kan du lese det og si hva du mener, enten du bor her hele året eller bare i helgene.', 'Utkastet er klart. No kan du lese det og seie kva du meiner, anten du bur her heile året eller berre i helgane.', 'The draft is ready. You can read it and say what you think, whether you live here all year or only at weekends.')}`,
      primary: button(
        read,
        'Megaphone',
        t('Les utkastet og uttal deg', 'Les utkastet og uttal deg', 'Read the draft and comment'),
      ),
      secondary: what,
      until:
        `${t('Du kan uttale deg', 'Du kan uttale deg', 'You can comment')} ${until}. ${left} ${othersText(window, lang)}`.trim(),
    }
  }
  const step = publicStep(s)
  if (step >= 4) {
    return {
      lead: `${intro} ${t('Nå vedtar hvert kommunestyre sin egen. Her ser du hva de har bestemt, og nøyaktig hvilken tekst det gjelder.', 'No vedtek kvart kommunestyre sin eigen. Her ser du kva dei har bestemt, og nøyaktig kva tekst det gjeld.', 'Now each council decides on its own. Here you see what they have decided, and exactly which text it is about.')}`,
      primary: button(
        `${base}/vedtak`,
        'Gavel',
        t('Se vedtakene', 'Sjå vedtaka', 'See the decisions'),
      ),
      secondary: html`<a class="ds-button" data-variant="secondary" href="${read}"
        >${t('Les teksten', 'Les teksten', 'Read the text')}</a
      >`,
    }
  }
  if (step === 3) {
    return {
      lead: `${intro} ${t('Høringen er over, og kommunene svarer på innspillene.', 'Høyringa er over, og kommunane svarar på innspela.', 'The consultation is over, and the municipalities answer the submissions.')}`,
      primary: button(read, 'FileText', t('Les utkastet', 'Les utkastet', 'Read the draft')),
      secondary: what,
    }
  }
  return {
    lead: `${intro} ${t('De skriver utkastet nå. Når det er klart, kan du lese det her og si hva du mener.', 'Dei skriv utkastet no. Når det er klart, kan du lese det her og seie kva du meiner.', 'They are writing the draft now. When it is ready you can read it here and say what you think.')}`,
    primary: html`<a class="ds-button" href="${base}/om"
      >${icon('InformationSquare')}${t('Hva er en planstrategi?', 'Kva er ein planstrategi?', 'What is a planning strategy?')}</a
    >`,
    secondary: html`<a class="ds-button" data-variant="secondary" href="#din-kommune"
      >${t('Finn kommunen din', 'Finn kommunen din', 'Find your municipality')}</a
    >`,
  }
}

const municipalities = (s: PublicStrategy, lang: Lang): Html => {
  const t = words(lang)
  return html`<section class="stack" aria-labelledby="din-kommune">
    <h2 class="ds-heading" data-size="md" id="din-kommune">
      ${t('Din kommune', 'Kommunen din', 'Your municipality')}
    </h2>
    <p class="ds-paragraph">
      ${t(
        'Fellesdelen er lik for alle. I tillegg har hver kommune sin egen del, sin egen frist og sitt eget vedtak.',
        'Fellesdelen er lik for alle. I tillegg har kvar kommune sin eigen del, sin eigen frist og sitt eige vedtak.',
        'The joint part is the same for all. Each municipality also has its own part, its own deadline and its own decision.',
      )}
    </p>
    <ul class="municipalities">
      ${s.municipalities.map(
        (m) =>
          html`<li>
            <a href="/s/${s.slug}/kommune/${m.number}">${m.name}</a>
            <span>${municipalityNote(m, s, lang)}</span>
          </li>`,
      )}
    </ul>
  </section>`
}

/// What comes up among the twelve: the last days of consultations and the councils' meetings.
function meetings(s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const coming = s.municipalities
    .flatMap((m) =>
      m.meetingOn && m.meetingOn >= s.today ? [{ on: m.meetingOn, name: m.name }] : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, 4)
  return html`<section class="stack" aria-labelledby="moter">
    <h2 class="ds-heading" data-size="sm" id="moter">
      ${t('Møter framover', 'Møte framover', 'Coming meetings')}
    </h2>
    ${
      coming.length
        ? html`<ul class="meetings">
            ${coming.map(({ on, name }) => {
              const [day, month] = dateText(on, lang, 'short').split(/\s/)
              return html`<li>
                <time class="leaf" datetime="${on}"><b>${day?.replace('.', '')}</b>${month}</time>
                <span
                  ><strong
                    >${t(`Kommunestyret i ${name}`, `Kommunestyret i ${name}`, `The council of ${name}`)}</strong
                  ><br /><span class="quiet"
                    >${t('Behandler planstrategien. Møtet er åpent.', 'Handsamar planstrategien. Møtet er ope.', 'Treats the strategy. The meeting is open.')}</span
                  ></span
                >
              </li>`
            })}
          </ul>`
        : html`<p class="quiet small">
            ${t(
              'Ingen kommunestyrer har satt saken på sakslisten ennå. Møtene er åpne for alle.',
              'Ingen kommunestyre har sett saka på sakslista enno. Møta er opne for alle.',
              'No council has put the case on its agenda yet. The meetings are open to all.',
            )}
          </p>`
    }
  </section>`
}

function nothingYet(c: Context<Env>): Promise<Response> {
  const t = words(c.get('lang'))
  const title = t('Felles planstrategi', 'Felles planstrategi', 'Joint planning strategy')
  return layout(
    c,
    { title, area: 'public' },
    html`<h1 class="ds-sr-only">${title}</h1>
      ${emptyState(
        'HikingTrailSign',
        t(
          'Her er det ingen planstrategi ennå',
          'Her er det ingen planstrategi enno',
          'There is no strategy here yet',
        ),
        t(
          'Koordinatoren setter den opp. Så snart det er gjort, kan alle følge arbeidet herfra.',
          'Koordinatoren set han opp. Så snart det er gjort, kan alle følgje arbeidet herifrå.',
          'The coordinator sets it up. Then everybody can follow the work from here.',
        ),
        html`<a class="ds-button" data-variant="secondary" href="/logg-inn"
          >${t('Logg inn', 'Logg inn', 'Sign in')}</a
        >`,
      )}`,
  )
}
