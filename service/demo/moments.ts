// Plays the demo's term up to a moment: every act goes through the door, every word through a text's room, every
// submission through the same receipt as anybody's, on its own day. A scene the door refuses stops the start.
import { rolesInForce } from '../../db/role.ts'
import { findStrategy, sectionsOf } from '../../db/strategy.ts'
import { versionHeads } from '../../db/version.ts'
import { writeBlocks } from '../../editor/shared/write.ts'
import type { Json, Role } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { act } from '../act.ts'
import type { MovableClock } from '../clock.ts'
import type { House, SignedIn } from '../house.ts'
import { layInPlanNeeds } from '../plan-need/plan-needs.ts'
import { jointDecisionPoints, jointRows } from '../region/content/joint-rows.ts'
import { municipalParts, sections as content } from '../region/content/content.ts'
import { blockAbout, sampleSubmissions } from '../region/content/samples.ts'
import { municipalSettings } from '../region/municipality-settings.ts'
import { municipalityByNumber } from '../../db/region.ts'
import { firstRegion as region } from '../region/ensure-region.ts'
import { createStrategy } from '../strategy/create.ts'
import { answerPoint } from '../submission/answer.ts'
import type { PointInput } from '../submission/input.ts'
import { submissionsOf } from '../submission/list.ts'
import { receiveSubmission } from '../submission/receive.ts'
import { saveProposedPoints } from '../version/proposal.ts'
import { layClearances } from './clearances.ts'
import { moveClock } from './move-clock.ts'
import { demoId, demoPeople } from './people.ts'
import { dayOf, scenesUntil, type Actor, type Moment, type Scene } from './story.ts'

export const demoSlug = 'gudbrandsdalen-2028-2031'

/// Plays on an empty demo house whose people and calendars are there. The clock ends on the moment's day.
export async function playMoment(house: House, clock: MovableClock, moment: Moment): Promise<void> {
  const strategy = await createStrategy(house, {
    region,
    slug: demoSlug,
    title: {
      nb: 'Felles planstrategi for Gudbrandsdalen 2028–2031',
      nn: 'Felles planstrategi for Gudbrandsdalen 2028–2031',
    },
    period: { from: 2028, to: 2031 },
    sections: content.map(({ code, title, zone, language }) => ({ code, title, zone, language })),
    settings: { knowledgeBase: { attached: true, overviewsMissing: [] }, consultees: 31 },
    by: (await signedIn(house, { role: 'coordinator' })).id,
  })
  const stage: Stage = { house, strategy }
  for (const [n, scene] of scenesUntil(moment).entries()) {
    if (clock.today() < scene.on) await moveClock(house, scene.on)
    await play(stage, scene, n)
  }
  await moveClock(house, dayOf[moment])
  await layClearances(house, strategy, (actor) => signedIn(house, actor))
}

type Stage = { house: House; strategy: string }

async function play(stage: Stage, scene: Scene, n: number): Promise<void> {
  switch (scene.kind) {
    case 'act':
      return playAct(stage, scene, n)
    case 'write':
      return playWriting(stage, scene)
    case 'revise':
      return playRevision(stage, scene)
    case 'submission':
      return playSubmission(stage, scene)
    case 'answers':
      return playAnswers(stage, scene)
  }
}

async function playAct(
  { house, strategy }: Stage,
  scene: Extract<Scene, { kind: 'act' }>,
  n: number,
): Promise<void> {
  const { municipality } = scene.actor
  const input = { ...scene.input }
  if (input.consultees === 'all') input.consultees = await everyConsultee(house, municipality)
  if (scene.edition) {
    const hash = await newestEdition(house, strategy, municipality)
    if (hash) input.edition = hash
  }
  const outcome = await act(house, {
    process: municipality
      ? { strategy, kind: 'participation', municipality }
      : { strategy, kind: 'strategy' },
    type: scene.type,
    actedOn: scene.on,
    ...(municipality ? { behalfOf: municipality } : {}),
    ...(scene.overrides ? { overrides: scene.overrides } : {}),
    input,
    person: await signedIn(house, scene.actor),
    key: `demo/${n}`,
  })
  if (!outcome.ok) {
    const why = outcome.findings.map((f) => `${f.rule} ${JSON.stringify(f.values)}`).join(', ')
    throw new Error(
      `${scene.on} ${municipality ?? 'joint'} ${scene.type}: ${outcome.code} ${outcome.field ?? ''} ${why}`,
    )
  }
}

/// The text of a zone is laid in by the one who writes there, with the plan rows and the proposed points that go with it.
async function playWriting(
  { house, strategy }: Stage,
  { actor, zone }: Extract<Scene, { kind: 'write' }>,
): Promise<void> {
  const person = await signedIn(house, actor)
  const rows = await sectionsOf(house.store.db, region, strategy)
  for (const part of content.filter((one) => one.zone === zone)) {
    const row = rows.find((one) => one.zone === zone && one.code === part.code)!
    await house.rooms.write(region, row.id, person.id, (doc) => {
      for (const lang of ['nb', 'nn'] as const) {
        if (part.blocks[lang]) writeBlocks(doc, lang, part.blocks[lang])
      }
    })
  }
  const own = municipalParts.find((one) => one.number === zone)
  const words = (text: string) =>
    own?.language === 'nn' ? { nb: '', nn: text } : { nb: text, nn: '' }
  await house.store.db.transaction().execute((trx) =>
    layInPlanNeeds(trx, { region, strategy }, zone, own ? own.needs : jointRows, {
      person: person.id,
      at: house.clock.instant(),
    }),
  )
  await saveProposedPoints(
    house,
    { region, strategy, zone },
    own ? own.decisionPoints.map(words) : jointDecisionPoints,
    0,
    person,
  )
}

