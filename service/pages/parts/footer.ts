// The foot of every page.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import type { Html } from '../dates.ts'
import type { Frame } from '../frame.ts'
import { words } from '../words.ts'
import { languages } from './frame-parts.ts'

export function footer(frame: Frame, lang: Lang): Html {
  const t = words(lang)
  const about = frame.slug === undefined ? '/' : `/s/${frame.slug}/om`
  return html`<footer class="bottom">
    <div class="wrap">
      <p>
        ${t(
          'Felles planstrategi er et samarbeid mellom kommunene. Hvert kommunestyre vedtar sin egen.',
          'Felles planstrategi er eit samarbeid mellom kommunane. Kvart kommunestyre vedtek sin eigen.',
          'The joint planning strategy is made by the municipalities together. Each council adopts its own.',
        )}
      </p>
      <ul>
        <li>
          <a href="${about}"
            >${t('Om planstrategien', 'Om planstrategien', 'About the strategy')}</a
          >
        </li>
        <li>
          <a href="/tilgjengelighet"
            >${t('Tilgjengelighetserklæring', 'Tilgjengelegheitserklæring', 'Accessibility statement')}</a
          >
        </li>
        <li><a href="/personvern">${t('Personvern', 'Personvern', 'Privacy')}</a></li>
        <li>
          <a href="${about}#kontakt"
            >${t('Kontakt koordinatoren', 'Kontakt koordinatoren', 'Contact the coordinator')}</a
          >
        </li>
        <li>
          <a href="/apne-data">${t('Åpne data (API)', 'Opne data (API)', 'Open data (API)')}</a>
        </li>
        <li>${languages(frame, lang)}</li>
      </ul>
    </div>
  </footer>`
}
