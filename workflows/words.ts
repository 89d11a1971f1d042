// Everything the procedure says to people, looked up by name: states, events, flags, roles, fields, choices, findings.
import type { Finding, ProcessKind, Role } from './act.ts'
import { eventWords } from './event-words.ts'
import { choiceWords, fieldWords } from './field-words.ts'
import type { Lang } from './lang.ts'
import { ruleOf } from './rules.ts'
import { fill } from './say.ts'
import { flagWords, roleWords, stateWords } from './state-words.ts'

export { sayDay } from './say.ts'

/// Label of a state, for chips and headings. K103 with its date: `stateLabel(kind, state, lang, '2028-11-02')`.
export function stateLabel(kind: ProcessKind, state: string, lang: Lang, on?: string): string {
  if (state === 'K103' && on !== undefined)
    return fill(
      { nb: 'Utsatt til {on}', nn: 'Utsett til {on}', en: 'Postponed to {on}' },
      { on },
      lang,
    )
  return stateWords[kind][state]?.[lang] ?? state
}

/// Button text of an event, verb first.
export const eventLabel = (kind: ProcessKind, type: string, lang: Lang): string =>
  eventWords[kind][type]?.do[lang] ?? type

/// What happened, for the journal.
export const eventDone = (kind: ProcessKind, type: string, lang: Lang): string =>
  eventWords[kind][type]?.done[lang] ?? type

/// Label of a flag; `overstyrt_<rule>` and the rest.
export function flagLabel(flag: string, lang: Lang): string {
  const rule = flag.startsWith('overstyrt_') ? flag.slice('overstyrt_'.length) : undefined
  if (rule)
    return fill(
      { nb: 'Overstyrt ({rule})', nn: 'Overstyrt ({rule})', en: 'Overridden ({rule})' },
      { rule },
      lang,
    )
  return flagWords[flag]?.[lang] ?? flag
}

/// Colour role of a flag (design guide § 5).
export const flagColour = (flag: string): 'danger' | 'warning' | 'neutral' =>
  flagWords[flag]?.colour ?? 'neutral'

/// May the flag stand on a public page (C32)?
export const isPublicFlag = (flag: string): boolean => flagWords[flag]?.public ?? false

export const roleLabel = (role: Role, lang: Lang): string => roleWords[role][lang]

export const fieldLabel = (type: string, field: string, lang: Lang): string => {
  const last = field.split('.').at(-1)!
  return (fieldWords[`${type}.${field}`] ?? fieldWords[field] ?? fieldWords[last])?.[lang] ?? field
}

/// Label of a choice in a field, also of the bodies that are known by name; unknown words stand as they are.
export const choiceLabel = (field: string, choice: string, lang: Lang): string => {
  const last = field.split('.').at(-1)!
  return (choiceWords[`${last}.${choice}`] ?? choiceWords[choice])?.[lang] ?? choice
}

/// A finding in words: the sentence with its values, the nearest way out, and the source.
export function sayFinding(
  finding: Finding,
  lang: Lang,
): { text: string; way?: string; source: string } {
  const rule = ruleOf(finding.rule)
  if (!rule) return { text: finding.rule, source: '' }
  const values = inWords({ ...finding.values, ...finding.way }, lang)
  const text = fill(rule.text, values, lang)
  const source = rule.source[lang]
  const way = rule.way && fill(rule.way, values, lang)
  return way === undefined || way.includes('{') ? { text, source } : { text, way, source }
}

/// States, roles and choices among the values, by their names.
function inWords(values: Finding['values'], lang: Lang): Finding['values'] {
  const or = { nb: 'eller', nn: 'eller', en: 'or' }[lang]
  const spoken: Finding['values'] = { ...values }
  const labels = (value: string | number, label: (code: string) => string) =>
    join(String(value).split(',').map(label), or)
  for (const key of ['state', 'states'])
    if (values[key] !== undefined) spoken[key] = labels(values[key], (code) => labelOf(code, lang))
  if (values.roles !== undefined)
    spoken.roles = labels(values.roles, (role) => roleLabel(role as Role, lang))
  for (const key of ['body', 'expected'])
    if (values[key] !== undefined) spoken[key] = choiceLabel('body', String(values[key]), lang)
  return spoken
}

const labelOf = (code: string, lang: Lang): string =>
  stateLabel(code.startsWith('F') ? 'strategy' : 'participation', code, lang)

const join = (words: string[], or: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${or} ${words.at(-1)}`

/// The word before a finding (design guide § 6.1).
export function levelLabel(finding: Pick<Finding, 'level'>, happened: boolean, lang: Lang): string {
  const words =
    finding.level === 'H'
      ? { nb: 'Må rettes', nn: 'Må rettast', en: 'Must be put right' }
      : finding.level === 'S'
        ? { nb: 'Bør sjekkes', nn: 'Bør sjekkast', en: 'Worth a look' }
        : happened
          ? { nb: 'Blir merket', nn: 'Blir merkt', en: 'Will be marked' }
          : { nb: 'Hindrer', nn: 'Hindrar', en: 'Blocks' }
  return words[lang]
}
