// Which strategy the desk is about where a region has several (C34): the newest, or the one the person has turned to. The
// old one is still followed up while its municipalities move over to the new.
import { Hono, type Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { deskStrategy } from '../../../db/desk.ts'
import { strategiesIn, type StrategyRow } from '../../../db/strategy.ts'
import type { Env, SignedIn } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import type { Html } from '../dates.ts'
import type { Opened } from './open-desk.ts'

const cookie = 'strategi'

/// Turns the desk to one of the region's strategies.
export const strategyChoiceRoutes = () =>
  new Hono<Env>().get('/strategi/:slug', async (c) => {
    const { person, house } = c.var
    if (!person) throw new Refused('signed-out')
    const wanted = c.req.param('slug')
    const found = await deskStrategy(house.store.db, regionsOf(person), wanted)
    if (found?.slug !== wanted) throw new Refused('not-found')
    setCookie(c, cookie, wanted, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: house.origins[0]?.startsWith('https:') ?? false,
    })
    return c.redirect('/tavle', 303)
  })

/// The strategy this person's desk is about.
export const chosenStrategy = (
  c: Context<Env>,
  person: SignedIn,
): Promise<StrategyRow | undefined> =>
  deskStrategy(c.var.house.store.db, regionsOf(person), getCookie(c, cookie))

/// The region's strategies, where there are several; nothing otherwise.
export async function strategyNav({ c, desk, lang, t }: Opened): Promise<Html | string> {
  const all = await strategiesIn(c.var.house.store.db, desk.region)
  if (all.length < 2) return ''
  return html`<nav aria-label="${t('Planstrategier', 'Planstrategiar', 'Planning strategies')}">
    <ul class="plain row">
      ${all.map(
        (row) =>
          html`<li>
            <a
              class="ds-link"
              href="/strategi/${row.slug}"
              ${row.id === desk.strategy.id ? html` aria-current="page"` : ''}
              >${lang === 'nn' ? row.title_nn : row.title_nb}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`
}

const regionsOf = (person: SignedIn): number[] => [
  ...new Set(person.roles.map((role) => role.region)),
]
