// The picture dialog's markup, made by script because it is fetched only when somebody asks for it.
import { say } from '../frame/words.ts'

/// What has `data-part` of that name.
export const part = <T extends HTMLElement>(root: HTMLElement, name: string): T =>
  root.querySelector<T>(`[data-part="${name}"]`)!

export function pictureForm(now: { known: boolean; captioned: boolean }): HTMLDialogElement {
  const title = now.known
    ? say('Rediger bildet', 'Rediger biletet', 'Edit picture')
    : say('Sett inn bilde', 'Set inn bilete', 'Insert picture')
  const dialog = make('dialog', {
    class: 'ds-dialog picture-dialog',
    'aria-labelledby': 'bilde-tittel',
  })
  const form = make('form', { class: 'ds-dialog__block stack', method: 'dialog', novalidate: '' })
  form.append(
    make('h2', { class: 'ds-heading', 'data-size': 'xs', id: 'bilde-tittel' }, title),
    field(
      'bilde-fil',
      now.known
        ? say('Bytt bilde (valgfritt)', 'Byt bilete (valfritt)', 'Replace the picture (optional)')
        : say('Bilde', 'Bilete', 'Picture'),
      say(
        'PNG, JPEG, WebP eller GIF, høyst 20 MB. Sted og kamera fjernes.',
        'PNG, JPEG, WebP eller GIF, høgst 20 MB. Stad og kamera blir fjerna.',
        'PNG, JPEG, WebP or GIF, at most 20 MB. Place and camera are removed.',
      ),
      make('input', {
        class: 'ds-input',
        type: 'file',
        accept: 'image/png,image/jpeg,image/webp,image/gif',
        'data-part': 'file',
      }),
      'file-wrong',
    ),
    make('img', { class: 'picture-preview', alt: '', hidden: '', 'data-part': 'preview' }),
    make('progress', {
      class: 'picture-bar',
      max: '1',
      hidden: '',
      'aria-label': say('Opplasting', 'Opplasting', 'Upload'),
      'data-part': 'bar',
    }),
    make('p', { class: 'quiet small', role: 'status', 'data-part': 'status' }),
    field(
      'bilde-alt',
      say('Beskrivelse', 'Skildring', 'Description'),
      say(
        'Hva viser bildet, for den som ikke ser det? En eller to setninger.',
        'Kva viser biletet, for den som ikkje ser det? Ei eller to setningar.',
        'What does the picture show, to someone who does not see it? One or two sentences.',
      ),
      make('textarea', { class: 'ds-input', rows: '3', 'data-part': 'alt' }),
      'alt-wrong',
    ),
    tick(),
  )
  const caption = field(
    'bilde-tekst',
    say('Bildetekst (valgfritt)', 'Bilettekst (valfritt)', 'Caption (optional)'),
    say(
      'Står under bildet, for alle.',
      'Står under biletet, for alle.',
      'Stands under the picture, for everyone.',
    ),
    make('input', { class: 'ds-input', type: 'text', maxlength: '500', 'data-part': 'caption' }),
  )
  // A caption that is there already is written in the text itself, together with others.
  caption.hidden = now.captioned
  const buttons = make('div', { class: 'row' })
  buttons.append(
    make(
      'button',
      { class: 'ds-button', type: 'submit' },
      now.known ? say('Lagre', 'Lagre', 'Save') : say('Sett inn', 'Set inn', 'Insert'),
    ),
    make(
      'button',
      { class: 'ds-button', 'data-variant': 'tertiary', type: 'button', 'data-part': 'cancel' },
      say('Avbryt', 'Avbryt', 'Cancel'),
    ),
  )
  form.append(caption, buttons)
  dialog.append(form)
  return dialog
}

function field(
  id: string,
  label: string,
  about: string,
  control: HTMLElement,
  wrong?: string,
): HTMLElement {
  const whole = make('div', { class: 'ds-field' })
  control.id = id
  control.setAttribute('aria-describedby', wrong ? `${id}-om ${id}-feil` : `${id}-om`)
  whole.append(
    make('label', { class: 'ds-label', 'data-weight': 'medium', for: id }, label),
    make('p', { 'data-field': 'description', id: `${id}-om` }, about),
    control,
  )
  if (wrong) {
    whole.append(
      make('p', {
        class: 'ds-validation-message',
        id: `${id}-feil`,
        role: 'alert',
        hidden: '',
        'data-part': wrong,
      }),
    )
  }
  return whole
}

function tick(): HTMLElement {
  const whole = make('div', { class: 'ds-field' })
  whole.append(
    make('input', {
      class: 'ds-input',
      type: 'checkbox',
      id: 'bilde-pynt',
      'data-part': 'decorative',
    }),
    make(
      'label',
      { class: 'ds-label', 'data-weight': 'regular', for: 'bilde-pynt' },
      say(
        'Bildet er bare pynt og skal ikke leses opp',
        'Biletet er berre pynt og skal ikkje lesast opp',
        'The picture is only decoration and is not to be read out',
      ),
    ),
  )
  return whole
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string>,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  if (text) made.textContent = text
  return made
}
