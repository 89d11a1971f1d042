// What stands around a record form: the findings at its side, the reasons for overriding, and why it was not stored.
import { html } from 'hono/html'
import type { Finding } from '../../../workflows/act.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { eventDone, fieldLabel, roleLabel, sayFinding } from '../../../workflows/words.ts'
import type { Desk } from '../../desk/desk.ts'
import { first } from '../../desk/read-form.ts'
import { sayRefusal } from '../../problem.ts'
import { dateText, type Html } from '../dates.ts'
import { alert } from '../parts/boxes.ts'
import { errorSummary, textArea, textField } from '../parts/fields.ts'
import { findings as findingList } from '../parts/findings.ts'
import { listed, words } from '../words.ts'
import { whoMay } from './act-list.ts'
import { labelOf } from './record-fields.ts'
import type { Form, Shown } from './record-form.ts'

/// The findings at the side, counted first.
export function side(form: Form, shown: Shown, desk: Desk): Html {
  const { lang } = desk
  const t = words(lang)
  const { findings } = shown
  const count = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level && !finding.overridden).length
  const happened = form.spec.kind === 'F'
  const tags: [number, string, string, string][] = [
    [count('H'), 'danger', t('må rettes', 'må rettast', 'to correct'), 'XMarkOctagon'],
    [
      count('B'),
      'warning',
      happened
        ? t('blir merket', 'blir merkt', 'will be marked')
        : t('hindrer', 'hindrar', 'blocking'),
      happened ? 'ExclamationmarkTriangle' : 'PadlockLocked',
    ],
    [count('S'), 'neutral', t('bør sjekkes', 'bør sjekkast', 'to check'), 'InformationSquare'],
  ]
  return html`<h2 class="ds-heading" data-size="sm">
      ${t('Planvev fant dette', 'Planvev fann dette', 'Planvev found this')}
    </h2>
    ${
      findings.length
        ? html`<div class="chips">
              ${tags
                .filter(([number]) => number > 0)
                .map(
                  ([number, colour, text]) =>
                    html`<span class="ds-tag" data-color="${colour}" data-variant="outline"
                      >${number} ${text}</span
                    >`,
                )}
            </div>
            ${findingList(findings, lang, { planned: !happened })}`
        : html`<p class="quiet">
            ${t(
              'Ingenting å bemerke til det som er fylt ut.',
              'Ingenting å merke til det som er fylt ut.',
              'Nothing to remark on what is filled in.',
            )}
          </p>`
    }`
}

/// A reason for each block that the person may override; for the others, who may.
export function overrideBoxes(form: Form, shown: Shown, desk: Desk): Html {
  const { lang } = desk
  const t = words(lang)
  const blocks = shown.findings.filter(
    (finding) => finding.level === 'B' && finding.overridableBy !== undefined,
  )
  if (blocks.length === 0 || form.spec.kind === 'F') return html``
  const enters = form.track?.facts.settings.registrarEntersOverride ?? false
  const forAnother =
    enters && blocks.some(({ overridableBy }) => !form.roles.includes(overridableBy!))
  return html`${blocks.map((finding) => {
    const role = finding.overridableBy!
    const said = sayFinding(finding, lang)
    if (!form.roles.includes(role) && !enters) {
      const who = whoMay(role, form.track?.holders ?? desk.joint.holders, desk)
      return html`<p class="quiet">
        ${t(
          `«${said.text}» kan bare overstyres av ${who}.`,
          `«${said.text}» kan berre overstyrast av ${who}.`,
          `“${said.text}” can only be overridden by ${who}.`,
        )}
      </p>`
    }
    return html`<fieldset class="box">
      <legend>
        ${t(
          `Overstyr med begrunnelse (${roleLabel(role, lang)})`,
          `Overstyr med grunngjeving (${roleLabel(role, lang)})`,
          `Override with a reason (${roleLabel(role, lang)})`,
        )}
      </legend>
      <p>${said.text}</p>
      ${textArea({
        name: `_override.${finding.rule}`,
        label: t(
          'Hvorfor gjøres det likevel?',
          'Kvifor blir det gjort likevel?',
          'Why is it done all the same?',
        ),
        description: t(
          'Overstyringen og grunnen blir stående i journalen for alltid. La feltet stå tomt hvis regelen skal gjelde.',
          'Overstyringa og grunnen blir ståande i journalen for alltid. Lat feltet stå tomt om regelen skal gjelde.',
          'The override and its reason stay in the journal for ever. Leave it empty if the rule is to hold.',
        ),
        value: first(shown.typed, `_override.${finding.rule}`),
        optional: true,
        rows: 3,
        lang,
      })}
    </fieldset>`
  })}${forAnother ? decider(shown, desk) : ''}`
}