async function playRevision(
  { house, strategy }: Stage,
  { actor, code, text }: Extract<Scene, { kind: 'revise' }>,
): Promise<void> {
  const person = await signedIn(house, actor)
  const rows = await sectionsOf(house.store.db, region, strategy)
  const row = rows.find((one) => one.zone === 'joint' && one.code === code)!
  await house.rooms.write(region, row.id, person.id, (doc) => {
    for (const lang of ['nb', 'nn'] as const) {
      writeBlocks(doc, lang, [{ kind: 'paragraph', id: `${code}-revised`, text: text[lang] }])
    }
  })
}

async function playSubmission(
  { house, strategy }: Stage,
  { sample }: Extract<Scene, { kind: 'submission' }>,
): Promise<void> {
  const rows = await sectionsOf(house.store.db, region, strategy)
  const heads = await versionHeads(house.store.db, region, strategy, { scope: 'section' })
  const points = sample.points.map((point): PointInput => {
    const section = rows.find(
      (one) => one.zone === (point.zone ?? 'joint') && one.code === point.code,
    )
    const block = blockAbout(point)
    const version = heads.filter((head) => head.section === section?.id).at(-1)?.hash
    return {
      ...(section ? { section: section.id } : {}),
      ...(section && version ? { version } : {}),
      ...(block ? { anchor: block.id, quote: block.quote } : {}),
      stance: point.stance,
      text: point.text,
      ...(point.wording ? { wording: point.wording } : {}),
    }
  })
  const { name, contact, senderKind, language, to } = sample
  const sender = { ...(name ? { name } : {}), ...(contact ? { contact } : {}) }
  await receiveSubmission(
    house,
    strategy,
    { to, senderKind, language, points, ...sender },
    { channel: 'form' },
  )
}

/// Answers a share of what is still unanswered in a zone, in order.
async function playAnswers(
  { house, strategy }: Stage,
  { zone, share }: Extract<Scene, { kind: 'answers' }>,
): Promise<void> {
  const of = { region, strategy }
  const actor: Actor =
    zone === 'joint' ? { role: 'coordinator' } : { role: 'planner', municipality: zone }
  const person = await signedIn(house, actor)
  const open = (await submissionsOf(house.store.db, of))
    .flatMap((one) => one.points)
    .filter((point) => point.zone === zone && !point.answer)
  for (const point of open.slice(0, Math.ceil(open.length * share))) {
    const said = sampleAnswer(point.text)
    await answerPoint(house, person, of, {
      number: point.number,
      point: point.point,
      ...said,
      expectedSeq: 0,
    })
  }
}

const sampleAnswer = (text: string): { outcome: string; assessment: string } =>
  sampleSubmissions.flatMap((one) => one.points).find((point) => point.text === text)?.answer ?? {
    outcome: 'noted',
    assessment: '',
  }

async function everyConsultee(house: House, municipality: string | undefined): Promise<Json> {
  const row = await municipalityByNumber(house.store.db, region, municipality ?? '')
  return row ? municipalSettings(row).mustAsk : []
}

async function newestEdition(
  house: House,
  strategy: string,
  municipality: string | undefined,
): Promise<string | undefined> {
  const heads = await versionHeads(house.store.db, region, strategy, {
    scope: 'edition',
    zone: municipality ?? '',
  })
  return heads.at(-1)?.hash
}

/// The demo's person of a role, as signed in. Municipal roles: the one who holds it there.
async function signedIn(
  house: House,
  { role, municipality, substitute = false }: Actor & { substitute?: boolean },
): Promise<SignedIn> {
  const who = demoPeople().find((one) =>
    one.roles.some(
      (held) =>
        held.role === role &&
        held.municipality === municipality &&
        (held.substituteFor !== undefined) === substitute,
    ),
  )
  if (!who) throw new Error(`the demo has no ${role} of ${municipality ?? 'the joint work'}`)
  const id = demoId(who.name)
  const rows = await rolesInForce(house.store.db, id, house.clock.today())
  return {
    id,
    name: who.name,
    language: 'nb' satisfies Lang,
    colour: 0,
    roles: rows.map((row) => ({
      region: row.region,
      role: row.role as Role,
      ...(row.municipality === null ? {} : { municipality: row.municipality }),
      ...(row.substitute_for === null ? {} : { substituteFor: row.substitute_for }),
    })),
    ...(municipality ? { behalfOf: municipality } : {}),
    sessionHash: 'demo',
  }
}

/// True while a strategy of the demo exists.
export const played = async (house: House): Promise<boolean> =>
  (await findStrategy(house.store.db, demoSlug)) !== undefined
