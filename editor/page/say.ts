// Comfort on the text's page: «Uttal deg» opens a drawer instead of another page, what one writes is kept in this
// browser, and everything is sent together through the same form as without script.
import { draftStore, draftKey, isEmpty, type Draft, type DraftStore } from './say-store.ts'

/// Starts the drawer if the page has a text to comment on; forgets the drafts once they have been sent.
export function startSaying(): void {
  const storage = storageOf()
  for (const sent of document.querySelectorAll<HTMLElement>('[data-sent]')) {
    storage?.removeItem(draftKey(sent.dataset.sent ?? ''))
  }
  const text = document.querySelector<HTMLElement>('[data-say]')
  const drawer = document.querySelector<HTMLDialogElement>('dialog[data-drawer]')
  if (!text || !drawer) return
  const store = draftStore(text.dataset.say ?? '', storage)
  const show = () => draw(store, open, send)
  const open = (ref: string) => openDrawer(drawer, ref, store, show)
  const send = () => sendAll(drawer.dataset.drawer ?? '', store)
  text.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('a.say')
    const place = link?.closest<HTMLElement>('[data-ref]')
    if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(place.dataset.ref ?? '')
  })
  for (const button of document.querySelectorAll('[data-mine-send]')) {
    button.addEventListener('click', send)
  }
  wireDrawer(drawer, store, show, send)
  show()
}

/// What the drawer is about while it is open.
let at: Pick<Draft, 'ref' | 'label' | 'quote'> | undefined

function openDrawer(
  drawer: HTMLDialogElement,
  ref: string,
  store: DraftStore,
  show: () => void,
): void {
  const place = placeOf(ref)
  at = { ref, label: place?.dataset.label ?? '', quote: place ? wordsOf(place) : '' }
  const draft = store.find(ref)
  put(drawer, '[data-label]', at.label)
  put(drawer, '[data-quote]', at.quote)
  drawer.querySelector<HTMLElement>('[data-quote]')!.hidden = at.quote === ''
  put(drawer, '[data-saved]', '')
  drawer.querySelector<HTMLElement>('[data-missing]')!.hidden = true
  for (const radio of fields(drawer, 'skuff-stance')) radio.checked = radio.value === draft?.stance
  area(drawer, 'skuff-text').value = draft?.text ?? ''
  area(drawer, 'skuff-wording').value = draft?.wording ?? ''
  show()
  drawer.showModal()
}

function wireDrawer(
  drawer: HTMLDialogElement,
  store: DraftStore,
  show: () => void,
  send: () => void,
): void {
  const written = (): Draft => ({
    ref: at?.ref ?? '',
    label: at?.label ?? '',
    quote: at?.quote ?? '',
    stance: fields(drawer, 'skuff-stance').find((radio) => radio.checked)?.value ?? '',
    text: area(drawer, 'skuff-text').value,
    wording: area(drawer, 'skuff-wording').value,
  })
  const finish = (then: () => void) => {
    const nothing = isEmpty(written())
    drawer.querySelector<HTMLElement>('[data-missing]')!.hidden = !nothing
    if (nothing) area(drawer, 'skuff-text').focus()
    else then()
  }
  drawer.addEventListener('input', () => {
    const kept = store.keep(written())
    put(drawer, '[data-saved]', say(kept ? 'saved' : 'unsaved'))
    show()
  })
  drawer.addEventListener('close', show)
  // `closedby` is not everywhere yet: a press outside puts the drawer down; the words are kept.
  drawer.addEventListener('click', (event) => {
    const { left, right, top, bottom } = drawer.getBoundingClientRect()
    const { clientX: x, clientY: y } = event
    if (event.target === drawer && (x < left || x > right || y < top || y > bottom)) drawer.close()
  })
  drawer.querySelector('[data-close]')!.addEventListener('click', () => drawer.close())
  drawer.querySelector('[data-keep]')!.addEventListener('click', () => finish(() => drawer.close()))
  drawer.querySelector('[data-send]')!.addEventListener('click', () => finish(send))
}

