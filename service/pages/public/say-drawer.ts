// One's own submission beside the text, and the drawer that writes one comment. All of it waits for script: without it,
// «Uttal deg» leads to the form's own page and none of this is shown.
import { html } from 'hono/html'
import type { Lang } from '../../../workflows/lang.ts'
import { stances } from '../../submission/input.ts'
import type { Html } from '../dates.ts'
import { stepBar } from '../parts/boxes.ts'
import { fieldId, radioField, textArea } from '../parts/fields.ts'
import { icon } from '../parts/icon.ts'
import { words } from '../words.ts'
import type { PublicStrategy } from './view.ts'

export const sayStances = ['support', 'support-with-change', 'against', 'question'] as const

export const stanceIcons = {
  support: 'ThumbUp',
  'support-with-change': 'NotePencil',
  against: 'ThumbDown',
  question: 'QuestionmarkCircle',
} as const

export const stepNames = (lang: Lang): string[] => {
  const t = words(lang)
  return [t('Skriv', 'Skriv', 'Write'), t('Se over og send', 'Sjå over og send', 'Check and send')]
}

export const stanceChoices = (lang: Lang) =>
  sayStances.map((value) => ({
    value,
    text: html`${icon(stanceIcons[value])} ${stances[value][lang]}`,
  }))

/// The column to the right. The list is filled by script; what is there without it are the two ways that need none.
export function mineSide(s: PublicStrategy, takes: boolean, lang: Lang): Html {
  const t = words(lang)
  const heading = html`<h2 class="ds-heading" data-size="2xs" id="mine-tittel">
    ${t('Uttalelsen din', 'Fråsegna di', 'Your submission')}
  </h2>`
  if (!takes) {
    return html`<div class="mine-side">
      ${heading}
      <p class="quiet">
        ${t('Det er ikke mulig å sende inn nå.', 'Det er ikkje mogleg å sende inn no.', 'Nothing can be sent now.')}
      </p>
    </div>`
  }
  const form = `/s/${s.slug}/uttale`
  return html`<div class="mine-side" data-mine>
    ${heading}
    <p class="quiet" data-mine-empty>
      ${t(
        'Velg «Uttal deg» ved et avsnitt, eller skriv ett samlet innspill.',
        'Vel «Uttal deg» ved eit avsnitt, eller skriv eitt samla innspel.',
        'Choose “Comment” at a paragraph, or write about the whole.',
      )}
    </p>
    <ul class="plain stack-2" data-mine-list hidden></ul>
    <p class="save-line quiet" data-mine-saved hidden>
      ${icon('CheckmarkCircle')}
      ${t('Lagret i denne nettleseren', 'Lagra i denne nettlesaren', 'Saved in this browser')}
    </p>
    <button class="ds-button" type="button" data-mine-send hidden>
      ${icon('ArrowRight')}${t('Se over og send', 'Sjå over og send', 'Check and send')}
    </button>
    <a class="ds-link" href="${form}"
      >${t('Skriv ett samlet innspill i stedet', 'Skriv eitt samla innspel i staden', 'Write about the whole instead')}</a
    >
    <a class="ds-link" href="${form}?ingen=1"
      >${t('Vi har ingen merknader', 'Vi har ingen merknader', 'We have no remarks')}</a
    >
  </div>`
}

