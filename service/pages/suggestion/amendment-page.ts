// One suggestion on a copy: whose it is and why, what it would change in the text as it is now, and what can be done with it.
// Everything is a plain form.
import { html } from 'hono/html'
import { personById } from '../../../db/people.ts'
import type { Kept } from '../../suggestion/answer.ts'
import { readChanges, type Changes } from '../../suggestion/changes.ts'
import type { SendNo } from '../../suggestion/amendment.ts'
import { stateWords } from '../../suggestion/say-amendment.ts'
import { date, type Html } from '../dates.ts'
import { layout } from '../layout.ts'
import { alert, emptyState, pageTitle } from '../parts/boxes.ts'
import { chip } from '../parts/chips.ts'
import { errorSummary, textArea, textField } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import type { Colour } from '../parts/looks.ts'
import type { IconName } from '../../design/icons.ts'
import { titleOf } from '../text/open-text.ts'
import type { Say } from '../words.ts'
import type { OneAmendment } from './open-amendment.ts'
import { paragraphList, quoted } from './paragraphs.ts'

/// What a refused form gives back, with everything that was typed.
export type AmendmentProblem = {
  why?: SendNo | 'no-answer'
  typed?: { title: string; reason: string; reference: string; answer: string }
}

export async function amendmentPage(
  one: OneAmendment,
  problem: AmendmentProblem = {},
): Promise<Response> {
  const { t, lang, copy, section, whose, c } = one
  const { amendment } = copy
  const chapter = titleOf(section, lang)
  const title =
    amendment.title ||
    t(`Forslag til «${chapter}»`, `Framlegg til «${chapter}»`, `Amendment to “${chapter}”`)
  const errors = problem.why ? [{ text: noWords(problem.why, t), field: noField[problem.why] }] : []
  const body = html`${pageTitle(title, {
      size: 'sm',
      chips: html`${stateChipOf(amendment.state, lang)}${
        amendment.behalf_of === null
          ? chip('neutral', 'Person', whose)
          : chip('neutral', 'Buildings3', whose)
      }`,
    })}
    ${errorSummary(
      errors.map(({ text, field }) => ({ text, ...(field ? { field } : {}) })),
      lang,
    )}
    ${doneAlert(one)}
    <div class="split">
      <div class="stack">${await changesPart(one, problem)}</div>
      <aside
        class="stack"
        aria-label="${t('Om forslaget', 'Om framlegget', 'About the amendment')}"
      >
        ${await aboutPart(one)}
      </aside>
    </div>`
  return layout(
    c,
    {
      title,
      current: 'texts',
      refused: errors.length > 0,
      ...(errors.length > 0 ? { status: 422 as const } : {}),
      crumbs: [
        { text: t('Teksten', 'Teksten', 'The text'), href: '/tekst' },
        { text: chapter, href: `/tekst/${section.id}` },
        {
          text: t('Endringsforslag', 'Endringsframlegg', 'Amendments'),
          href: '/endringsforslag',
        },
        { text: title },
      ],
    },
    body,
  )
}

export const stateChipOf = (state: string, lang: 'nb' | 'nn' | 'en'): Html => {
  const [colour, name] = looks[state] ?? looks.draft!
  return chip(colour, name, stateWords(state, lang))
}

const looks: Record<string, [Colour, IconName]> = {
  draft: ['neutral', 'Pencil'],
  sent: ['info', 'Hourglass'],
  accepted: ['success', 'Checkmark'],
  partly: ['warning', 'CircleBroken'],
  rejected: ['danger', 'XMark'],
  withdrawn: ['neutral', 'ArrowUndo'],
}

function doneAlert({ c, t }: OneAmendment): Html | string {
  const done = c.req.query('done')
  const said: Record<string, string> = {
    sendt: t(
      'Forslaget er sendt. Du får beskjed når det er besvart.',
      'Framlegget er sendt. Du får melding når det er svart på.',
      'The amendment was sent. You are told when it is answered.',
    ),
    besvart: t(
      'Svaret er lagret, og de som foreslo, har fått beskjed.',
      'Svaret er lagra, og dei som gjorde framlegget, har fått melding.',
      'The answer is stored, and those who suggested were told.',
    ),
    trukket: t(
      'Forslaget er trukket tilbake.',
      'Framlegget er trekt tilbake.',
      'The amendment was withdrawn.',
    ),
    hentet: t(
      'Endringene i teksten er hentet inn. Forslaget ditt står fortsatt.',
      'Endringane i teksten er henta inn. Framlegget ditt står framleis.',
      'The changes in the text were taken in. Your suggestions still stand.',
    ),
  }
  return done && said[done] ? alert('success', said[done], { done: true }) : ''
}

