// "Last ned": a chapter, or the whole part it belongs to, as a Word document, as it is now.
import type { Context } from 'hono'
import { docx } from '../../export/docx.ts'
import type { Env } from '../../house.ts'
import { readText } from '../../text/read-text.ts'
import { clockText, dateText } from '../dates.ts'
import { openText, titleOf } from './open-text.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export async function download(c: Context<Env>): Promise<Response> {
  const text = await openText(c)
  if (text instanceof Response) return text
  const { section, sections, house, lang, t, strategy } = text
  const asked = c.req.query('maal')
  const written = asked === 'nb' || asked === 'nn' ? asked : section.language === 'nn' ? 'nn' : 'nb'
  const whole = c.req.query('hva') === 'del'
  const chosen = whole ? sections.filter(({ zone }) => zone === section.zone) : [section]
  const chapters = []
  for (const one of chosen) {
    const now = await readText(house, one.region, one.id)
    chapters.push({ title: titleOf(one, written), text: now[written] })
  }
  const zone =
    section.zone === 'joint'
      ? t('Fellesdelen', 'Fellesdelen', 'Joint part')
      : (text.municipalities.get(section.zone)?.name ?? '')
  const instant = house.clock.instant()
  const stamp = `${dateText(instant, lang)} ${clockText(instant, lang)}`
  const draft = t(
    `Arbeidsutkast slik det var ${stamp}. Ikke en vedtatt eller låst tekst.`,
    `Arbeidsutkast slik det var ${stamp}. Ikkje ein vedteken eller låst tekst.`,
    `Working draft as of ${stamp}. Not an adopted or frozen text.`,
  )
  const title = whole ? zone : titleOf(section, written)
  const bytes = docx({
    title,
    subtitle: `${(lang === 'nn' ? strategy.title_nn : strategy.title_nb) || strategy.title_nb} · ${zone}`,
    lang: written,
    chapters,
    colophon: [draft],
    words: { contents: t('Innhold', 'Innhald', 'Contents'), page: t('Side', 'Side', 'Page') },
  })
  const name = `${title.replaceAll(/[^\p{L}\p{N} .-]/gu, '').slice(0, 80)}.docx`
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': wordType,
    'content-disposition': `attachment; filename="tekst.docx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  })
}
