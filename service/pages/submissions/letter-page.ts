// A letter that came on paper or by e-mail, put in by a planner: the same numbers, the same treatment, its own day.
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../../house.ts'
import { newId } from '../../sign-in/token.ts'
import { Refused } from '../../refusal.ts'
import { sayRefusal } from '../../problem.ts'
import type { JsonObject } from '../../guard/body.ts'
import { readSubmission, senderKinds } from '../../submission/input.ts'
import { receiveSubmission } from '../../submission/receive.ts'
import { may } from '../../../workflows/rights.ts'
import { parseDay } from '../dates.ts'
import { deskCrumb } from '../desk/open-desk.ts'
import { layout } from '../layout.ts'
import { pageTitle } from '../parts/boxes.ts'
import {
  checkField,
  dateField,
  errorSummary,
  selectField,
  textArea,
  textField,
} from '../parts/fields.ts'
import { titleOf, type OpenedSubmissions } from './opened.ts'

type Typed = Record<
  'name' | 'senderKind' | 'contact' | 'receivedOn' | 'section' | 'text',
  string
> & {
  to: string[]
  key: string
}

export async function letterPage(
  c: Context<Env>,
  opened: OpenedSubmissions,
  typed?: Typed,
  errors: { field?: string; text: string }[] = [],
): Promise<Response> {
  const { t, lang, desk, sections, tasks, home } = opened
  if (!mayRecord(opened)) throw new Refused('forbidden')
  const value = typed ?? {
    ...empty,
    key: newId(),
    to: home === undefined ? [] : [home],
    receivedOn: desk.today,
  }
  const name = t('Registrer brev', 'Registrer brev', 'Record a letter')
  const error = (field: string) => {
    const found = errors.find((one) => one.field === field)
    return found === undefined ? {} : { error: found.text }
  }
  return layout(
    c,
    {
      title: name,
      current: 'submissions',
      area: 'desk',
      tasks: tasks.length,
      crumbs: [
        deskCrumb(opened),
        { text: t('Innspill', 'Innspel', 'Submissions'), href: '/innspill' },
        { text: name },
      ],
      ...(errors.length === 0 ? {} : { status: 422 as const, refused: true }),
    },
    html`<div class="stack reading">
      ${pageTitle(name, {
        lead: t(
          'For uttalelser som kommer på papir eller e-post. De får nummer og svar som de andre.',
          'For fråsegner som kjem på papir eller e-post. Dei får nummer og svar som dei andre.',
          'For submissions that come on paper or by e-mail. They get a number and an answer like the others.',
        ),
      })}
      ${errorSummary(errors, lang)}
      <form class="fields" method="post" action="/innspill/nytt-brev">
        <input type="hidden" name="key" value="${value.key}" />
        ${textField({
          name: 'name',
          label: t('Avsender', 'Avsendar', 'Sender'),
          description: t(
            'Tomt felt betyr anonym.',
            'Tomt felt tyder anonym.',
            'Empty means anonymous.',
          ),
          value: value.name,
          maxlength: 200,
          ...error('name'),
          lang,
        })}
        ${selectField({
          name: 'senderKind',
          label: t('Avsenderen er', 'Avsendaren er', 'The sender is'),
          value: value.senderKind,
          choices: Object.entries(senderKinds).map(([key, w]) => ({ value: key, text: w[lang] })),
          lang,
        })}
        ${textField({
          name: 'contact',
          label: t('E-post eller telefon', 'E-post eller telefon', 'E-mail or telephone'),
          description: t('Blir aldri vist åpent.', 'Blir aldri vist ope.', 'Never shown publicly.'),
          value: value.contact,
          optional: true,
          maxlength: 254,
          ...error('contact'),
          lang,
        })}
        ${dateField({
          name: 'receivedOn',
          label: t('Kom inn', 'Kom inn', 'Came in'),
          value: value.receivedOn,
          ...error('receivedOn'),
          lang,
        })}
        ${checkField({
          name: 'to',
          label: t('Sendt til', 'Send til', 'Sent to'),
          choices: desk.tracks.map((track) => ({ value: track.number, text: track.name })),
          values: value.to,
          boxed: true,
          ...error('to'),
          lang,
        })}
        ${selectField({
          name: 'section',
          label: t('Gjelder', 'Gjeld', 'About'),
          value: value.section,
          empty: t('Hele dokumentet', 'Heile dokumentet', 'The whole document'),
          wide: true,
          choices: sections.map((s) => {
            const owner = desk.tracks.find((track) => track.number === s.zone)?.name
            return { value: s.id, text: `${owner ? `${owner}: ` : ''}${titleOf(s, lang)}` }
          }),
          lang,
        })}
        ${textArea({
          name: 'text',
          label: t('Det avsenderen skriver', 'Det avsendaren skriv', 'What the sender writes'),
          description: t('Blir offentlig.', 'Blir offentleg.', 'Becomes public.'),
          value: value.text,
          rows: 8,
          maxlength: 20_000,
          ...error('text'),
          lang,
        })}
        <div class="row">
          <button class="ds-button" type="submit">
            ${t('Registrer brevet', 'Registrer brevet', 'Record the letter')}</button
          ><a class="ds-button" data-variant="secondary" href="/innspill"
            >${t('Avbryt', 'Avbryt', 'Cancel')}</a
          >
        </div>
      </form>
    </div>`,
  )
}

