// Finds a Norwegian national identity number (fødselsnummer or D-number) in a text, so that nobody publishes one by
// accident. Both check digits must fit; other numbers of eleven digits pass.

/// True when the text holds eleven digits, alone or written `ddmmyy nnnnn`, that make a valid number.
export function holdsPersonalNumber(text: string): boolean {
  for (const found of text.matchAll(/(?<!\d)(\d{6})[ \u00a0.-]?(\d{5})(?!\d)/g)) {
    if (isPersonalNumber(`${found[1]}${found[2]}`)) return true
  }
  return false
}

const first = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

function isPersonalNumber(digits: string): boolean {
  const number = [...digits].map(Number)
  const fits = (weights: number[]) =>
    weights.reduce((sum, weight, at) => sum + weight * (number[at] ?? 0), 0) % 11 === 0
  // A D-number adds four to the first digit; synthetic numbers add 40 or 80 to the month.
  const day = Number(digits.slice(0, 2)) % 40
  const month = Number(digits.slice(2, 4)) % 40
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && fits(first) && fits(second)
}
