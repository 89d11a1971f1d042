// My tasks, the signed-in home: what is asked of this person, by when, with one link each, and what has happened since.
import { html } from 'hono/html'
import { Hono } from 'hono'
import { noticesOf } from '../../../db/desk.ts'
import { grouped, type Task } from '../../desk/tasks.ts'
import { sayTask } from '../../desk/say-task.ts'
import type { Env } from '../../house.ts'
import type { Desk, Track } from '../../desk/desk.ts'
import { dateText, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { emptyState, pageTitle } from '../parts/boxes.ts'
import { chip, flagChips, stateChip } from '../parts/chips.ts'
import { deadlineBadge } from '../parts/deadlines.ts'
import { icon } from '../parts/icon.ts'
import { count, words, type Say } from '../words.ts'
import { noticeList } from './notices-page.ts'
import { openDesk, type Opened } from './open-desk.ts'

export const tasksRoutes = () =>
  new Hono<Env>().get('/oppgaver', async (c) => {
    const opened = await openDesk(c)
    if (opened instanceof Response) return opened
    const { desk, t, tasks, person } = opened
    const title = t('Mine oppgaver', 'Oppgåvene mine', 'My tasks')
    const notices = await noticesOf(c.var.house.store.db, desk.region, person.id, 5)
    const mine = ownTracks(opened)
    return layout(
      c,
      { title, current: 'tasks', area: 'desk', tasks: tasks.length },
      html`${pageTitle(title, { lead: greeting(opened) })}
        <div class="split">
          <div class="stack-8">${tasks.length ? lists(tasks, desk) : nothing(opened, mine)}</div>
          <div class="stack-8">
            <section class="stack-2">
              <h2 class="ds-heading" data-size="sm">
                ${t('Siden sist', 'Sidan sist', 'Since last')}
              </h2>
              ${
                notices.length
                  ? noticeList(notices, desk)
                  : html`<p class="quiet">
                      ${t('Ingen varsler ennå.', 'Ingen varsel enno.', 'No notices yet.')}
                    </p>`
              }
              <a class="ds-link" href="/varsler"
                >${t('Alle varsler', 'Alle varsel', 'All notices')}</a
              >
            </section>
            ${mine.map((track) => nowOf(track, desk))}
          </div>
        </div>`,
    )
  })

/// The municipalities this person works for; the coordinator sees the joint work on the board instead.
const ownTracks = ({ desk, roles }: Opened): Track[] =>
  desk.tracks.filter((track) => roles.some((role) => role.municipality === track.number))

function greeting({ c, person, tasks, desk, t, lang }: Opened): string {
  const hour = Temporal.Instant.fromEpochMilliseconds(c.var.house.clock.now()).toZonedDateTimeISO(
    'Europe/Oslo',
  ).hour
  const hello =
    hour < 10
      ? t('God morgen', 'God morgon', 'Good morning')
      : hour < 18
        ? t('Hei', 'Hei', 'Hello')
        : t('God kveld', 'God kveld', 'Good evening')
  const first = person.name.split(' ')[0]
  const urgent = grouped(tasks, desk.today).urgent.length
  if (tasks.length === 0) return `${hello}, ${first}.`
  const number = tasks.length === 1 ? one(t) : count(tasks.length, lang)
  const have = t(
    `Du har ${number} ${tasks.length === 1 ? 'oppgave' : 'oppgaver'}.`,
    `Du har ${number} ${tasks.length === 1 ? 'oppgåve' : 'oppgåver'}.`,
    `You have ${number} ${tasks.length === 1 ? 'task' : 'tasks'}.`,
  )
  const hurry = urgent
    ? ` ${upper(urgent === 1 ? one(t) : count(urgent, lang))} ${t('haster', 'hastar', urgent === 1 ? 'is urgent' : 'are urgent')}.`
    : ''
  return `${hello}, ${first}. ${have}${hurry}`
}

const one = (t: Say): string => t('én', 'éi', 'one')
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function lists(tasks: Task[], desk: Desk): Html {
  const t = words(desk.lang)
  const { urgent, soon, later } = grouped(tasks, desk.today)
  const groups: [string, string, Task[]][] = [
    ['haster', t('Haster', 'Hastar', 'Urgent'), urgent],
    [
      'snart',
      t('Nå og de neste to ukene', 'No og dei neste to vekene', 'Now and the next two weeks'),
      soon,
    ],
    ['senere', t('Senere', 'Seinare', 'Later'), later],
  ]
  const first = tasks.length ? (urgent[0] ?? soon[0] ?? later[0]) : undefined
  return html`${groups
    .filter(([, , list]) => list.length)
    .map(
      ([id, heading, list]) =>
        html`<section class="stack-2" aria-labelledby="${id}">
          <h2 class="ds-heading" data-size="sm" id="${id}">${heading}</h2>
          <ul class="tasks">
            ${list.map((task) => taskItem(task, desk, task === first))}
          </ul>
        </section>`,
    )}`
}

function taskItem(task: Task, desk: Desk, primary: boolean): Html {
  const t = words(desk.lang)
  const said = sayTask(task, desk)
  const zone = task.track
    ? chip('neutral', 'Buildings3', task.track.name)
    : chip('spruce', 'Layers', t('Felles', 'Felles', 'Joint'))
  return html`<li class="task">
    ${
      task.on
        ? deadlineBadge(desk.today, task.on, desk.lang)
        : html`<span class="due-box"
            ><span class="due" data-color="neutral"
              >${icon('Circle')}${t('uten frist', 'utan frist', 'no deadline')}</span
            ></span
          >`
    }
    <div class="task-what stack-2">
      <h3 class="ds-heading" data-size="2xs">${said.title}</h3>
      <p class="quiet">${said.why}</p>
    </div>
    <div class="task-do">
      ${zone}<a
        class="ds-button"
        ${primary ? '' : html` data-variant="secondary"`}
        href="${task.href}"
        aria-label="${said.button}: ${said.title}${task.track ? `, ${task.track.name}` : ''}"
        >${said.button}</a
      >
    </div>
  </li>`
}

function nothing({ person, t, desk }: Opened, mine: Track[]): Html {
  const invited = mine.find((track) => track.stored.state === 'K00')
  if (invited) {
    return emptyState(
      'HikingTrailSign',
      t(`Velkommen, ${person.name}`, `Velkomen, ${person.name}`, `Welcome, ${person.name}`),
      t(
        `${invited.name} er invitert til ${desk.strategy.title}. Det første som skjer, er at kommunen bestemmer seg for å delta.`,
        `${invited.name} er invitert til ${desk.strategy.title}. Det første som skjer, er at kommunen avgjer om han vil delta.`,
        `${invited.name} is invited to ${desk.strategy.title}. The first thing is to decide to take part.`,
      ),
      html`<a class="ds-link" href="/kommune/${invited.number}"
        >${t('Åpne saken', 'Opne saka', 'Open the case')}</a
      >`,
    )
  }
  const next = mine
    .flatMap((track) => track.deadlines.map((deadline) => ({ track, on: deadline.on })))
    .filter(({ on }) => on >= desk.today)
    .sort((a, b) => (a.on < b.on ? -1 : 1))[0]
  return emptyState(
    'CheckmarkCircle',
    t('Du har ingen oppgaver nå', 'Du har ingen oppgåver no', 'You have no tasks now'),
    next
      ? t(
          `Neste dato for ${next.track.name} er ${dateText(next.on, 'nb')}.`,
          `Neste dato for ${next.track.name} er ${dateText(next.on, 'nn')}.`,
          `The next date for ${next.track.name} is ${dateText(next.on, 'en')}.`,
        )
      : t(
          'Det som skal gjøres, kommer hit av seg selv.',
          'Det som skal gjerast, kjem hit av seg sjølv.',
          'What is to be done appears here by itself.',
        ),
    html`<a class="ds-link" href="/tavle">${t('Se tavlen', 'Sjå tavla', 'See the board')}</a>`,
  )
}

const nowOf = (track: Track, { lang }: Desk): Html => {
  const t = words(lang)
  return html`<section class="stack-2">
    <h2 class="ds-heading" data-size="sm">
      ${t(`${track.name} akkurat nå`, `${track.name} akkurat no`, `${track.name} right now`)}
    </h2>
    <div class="chips">
      ${stateChip('participation', track.stored.state, lang)}${flagChips(track.flags, lang)}
    </div>
    <a class="ds-link" href="/kommune/${track.number}"
      >${t(`Åpne saken for ${track.name}`, `Opne saka for ${track.name}`, `Open the case of ${track.name}`)}</a
    >
    <a class="ds-link" href="/klarering?kommune=${track.number}"
      >${t('Klarering av fellesdelen', 'Klarering av fellesdelen', 'Clearance of the joint part')}</a
    >
  </section>`
}
