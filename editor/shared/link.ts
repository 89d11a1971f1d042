// Which addresses a link may have. Asked when a link is made, when it is drawn and when it is written to HTML.

const allowed = /^(https?:\/\/|mailto:|tel:)\S+$/i

/// The address as it may stand in `href`, or undefined when it is not one we let anybody press: only http, https,
/// mailto, tel, and places on our own pages. Control characters and spaces that browsers skip are taken out first.
export function safeHref(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined
  const href = value.replace(/[\p{Cc}\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
  if (allowed.test(href)) return href
  if (/^#[^\s]*$/.test(href) || /^\/(?![/\\])/.test(href)) return href
  return undefined
}

/// What a person typed in the address field, as an address: `lovdata.no/x` becomes https, `ola@oyer.no` a mail link.
export function hrefOf(typed: string): string | undefined {
  const text = typed.trim()
  if (/^[^\s@/:]+@[^\s@/]+\.[a-z]{2,}$/i.test(text)) return safeHref(`mailto:${text}`)
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#].*)?$/i.test(text)) return safeHref(`https://${text}`)
  return safeHref(text)
}
