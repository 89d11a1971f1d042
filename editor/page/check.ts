// What the rules say while a form is being filled in: the form is sent to be checked, as its own button would, and the
// findings at the side are renewed. Nothing in the form itself is touched.

/// Starts on every form that asks for it. The button that checks works without this.
export function startChecking(doc: Document = document): void {
  for (const form of doc.querySelectorAll<HTMLFormElement>('form[data-check]')) {
    let waiting: ReturnType<typeof setTimeout> | undefined
    let asked = 0
    form.addEventListener('change', () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        asked += 1
        const mine = asked
        void ask(form).then((fresh) => {
          if (fresh && mine === asked) renew(form, fresh)
        })
      }, 400)
    })
  }
}

/// The findings, and the fields for reasons where nothing has been written in them yet.
function renew(form: HTMLFormElement, fresh: Document): void {
  for (const part of ['[data-check-result]', '[data-check-more]']) {
    const shown = form.querySelector(part)
    const next = fresh.querySelector(`form[data-check] ${part}`)
    if (!shown || !next || shown.isEqualNode(next) || shown.contains(document.activeElement))
      continue
    if ([...shown.querySelectorAll('textarea')].some((field) => field.value)) continue
    shown.replaceChildren(...[...next.childNodes].map((node) => document.importNode(node, true)))
  }
}

function ask(form: HTMLFormElement): Promise<Document | undefined> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value)
  }
  body.set('_check', 'yes')
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.responseType = 'document'
    request.addEventListener('load', () =>
      resolve(request.status === 200 ? (request.responseXML ?? undefined) : undefined),
    )
    request.addEventListener('error', () => resolve(undefined))
    request.send(body)
  })
}