export async function receiveLetter(c: Context<Env>, opened: OpenedSubmissions): Promise<Response> {
  if (!mayRecord(opened)) throw new Refused('forbidden')
  const { t, lang, desk } = opened
  const form = await c.req.formData()
  const one = (name: string) => String(form.get(name) ?? '')
  const typed: Typed = {
    name: one('name'),
    senderKind: one('senderKind'),
    contact: one('contact'),
    receivedOn: one('receivedOn'),
    section: one('section'),
    text: one('text'),
    to: form.getAll('to').map(String),
    key: one('key'),
  }
  const day = parseDay(typed.receivedOn)
  if (day === undefined || day > desk.today) {
    return letterPage(c, opened, typed, [
      {
        field: 'receivedOn',
        text: t(
          'Skriv dagen brevet kom, senest i dag',
          'Skriv dagen brevet kom, seinast i dag',
          'Write the day the letter came, today at the latest',
        ),
      },
    ])
  }
  const body: JsonObject = {
    senderKind: typed.senderKind,
    language: lang,
    points: [{ text: typed.text, ...(typed.section === '' ? {} : { section: typed.section }) }],
    ...(typed.name.trim() === '' ? {} : { name: typed.name }),
    ...(typed.contact.trim() === '' ? {} : { contact: typed.contact }),
    ...(typed.to.length === 0
      ? {}
      : { to: typed.to.length === desk.tracks.length ? 'all' : typed.to }),
  }
  try {
    const { number } = await receiveSubmission(
      c.var.house,
      desk.strategy.id,
      readSubmission(body, lang),
      { channel: 'letter', receivedOn: day, ...(typed.key === '' ? {} : { key: typed.key }) },
    )
    return c.redirect(`/innspill/${number}-1?kommune=alle&done=letter`, 303)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return letterPage(c, opened, typed, [wrongIn(error, opened)])
  }
}

function wrongIn(
  refused: Refused,
  { t, lang }: OpenedSubmissions,
): { field?: string; text: string } {
  const field = (refused.field ?? '').replace(/^points\.0\./, '')
  const text: Record<string, string> = {
    text: t(
      'Skriv det avsenderen skriver',
      'Skriv det avsendaren skriv',
      'Write what the sender writes',
    ),
    contact: t(
      'Skriv en e-postadresse eller et telefonnummer, eller la feltet stå tomt',
      'Skriv ei e-postadresse eller eit telefonnummer, eller lat feltet stå tomt',
      'Write an e-mail address or a telephone number, or leave it empty',
    ),
    to: t(
      'Velg kommuner som har hatt utkastet på høring og ikke har vedtatt ennå',
      'Vel kommunar som har hatt utkastet på høyring og ikkje har vedteke enno',
      'Choose municipalities that have had the draft in consultation and have not decided yet',
    ),
  }
  const said = refused.code === 'personal-number' ? undefined : text[field]
  return { ...(field === '' ? {} : { field }), text: said ?? sayRefusal(refused.code, lang).title }
}

const empty = {
  name: '',
  senderKind: 'resident',
  contact: '',
  receivedOn: '',
  section: '',
  text: '',
}

const mayRecord = ({ roles, desk }: OpenedSubmissions): boolean =>
  may(roles, 'answer-joint-submission') ||
  desk.tracks.some((track) => may(roles, 'answer-submission', { municipality: track.number }))
