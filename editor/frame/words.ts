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

const oslo = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  hour: '2-digit',
  minute: '2-digit',
})

/// `kl. 10.42`, in Oslo as everywhere on the pages.
export function clock(instant: number): string {
  const time = oslo.format(instant)
  return pageLang() === 'en' ? time : `kl.\u00a0${time.replace(':', '.')}`
}

export const changes = (n: number): string =>
  n === 1
    ? say('1 endring venter', '1 endring ventar', '1 change is waiting')
    : say(`${n} endringer venter`, `${n} endringar ventar`, `${n} changes are waiting`)