/// Who decided what is entered for another, and what shows it (C3).
function decider(shown: Shown, { lang }: Desk): Html {
  const t = words(lang)
  return html`<fieldset class="box">
    <legend>
      ${t(
        'Når du fører overstyringen for en annen',
        'Når du fører overstyringa for ein annan',
        'When you enter the override for another',
      )}
    </legend>
    ${textField({
      name: 'decidedBy',
      label: t('Hvem bestemte det?', 'Kven bestemte det?', 'Who decided it?'),
      value: first(shown.typed, 'decidedBy'),
      optional: true,
      maxlength: 120,
      lang,
    })}
    ${textArea({
      name: 'evidence',
      label: t('Hva viser det?', 'Kva viser det?', 'What shows it?'),
      description: t(
        'Lenke til e-post, notat eller fil i arkivet.',
        'Lenkje til e-post, notat eller fil i arkivet.',
        'A link to an e-mail, a note or a file in the archive.',
      ),
      value: first(shown.typed, 'evidence'),
      optional: true,
      rows: 2,
      lang,
    })}
  </fieldset>`
}

/// Why it was not stored, first on the page: fields to correct, then what the rules refuse.
export function summary(form: Form, shown: Shown, desk: Desk): Html {
  const { lang } = desk
  const t = words(lang)
  const code = shown.refused?.code
  const stops = shown.findings.filter(
    (finding) =>
      !finding.overridden &&
      (finding.level === 'H' || (finding.level === 'B' && form.spec.kind !== 'F')),
  )
  const errors = [
    ...shown.errors.map(({ field, words: said }) => ({
      field,
      text: `${fieldNamed(form.spec.type, field, lang)}: ${said[lang]}`,
    })),
    ...stops.map((finding) => ({
      ...(finding.field ? { field: finding.field } : {}),
      text: sayFinding(finding, lang).text,
    })),
  ]
  if (code === 'stale') {
    const since = (shown.refused?.changed ?? []).map(
      (each) => `${eventDone(form.kind, each.type, lang)} (${dateText(each.actedOn, lang)})`,
    )
    return alert(
      'warning',
      html`${t(
        'Saken ble endret mens du skrev',
        'Saka vart endra medan du skreiv',
        'The case changed while you wrote',
      )}${since.length ? `: ${listed(since, lang)}` : ''}.
      ${t(
        'Alt du har skrevet, står her. Se over og send på nytt hvis det fortsatt er riktig.',
        'Alt du har skrive, står her. Sjå over og send på nytt om det framleis er rett.',
        'All you wrote stands here. Look it over and send again if it still holds.',
      )}`,
      {
        heading: t(
          'Noen andre var raskere',
          'Nokon andre var raskare',
          'Somebody else was quicker',
        ),
        done: true,
      },
    )
  }
  const heading = t(
    'Dette er ikke registrert ennå. Alt du har skrevet, står her fortsatt.',
    'Dette er ikkje registrert enno. Alt du har skrive, står her framleis.',
    'This is not recorded yet. All you have written still stands here.',
  )
  if (errors.length === 0) {
    const said = code ? sayRefusal(code, lang) : { title: heading, detail: '' }
    errors.push({ text: `${said.title}. ${said.detail}` })
  }
  return errorSummary(errors, lang, heading)
}

/// A field by its label, with its row where there are several: `Endringer, rad 2, Ordlyd`.
function fieldNamed(type: string, field: string, lang: Lang): string {
  const t = words(lang)
  return field
    .split('.')
    .map((part, at, parts) =>
      /^\d+$/.test(part)
        ? `${t('rad', 'rad', 'row')} ${Number(part) + 1}`
        : at === 0
          ? labelOf({ spec: { type }, lang }, part)
          : fieldLabel(type, parts.filter((one) => !/^\d+$/.test(one)).join('.'), lang),
    )
    .join(', ')
}
