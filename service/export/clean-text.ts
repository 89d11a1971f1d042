// Text that every format takes: no control signs, no half characters, and no marks that turn the direction of what
// follows, by which a line can be made to read otherwise than it is written.

const controls = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Noncharacter_Code_Point}/gu
/// Embeddings, overrides and isolates (UAX 9). The plain marks LRM, RLM and ALM may stay: they turn nothing else.
const turns = /[\u202a-\u202e\u2066-\u2069]/gu

export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\r\u2028\u2029\v\f]/g, '\n')
    .replaceAll(controls, '')
    .replaceAll(turns, '')
