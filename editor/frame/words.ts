// The words the editor itself says, in all three languages. What stands still on the page is written by the server.
import type { Lang, Words } from '../../workflows/lang.ts'

/// The page's language, from `<html lang>`.
export const pageLang = (): Lang => {
  const lang = document.documentElement.lang
  return lang === 'nn' || lang === 'en' ? lang : 'nb'
}

export const say = (nb: string, nn: string, en: string): string => {
  const all: Words = { nb, nn, en }
  return all[pageLang()]
}

/// `kl. 10.42`, in the reader's own time.
export function clock(instant: number): string {
  const at = new Date(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return pageLang() === 'en'
    ? `${two(at.getHours())}:${two(at.getMinutes())}`
    : `kl.\u00a0${two(at.getHours())}.${two(at.getMinutes())}`
}

export const changes = (n: number): string =>
  n === 1
    ? say('1 endring venter', '1 endring ventar', '1 change is waiting')
    : say(`${n} endringer venter`, `${n} endringar ventar`, `${n} changes are waiting`)
