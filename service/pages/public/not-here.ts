// A public page's strategy, or a page that says it does not exist; and the crumbs every such page begins with.
import type { Context } from 'hono'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import type { Crumb } from '../parts/breadcrumbs.ts'
import { words } from '../words.ts'
import { publicStrategy, type PublicStrategy } from './view.ts'

/// Throws `not-found` when no strategy bears the slug.
export async function strategyHere(c: Context<Env>): Promise<PublicStrategy> {
  const house = c.get('house')
  const slug = c.req.param('slug') ?? ''
  const found = await publicStrategy(house.store.db, slug, house.clock.today(), c.get('lang'))
  if (!found) throw new Refused('not-found')
  return found
}

/// From the strategy's front down to this page.
export const crumbsTo = (c: Context<Env>, s: PublicStrategy, ...more: Crumb[]): Crumb[] => {
  const t = words(c.get('lang'))
  const name = t('Felles planstrategi', 'Felles planstrategi', 'Joint planning strategy')
  return [{ text: `${name} ${s.from}–${s.to}`, href: `/s/${s.slug}` }, ...more]
}
