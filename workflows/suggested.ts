// Where open suggestions stand, as a finding says it: each section by its title, with how many there are in it.
import type { SuggestedIn } from './facts.ts'

/// `: «Innledning» (2) og «Rammer» (1)`, and nothing where the sections are not known.
export function suggestedValues(facts: { openSuggestions: number; suggestedIn?: SuggestedIn[] }): {
  count: number
  whereNb: string
  whereNn: string
} {
  const list = facts.suggestedIn ?? []
  const said = (title: 'titleNb' | 'titleNn'): string =>
    list.length === 0 ? '' : `: ${list.map((one) => `«${one[title]}» (${one.count})`).join(', ')}`
  return { count: facts.openSuggestions, whereNb: said('titleNb'), whereNn: said('titleNn') }
}

/// The same of pictures without a description; undefined when there are none.
export function undescribedValues({
  undescribedIn = [],
}: {
  undescribedIn?: SuggestedIn[]
}): { values: ReturnType<typeof suggestedValues> } | undefined {
  const openSuggestions = undescribedIn.reduce((sum, { count }) => sum + count, 0)
  if (openSuggestions === 0) return undefined
  return { values: suggestedValues({ openSuggestions, suggestedIn: undescribedIn }) }
}
