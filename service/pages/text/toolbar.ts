// The editor's toolbar and its small forms as markup; the editor's script brings them to life, and shows the toolbar only
// to those who may write. Every button's name holds its shortcut.
import { html } from 'hono/html'
import { keysOf, sayKeys, shortcutGroups } from '../../../editor/shared/shortcuts.ts'
import type { IconName } from '../../design/icons.ts'
import type { Html } from '../dates.ts'
import { icon } from '../parts/icon.ts'
import type { Say } from '../words.ts'

export function toolbar(t: Say): Html {
  const sep = html`<span class="sep" aria-hidden="true"></span>`
  return html`<div
      class="toolbar"
      role="toolbar"
      aria-label="${t('Formatering', 'Formatering', 'Formatting')}"
      data-toolbar
      hidden
    >
      ${button('undo', 'ArrowUndo', t('Angre (Ctrl+Z)', 'Angre (Ctrl+Z)', 'Undo (Ctrl+Z)'))}
      ${button('redo', 'ArrowRedo', t('Gjør om (Ctrl+Y)', 'Gjer om (Ctrl+Y)', 'Redo (Ctrl+Y)'))}
      ${sep}
      <select
        class="ds-input"
        data-style
        aria-label="${t('Avsnittstype', 'Avsnittstype', 'Paragraph style')}"
      >
        ${styles(t).map(([value, text]) => html`<option value="${value}">${text}</option>`)}
      </select>
      ${sep} ${letter('bold', 'B', 'strong', t('Fet (Ctrl+B)', 'Feit (Ctrl+B)', 'Bold (Ctrl+B)'))}
      ${letter('italic', 'I', 'em', t('Kursiv (Ctrl+I)', 'Kursiv (Ctrl+I)', 'Italic (Ctrl+I)'))}
      ${button('link', 'Link', t('Lenke (Ctrl+K)', 'Lenkje (Ctrl+K)', 'Link (Ctrl+K)'))} ${sep}
      ${pressed('bullet', 'BulletList', t('Punktliste (Ctrl+Shift+8)', 'Punktliste (Ctrl+Shift+8)', 'Bulleted list (Ctrl+Shift+8)'))}
      ${pressed('number', 'NumberList', t('Nummerert liste (Ctrl+Shift+7)', 'Nummerert liste (Ctrl+Shift+7)', 'Numbered list (Ctrl+Shift+7)'))}
      ${button('out', 'ChevronLeft', t('Flytt punktet ut (Shift+Tab)', 'Flytt punktet ut (Shift+Tab)', 'Move item out (Shift+Tab)'))}
      ${button('in', 'ChevronRight', t('Flytt punktet inn (Tab)', 'Flytt punktet inn (Tab)', 'Move item in (Tab)'))}
      ${sep} ${button('image', 'Image', t('Sett inn bilde', 'Set inn bilete', 'Insert picture'))}
      ${button('table', 'Table', t('Sett inn tabell', 'Set inn tabell', 'Insert table'))}
      ${noteButton(withKeys('note', t('Fotnote', 'Fotnote', 'Footnote')))}
      ${button('xref', 'FileParagraph', withKeys('xref', t('Henvisning', 'Tilvising', 'Cross-reference')))}
      ${button('rule', 'Minus', t('Vannrett strek', 'Vassrett strek', 'Horizontal rule'))} ${sep}
      ${button('comment', 'ChatAdd', t('Ny kommentar', 'Ny kommentar', 'New comment'))}
      ${button('find', 'MagnifyingGlass', t('Finn og erstatt (Ctrl+F)', 'Finn og erstatt (Ctrl+F)', 'Find and replace (Ctrl+F)'))}
      <span
        class="row modes"
        role="group"
        aria-label="${t('Hvordan du skriver', 'Korleis du skriv', 'How you write')}"
        data-modes
      >
        ${mode('mode-write', t('Skriv', 'Skriv', 'Write'), true)}
        ${mode('mode-suggest', t('Foreslå', 'Føreslå', 'Suggest'), false)}
      </span>
      <span class="row table-tools" data-in-table hidden>
        <span class="quiet" aria-hidden="true">${t('Tabell', 'Tabell', 'Table')}</span>
        ${worded('add-row', t('Ny rad', 'Ny rad', 'New row'))}
        ${worded('add-column', t('Ny kolonne', 'Ny kolonne', 'New column'))}
        ${worded('remove-row', t('Fjern rad', 'Fjern rad', 'Remove row'))}
        ${worded('remove-column', t('Fjern kolonne', 'Fjern kolonne', 'Remove column'))}
        ${worded('table-head', t('Overskriftsrad', 'Overskriftsrad', 'Header row'))}
        ${worded('caption', t('Tabelltekst', 'Tabelltekst', 'Table caption'))}
        ${worded('remove-table', t('Fjern tabellen', 'Fjern tabellen', 'Remove table'))}
      </span>
    </div>
    <form class="small-form" data-link-form hidden>
      <label class="ds-label" for="link-address">${t('Adresse', 'Adresse', 'Address')}</label>
      <input
        class="ds-input"
        id="link-address"
        type="text"
        inputmode="url"
        autocomplete="off"
        aria-describedby="link-message"
      />
      <button class="ds-button" type="submit">${t('Sett inn', 'Set inn', 'Insert')}</button>
      <button class="ds-button" data-variant="secondary" type="button" data-does="remove">
        ${t('Fjern lenken', 'Fjern lenkja', 'Remove link')}
      </button>
      <button class="ds-button" data-variant="tertiary" type="button" data-does="close">
        ${t('Avbryt', 'Avbryt', 'Cancel')}
      </button>
      <p class="ds-validation-message" id="link-message" data-message role="alert" hidden></p>
    </form>
    ${findForm(t)}`
}

