// Elements of the comment column, made without any markup in a string.

export function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}

export function button(text: string, pressed: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'ds-link'
  made.dataset.color = 'river'
  made.textContent = text
  made.addEventListener('click', pressed)
  return made
}

/// A form of one field: `send` answers whether it was taken; a refusal leaves everything as it is written.
export function fieldForm(
  field: { dom: HTMLElement },
  name: string,
  send: () => void,
  cancel: () => void,
): HTMLFormElement {
  const form = document.createElement('form')
  form.className = 'stack'
  const submit = document.createElement('button')
  submit.className = 'ds-button'
  submit.dataset.variant = 'secondary'
  submit.dataset.color = 'river'
  submit.textContent = name
  form.append(field.dom, submit)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel()
  })
  return form
}
