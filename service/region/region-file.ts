// The region as it is delivered: its municipalities from the file beside this one, who borders on whom, and who is
// asked by default. Best knowledge, to be verified before real use; every municipality can change its own on a page.
import { readFileSync } from 'node:fs'

export type RegionFile = {
  region: {
    name: string
    assembly: string
    county: { name: string; number: string }
    sub_regions: string[]
    partners: string[]
    goals: string[]
    advice: string[]
    guiding_question: string
    themes: string[]
  }
  municipalities: {
    name: string
    number: string
    old_number: string
    org_number: string
    sub_region: string
    population_about: number
    language_decision: string
    document_language: 'nb' | 'nn'
  }[]
}

export const regionFile = JSON.parse(
  readFileSync(new URL('./gudbrandsdalen.json', import.meta.url), 'utf8'),
) as RegionFile

/// Neighbours among the twelve, each pair once.
const borders: [string, string][] = [
  ['Lillehammer', 'Øyer'],
  ['Lillehammer', 'Gausdal'],
  ['Øyer', 'Gausdal'],
  ['Øyer', 'Ringebu'],
  ['Gausdal', 'Ringebu'],
  ['Gausdal', 'Sør-Fron'],
  ['Gausdal', 'Nord-Fron'],
  ['Ringebu', 'Sør-Fron'],
  ['Sør-Fron', 'Nord-Fron'],
  ['Nord-Fron', 'Sel'],
  ['Nord-Fron', 'Vågå'],
  ['Sel', 'Vågå'],
  ['Sel', 'Dovre'],
  ['Vågå', 'Lom'],
  ['Vågå', 'Lesja'],
  ['Vågå', 'Dovre'],
  ['Lom', 'Skjåk'],
  ['Lom', 'Lesja'],
  ['Skjåk', 'Lesja'],
  ['Lesja', 'Dovre'],
]

const outside: Record<string, string[]> = {
  Lillehammer: ['Gjøvik', 'Ringsaker', 'Nordre Land'],
  Øyer: ['Ringsaker', 'Stor-Elvdal'],
  Gausdal: ['Nordre Land', 'Nord-Aurdal', 'Øystre Slidre'],
  Ringebu: ['Stor-Elvdal'],
  'Sør-Fron': ['Stor-Elvdal', 'Folldal'],
  'Nord-Fron': ['Øystre Slidre'],
  Sel: ['Folldal'],
  Vågå: ['Øystre Slidre', 'Vang'],
  Lom: ['Vang', 'Årdal', 'Luster'],
  Skjåk: ['Luster', 'Stryn', 'Stranda', 'Fjord', 'Rauma'],
  Lesja: ['Rauma', 'Sunndal', 'Molde', 'Oppdal'],
  Dovre: ['Folldal', 'Oppdal'],
}

/// Neighbouring municipalities by name, those of the twelve first. They must be asked (pbl § 10-1 second paragraph).
export const neighboursOf = (name: string): string[] => [
  ...borders.filter((pair) => pair.includes(name)).map(([a, b]) => (a === name ? b : a)),
  ...(outside[name] ?? []),
]

/// State and regional bodies that must be asked.
export const authorities = ['Statsforvalteren i Innlandet', 'Innlandet fylkeskommune']

/// Others who are asked by custom. Names as of 2028: Østlandsforskning is part of Universitetet i Innlandet.
export const customary = [
  'Statens vegvesen',
  'Nye Veier',
  'Bane NOR',
  'Noregs vassdrags- og energidirektorat (NVE)',
  'Direktoratet for mineralforvaltning',
  'Forsvarsbygg',
  'Sykehuset Innlandet',
  'Nasjonalparkstyra i Innlandet',
  'Sivilforsvaret Innlandet',
  'Husbanken',
  'Integrerings- og mangfoldsdirektoratet (IMDi)',
  'Nav Innlandet',
  'Universitetet i Innlandet',
  'KS Innlandet',
  'Innovasjon Norge Innlandet',
  'Ungdomsrådet',
  'Eldrerådet',
  'Rådet for personar med funksjonsnedsetting',
  'Rådet for deltidsinnbyggjarar',
]

/// Counties on the other side of the border, asked by the municipalities that touch them.
export const countiesBeyond: Record<string, string[]> = {
  Lom: ['Vestland fylkeskommune'],
  Skjåk: ['Vestland fylkeskommune', 'Møre og Romsdal fylkeskommune'],
  Lesja: ['Møre og Romsdal fylkeskommune', 'Trøndelag fylkeskommune'],
  Dovre: ['Trøndelag fylkeskommune'],
}