/// One of the two ways of writing.
const mode = (command: string, text: string, on: boolean): Html =>
  html`<button
    class="ds-button"
    data-variant="tertiary"
    type="button"
    tabindex="-1"
    data-command="${command}"
    aria-pressed="${String(on)}"
    title="${text} (${keysOf('suggest')})"
  >
    ${text}
  </button>`

/// Finding works for readers too; replacing is for those who write.
function findForm(t: Say): Html {
  return html`<form class="small-form" data-find-form hidden>
    <label class="ds-label" for="find-words">${t('Finn', 'Finn', 'Find')}</label>
    <input class="ds-input" id="find-words" type="text" autocomplete="off" data-find-words />
    <span role="status" data-find-count></span>
    <button
      class="ds-button"
      data-variant="tertiary"
      type="button"
      data-does="previous"
      data-icon
      aria-label="${t('Forrige treff', 'Førre treff', 'Previous match')}"
    >
      ${icon('ChevronUp')}
    </button>
    <button
      class="ds-button"
      data-variant="tertiary"
      type="button"
      data-does="next"
      data-icon
      aria-label="${t('Neste treff', 'Neste treff', 'Next match')}"
    >
      ${icon('ChevronDown')}
    </button>
    <label class="tick"
      ><input class="ds-input" type="checkbox" data-find-exact />
      ${t('Skill store og små bokstaver', 'Skil store og små bokstavar', 'Match case')}</label
    >
    <label class="tick"
      ><input class="ds-input" type="checkbox" data-find-whole />
      ${t('Bare hele ord', 'Berre heile ord', 'Whole words only')}</label
    >
    <span class="row" data-writing>
      <label class="ds-label" for="find-other"
        >${t('Erstatt med', 'Erstatt med', 'Replace with')}</label
      >
      <input class="ds-input" id="find-other" type="text" autocomplete="off" data-find-other />
      <button class="ds-button" data-variant="secondary" type="button" data-does="one">
        ${t('Erstatt', 'Erstatt', 'Replace')}
      </button>
      <button class="ds-button" data-variant="secondary" type="button" data-does="all">
        ${t('Erstatt alle', 'Erstatt alle', 'Replace all')}
      </button>
    </span>
    <button class="ds-button" data-variant="tertiary" type="button" data-does="close">
      ${t('Lukk', 'Lukk', 'Close')}
    </button>
  </form>`
}

/// `Fotnote (Ctrl+Shift+F)`.
const withKeys = (does: string, name: string): string => `${name} (${keysOf(does)})`

const styles = (t: Say): [string, string][] => [
  ['paragraph', t('Avsnitt', 'Avsnitt', 'Paragraph')],
  ...[1, 2, 3, 4].map((n): [string, string] => [
    `heading-${n}`,
    t(`Overskrift ${n}`, `Overskrift ${n}`, `Heading ${n}`),
  ]),
  ['quote', t('Sitat', 'Sitat', 'Quote')],
  ['callout', t('Utheving', 'Utheving', 'Call-out')],
]