async function changesPart(one: OneAmendment, problem: AmendmentProblem): Promise<Html> {
  const { t, copy, house } = one
  const { amendment, mayAnswer } = copy
  if (amendment.record !== '') return recordPart(one, JSON.parse(amendment.record) as Kept[])
  const found = await readChanges(house, amendment)
  const open = ['draft', 'sent'].includes(amendment.state)
  const heading = html`<h2 class="ds-heading" data-size="xs">
    ${t('Dette foreslås endret', 'Dette er føreslått endra', 'What is suggested')}
  </h2>`
  if (found.changes.length === 0) {
    return html`${heading}${emptyState(
      'NotePencil',
      t('Ingenting er foreslått ennå', 'Ingenting er føreslått enno', 'Nothing is suggested yet'),
      t(
        'Åpne kopien og skriv slik du mener teksten bør være. Det du endrer, blir merket som forslag.',
        'Opne kopien og skriv slik du meiner teksten bør vere. Det du endrar, blir merkt som framlegg.',
        'Open the copy and write as you think the text should be. What you change is marked as suggested.',
      ),
      copy.mayWrite ? writeLink(one) : undefined,
    )}${copy.mayWrite ? withdraw(one) : ''}`
  }
  const list = paragraphList(found.paragraphs, found.changes, t, (change, sentence) =>
    mayAnswer
      ? html`<label class="tick"
          ><input class="ds-input" type="checkbox" name="taken" value="${change.id}" checked /><span
            >${sentence}</span
          ></label
        >`
      : html`<span>${sentence}</span>`,
  )
  return html`${heading} ${open ? movedPart(one, found) : ''}
  ${mayAnswer ? answerForm(one, list, problem) : html`${list}${copy.mayWrite ? html`<div class="row">${writeLink(one)}</div>` : ''}`}
  ${copy.maySend ? sendForm(one, problem) : copy.mayWrite ? waitsForSender(one) : ''}
  ${copy.mine && open ? withdraw(one) : ''}`
}

const writeLink = ({ t, copy }: OneAmendment): Html =>
  html`<a
    class="ds-button"
    data-variant="secondary"
    href="/endringsforslag/${copy.amendment.id}/skriv"
    >${icon('Pencil')}${t('Skriv på forslaget', 'Skriv på framlegget', 'Work on the amendment')}</a
  >`

/// The text has moved on under it, or words it stood in are gone.
function movedPart({ t, copy }: OneAmendment, { behind, gone }: Changes): Html | string {
  if (!behind && gone === 0) return ''
  const moved = behind
    ? t(
        'Teksten er endret siden forslaget ble begynt. Forslaget vises mot teksten slik den er nå.',
        'Teksten er endra sidan framlegget vart byrja. Framlegget blir vist mot teksten slik han er no.',
        'The text has changed since the amendment was begun. It is shown against the text as it is now.',
      )
    : ''
  const lost =
    gone === 0
      ? ''
      : gone === 1
        ? t(
            'Én endring falt bort, fordi ordene den gjaldt, er tatt ut av teksten.',
            'Éi endring fall bort, fordi orda ho galdt, er tekne ut av teksten.',
            'One change fell away, since the words it was about are gone from the text.',
          )
        : t(
            `${gone} endringer falt bort, fordi ordene de gjaldt, er tatt ut av teksten.`,
            `${gone} endringar fall bort, fordi orda dei galdt, er tekne ut av teksten.`,
            `${gone} changes fell away, since the words they were about are gone from the text.`,
          )
  return html`${alert('info', [moved, lost].filter(Boolean).join(' '))}
  ${
    behind && copy.mayWrite
      ? html`<form method="post" action="/endringsforslag/${copy.amendment.id}/hent">
          <button class="ds-button" data-variant="secondary" type="submit">
            ${icon('ArrowsCirclepath')}${t('Hent inn endringene i kopien', 'Hent inn endringane i kopien', 'Take the changes into the copy')}
          </button>
        </form>`
      : ''
  }`
}

