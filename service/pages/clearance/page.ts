// The page itself: one's own municipality first, then all chapters by all municipalities.
import { html } from 'hono/html'
import { mandatesOf, type MandateEver, type MandateRow } from '../../../db/clearance.ts'
import { namesOf } from '../../../db/people.ts'
import { may } from '../../../workflows/rights.ts'
import { handOf } from '../../clearance/clear.ts'
import { mayGiveMandate, whoMayClear } from '../../clearance/mandate.ts'
import { clearanceSheet, type Sheet } from '../../clearance/sheet.ts'
import { isOutside, type Track } from '../../desk/desk.ts'
import { Refused } from '../../refusal.ts'
import type { Html } from '../dates.ts'
import { deskCrumb, type Opened } from '../desk/open-desk.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { errorSummary } from '../parts/fields.ts'
import { capital, count } from '../words.ts'
import { mandateErrors, mandatePart, sayNoReason } from './mandate-part.ts'
import { matrix } from './matrix.ts'
import { ownPart } from './own-part.ts'
import type { ClearanceState } from './routes.ts'
import { sayNo } from './say.ts'

/// One municipality as the reader stands to it.
export type Own = {
  track: Track
  sheet: Sheet
  mandate: MandateRow | undefined
  /// The last one, when it was taken back.
  takenBack: MandateEver | undefined
  mayClear: boolean
  /// Set when the reader may act on the mandate, in whose place.
  hand: { substituteFor: string | null } | undefined
  mayGive: boolean
  /// Those a mandate can be given to.
  holders: { id: string; name: string }[]
  names: Map<string, string>
}

export async function clearancePage(
  opened: Opened,
  asked: string | undefined,
  state: ClearanceState,
): Promise<Response> {
  const { c, desk, roles, t, lang, tasks } = opened
  if (!may(roles, 'see-journal')) throw new Refused('forbidden')
  const sheet = await clearanceSheet(c.var.house, {
    region: desk.region,
    strategy: desk.strategy.id,
  })
  const own = await ownOf(opened, sheet, asked)
  const errors = own
    ? [
        ...mandateErrors(state.mandate?.wrong ?? [], lang),
        ...(state.withdrawal ? [{ field: 'reason', text: sayNoReason(lang) }] : []),
      ]
    : []
  const refused = state.why !== undefined || errors.length > 0
  return layout(
    c,
    {
      title: t('Klarering', 'Klarering', 'Clearance'),
      current: 'texts',
      area: 'desk',
      tasks: tasks.length,
      refused,
      status: refused ? 422 : 200,
      crumbs: [
        deskCrumb(opened),
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: t('Klarering', 'Klarering', 'Clearance') },
      ],
    },
    html`<div class="stack-8">
      ${errorSummary(errors, lang)}
      ${state.why ? alert('danger', sayNo(state.why, own, lang), { done: true }) : ''}
      ${doneAlert(opened, own?.track.name ?? '')}
      ${pageTitle(t('Klarering', 'Klarering', 'Clearance'), {
        lead: t(
          'En klarering sier at kommunen står inne for ordlyden slik den er nå. Den er ikke en beslutning, og den faller bort for et kapittel når kapittelet blir endret.',
          'Ei klarering seier at kommunen står inne for ordlyden slik han er no. Ho er ikkje ei avgjerd, og ho fell bort for eit kapittel når kapittelet blir endra.',
          'A clearance says that the municipality stands by the wording as it is now. It is not a decision, and it lapses for a chapter when the chapter is changed.',
        ),
      })}
      ${
        sheet.chapters.length === 0
          ? emptyState(
              'FileText',
              t('Ingen kapitler ennå', 'Ingen kapittel enno', 'No chapters yet'),
              t(
                'Når fellesdelen har kapitler, klareres de her.',
                'Når fellesdelen har kapittel, blir dei klarerte her.',
                'When the joint part has chapters they are cleared here.',
              ),
            )
          : html`${own ? parts(own, opened, state) : ''} ${matrix(opened, sheet)}`
      }
    </div>`,
  )
}

const parts = (own: Own, opened: Opened, state: ClearanceState): Html =>
  html`<div class="split">
    <div class="stack-8">${ownPart(own, opened, state.chosen ?? [])}</div>
    <div class="stack-8">${mandatePart(own, opened, state)}</div>
  </div>`

/// The municipality asked for, if the reader may do something there; else the one they act for, else their first.
async function ownOf(
  { c, desk, person, roles }: Opened,
  sheet: Sheet,
  asked: string | undefined,
): Promise<Own | undefined> {
  const { house } = c.var
  const place = (track: Track) => ({
    region: desk.region,
    strategy: desk.strategy.id,
    municipality: track.number,
  })
  const mine = desk.tracks.filter((track) =>
    roles.some((role) => role.municipality === track.number && role.role !== 'observer'),
  )
  const track =
    desk.tracks.find(
      (one) => one.number === asked && (mine.includes(one) || mayGiveMandate(person, place(one))),
    ) ??
    mine.find((one) => one.number === person.behalfOf) ??
    mine[0]
  if (!track || isOutside(track)) return undefined
  const where = place(track)
  const { region, strategy } = where
  const last = (await mandatesOf(house.store.db, region, strategy, track.number)).at(-1)
  const mandate = last?.withdrawn ? undefined : last
  const holders = await whoMayClear(house, where)
  const cells = sheet.chapters.map(({ section }) => sheet.cell(track.number, section.id))
  const cleared = cells.flatMap((cell) => (cell.standing === 'none' ? [] : [cell.clearance]))
  const names = await namesOf(house.store.db, [
    ...holders,
    ...(last ? [last.given_to, ...(last.withdrawn ? [last.withdrawn.by] : [])] : []),
    ...cleared.flatMap((row) => [row.person, row.substitute_for ?? row.person]),
  ])
  return {
    track,
    sheet,
    mandate,
    takenBack: last?.withdrawn ? last : undefined,
    mayClear: may(roles, 'clear-text', { municipality: track.number }),
    hand: mandate && handOf(person, where, mandate),
    mayGive: mayGiveMandate(person, where),
    holders: holders.map((id) => ({ id, name: names.get(id) ?? '' })),
    names,
  }
}

function doneAlert({ c, t, lang }: Opened, name: string): Html | string {
  const done = c.req.query('done')
  if (done === 'mandat') {
    return alert(
      'success',
      t('Mandatet er registrert.', 'Mandatet er registrert.', 'The mandate is recorded.'),
      { done: true },
    )
  }
  if (done === 'tilbake') {
    return alert(
      'success',
      t(
        'Mandatet er trukket tilbake. Det som er klarert, står.',
        'Mandatet er trekt tilbake. Det som er klarert, står.',
        'The mandate is withdrawn. What was cleared stands.',
      ),
      { done: true },
    )
  }
  if (!/^\d{1,3}$/.test(done ?? '')) return ''
  const n = Number(done)
  if (n === 0) {
    return alert(
      'info',
      t(
        'Alt du valgte, var klarert fra før.',
        'Alt du valde, var klarert frå før.',
        'Everything you chose was cleared already.',
      ),
      { done: true },
    )
  }
  return alert(
    'success',
    n === 1
      ? t(
          `Ett kapittel er klarert for ${name}.`,
          `Eitt kapittel er klarert for ${name}.`,
          `One chapter is cleared for ${name}.`,
        )
      : t(
          `${capital(count(n, lang))} kapitler er klarert for ${name}.`,
          `${capital(count(n, lang))} kapittel er klarerte for ${name}.`,
          `${capital(count(n, lang))} chapters are cleared for ${name}.`,
        ),
    { done: true },
  )
}
