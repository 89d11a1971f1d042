// The notices about comments in words.
import type { Lang } from '../../workflows/lang.ts'
import { words } from '../pages/words.ts'

/// `values` as `tell.ts` writes them.
export function sayCommentNotice(
  about: 'comment-mention' | 'comment-answer',
  values: { [name: string]: string | number },
  lang: Lang,
): string {
  const t = words(lang)
  const { by } = values
  const title = String((lang === 'nn' ? values.titleNn : values.titleNb) || values.titleNb)
  return about === 'comment-mention'
    ? t(
        `${by} nevnte deg i en kommentar til «${title}»`,
        `${by} nemnde deg i ein kommentar til «${title}»`,
        `${by} mentioned you in a comment on “${title}”`,
      )
    : t(
        `${by} svarte i en kommentar du er med i, til «${title}»`,
        `${by} svara i ein kommentar du er med i, til «${title}»`,
        `${by} answered in a comment you take part in, on “${title}”`,
      )
}

export const isCommentNotice = (about: string): about is 'comment-mention' | 'comment-answer' =>
  about === 'comment-mention' || about === 'comment-answer'
