// The four boxes of a municipality's settings: the council and its clock, the papers, its language, and who is asked.
import { html } from 'hono/html'
import type { Lang } from '../../workflows/lang.ts'
import type { Html } from '../pages/dates.ts'
import { dateField, selectField, textArea, textField, tickField } from '../pages/parts/fields.ts'
import { words } from '../pages/words.ts'
import { bodyLabel } from './body-words.ts'
import { bodies } from './municipality-settings.ts'
import type { FormError, TypedSettings } from './settings-form.ts'

const errorOf = (errors: FormError[], field: string): { error?: string } => {
  const found = errors.find((e) => e.field === field)
  return found ? { error: found.text } : {}
}

export function clockFields(lang: Lang, typed: TypedSettings, errors: FormError[]): Html {
  const t = words(lang)
  return html`<fieldset class="box">
    <legend>${t('Kommunestyret', 'Kommunestyret', 'The council')}</legend>
    ${dateField({
      name: 'constitutedOn',
      label: t('Konstituerende møte', 'Konstituerande møte', 'Constituting meeting'),
      description: t(
        'Planstrategien skal vedtas senest ett år etter dette (pbl. § 10-1). dd.mm.åååå',
        'Planstrategien skal vedtakast seinast eitt år etter dette (pbl. § 10-1). dd.mm.åååå',
        'The strategy must be adopted within one year of this (pbl. § 10-1). dd.mm.yyyy',
      ),
      value: typed.constitutedOn,
      optional: true,
      lang,
      ...errorOf(errors, 'constitutedOn'),
    })}
    ${textField({
      name: 'electionYear',
      label: t('Valgår', 'Valår', 'Election year'),
      value: typed.electionYear,
      size: 6,
      lang,
      ...errorOf(errors, 'electionYear'),
    })}
    ${textField({
      name: 'councilMembers',
      label: t('Medlemmer i kommunestyret', 'Medlemer i kommunestyret', 'Members of the council'),
      value: typed.councilMembers,
      size: 6,
      optional: true,
      lang,
      ...errorOf(errors, 'councilMembers'),
    })}
    ${selectField({
      name: 'firstTreatmentBody',
      label: t('Førstegangsbehandling i', 'Førstegongshandsaming i', 'First treatment by'),
      value: typed.firstTreatmentBody,
      empty: t('ikke satt', 'ikkje sett', 'not set'),
      choices: bodies.map((body) => ({ value: body, text: bodyLabel(body, lang) })),
      lang,
    })}
    ${tickField({
      name: 'delegated',
      label: t(
        'Kommunedirektøren kan legge ut på høring uten politisk behandling',
        'Kommunedirektøren kan leggje ut på høyring utan politisk handsaming',
        'The chief executive may lay out for consultation without political treatment',
      ),
      ticked: typed.delegated,
      lang,
    })}
    ${tickField({
      name: 'combinedProgramme',
      label: t(
        'Høres sammen med planprogram for kommuneplanen (seks uker)',
        'Blir høyrd saman med planprogram for kommuneplanen (seks veker)',
        'Heard together with a planning programme (six weeks)',
      ),
      ticked: typed.combinedProgramme,
      lang,
    })}
    ${tickField({
      name: 'registrarEntersOverride',
      label: t(
        'Møtesekretæren kan føre inn at ordfører eller kommunedirektør har fraveket en regel',
        'Møtesekretæren kan føre inn at ordførar eller kommunedirektør har fråvike ein regel',
        'The secretary may enter an override decided by mayor or chief executive',
      ),
      ticked: typed.registrarEntersOverride,
      lang,
    })}
  </fieldset>`
}

export function languageFields(lang: Lang, typed: TypedSettings): Html {
  const t = words(lang)
  return html`<fieldset class="box">
    <legend>${t('Målform', 'Målform', 'Written language')}</legend>
    ${selectField({
      name: 'language',
      label: t(
        'Kommunen skriver sin egen del på',
        'Kommunen skriv den eigne delen sin på',
        'The municipality writes its own part in',
      ),
      description: t(
        'Gjelder nye kapitler og planrader. Kapitler som er begynt, beholder sin målform.',
        'Gjeld nye kapittel og planrader. Kapittel som er påbyrja, held på målforma si.',
        'For new chapters and plan rows. Chapters already begun keep theirs.',
      ),
      value: typed.language,
      choices: [
        { value: 'nb', text: t('bokmål', 'bokmål', 'Bokmål') },
        { value: 'nn', text: t('nynorsk', 'nynorsk', 'Nynorsk') },
      ],
      lang,
    })}
    ${selectField({
      name: 'languageDecision',
      label: t(
        'Språkvedtak (språklova § 11)',
        'Språkvedtak (språklova § 11)',
        'Language decision (Language Act § 11)',
      ),
      value: typed.languageDecision,
      choices: [
        { value: 'noytral', text: t('nøytral', 'nøytral', 'neutral') },
        { value: 'bokmal', text: t('bokmål', 'bokmål', 'Bokmål') },
        { value: 'nynorsk', text: t('nynorsk', 'nynorsk', 'Nynorsk') },
      ],
      lang,
    })}
  </fieldset>`
}

export function paperFields(lang: Lang, typed: TypedSettings, errors: FormError[]): Html {
  const t = words(lang)
  return html`<fieldset class="box">
    <legend>${t('Frister for sakspapirer', 'Fristar for sakspapir', 'When papers are due')}</legend>
    <div class="field-row">
      ${bodies.map((body) =>
        textField({
          name: `paperDays-${body}`,
          label: `${bodyLabel(body, lang)}, ${t('dager før', 'dagar før', 'days before')}`,
          value: typed.paperDays[body] ?? '',
          size: 4,
          optional: true,
          lang,
          ...errorOf(errors, `paperDays-${body}`),
        }),
      )}
    </div>
    ${textField({
      name: 'noticeDays',
      label: t(
        'Varsel før kommunen kan trekke seg, i dager',
        'Varsel før kommunen kan trekkje seg, i dagar',
        'Notice before the municipality may withdraw, in days',
      ),
      value: typed.noticeDays,
      size: 4,
      lang,
      ...errorOf(errors, 'noticeDays'),
    })}
  </fieldset>`
}

export function askFields(lang: Lang, typed: TypedSettings): Html {
  const t = words(lang)
  return html`<fieldset class="box">
    <legend>${t('Hvem som blir spurt', 'Kven som blir spurde', 'Who is asked')}</legend>
    <p class="quiet">
      ${t(
        'Stat, region og hver nabokommune skal spørres. Én på hver linje.',
        'Stat, region og kvar nabokommune skal spørjast. Éin på kvar linje.',
        'State, region and every neighbour must be asked. One a line.',
      )}
    </p>
    ${textArea({ name: 'authorities', label: t('Stat og region', 'Stat og region', 'State and region'), value: typed.authorities, rows: 3, lang })}
    ${textArea({ name: 'neighbours', label: t('Nabokommuner', 'Nabokommunar', 'Neighbours'), value: typed.neighbours, rows: 6, lang })}
    ${textArea({ name: 'customary', label: t('Andre som pleier å få den', 'Andre som plar få han', 'Others who usually get it'), value: typed.customary, rows: 8, optional: true, lang })}
  </fieldset>`
}