const button = (command: string, name: IconName, label: string): Html =>
  html`<button
    class="ds-button"
    data-variant="tertiary"
    data-color="neutral"
    data-icon
    type="button"
    tabindex="-1"
    data-command="${command}"
    aria-label="${label}"
    title="${label}"
  >
    ${icon(name)}
  </button>`

const noteButton = (label: string): Html =>
  html`<button
    class="ds-button"
    data-variant="tertiary"
    data-color="neutral"
    data-icon
    type="button"
    tabindex="-1"
    data-command="note"
    aria-label="${label}"
    title="${label}"
  >
    <span class="note-sign" aria-hidden="true"></span>
  </button>`

const worded = (command: string, text: string): Html =>
  html`<button
    class="ds-button"
    data-variant="tertiary"
    data-color="neutral"
    type="button"
    tabindex="-1"
    data-command="${command}"
    ${command === 'table-head' ? html` aria-pressed="true"` : ''}
  >
    ${text}
  </button>`

const pressed = (command: string, name: IconName, label: string): Html =>
  html`<button
    class="ds-button"
    data-variant="tertiary"
    data-color="neutral"
    data-icon
    type="button"
    tabindex="-1"
    data-command="${command}"
    aria-pressed="false"
    aria-label="${label}"
    title="${label}"
  >
    ${icon(name)}
  </button>`

const letter = (command: string, text: string, tag: 'strong' | 'em', label: string): Html =>
  html`<button
    class="ds-button"
    data-variant="tertiary"
    data-color="neutral"
    data-icon
    type="button"
    tabindex="-1"
    data-command="${command}"
    aria-pressed="false"
    aria-label="${label}"
    title="${label}"
  >
    <span aria-hidden="true"
      >${tag === 'strong' ? html`<strong>${text}</strong>` : html`<em class="serif">${text}</em>`}</span
    >
  </button>`

/// The sheet of shortcuts, opened by a button under the paper: the table the keyboard obeys, and what signs typed first become.
export function shortcuts(t: Say): Html {
  const row = (keys: string, what: string): Html =>
    html`<div>
      <dt><kbd>${keys}</kbd></dt>
      <dd>${what}</dd>
    </div>`
  const typed: [string, string][] = [
    ['#  ##  ###  ####', t('Overskrift 1–4', 'Overskrift 1–4', 'Heading 1–4')],
    ['-  *', t('Punktliste', 'Punktliste', 'Bulleted list')],
    ['1.', t('Nummerert liste', 'Nummerert liste', 'Numbered list')],
    ['>', t('Sitat', 'Sitat', 'Quote')],
    ['---', t('Vannrett strek', 'Vassrett strek', 'Horizontal rule')],
  ]
  const name = t('Hurtigtaster', 'Snøggtastar', 'Shortcuts')
  return html`<button
      class="ds-link"
      type="button"
      command="show-modal"
      commandfor="hurtigtaster"
      data-help-button
    >
      ${name}
    </button>
    <dialog
      class="ds-dialog shortcut-dialog"
      id="hurtigtaster"
      aria-labelledby="hurtigtaster-navn"
      closedby="any"
      data-help
    >
      <div class="ds-dialog__block row between">
        <h2 class="ds-heading" data-size="xs" id="hurtigtaster-navn" tabindex="-1" autofocus>
          ${name}
        </h2>
        <button
          class="ds-button"
          data-variant="tertiary"
          type="button"
          command="close"
          commandfor="hurtigtaster"
          data-help-close
        >
          ${t('Lukk', 'Lukk', 'Close')}
        </button>
      </div>
      <div class="ds-dialog__block shortcut-sheet">
        ${shortcutGroups.map(
          ({ name, shortcuts: all }) =>
            html`<section>
              <h3 class="ds-heading" data-size="2xs">${t(name.nb, name.nn, name.en)}</h3>
              <dl class="facts">
                ${all.map(({ keys, says }) =>
                  row(keys.map(sayKeys).join(', '), t(says.nb, says.nn, says.en)),
                )}
              </dl>
            </section>`,
        )}
        <section>
          <h3 class="ds-heading" data-size="2xs">
            ${t('Skrevet først i et avsnitt', 'Skrive først i eit avsnitt', 'Typed first in a paragraph')}
          </h3>
          <dl class="facts">
            ${typed.map(([keys, what]) => row(keys, what))}
            ${row('Esc, Tab', t('Ut av teksten', 'Ut av teksten', 'Out of the text'))}
          </dl>
        </section>
      </div>
    </dialog>`
}
