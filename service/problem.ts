// Refusals as answers: RFC 9457 for the API, the same words for pages.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Finding } from '../workflows/act.ts'
import type { Lang } from '../workflows/lang.ts'
import { sayFinding } from '../workflows/words.ts'
import type { Env } from './house.ts'
import { faces } from './refusal-faces.ts'
import type { Refusal } from './refusal.ts'

/// A finding as people and the API read it.
export type SaidFinding = {
  rule: string
  level: Finding['level']
  text: string
  source: string
  way?: string
  overridableBy?: string
  overridden?: true
  field?: string
}

export const sayFindings = (findings: Finding[], lang: Lang): SaidFinding[] =>
  findings.map((finding) => {
    const said = sayFinding(finding, lang)
    return {
      rule: finding.rule,
      level: finding.level,
      text: said.text,
      source: said.source,
      ...(said.way ? { way: said.way } : {}),
      ...(finding.overridableBy ? { overridableBy: finding.overridableBy } : {}),
      ...(finding.overridden ? { overridden: true as const } : {}),
      ...(finding.field ? { field: finding.field } : {}),
    }
  })

/// Title and detail of a refusal in one language, for a page.
export const sayRefusal = (code: Refusal, lang: Lang): { title: string; detail: string } => ({
  title: faces[code].title[lang],
  detail: faces[code].detail[lang],
})

export const statusOf = (code: Refusal): ContentfulStatusCode => faces[code].status

export type ProblemMore = {
  findings?: Finding[]
  field?: string | undefined
  /// The sequence the process stands at now, when the one expected was stale.
  seq?: number | undefined
  /// What changed since, as members of the answer.
  changed?: unknown
  retryAfter?: number
}

/// An RFC 9457 answer. The only way this service answers an error under `/api`.
export function problem(c: Context<Env>, code: Refusal, more: ProblemMore = {}): Response {
  const lang = c.get('lang') ?? 'nb'
  const face = faces[code]
  const body = {
    type: 'about:blank',
    code,
    status: face.status,
    title: face.title[lang],
    detail: face.detail[lang],
    ...(more.field ? { field: more.field } : {}),
    ...(more.seq === undefined ? {} : { seq: more.seq }),
    ...(more.changed === undefined ? {} : { changed: more.changed }),
    ...(more.findings?.length ? { findings: sayFindings(more.findings, lang) } : {}),
  }
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'content-language': lang,
  }
  if (more.retryAfter !== undefined) headers['retry-after'] = String(more.retryAfter)
  return c.body(JSON.stringify(body), face.status, headers)
}
