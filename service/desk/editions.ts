// The frozen texts a person chooses among, by name and date. Nobody ever types a checksum.
import { partsOf, versionHeads, type VersionHead } from '../../db/version.ts'
import type { Lang } from '../../workflows/lang.ts'
import type { House } from '../house.ts'
import { adoptedName } from '../version/edition.ts'
import { versionLabel } from '../version/read.ts'
import { dateText } from '../pages/dates.ts'
import type { Desk, Track } from './desk.ts'

export type EditionChoice = {
  hash: string
  label: string
  own?: string
  on: string
  adopted: boolean
}

/// A municipality's editions, newest first: the one that would be used now is always among them.
export async function editionChoices(
  house: House,
  desk: Desk,
  track: Track,
): Promise<EditionChoice[]> {
  const { db } = house.store
  const { region, strategy, lang } = desk
  const heads = await versionHeads(db, region, strategy.id)
  const editions = heads.filter(({ scope, zone }) => scope === 'edition' && zone === track.number)
  const choices: EditionChoice[] = []
  for (const edition of editions.toReversed()) {
    const parts = await partsOf(db, region, edition.hash)
    choices.push(choiceOf(edition, parts, heads, lang))
  }
  const now = track.facts.edition
  if (now && !choices.some(({ hash }) => hash === now.id)) {
    const parts = [now.joint, now.own].filter((part) => part !== null)
    choices.unshift(
      choiceOf({ hash: now.id, frozen_on: now.on, name: 'edition' }, parts, heads, lang),
    )
  }
  return told(choices, lang)
}

function choiceOf(
  edition: Pick<VersionHead, 'hash' | 'frozen_on' | 'name'>,
  parts: string[],
  heads: VersionHead[],
  lang: Lang,
): EditionChoice {
  const joint = heads.find(({ hash, scope }) => scope === 'joint' && parts.includes(hash))
  const own = heads.find(({ hash, scope }) => scope === 'own' && parts.includes(hash))
  const adopted = edition.name === adoptedName
  const named = adopted || !joint ? edition : joint
  return {
    hash: edition.hash,
    label: versionLabel(
      { name: named.name, round: joint?.round ?? 1, frozenOn: named.frozen_on },
      lang,
    ),
    ...(own ? { own: own.frozen_on } : {}),
    on: edition.frozen_on,
    adopted,
  }
}

/// Two editions may pair the same joint version with different own parts or proposals: then the rest is said too.
function told(choices: EditionChoice[], lang: Lang): EditionChoice[] {
  return choices.map((choice) => {
    const twins = choices.filter(({ label }) => label === choice.label)
    if (twins.length === 1) return choice
    const part = { nb: 'kommunedelen', nn: 'kommunedelen', en: 'own part' }[lang]
    const ready = { nb: 'klar', nn: 'klar', en: 'ready' }[lang]
    const own = choice.own ? `, ${part} ${dateText(choice.own, lang, 'short-year')}` : ''
    return {
      ...choice,
      label: `${choice.label}${own}, ${ready} ${dateText(choice.on, lang, 'short-year')}`,
    }
  })
}