function answerForm({ t, lang, copy }: OneAmendment, list: Html, problem: AmendmentProblem): Html {
  return html`<form class="stack" method="post" action="/endringsforslag/${copy.amendment.id}/svar">
    <p>
      ${t(
        'Huk av det som skal inn i teksten. Resten blir stående som før.',
        'Kryss av det som skal inn i teksten. Resten blir ståande som før.',
        'Tick what shall go into the text. The rest stays as it was.',
      )}
    </p>
    ${list}
    ${textArea({
      name: 'answer',
      lang,
      rows: 3,
      maxlength: 4000,
      label: t(
        'Svar til dem som foreslo',
        'Svar til dei som gjorde framlegget',
        'Answer to those who suggested',
      ),
      description: t(
        'Må være med når noe ikke tas inn.',
        'Må vere med når noko ikkje blir teke inn.',
        'Required when something is not taken in.',
      ),
      value: problem.typed?.answer ?? '',
      ...(problem.why === 'no-answer' ? { error: noWords('no-answer', t) } : {}),
    })}
    <div class="row">
      <button class="ds-button" type="submit">
        ${icon('Checkmark')}${t('Ta inn det som er huket av', 'Ta inn det som er kryssa av', 'Take in what is ticked')}
      </button>
      <button class="ds-button" data-variant="secondary" type="submit" name="none" value="yes">
        ${icon('XMark')}${t('Ikke ta inn noe', 'Ikkje ta inn noko', 'Take nothing in')}
      </button>
    </div>
  </form>`
}

function sendForm(one: OneAmendment, problem: AmendmentProblem): Html {
  const { t, lang, copy, whose } = one
  const municipal = copy.amendment.behalf_of !== null
  return html`<form class="stack" method="post" action="/endringsforslag/${copy.amendment.id}/send">
    <h2 class="ds-heading" data-size="xs">
      ${t('Send forslaget', 'Send framlegget', 'Send the amendment')}
    </h2>
    ${
      municipal
        ? html`<p>
            ${t(
              `Forslaget sendes på vegne av ${whose}, og blir stående i oversikten for alltid.`,
              `Framlegget blir sendt på vegner av ${whose}, og blir ståande i oversikta for alltid.`,
              `The amendment is sent on behalf of ${whose}, and stays in the overview for good.`,
            )}
          </p>`
        : ''
    }
    ${textField({
      name: 'title',
      lang,
      maxlength: 200,
      label: t('Hva handler det om?', 'Kva handlar det om?', 'What is it about?'),
      value: problem.typed?.title ?? '',
      ...(problem.why === 'no-title' ? { error: noWords('no-title', t) } : {}),
    })}
    ${textArea({
      name: 'reason',
      lang,
      rows: 4,
      maxlength: 4000,
      optional: true,
      label: t('Begrunnelse', 'Grunngjeving', 'Reason'),
      value: problem.typed?.reason ?? '',
    })}
    ${
      municipal
        ? textField({
            name: 'reference',
            lang,
            maxlength: 200,
            optional: true,
            label: t('Organ og saksnummer', 'Organ og saksnummer', 'Body and case number'),
            value: problem.typed?.reference ?? '',
          })
        : ''
    }
    <div class="row">
      <button class="ds-button" type="submit">
        ${icon('Paperplane')}${t('Send forslaget', 'Send framlegget', 'Send the amendment')}
      </button>
    </div>
  </form>`
}

const waitsForSender = ({ t, whose }: OneAmendment): Html =>
  alert(
    'info',
    t(
      `Kommunedirektøren i ${whose}, eller den som har fullmakt til å klarere tekst, sender forslaget når det er ferdig.`,
      `Kommunedirektøren i ${whose}, eller den som har fullmakt til å klarere tekst, sender framlegget når det er ferdig.`,
      `The chief executive of ${whose}, or whoever has the mandate to clear texts, sends the amendment when it is done.`,
    ),
  )

const withdraw = ({ t, copy }: OneAmendment): Html =>
  html`<details class="ds-details">
    <summary>
      ${t('Trekk forslaget tilbake', 'Trekk framlegget tilbake', 'Withdraw the amendment')}
    </summary>
    <form class="stack" method="post" action="/endringsforslag/${copy.amendment.id}/trekk">
      <p>
        ${t(
          'Forslaget blir ikke behandlet, men står i oversikten som trukket.',
          'Framlegget blir ikkje handsama, men står i oversikta som trekt.',
          'The amendment is not treated, but stays in the overview as withdrawn.',
        )}
      </p>
      <div class="row">
        <button class="ds-button" data-variant="secondary" type="submit">
          ${icon('ArrowUndo')}${t('Trekk tilbake', 'Trekk tilbake', 'Withdraw')}
        </button>
      </div>
    </form>
  </details>`

