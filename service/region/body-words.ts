// What the bodies of a municipality are called. Others than the three are shown as they were written.
import type { Lang, Words } from '../../workflows/lang.ts'

export const bodyLabel = (body: string, lang: Lang): string => labels[body]?.[lang] ?? body

const labels: Record<string, Words> = {
  formannskap: { nb: 'Formannskapet', nn: 'Formannskapet', en: 'The executive committee' },
  planutvalg: { nb: 'Planutvalget', nn: 'Planutvalet', en: 'The planning committee' },
  kommunestyre: { nb: 'Kommunestyret', nn: 'Kommunestyret', en: 'The council' },
}
