// The whole document as it is first laid in: seven joint chapters in both languages, six sections a municipality
// in its own, in the order they are read.
import { named, type Block } from './block.ts'
import { challenges } from './joint/f4-challenges.ts'
import { choices } from './joint/f5-choices.ts'
import { followUp } from './joint/f7-follow-up.ts'
import { frames } from './joint/f3-frames.ts'
import { howWeWorked } from './joint/f2-how-we-worked.ts'
import { introduction } from './joint/f1-introduction.ts'
import { jointNeeds } from './joint/f6-joint-needs.ts'
import type { MunicipalCode, MunicipalPart } from './municipal-part.ts'
import { dovre } from './municipal/dovre.ts'
import { gausdal } from './municipal/gausdal.ts'
import { lesja } from './municipal/lesja.ts'
import { lillehammer } from './municipal/lillehammer.ts'
import { lom } from './municipal/lom.ts'
import { nordFron } from './municipal/nord-fron.ts'
import { oyer } from './municipal/oyer.ts'
import { ringebu } from './municipal/ringebu.ts'
import { sel } from './municipal/sel.ts'
import { skjak } from './municipal/skjak.ts'
import { sorFron } from './municipal/sor-fron.ts'
import { vaga } from './municipal/vaga.ts'

/// A section as it is created: `zone` is `joint` or a municipality's number; a joint section has both languages, a
/// municipal one its own.
export type ContentSection = {
  code: string
  title: { nb: string; nn: string }
  zone: string
  language: 'nb' | 'nn'
  blocks: Partial<Record<'nb' | 'nn', Block[]>>
}

/// The twelve municipalities' own parts, in the region's order.
export const municipalParts: MunicipalPart[] = [
  lillehammer,
  oyer,
  gausdal,
  ringebu,
  sorFron,
  nordFron,
  sel,
  vaga,
  lom,
  skjak,
  lesja,
  dovre,
]

const municipalCodes: MunicipalCode[] = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6']

/// Titles of a municipality's six sections: the same in all twelve.
export const municipalTitles: Record<MunicipalCode, { nb: string; nn: string }> = {
  K1: { nb: 'Særtrekk og utfordringer', nn: 'Særtrekk og utfordringar' },
  K2: { nb: 'Evaluering av forrige planstrategi', nn: 'Evaluering av førre planstrategi' },
  K3: { nb: 'Vurdering av kommuneplanen', nn: 'Vurdering av kommuneplanen' },
  K4: { nb: 'Kommunedelplaner og temaplaner', nn: 'Kommunedelplanar og temaplanar' },
  K5: { nb: 'Planbehov i perioden', nn: 'Planbehov i perioden' },
  K6: { nb: 'Planer som oppheves eller utgår', nn: 'Planar som blir oppheva eller går ut' },
}

/// F1…F7, both languages.
export const jointSections: ContentSection[] = [
  introduction,
  howWeWorked,
  frames,
  challenges,
  choices,
  jointNeeds,
  followUp,
].map(({ code, title, nb, nn }) => ({
  code,
  title,
  zone: 'joint',
  language: 'nb',
  blocks: { nb: named(code, nb), nn: named(code, nn) },
}))

/// K1…K6 of every municipality.
export const municipalSections: ContentSection[] = municipalParts.flatMap((part) =>
  municipalCodes.map((code) => ({
    code,
    title: municipalTitles[code],
    zone: part.number,
    language: part.language,
    blocks: { [part.language]: named(code, part.text[code]) },
  })),
)

/// Every section in reading order: the joint chapters, then the twelve parts.
export const sections: ContentSection[] = [...jointSections, ...municipalSections]
