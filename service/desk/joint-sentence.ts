// The joint status in one sentence, derived from the twelve and from nothing else: "7 av 12 deltakere har vedtatt; Vågå
// avviker i kapittel 5, Strategiske valg vi gjør sammen." Chapters by number and title, never by code.
import type { JointState } from '../../workflows/joint-state.ts'
import type { Lang } from '../../workflows/lang.ts'
import { dateText } from '../pages/dates.ts'
import { listed, words } from '../pages/words.ts'

/// The joint chapters in order, as the sentence needs them.
export type Chapter = { code: string; title: string }

/// The whole sentence, ending in a full stop.
export function jointSentence(joint: JointState, chapters: Chapter[], lang: Lang): string {
  const t = words(lang)
  if (joint.nobody) {
    return t('Ingen kommuner deltar ennå.', 'Ingen kommunar deltek enno.', 'Nobody takes part yet.')
  }
  const parts = [adoptedPart(joint, lang)]
  for (const { name, sections } of joint.deviating) {
    parts.push(deviationOf(name, sections, chapters, lang))
  }
  if (joint.unclassified.length) {
    const names = listed(
      joint.unclassified.map(({ name }) => name),
      lang,
    )
    parts.push(
      t(
        `${names} har endringer som ikke er vurdert mot fellesdelen`,
        `${names} har endringar som ikkje er vurderte mot fellesdelen`,
        `${names} made changes not yet weighed against the joint part`,
      ),
    )
  }
  for (const { name, on } of joint.withdrawn) {
    const when = on ? ` ${dateText(on, lang)}` : ''
    parts.push(
      t(
        `${name} trakk seg${when}`,
        `${name} trekte seg${when}`,
        `${name} withdrew${when && ` on${when}`}`,
      ),
    )
  }
  return `${parts.join('; ')}.`
}

/// `Vågå avviker i kapittel 5, Strategiske valg vi gjør sammen`.
export function deviationOf(
  name: string,
  sections: string[],
  chapters: Chapter[],
  lang: Lang,
): string {
  const t = words(lang)
  const where = sections.map((section) => chapterName(section, chapters, lang))
  if (where.length === 0) {
    return t(
      `${name} avviker i fellesdelen`,
      `${name} avvik i fellesdelen`,
      `${name} deviates in the joint part`,
    )
  }
  const list = listed(where, lang)
  return t(`${name} avviker i ${list}`, `${name} avvik i ${list}`, `${name} deviates in ${list}`)
}

/// `kapittel 5, Strategiske valg vi gjør sammen`; a section that is no chapter of ours as it was written.
export function chapterName(section: string, chapters: Chapter[], lang: Lang): string {
  const at = chapters.findIndex(({ code, title }) => code === section || title === section)
  if (at < 0) return section
  const chapter = words(lang)('kapittel', 'kapittel', 'chapter')
  return `${chapter} ${at + 1}, ${chapters[at]!.title}`
}

function adoptedPart({ adopted, participants, identical }: JointState, lang: Lang): string {
  const t = words(lang)
  const count = t(
    `${adopted} av ${participants} deltakere har vedtatt`,
    `${adopted} av ${participants} deltakarar har vedteke`,
    `${adopted} of ${participants} participants have adopted`,
  )
  if (adopted === 0 || identical === 0) return count
  if (identical === adopted) {
    return `${count}, ${t('alle samme fellesdel', 'alle same fellesdel', 'all the same joint part')}`
  }
  return `${count}, ${t(
    `${identical} av dem samme fellesdel`,
    `${identical} av dei same fellesdel`,
    `${identical} of them the same joint part`,
  )}`
}
