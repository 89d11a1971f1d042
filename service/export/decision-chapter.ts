// The decision in front of the text: what the council is asked to adopt, and, once it has met, what it did.
import { dateText } from '../pages/dates.ts'
import { cleanText } from './clean-text.ts'
import type { Block, Chapter, Item, Run, Written } from './paper.ts'
import type { Source, SourceDecision } from './source.ts'
import { penOf } from './written.ts'

/// Undefined when nothing is proposed and nothing decided.
export function decisionChapter(source: Source, lang: Written): Chapter | undefined {
  const t = penOf(lang)
  const { decision } = source
  const proposed = (source.proposal ?? [])
    .map((point) => cleanText(lang === 'nn' ? point.nn || point.nb : point.nb || point.nn))
    .filter((line) => line.trim() !== '')
  if (proposed.length === 0 && !decision) return undefined
  const blocks: Block[] = []
  if (decision) blocks.push(...decided(decision, lang))
  if (proposed.length > 0) {
    if (decision) blocks.push(heading(t('Forslaget', 'Framlegget')))
    blocks.push(list(proposed, true))
  }
  return {
    anchor: `${lang}-vedtak`,
    number: '',
    title: decision ? t('Vedtak', 'Vedtak') : t('Forslag til vedtak', 'Framlegg til vedtak'),
    lang,
    blocks,
    notes: [],
  }
}

function decided(decision: SourceDecision, lang: Written): Block[] {
  const t = penOf(lang)
  const on = dateText(decision.on, lang)
  const said = {
    unchanged: t(
      `Kommunestyret vedtok utgaven uendret ${on}.`,
      `Kommunestyret vedtok utgåva uendra ${on}.`,
    ),
    changed: t(
      `Kommunestyret vedtok utgaven med endringer ${on}.`,
      `Kommunestyret vedtok utgåva med endringar ${on}.`,
    ),
    'sent-back': t(
      `Kommunestyret sendte saken tilbake ${on}.`,
      `Kommunestyret sende saka tilbake ${on}.`,
    ),
    postponed: t(`Kommunestyret utsatte saken ${on}.`, `Kommunestyret utsette saka ${on}.`),
    rejected: t(
      `Kommunestyret sa nei til utgaven ${on}.`,
      `Kommunestyret sa nei til utgåva ${on}.`,
    ),
  }[decision.outcome]
  const { votes } = decision
  const counted =
    votes === 'unanimous'
      ? t(' Vedtaket var enstemmig.', ' Vedtaket var samrøystes.')
      : votes
        ? t(
            ` Stemmetall: ${votes.for} mot ${votes.against}.`,
            ` Røystetal: ${votes.for} mot ${votes.against}.`,
          )
        : ''
  const numbered = decision.caseNumber ? ` ${t('Sak', 'Sak')} ${decision.caseNumber}.` : ''
  const blocks: Block[] = [paragraph(said + counted + numbered)]
  if (decision.points.length > 0) blocks.push(list(decision.points, true))
  if (decision.changes.length > 0) {
    blocks.push(heading(t('Endringene', 'Endringane')))
    blocks.push(
      list(
        decision.changes.map(({ text }) => text),
        false,
      ),
    )
  }
  if (decision.adopted) {
    blocks.push(
      paragraph(
        t(
          `Den vedtatte teksten med endringene er en egen utgave, med kontrollsum ${decision.adopted}.`,
          `Den vedtekne teksten med endringane er ei eiga utgåve, med kontrollsum ${decision.adopted}.`,
        ),
      ),
    )
  } else if (decision.outcome === 'changed' && decision.workedIn) {
    blocks.push(
      paragraph(
        t(
          'Endringene er innarbeidet i teksten nedenfor.',
          'Endringane er innarbeidde i teksten nedanfor.',
        ),
      ),
    )
  } else if (!decision.workedIn) {
    blocks.push(
      paragraph(
        t(
          'Endringene er ikke innarbeidet i teksten nedenfor.',
          'Endringane er ikkje innarbeidde i teksten nedanfor.',
        ),
      ),
    )
  }
  return blocks
}

const plain = (text: string): Run[] => [{ is: 'text', text: cleanText(text) }]
const paragraph = (text: string): Block => ({ is: 'text', anchor: '', runs: plain(text) })
const heading = (text: string): Block => ({
  is: 'heading',
  level: 1,
  anchor: '',
  runs: plain(text),
})
const item = (text: string): Item => ({ runs: plain(text), under: [] })
const list = (lines: string[], ordered: boolean): Block => ({
  is: 'list',
  ordered,
  items: lines.map(item),
})
