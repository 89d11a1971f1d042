// Who a municipality asks, in the groups a planner thinks in. The first two groups are the law's.
import { municipalityByNumber } from '../../../db/region.ts'
import type { Lang } from '../../../workflows/lang.ts'
import type { House } from '../../house.ts'
import { storedSettings } from '../../region/municipality-settings.ts'
import { words } from '../words.ts'

export type Group = { heading: string; names: string[] }

export async function storedConsultees(
  house: House,
  region: number,
  number: string,
  lang: Lang,
): Promise<Group[]> {
  const row = await municipalityByNumber(house.store.db, region, number)
  if (!row) return []
  const t = words(lang)
  const { authorities, neighbours, customary } = storedSettings(row)
  return [
    { heading: t('Stat og fylke', 'Stat og fylke', 'State and county'), names: authorities },
    {
      heading: t('Nabokommunene', 'Nabokommunane', 'Neighbouring municipalities'),
      names: neighbours.map((name) => `${name} kommune`),
    },
    {
      heading: t(
        'Andre som pleier å bli spurt',
        'Andre som plar bli spurde',
        'Others usually asked',
      ),
      names: customary,
    },
  ].filter(({ names }) => names.length > 0)
}
