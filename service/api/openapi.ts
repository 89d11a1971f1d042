// The API described for machines, made from the same declarations the door checks against: an event that is declared is
// described, one that is not is in neither.
import { Hono } from 'hono'
import type { Json, ProcessKind } from '../../workflows/act.ts'
import { eventsOf, inputSchema } from '../../workflows/events.ts'
import { eventLabel } from '../../workflows/words.ts'
import { formats } from '../export/format.ts'
import type { Env } from '../house.ts'
import { receivedSchema, submissionSchema } from '../submission/input-schema.ts'

type Schema = { [key: string]: Json }

export const openapiRoutes = () => {
  let made: Schema | undefined
  return new Hono<Env>().get('/api/openapi.json', (c) => c.json((made ??= describeApi())))
}

export const describeApi = (): Schema => ({
  openapi: '3.1.0',
  info: {
    title: 'Planvev',
    version: '1',
    description:
      'One planning strategy, written by many municipalities and adopted by each. Texts follow Accept-Language (nb, nn, en). Errors are RFC 9457.',
  },
  paths: {
    '/api/strategies': get('Strategies', list(ref('StrategyHead'))),
    '/api/strategies/{id}': get('One strategy with sections and municipalities', ref('Strategy'), [
      id,
    ]),
    '/api/strategies/{id}/sections': {
      post: operation('Add a section while drafting', [id], {
        body: object({ code: text, title: text, zone: text, language: { enum: ['nb', 'nn'] } }),
        answers: { 201: any },
      }),
    },
    '/api/strategies/{id}/board': get('The coordinator’s board', any, [id]),
    '/api/strategies/{id}/decisions': get('What each council decided', list(any), [id]),
    '/api/strategies/{id}/versions': get('Frozen versions', list(ref('Version')), [id]),
    '/api/strategies/{id}/versions/{hash}': get(
      'The stored bytes; their SHA-256 is the hash',
      any,
      [id, path('hash')],
    ),
    ...Object.fromEntries(
      formats.map((format) => [
        `/api/strategies/{id}/versions/{hash}.${format}`,
        get(
          'The version as a file; 202 with Retry-After while it is being made. `samlet` for the hash: everything public',
          any,
          [
            id,
            path('hash'),
            { name: 'language', in: 'query', schema: { enum: ['nb', 'nn', 'both'] } },
          ],
        ),
      ]),
    ),
    '/api/strategies/{id}/submissions': {
      post: operation('Send a submission; no sign-in', [id], {
        body: submissionSchema,
        answers: { 201: receivedSchema },
      }),
    },
    '/api/strategies/{id}/clearances': get(
      'How each municipality stands to each joint chapter as it is now',
      list(any),
      [id],
    ),
    ...clearancePaths('/api/strategies/{id}/municipalities/{number}', [id, path('number')]),
    ...eventPaths('/api/strategies/{id}', 'strategy', [id]),
    ...eventPaths('/api/strategies/{id}/municipalities/{number}', 'participation', [
      id,
      path('number'),
    ]),
    '/api/sections/{id}/images': {
      post: operation('Add a picture for a section; the body is the picture itself', [id], {
        answers: {
          201: object({
            asset: text,
            width: { type: 'integer' },
            height: { type: 'integer' },
            bytes: { type: 'integer' },
          }),
        },
      }),
    },
    '/api/demo/people': get('Demo only: who can be signed in as', list(any)),
    '/api/demo/sign-in': {
      post: operation('Demo only: sign in as a person; sets the session cookie', [], {
        body: object({ person: text }),
        answers: { 200: any },
      }),
    },
    '/api/demo/clock': {
      ...get('Demo only: the demo’s day', object({ today: day })),
      post: operation('Demo only: a coordinator moves the day forward', [], {
        body: object({ today: day }),
        answers: { 200: object({ today: day }) },
      }),
    },
    '/healthz': get('Alive', any),
    '/readyz': get('Ready', any),
  },
  components: {
    schemas: { ...fixed, ...eventSchemas('strategy'), ...eventSchemas('participation') },
  },
})

const text: Schema = { type: 'string' }
const day: Schema = { type: 'string', format: 'date' }
const any: Schema = {}

const object = (properties: Schema, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
})

const list = (items: Schema): Schema => ({ type: 'array', items })
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const path = (name: string): Schema => ({ name, in: 'path', required: true, schema: text })
const id = path('id')

