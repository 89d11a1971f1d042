// What one municipality's council decided, with the words of its changes, and the texts it is about.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import { versionLabel, type VersionInfo } from '../../version/read.ts'
import { date, type Html } from '../dates.ts'
import { alert } from '../parts/boxes.ts'
import { hash } from '../parts/hash.ts'
import { words } from '../words.ts'
import { votesText } from './ledger-row.ts'
import type { PublicDecision } from './decision.ts'
import { publicPart } from './published-text.ts'
import type { PublicMunicipality, PublicStrategy } from './view.ts'

export function decisionPart(m: PublicMunicipality, s: PublicStrategy, lang: Lang): Html | string {
  const { decision } = m
  if (!decision) return ''
  const t = words(lang)
  const votes = votesText(decision.votes, lang)
  const shown = decision.adopted ?? decision.put
  const waiting = !decision.workedIn
  return html`<section class="stack reading" aria-labelledby="vedtaket">
    <h2 class="ds-heading" data-size="sm" id="vedtaket">
      ${t('Vedtaket', 'Vedtaket', 'The decision')}
    </h2>
    <dl class="facts">
      <div>
        <dt>${t('Møte', 'Møte', 'Meeting')}</dt>
        <dd>${date(decision.on, lang, 'weekday')}</dd>
      </div>
      ${
        decision.caseNumber
          ? html`<div>
              <dt>${t('Sak', 'Sak', 'Case')}</dt>
              <dd>${decision.caseNumber}</dd>
            </div>`
          : ''
      }
      ${
        votes
          ? html`<div>
              <dt>${t('Votering', 'Røysting', 'Votes')}</dt>
              <dd>${votes}</dd>
            </div>`
          : ''
      }
      ${
        shown
          ? html`<div>
              <dt>${t('Teksten', 'Teksten', 'The text')}</dt>
              <dd>${textName(s, shown, lang)}${changedSince(decision, s, lang)}</dd>
            </div>`
          : ''
      }
    </dl>
    ${waiting ? alert('warning', t('Kommunestyret gjorde endringer i møtet. De er ikke innarbeidet i teksten ennå; her er ordene i vedtaket.', 'Kommunestyret gjorde endringar i møtet. Dei er ikkje innarbeidde i teksten enno; her er orda i vedtaket.', 'The council made changes in the meeting. They are not worked into the text yet; here are the words of the decision.')) : ''}
    ${
      decision.points.length
        ? html`<ol class="points">
            ${decision.points.map((point) => html`<li><span class="as-typed">${point.text}</span></li>`)}
          </ol>`
        : ''
    }
    ${
      decision.changes.length
        ? html`<h3 class="ds-heading" data-size="2xs">
              ${t('Endringene', 'Endringane', 'The changes')}
            </h3>
            <ul class="points">
              ${decision.changes.map(
                (change) =>
                  html`<li>
                    <span class="as-typed">${change.text}</span>
                    <span class="quiet"
                      >(${change.zone === 'joint' ? t('fellesdelen', 'fellesdelen', 'joint part') : change.zone === 'own' ? t('kommunens egen del', 'den eigne delen til kommunen', 'own part') : t('vedtaket', 'vedtaket', 'decision')})</span
                    >
                  </li>`,
              )}
            </ul>`
        : ''
    }
  </section>`
}

function textName(s: PublicStrategy, value: string, lang: Lang): Html {
  const version = s.versions.find((v) => v.hash === value)
  return html`${version ? versionLabel(version, lang) : ''}
  ${hash(value, lang, `/s/${s.slug}/v/${value}`)}`
}

export function texts(m: PublicMunicipality, s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const own = s.versions.filter((v) => v.zone === m.number && v.scope !== 'section')
  const joint = publicPart(s, 'joint')
  const list: VersionInfo[] = [
    ...(joint ? [joint] : []),
    ...new Map(own.map((v) => [v.hash, v])).values(),
  ]
  return html`<section class="stack reading" aria-labelledby="tekstene">
    <h2 class="ds-heading" data-size="sm" id="tekstene">
      ${t('Tekstene', 'Tekstane', 'The texts')}
    </h2>
    ${
      list.length
        ? html`<ul class="ds-list">
            ${list.map((v) => html`<li>${v.zone === 'joint' ? t('Fellesdelen', 'Fellesdelen', 'Joint part') : m.name}: ${versionLabel(v, lang)} ${hash(v.hash, lang, `/s/${s.slug}/v/${v.hash}`)}</li>`)}
          </ul>`
        : html`<p class="quiet">
            ${t('Ingen tekst er offentlig ennå.', 'Ingen tekst er offentleg enno.', 'No text is public yet.')}
          </p>`
    }
  </section>`
}

/// From what was put to the council to what it adopted, when both can be read.
function changedSince(decision: PublicDecision, s: PublicStrategy, lang: Lang): Html | string {
  if (!decision.put || !decision.adopted || decision.put === decision.adopted) return ''
  const t = words(lang)
  return html` ·
    <a class="ds-link" href="/s/${s.slug}/forskjell?fra=${decision.put}&til=${decision.adopted}"
      >${t('Se hva kommunestyret endret', 'Sjå kva kommunestyret endra', 'See what the council changed')}</a
    >`
}
