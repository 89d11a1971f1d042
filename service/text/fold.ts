// Text as it is looked for: small letters, without accents, with æ, ø and å as the letters they are. Positions are kept, so
// that what is found can be marked in the words as they were written.

export type Folded = {
  text: string
  /// Where in the original each position of `text` stands; undefined when they are the same.
  at: Uint32Array | undefined
}

/// Letters whose small form is as long as they are and which carry no accent to take away.
const plain = /^[\n\t -~ÆØÅæøå«»–—§…’]*$/

export function fold(text: string): Folded {
  if (plain.test(text)) return { text: text.toLowerCase(), at: undefined }
  const at: number[] = []
  let folded = ''
  let from = 0
  for (const letter of text) {
    const bare = /[æøåÆØÅ]/.test(letter)
      ? letter.toLowerCase()
      : letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    for (let i = 0; i < bare.length; i++) at.push(from)
    folded += bare
    from += letter.length
  }
  at.push(from)
  return { text: folded, at: Uint32Array.from(at) }
}

/// Every place of a word in a folded text, as positions of the original.
export function placesOf({ text, at }: Folded, word: string): [from: number, to: number][] {
  const found: [number, number][] = []
  const original = (i: number) => at?.[i] ?? i
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length)) {
    found.push([original(i), original(i + word.length)])
  }
  return found
}
