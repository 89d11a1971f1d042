// What the header and footer need to know about the asker and the strategy: looked up once a page.
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { Env, House, SignedIn } from '../house.ts'
import type { Space } from '../start/free-space.ts'
import type { PageOptions } from './layout.ts'

export type Frame = {
  area: 'public' | 'desk'
  scheme: 'auto' | 'light' | 'dark'
  /// The page's own address, for the language links and for coming back after choosing whom to act for.
  here: URL
  slug?: string
  person?: SignedIn
  /// The day, when this is a demo.
  demoDay?: string
  /// The municipalities the person may act for, by number and name.
  hats: { number: string; name: string }[]
  /// Unread notices.
  unread: number
  /// Set for whoever must see to it that the disk does not fill up.
  space?: Space
}

export async function frameOf(c: Context<Env>, options: PageOptions): Promise<Frame> {
  const house = c.get('house')
  const person = c.get('person')
  const { db } = house.store
  const slug =
    options.slug ??
    (await db.selectFrom('strategy_directory').select('slug').orderBy('slug').executeTakeFirst())
      ?.slug
  const scheme = getCookie(c, 'scheme')
  return {
    area: options.area ?? (person ? 'desk' : 'public'),
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    here: new URL(c.req.url),
    ...(slug !== undefined && { slug }),
    ...(person && { person }),
    ...(house.demo && { demoDay: house.clock.today() }),
    hats: person ? await hatsOf(c, person) : [],
    unread: person ? await unreadOf(c, person) : 0,
    ...spaceFor(house, person),
  }
}

function spaceFor(house: House, person: SignedIn | undefined): { space?: Space } {
  const space = house.space?.()
  const leads = person?.roles.some(({ role }) => role === 'coordinator')
  return leads && space && space.is !== 'ample' ? { space } : {}
}

async function hatsOf(c: Context<Env>, person: SignedIn): Promise<Frame['hats']> {
  const held = person.roles.filter((r) => r.municipality !== undefined)
  if (held.length === 0) return []
  return c
    .get('house')
    .store.db.selectFrom('municipality')
    .select(['number', 'name'])
    .where((eb) =>
      eb.or(
        held.map((r) => eb.and([eb('region', '=', r.region), eb('number', '=', r.municipality!)])),
      ),
    )
    .orderBy('position')
    .execute()
}

async function unreadOf(c: Context<Env>, person: SignedIn): Promise<number> {
  const regions = [...new Set(person.roles.map((r) => r.region))]
  if (regions.length === 0) return 0
  const row = await c
    .get('house')
    .store.db.selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('region', 'in', regions)
    .where('person', '=', person.id)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}