const fixed: Schema = {
  Finding: object({ rule: text, level: { enum: ['H', 'B', 'S'] }, text, source: text, way: text }, [
    'rule',
    'level',
    'text',
    'source',
  ]),
  Problem: object(
    {
      type: text,
      code: text,
      status: { type: 'integer' },
      title: text,
      detail: text,
      field: text,
      seq: { type: 'integer' },
      findings: list(ref('Finding')),
    },
    ['code', 'status', 'title', 'detail'],
  ),
  StrategyHead: object({
    id: text,
    slug: text,
    title: text,
    state: text,
    stateLabel: text,
    seq: { type: 'integer' },
  }),
  Strategy: {
    allOf: [ref('StrategyHead'), object({ sections: list(any), municipalities: list(any) })],
  },
  Version: object({ hash: text, scope: text, zone: text, name: text, label: text, frozenOn: day }, [
    'hash',
    'scope',
    'zone',
    'label',
    'frozenOn',
  ]),
  Done: object({
    seq: { type: 'integer' },
    state: text,
    flags: list(text),
    findings: list(ref('Finding')),
  }),
}

const nameOf = (kind: ProcessKind, type: string): string => `${kind}.${type}`

/// Each event people may send, with its own input beside what every act says.
function eventSchemas(kind: ProcessKind): Schema {
  const schemas: Schema = {}
  for (const spec of eventsOf(kind)) {
    if (spec.kind === 'S') continue
    const { properties, required } = inputSchema(spec) as {
      properties: Schema
      required?: string[]
    }
    schemas[nameOf(kind, spec.type)] = {
      ...object(
        {
          type: { const: spec.type },
          actedOn: day,
          behalfOf: text,
          expectedSeq: { type: 'integer', minimum: 0 },
          overrides: { type: 'object', additionalProperties: text },
          ...properties,
        },
        ['type', 'actedOn', ...(required ?? [])],
      ),
      additionalProperties: false,
      title: eventLabel(kind, spec.type, 'en'),
    }
  }
  return schemas
}

function eventPaths(base: string, kind: ProcessKind, parameters: Schema[]): Schema {
  const types = eventsOf(kind).filter((spec) => spec.kind !== 'S')
  const body: Schema = { oneOf: types.map((spec) => ref(nameOf(kind, spec.type))) }
  const key: Schema = { name: 'Idempotency-Key', in: 'header', required: true, schema: text }
  return {
    [`${base}/events`]: {
      get: operation('The journal', parameters, { answers: { 200: list(any) } }),
      post: operation('Do one act', [...parameters, key], { body, answers: { 200: ref('Done') } }),
    },
    [`${base}/events/available`]: get('What may be done now', any, parameters),
    [`${base}/events/explain`]: {
      post: operation('What would happen; changes nothing', parameters, {
        body,
        answers: { 200: any },
      }),
    },
  }
}

/// A clearance is bound to the hash that was read; the mandate it is done on has a day it runs until.
const clearancePaths = (base: string, parameters: Schema[]): Schema => ({
  [`${base}/clearances`]: {
    post: operation('Clear chapters on behalf of the municipality', parameters, {
      body: object({ sections: list(object({ section: text, hash: text })) }),
      answers: { 200: object({ cleared: { type: 'integer' } }) },
    }),
  },
  [`${base}/mandates`]: {
    ...get('Mandates to clear, oldest first', list(any), parameters),
    post: operation('Give a mandate; it takes the place of the last', parameters, {
      body: object({ givenBy: text, givenTo: text, until: day, reference: text }, [
        'givenBy',
        'givenTo',
        'until',
      ]),
      answers: { 201: any },
    }),
  },
  [`${base}/mandates/withdraw`]: {
    post: operation('Take the mandate back; what was cleared on it stands', parameters, {
      body: object({ reason: text }),
      answers: { 200: any },
    }),
  },
})

const get = (summary: string, answer: Schema, parameters: Schema[] = []): Schema => ({
  get: operation(summary, parameters, { answers: { 200: answer } }),
})

function operation(
  summary: string,
  parameters: Schema[],
  { body, answers }: { body?: Schema; answers: { [status: number]: Schema } },
): Schema {
  const as = (schema: Schema, type = 'application/json'): Schema => ({
    content: { [type]: { schema } },
  })
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, ...as(body) } } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [
          status,
          { description: summary, ...as(schema) },
        ]),
      ),
      default: { description: 'Refused', ...as(ref('Problem'), 'application/problem+json') },
    },
  }
}
