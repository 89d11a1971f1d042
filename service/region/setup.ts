// Sets a strategy up from the region's file: the document structure the region agreed on, for those who take part.
import { municipalitiesOf } from '../../db/region.ts'
import type { House, SignedIn } from '../house.ts'
import { createStrategy, type NewSection } from '../strategy/create.ts'
import { jointSections, municipalSections } from './content/content.ts'

export type Wish = {
  region: number
  title: { nb: string; nn: string }
  period: { from: number; to: number }
  /// Numbers of those who may take part.
  municipalities: string[]
  /// Begin the joint chapters with the region's own words, or with nothing.
  text: 'region' | 'empty'
  /// Id of the strategy that each council's adoption of this one replaces.
  replaces?: string
}

/// Creates it and answers with the slug it lives under.
export async function setUpStrategy(house: House, wish: Wish, by: SignedIn): Promise<string> {
  const slug = slugOf(wish.title.nb)
  const all = await municipalitiesOf(house.store.db, wish.region)
  await createStrategy(house, {
    region: wish.region,
    slug,
    title: wish.title,
    period: wish.period,
    municipalities: all.map((m) => m.number).filter((n) => wish.municipalities.includes(n)),
    sections: structureOf(wish),
    settings: {
      knowledgeBase: { attached: false, overviewsMissing: [] },
      consultees: 0,
      ...(wish.replaces === undefined ? {} : { replaces: wish.replaces }),
    },
    by: by.id,
  })
  return slug
}

/// The joint chapters and six chapters for each participant; a municipality's own always begin empty.
const structureOf = ({ municipalities, text }: Wish): NewSection[] => [
  ...jointSections.map(({ code, title, zone, language, blocks }) => ({
    code,
    title,
    zone,
    language,
    ...(text === 'region' && { blocks }),
  })),
  ...municipalSections
    .filter((section) => municipalities.includes(section.zone))
    .map(({ code, title, zone, language }) => ({ code, title, zone, language })),
]

/// `Felles planstrategi for Gudbrandsdalen 2028–2031` → `felles-planstrategi-for-gudbrandsdalen-2028-2031`.
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
