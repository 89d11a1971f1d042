// Finds the glossary's words in a paragraph, with the endings Norwegian gives them.

export type Term = { nb: string; nn: string }

/// A term of the source that stands in it, what it is called in the other language, and whether the translation says so.
export type Match = { from: string; to: string; used: boolean }

/// Longer terms first: `høringsfrist` hides the `høring` in it.
export function termsIn(
  terms: readonly Term[],
  source: 'nb' | 'nn',
  text: string,
  translation: string,
): Match[] {
  const other = source === 'nb' ? 'nn' : 'nb'
  const found: (Match & { at: number })[] = []
  let rest = text
  const sorted = terms.toSorted((a, b) => b[source].length - a[source].length)
  for (const term of sorted) {
    const pattern = patternOf(term[source])
    const at = rest.search(pattern)
    if (at < 0) continue
    rest = rest.replaceAll(pattern, (hit) => ' '.repeat(hit.length))
    const used = translation.search(patternOf(term[other])) >= 0
    found.push({ from: term[source], to: term[other], used, at })
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...match }) => match)
}

const known = new Map<string, RegExp>()

function patternOf(term: string): RegExp {
  const ready = known.get(term)
  if (ready) return ready
  const safe = stem(term).replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  const end = term.length <= 4 ? String.raw`(?!\p{L})` : String.raw`\p{L}*`
  const made = new RegExp(String.raw`(?<!\p{L})${safe}${end}`, 'giu')
  known.set(term, made)
  return made
}

/// Without the vowel or the ending that gives way to others: `kommune`, `kommunane`.
const stem = (term: string): string => (term.length > 5 ? term.replace(/(er|ar|e|a)$/, '') : term)
