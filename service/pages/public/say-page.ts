// Saying one's opinion in two steps that need no script: write, then check and send. The receipt is a page of its own.
import type { Context } from 'hono'
import { randomUUID } from 'node:crypto'
import type { Env } from '../../house.ts'
import { Refused } from '../../refusal.ts'
import { readSubmission } from '../../submission/input.ts'
import { receiveSubmission } from '../../submission/receive.ts'
import { layout } from '../layout.ts'
import { words } from '../words.ts'
import { crumbsTo, strategyHere } from './not-here.ts'
import { placeOf, type Place } from './published-text.ts'
import { checkView } from './say-check.ts'
import { writeView } from './say-write.ts'
import { errorOf, missingIn, readSayForm, saidPoints, submissionBody } from './say-form.ts'
import type { SayError, SayForm } from './say-form.ts'
import type { PublicStrategy } from './view.ts'

/// GET: the form for `?punkt=`, or for the whole; `?ingen=1` for those with no remarks.
export async function sayPage(c: Context<Env>): Promise<Response> {
  const s = await strategyHere(c)
  // Before anything is public the text's own page says when it will be.
  if (s.versions.length === 0) return c.redirect(`/s/${s.slug}/tekst`, 303)
  const refs = c.req.queries('punkt') ?? []
  const none = c.req.query('ingen') !== undefined
  const form: SayForm = {
    points: (refs.length ? refs.slice(0, 50) : ['']).map((ref) => ({
      ref,
      stance: none ? 'none' : '',
      text: '',
      wording: '',
    })),
    to: '',
    name: '',
    contact: '',
    senderKind: '',
    key: '',
  }
  return none ? check(c, s, form, []) : write(c, s, form, [])
}

/// POST: `steg` says what the button asked for.
export async function sayStep(c: Context<Env>): Promise<Response> {
  const s = await strategyHere(c)
  const data = await c.req.raw.formData().catch(() => {
    throw new Refused('not-json')
  })
  const form = readSayForm(data)
  const lang = c.get('lang')
  const step = String(data.get('steg') ?? 'se')
  if (step === 'tilbake') return write(c, s, form, [])
  if (step === 'flere') {
    return write(
      c,
      s,
      { ...form, points: [...form.points, { ref: '', stance: '', text: '', wording: '' }] },
      [],
    )
  }
  const missing = missingIn(form, lang)
  if (missing.length) return write(c, s, form, missing)
  const said = { ...form, points: saidPoints(form) }
  return step === 'send' ? send(c, s, said) : check(c, s, said, [])
}

async function send(c: Context<Env>, s: PublicStrategy, form: SayForm): Promise<Response> {
  const lang = c.get('lang')
  const t = words(lang)
  const house = c.get('house')
  const places = await placesOf(c, s, form)
  try {
    const input = readSubmission(submissionBody(form, places), lang)
    const { receipt } = await receiveSubmission(house, s.slug, input, {
      channel: 'form',
      ...(/^[\x21-\x7e]{8,200}$/.test(form.key) && { key: form.key }),
    })
    return c.redirect(`/s/${s.slug}/uttalelse/${receipt}?sendt=1`, 303)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.code === 'not-in-this-state') {
      const text = t(
        'Denne kommunen tar ikke imot uttalelser nå. Velg en annen, eller alle.',
        'Denne kommunen tek ikkje imot fråsegner no. Vel ein annan, eller alle.',
        'This municipality does not take submissions now. Choose another, or all.',
      )
      return write(c, s, form, [{ field: 'til', text }])
    }
    const wrong = errorOf(error, lang)
    if (!wrong) throw error
    const onCheck = ['name', 'contact', 'senderKind'].includes(wrong.field)
    return onCheck ? check(c, s, form, [wrong]) : write(c, s, form, [wrong])
  }
}

async function write(
  c: Context<Env>,
  s: PublicStrategy,
  form: SayForm,
  errors: SayError[],
): Promise<Response> {
  const t = words(c.get('lang'))
  const title = t('Uttal deg', 'Uttal deg', 'Comment')
  return layout(
    c,
    { ...frame(c, s, title, errors), title },
    await writeView(c, s, form, await placesOf(c, s, form), errors),
  )
}

async function check(
  c: Context<Env>,
  s: PublicStrategy,
  form: SayForm,
  errors: SayError[],
): Promise<Response> {
  const t = words(c.get('lang'))
  const title = t('Se over og send', 'Sjå over og send', 'Check and send')
  const keyed = { ...form, key: form.key || randomUUID() }
  return layout(
    c,
    { ...frame(c, s, title, errors), title },
    checkView(c, s, keyed, await placesOf(c, s, form), errors),
  )
}

const frame = (c: Context<Env>, s: PublicStrategy, title: string, errors: SayError[]) => {
  const t = words(c.get('lang'))
  const read = t('Les og uttal deg', 'Les og uttal deg', 'Read and comment')
  return {
    area: 'public' as const,
    current: 'read' as const,
    slug: s.slug,
    crumbs: crumbsTo(c, s, { text: read, href: `/s/${s.slug}/tekst` }, { text: title }).slice(1),
    refused: errors.length > 0,
    ...(errors.length > 0 && { status: 422 as const }),
    hidden: true,
  }
}

/// Where each point is; a reference that leads nowhere is left out and becomes about the whole.
async function placesOf(
  c: Context<Env>,
  s: PublicStrategy,
  form: SayForm,
): Promise<Map<string, Place>> {
  const { db } = c.get('house').store
  const lang = c.get('lang') === 'nn' ? 'nn' : 'nb'
  const places = new Map<string, Place>()
  for (const { ref } of form.points) {
    if (ref === '' || places.has(ref)) continue
    const place = await placeOf(db, s, ref, lang)
    if (place) places.set(ref, place)
  }
  return places
}