/// What became of each change, as it was answered.
function recordPart({ t }: OneAmendment, kept: Kept[]): Html {
  const sentence = ({ removed, added, other }: Kept): string => {
    const words =
      removed && added
        ? t(
            `Erstatt ${quoted(removed, t)} med ${quoted(added, t)}`,
            `Byt ut ${quoted(removed, t)} med ${quoted(added, t)}`,
            `Replace ${quoted(removed, t)} with ${quoted(added, t)}`,
          )
        : removed
          ? t(
              `Fjern ${quoted(removed, t)}`,
              `Fjern ${quoted(removed, t)}`,
              `Remove ${quoted(removed, t)}`,
            )
          : added
            ? t(
                `Legg til ${quoted(added, t)}`,
                `Legg til ${quoted(added, t)}`,
                `Add ${quoted(added, t)}`,
              )
            : ''
    if (words) return words
    if (other.includes('shape'))
      return t('Annen avsnittstype', 'Annan avsnittstype', 'Another paragraph style')
    return other.includes('split')
      ? t('Nytt avsnitt', 'Nytt avsnitt', 'A new paragraph')
      : t('To avsnitt slått sammen', 'To avsnitt slått saman', 'Two paragraphs joined')
  }
  return html`<h2 class="ds-heading" data-size="xs">
      ${t('Hva det ble til', 'Kva det vart til', 'What became of it')}
    </h2>
    <ul class="plain stack-2">
      ${kept.map(
        (one) =>
          html`<li class="row">
            ${
              one.taken
                ? chip('success', 'Checkmark', t('Tatt inn', 'Teke inn', 'Taken in'))
                : chip('danger', 'XMark', t('Ikke tatt inn', 'Ikkje teke inn', 'Not taken in'))
            }
            <span lang="${one.lang}">${sentence(one)}</span>
          </li>`,
      )}
    </ul>`
}

async function aboutPart(one: OneAmendment): Promise<Html> {
  const { t, lang, copy, section, whose, writer, house } = one
  const { amendment } = copy
  const by = amendment.settled_by && (await personById(house.store.db, amendment.settled_by))?.name
  const sender = amendment.sent_by && (await personById(house.store.db, amendment.sent_by))?.name
  const fact = (name: string, value: Html | string): Html =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`
  return html`<h2 class="ds-heading" data-size="2xs">
      ${t('Om forslaget', 'Om framlegget', 'About the amendment')}
    </h2>
    <dl class="facts">
      ${fact(t('Kapittel', 'Kapittel', 'Chapter'), html`<a class="ds-link" href="/tekst/${section.id}">${titleOf(section, lang)}</a>`)}
      ${amendment.behalf_of === null ? '' : fact(t('På vegne av', 'På vegner av', 'On behalf of'), whose)}
      ${fact(t('Skrevet av', 'Skrive av', 'Written by'), writer)}
      ${amendment.sent_at ? fact(t('Sendt', 'Sendt', 'Sent'), html`${date(amendment.sent_at, lang, 'short-year')}${sender ? html`<br />${sender}` : ''}`) : ''}
      ${amendment.reference ? fact(t('Organ og sak', 'Organ og sak', 'Body and case'), amendment.reference) : ''}
      ${amendment.reason ? fact(t('Begrunnelse', 'Grunngjeving', 'Reason'), amendment.reason) : ''}
      ${amendment.settled_at && by ? fact(t('Besvart', 'Svart på', 'Answered'), html`${date(amendment.settled_at, lang, 'short-year')}<br />${by}`) : ''}
      ${amendment.answer ? fact(t('Svar', 'Svar', 'Answer'), amendment.answer) : ''}
    </dl>`
}

const noField: Record<string, string | undefined> = { 'no-title': 'title', 'no-answer': 'answer' }

function noWords(why: SendNo | 'no-answer', t: Say): string {
  if (why === 'no-title') {
    return t(
      'Skriv hva forslaget handler om.',
      'Skriv kva framlegget handlar om.',
      'Write what the amendment is about.',
    )
  }
  if (why === 'no-answer') {
    return t(
      'Skriv hvorfor noe ikke tas inn.',
      'Skriv kvifor noko ikkje blir teke inn.',
      'Write why something is not taken in.',
    )
  }
  if (why === 'nothing') {
    return t(
      'Ingenting er foreslått. Endre noe i kopien først.',
      'Ingenting er føreslått. Endre noko i kopien først.',
      'Nothing is suggested. Change something in the copy first.',
    )
  }
  return t(
    'Kopien har endringer som ikke er merket som forslag, og kan ikke sendes. Begynn et nytt forslag og skriv det inn der.',
    'Kopien har endringar som ikkje er merkte som framlegg, og kan ikkje sendast. Byrj eit nytt framlegg og skriv det inn der.',
    'The copy has changes that are not marked as suggested, and cannot be sent. Begin a new amendment and write it there.',
  )
}