/// Draws every draft under its paragraph and in the column, and the counts.
function draw(store: DraftStore, open: (ref: string) => void, send: () => void): void {
  for (const old of document.querySelectorAll('.text .mine')) old.remove()
  for (const old of document.querySelectorAll('.para[data-mine]')) old.removeAttribute('data-mine')
  const drafts = store.all()
  const lines = drafts.map((draft) => {
    const place = placeOf(draft.ref)
    place?.closest('.para')?.setAttribute('data-mine', '')
    if (place)
      drawUnder(place, draft, open, () => (store.remove(draft.ref), draw(store, open, send)))
    return lineOf(draft, place?.id)
  })
  const list = document.querySelector<HTMLElement>('[data-mine-list]')
  list?.replaceChildren(...lines)
  for (const count of document.querySelectorAll('[data-count]')) {
    count.textContent = String(drafts.length)
  }
  const some = drafts.length > 0
  hide('[data-mine-empty]', some)
  hide('[data-mine-list], [data-mine-saved], .mine-side [data-mine-send]', !some)
  document.querySelector('[data-mine-bar]')?.toggleAttribute('data-on', some)
}

function drawUnder(
  place: HTMLElement,
  draft: Draft,
  open: (ref: string) => void,
  remove: () => void,
): void {
  const copy = cloneOf('mine-under')
  put(copy, '[data-stance]', say(draft.stance || 'remark'))
  put(copy, '[data-text]', draft.text)
  put(copy, '[data-wording]', draft.wording)
  copy.querySelector('[data-edit]')!.addEventListener('click', () => open(draft.ref))
  copy.querySelector('[data-remove]')!.addEventListener('click', () => {
    remove()
    place.querySelector<HTMLElement>('a.say')?.focus()
  })
  place.append(copy)
}

function lineOf(draft: Draft, id: string | undefined): DocumentFragment {
  const copy = cloneOf('mine-line')
  const link = copy.querySelector<HTMLAnchorElement>('[data-link]')!
  link.textContent = draft.label
  link.href = `#${id || draft.ref.split('.')[1]}`
  put(copy, '[data-stance]', say(draft.stance || 'remark'))
  const words = draft.text || draft.wording
  put(copy, '[data-text]', words ? `«${words.length > 60 ? `${words.slice(0, 60)}…` : words}»` : '')
  return copy
}

/// Posts all drafts to the form's second step, the same address as without script.
function sendAll(action: string, store: DraftStore): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  const add = (name: string, value: string) => {
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    form.append(field)
  }
  for (const [i, draft] of store.all().entries()) {
    add(`punkt-${i}`, draft.ref)
    add(`standpunkt-${i}`, draft.stance)
    add(`tekst-${i}`, draft.text)
    add(`ordlyd-${i}`, draft.wording)
  }
  add('steg', 'se')
  form.hidden = true
  document.body.append(form)
  form.submit()
}

const placeOf = (ref: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`.text [data-ref="${CSS.escape(ref)}"]`)

/// The paragraph's own words: without its number, its link and one's own comment.
function wordsOf(place: HTMLElement): string {
  if (place.dataset.heading === '2') return ''
  const body = place.querySelector<HTMLElement>(':scope > .para-body') ?? place
  const copy = body.cloneNode(true) as HTMLElement
  for (const extra of copy.querySelectorAll('a.say, a.para-no, .mine')) extra.remove()
  return (copy.textContent ?? '').trim().replace(/\s+/g, ' ')
}

const say = (name: string): string => {
  const words = document.querySelector<HTMLElement>('[data-say-words]')
  return words?.getAttribute(`data-${name}`) ?? ''
}

const cloneOf = (id: string): DocumentFragment =>
  document.getElementById(id) instanceof HTMLTemplateElement
    ? ((document.getElementById(id) as HTMLTemplateElement).content.cloneNode(
        true,
      ) as DocumentFragment)
    : document.createDocumentFragment()

const put = (root: ParentNode, selector: string, text: string): void => {
  const found = root.querySelector(selector)
  if (found) found.textContent = text
}

const hide = (selector: string, hidden: boolean): void => {
  for (const each of document.querySelectorAll<HTMLElement>(selector)) each.hidden = hidden
}

const fields = (root: ParentNode, name: string): HTMLInputElement[] => [
  ...root.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`),
]

const area = (root: ParentNode, name: string): HTMLTextAreaElement =>
  root.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)!

/// Some browsers throw at the mere name.
function storageOf(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
