// Letters that show nothing or turn the reading direction: taken out where a text comes in and where it is read, so that
// what one reads is what was written and what is hashed.

/// Without signs that turn the reading direction, show nothing or control a machine; floods of joiners and accents cut
/// short. Tabs and line ends stay.
export const plainSigns = (text: string): string =>
  suspect.test(text)
    ? text
        .replace(hidden, '')
        .replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1')
        .replace(/(\p{M}{6})\p{M}+/gu, '$1')
    : text

/// Does a text turn the reading direction, or hide more than a word processor leaves behind?
export const hasTricks = (text: string): boolean =>
  /[\u202a-\u202e\u2066-\u2069]|[\u200b-\u200f\u2060-\u2065\ufeff]{4}|\p{M}{7}/u.test(text)

const hidden =
  /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|(?![\t\n\r])\p{Cc}|[\u{e0000}-\u{e007f}]/gu

/// Plain Norwegian text has none of these and is looked at no further.
const suspect = /[^\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u22ff]/
