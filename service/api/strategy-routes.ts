// Strategies over HTTP: the list, one whole with its sections and municipalities, the coordinator's board, the decisions.
import { Hono } from 'hono'
import { sectionsOf, strategyDirectory } from '../../db/strategy.ts'
import type { Lang } from '../../workflows/lang.ts'
import { stateLabel } from '../../workflows/words.ts'
import { surroundingsOf, type Surroundings } from '../facts.ts'
import { onlyKeys, readJsonObject, textOf, type JsonObject } from '../guard/body.ts'
import type { Env, House, SignedIn } from '../house.ts'
import { publicStrategy } from '../pages/public/view.ts'
import { Refused } from '../refusal.ts'
import { addSection } from '../strategy/add-section.ts'
import { writeAccess } from '../text/section-access.ts'
import { mustBeAble, personAsked, rolesIn, strategyAsked } from './asked.ts'
import { boardRows } from './board.ts'

export const strategyRoutes = (house: House) =>
  new Hono<Env>()
    .get('/api/strategies', async (c) => {
      const list = []
      for (const { region, strategy } of await strategyDirectory(house.store.db)) {
        const around = await surroundingsOf(house.store.db, region, strategy, house.clock.today())
        if (around) list.push(headOf(around, c.var.lang))
      }
      return c.json(list)
    })
    .get('/api/strategies/:id', async (c) => {
      const around = await aroundAsked(house, await strategyAsked(c, house))
      return c.json(await detail(house, around, c.get('person'), c.var.lang))
    })
    .get('/api/strategies/:id/board', async (c) => {
      const found = await strategyAsked(c, house)
      const { roles } = mustBeAble(c, found.region, 'see-board')
      const around = await aroundAsked(house, found)
      return c.json({
        ...headOf(around, c.var.lang),
        today: around.today,
        joint: around.jointState,
        municipalities: await boardRows(
          house.store.db,
          around,
          c.var.lang,
          roles.filter((role) => role.region === found.region),
        ),
      })
    })
    .get('/api/strategies/:id/decisions', async (c) => {
      const found = await strategyAsked(c, house)
      const { lang } = c.var
      const seen = await publicStrategy(house.store.db, found.id, house.clock.today(), lang)
      if (!seen) throw new Refused('not-found')
      return c.json(
        seen.municipalities.map(({ number, name, state, decision }) => ({
          number,
          name,
          state,
          stateLabel: stateLabel('participation', state, lang),
          decision: decision ?? null,
        })),
      )
    })
    .post('/api/strategies/:id/sections', async (c) => {
      const found = await strategyAsked(c, house)
      const person = personAsked(c)
      const body = await readJsonObject(c)
      onlyKeys(body, ['code', 'title', 'zone', 'language'])
      const row = await addSection(
        house,
        { region: found.region, strategy: found.id },
        {
          code: textOf(body, 'code', 16),
          title: titleOf(body),
          zone: textOf(body, 'zone', 8),
          language: languageOf(body),
        },
        person,
      )
      const { id, code, zone, language } = row
      return c.json(
        {
          id,
          code,
          title: c.var.lang === 'nn' ? row.title_nn : row.title_nb,
          zone,
          language,
          collab: `/collab/${id}`,
        },
        201,
      )
    })

async function aroundAsked(
  house: House,
  found: { region: number; id: string },
): Promise<Surroundings> {
  const around = await surroundingsOf(house.store.db, found.region, found.id, house.clock.today())
  if (!around) throw new Refused('not-found')
  return around
}

const headOf = (around: Surroundings, lang: Lang) => ({
  id: around.strategy.id,
  slug: around.strategy.slug,
  title: lang === 'nn' ? around.strategy.title_nn : around.strategy.title_nb,
  period: { from: around.strategy.period_from, to: around.strategy.period_to },
  state: around.jointState.state,
  stateLabel: stateLabel('strategy', around.jointState.state, lang),
  seq: around.joint.seq,
})

async function detail(
  house: House,
  around: Surroundings,
  person: SignedIn | undefined,
  lang: Lang,
) {
  const { region, strategy } = around
  const roles = rolesIn(person, region)
  const states = {
    joint: around.jointState.state,
    of: (number: string) => around.participants.find((one) => one.municipality === number)?.state,
  }
  const sections = await sectionsOf(house.store.db, region, strategy.id)
  const rows = await boardRows(house.store.db, around, lang, roles)
  return {
    ...headOf(around, lang),
    sections: sections.map((section) => ({
      id: section.id,
      code: section.code,
      title: lang === 'nn' ? section.title_nn : section.title_nb,
      zone: section.zone,
      language: section.language,
      page: `/tekst/${section.id}`,
      collab: `/collab/${section.id}`,
      mayWrite: writeAccess(section, roles, states).write.may,
    })),
    municipalities: rows.map(
      ({ number, name, state, stateLabel: label, seq, flags, deadlines }) => ({
        number,
        name,
        state,
        stateLabel: label,
        seq,
        flags,
        deadlines,
      }),
    ),
  }
}

/// One title for both languages, or one each.
function titleOf(body: JsonObject): { nb: string; nn: string } {
  const { title } = body
  if (typeof title === 'object' && title !== null && !Array.isArray(title)) {
    onlyKeys(title, ['nb', 'nn'])
    return { nb: textOf(title, 'nb'), nn: textOf(title, 'nn') }
  }
  const both = textOf(body, 'title')
  return { nb: both, nn: both }
}

function languageOf(body: JsonObject): string {
  const language = textOf(body, 'language', 4)
  if (language !== 'nb' && language !== 'nn') {
    throw new Refused('input-invalid', { field: 'language' })
  }
  return language
}