/// The drawer: the same fields as the form's page, about one paragraph.
export function drawer(s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const close = t(
    'Legg ned, teksten blir tatt vare på',
    'Legg ned, teksten blir teken vare på',
    'Put down, your text is kept',
  )
  return html`<dialog
    class="ds-dialog drawer"
    data-placement="right"
    id="uttal-skuff"
    aria-labelledby="skuff-tittel"
    closedby="any"
    data-drawer="/s/${s.slug}/uttale"
  >
    <div class="ds-dialog__block stack">
      <div class="row-between">
        <p class="strong">
          ${t('Uttalelsen din', 'Fråsegna di', 'Your submission')} (<span data-count>0</span>)
        </p>
        <button
          class="ds-button"
          type="button"
          data-variant="tertiary"
          data-icon
          aria-label="${close}"
          data-close
        >
          ${icon('Minus')}
        </button>
      </div>
      ${stepBar(1, stepNames(lang), lang)}
      <h2 class="ds-heading" data-size="xs" id="skuff-tittel" tabindex="-1" autofocus>
        ${t('Hva mener du om', 'Kva meiner du om', 'What do you think of')}
        <span data-label></span>?
      </h2>
      <blockquote class="quote" data-quote></blockquote>
      ${radioField({ name: 'skuff-stance', label: t('Standpunkt', 'Standpunkt', 'Your view'), choices: stanceChoices(lang), boxed: true, lang })}
      ${textArea({ name: 'skuff-text', label: t('Begrunn det gjerne', 'Grunngje gjerne', 'Tell us why'), description: t('Det du skriver her, blir offentlig.', 'Det du skriv her, blir offentleg.', 'What you write here becomes public.'), maxlength: 20000, lang })}
      ${textArea({ name: 'skuff-wording', label: t('Forslag til ny ordlyd', 'Framlegg til ny ordlyd', 'Your proposed wording'), optional: true, rows: 3, maxlength: 10000, lang })}
      <p class="ds-validation-message" id="${fieldId('skuff-text')}-feil" data-missing hidden>
        ${t('Velg et standpunkt eller skriv noe.', 'Vel eit standpunkt eller skriv noko.', 'Choose a view or write something.')}
      </p>
      <div class="row">
        <button class="ds-button" type="button" data-keep>
          ${t('Legg til i uttalelsen', 'Legg til i fråsegna', 'Add to your submission')}
        </button>
        <button class="ds-button" type="button" data-variant="secondary" data-send>
          ${t('Se over og send', 'Sjå over og send', 'Check and send')}
        </button>
      </div>
      <p class="quiet small" role="status" data-saved></p>
    </div>
  </dialog>`
}

/// What script copies: one's comment under its paragraph, its line in the column, and the bar at the bottom edge.
export function mineTemplates(s: PublicStrategy, lang: Lang): Html {
  const t = words(lang)
  const change = t('Endre', 'Endre', 'Change')
  const remove = t('Slett', 'Slett', 'Delete')
  return html`<template id="mine-under">
      <div class="mine">
        <div class="row-between">
          <strong>${icon('NotePencil')} <span data-stance></span></strong>
          <span class="row"
            ><button class="ds-link" type="button" data-edit>${change}</button
            ><button class="ds-link" type="button" data-remove>${remove}</button></span
          >
        </div>
        <p data-text></p>
        <p class="quiet" data-wording></p>
      </div>
    </template>
    <template id="mine-line">
      <li>
        <a class="ds-link" data-link></a> <span data-stance></span><br /><span
          class="quiet"
          data-text
        ></span>
      </li>
    </template>
    <div class="mine-bar" data-mine-bar>
      <span
        ><strong>${t('Uttalelsen din', 'Fråsegna di', 'Your submission')}</strong> (<span data-count
          >0</span
        >)</span
      >
      <button class="ds-button" data-size="sm" type="button" data-mine-send>
        ${t('Se over', 'Sjå over', 'Check')}
      </button>
    </div>
    <div
      hidden
      data-say-words
      data-saved="${t('Lagret i denne nettleseren', 'Lagra i denne nettlesaren', 'Saved in this browser')}"
      data-unsaved="${t('Nettleseren vil ikke lagre. Send før du lukker siden.', 'Nettlesaren vil ikkje lagre. Send før du lukkar sida.', 'The browser will not save. Send before you close the page.')}"
      ${sayStances.map((value) => html` data-${value}="${stances[value][lang]}"`)}
      data-remark="${stances.remark[lang]}"
    ></div>`
}
