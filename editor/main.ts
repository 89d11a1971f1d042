// The editor's page comes to life: connects to the section, opens its texts when they are here, and keeps toolbar,
// save line and presence true. Until the first sync the server's readable text stands there, and nothing can be typed.
import type { Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { sideBySide, type Both } from './both/both.ts'
import { shownPlugin } from './both/decorate.ts'
import { arrive } from './frame/arrive.ts'
import { keepAround } from './frame/around.ts'
import { changeInPlace } from './frame/in-place.ts'
import { findBar } from './frame/find-bar.ts'
import { commentPlugin } from './comments/marks.ts'
import { panel, type Panel } from './comments/panel.ts'
import type { XrefForm } from './frame/xref-form.ts'
import { helpSheet } from './frame/help-sheet.ts'
import { linkForm } from './frame/link-form.ts'
import { outline } from './frame/outline.ts'
import { saveLine } from './frame/save-line.ts'
import { tellLine } from './frame/tell-line.ts'
import { toolbar } from './frame/toolbar.ts'
import { say } from './frame/words.ts'
import { warnBeside } from './here/beside.ts'
import { follow } from './here/follow.ts'
import { showPresence } from './here/presence.ts'
import { pictures } from './pictures/pictures.ts'
import { allWords } from './section/all-words.ts'
import { connect } from './section/connect.ts'
import { tellEnded } from './section/ended.ts'
import { showEnding, waitForReturn } from './section/ending.ts'
import { answerUnsent } from './section/unsent.ts'
import { suggesting } from './suggest/suggesting.ts'
import { followMoved } from './move/follow-moved.ts'
import { moving } from './move/moving.ts'
import { colourOf } from './shared/wire.ts'
import { labelBook } from './write/label-book.ts'
import { told } from './write/told.ts'
import { openView, type Opened } from './write/view.ts'
import { xrefs } from './write/xrefs.ts'

const root = document.querySelector<HTMLElement>('[data-section]')
if (root) start(root)

function start(root: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string): T | null =>
    root.querySelector<T>(`[data-${name}]`)
  const notice = part('notice')!
  const papers = [...root.querySelectorAll<HTMLElement>('[data-paper]')]
  const opened: Opened[] = []
  let current: EditorView | undefined
  let both: Both | undefined
  let comments: Panel | undefined
  let refreshTerms = () => {}
  let started = false
  let endings = 0

  const showSaving = saveLine(part('save')!)
  const refreshOutline = outline(() => part('outline'), part('words'))
  const openFind = findBar(part<HTMLFormElement>('find-form')!, () => opened.map((one) => one.view))
  const openLink = linkForm(part<HTMLFormElement>('link-form')!)
  // A copy of a text asks its text.
  const address = `/tekst/${root.dataset.text ?? root.dataset.section}`
  const names = `${address}/henvisninger`
  const book = labelBook(names)
  let xref: XrefForm | undefined
  const openXref = (view: EditorView) => {
    const lang = opened.find((one) => one.view === view)?.lang ?? 'nb'
    void import('./frame/xref-form.ts').then(({ xrefForm }) => {
      xref ??= xrefForm(part('toolbar')!, names)
      xref(view, lang)
    })
  }
  const images = pictures(root.dataset.text ?? root.dataset.section!)
  const bar = toolbar(part('toolbar')!, () => current, {
    link: openLink,
    xref: (view) => openXref(view),
    find: openFind,
    image: (view) => images.open(view),
    comment: (view) => comments?.begin(view),
    'mode-write': (view) => suggest.buttons['mode-write'](view),
    'mode-suggest': (view) => suggest.buttons['mode-suggest'](view),
  })

  const outside = {
    link: (_state: unknown, _dispatch: unknown, view?: EditorView) => {
      if (!view?.editable) return false
      openLink(view)
      return true
    },
    xref: (_state: unknown, _dispatch: unknown, view?: EditorView) => {
      if (!view?.editable) return false
      openXref(view)
      return true
    },
    toolbar: () => {
      bar.focus()
      return true
    },
    find: (_state: unknown, _dispatch: unknown, view?: EditorView) => {
      if (view) openFind(view)
      return true
    },
    check: (_state: unknown, _dispatch: unknown, view?: EditorView) =>
      (view && both?.check(view)) ?? false,
    help: () => {
      part<HTMLDialogElement>('help')?.showModal()
      return true
    },
    suggest: ((...args) => suggest.commands.suggest(...args)) satisfies Command,
    'next-suggestion': ((...args) =>
      suggest.commands['next-suggestion'](...args)) satisfies Command,
    'previous-suggestion': ((...args) =>
      suggest.commands['previous-suggestion'](...args)) satisfies Command,
  }

  const tell = tellLine(part('told'))

  const open = () => {
    started = true
    for (const paper of papers) {
      const one = openView(paper, connection, {
        lang: paper.dataset.paper === 'nn' ? 'nn' : 'nb',
        label: paper.dataset.label ?? '',
        outside,
        leftOut: (...what) => tell(what.map((one) => told[one]()).join(' ')),
        changed(view, tr) {
          if (view.hasFocus()) current = view
          if (view === current) bar.update(view.state)
          if (tr.docChanged || tr.selectionSet) {
            refreshOutline(opened.map((o) => o.view))
            refreshTerms()
          }
          if (!tr.docChanged) return
          both?.refresh()
          comments?.refresh()
          suggest.refresh(view, tr)
        },
        rewrite: suggest.rewrite,
        paused: () => pause(),
        more: [
          xrefs({
            book,
            section: root.dataset.text ?? place.section,
            lang: paper.dataset.paper === 'nn' ? 'nn' : 'nb',
          }),
          images.plugin(),
          commentPlugin((thread) => comments?.show(thread)),
          suggest.plugin(),
          ...moving(connection.awareness, tell),
          followMoved(tell),
          ...(papers.length > 1 ? [shownPlugin()] : []),
        ],
      })
      if (!one) return pause()
      opened.push(one)
      one.view.dom.addEventListener('focus', () => {
        current = one.view
        bar.update(one.view.state)
      })
      warnBeside(one.view, connection.doc, connection.awareness, part('beside')!)
    }
    const [source, target] = opened
    if (source && target) {
      both = sideBySide(source.view, target.view, part('progress'))
      both.refresh()
      const line = part('terms')
      void import('./both/terms.ts').then(({ offerTerms }) => {
        if (line) refreshTerms = offerTerms(line, source, target.view)
      })
    }
    current = source?.view
    if (source) arrive(source.view, source.lang, openFind)
    const column = part('comments')
    if (column) comments = panel(column, connection, () => opened)
    suggest.open()
    if (current) bar.update(current.state)
    refreshOutline(opened.map((one) => one.view))
    void import('./section/stale.ts').then(({ offerStale }) =>
      offerStale(notice, place, connection.doc),
    )
  }

  const pause = () => {
    for (const one of opened.splice(0)) one.close()
    connection.stop()
    bar.show(false)
    notice.textContent = say(
      'Teksten inneholder noe denne siden ikke kan vise riktig. Ingenting er endret. Last siden på nytt for å lese den.',
      'Teksten inneheld noko denne sida ikkje kan vise rett. Ingenting er endra. Last sida på nytt for å lese han.',
      'The text holds something this page cannot show properly. Nothing was changed. Reload the page to read it.',
    )
  }

  const refresh = () => {
    const { opened: synced, ended } = connection.facts()
    if (synced && !started) open()
    showSaving(connection.saving())
    showEnding(notice, connection.facts().ending)
    bar.show(connection.editable())
    root.dataset.editable = String(connection.editable())
    if (started) suggest.look()
    for (const one of opened) {
      if (one.view.editable !== connection.editable()) one.view.setProps({})
    }
    if (ended !== undefined && endings++ < 5) {
      const url = root.dataset.stateUrl ?? ''
      void tellEnded(notice, connection, url, unsaved)
      if (ended === 4401) waitForReturn(notice, place, url, connection)
    }
  }

  /// What was touched since the last word was known to be on disk; all of it when that was on a page closed since.
  const unsaved = (): string[] => {
    const touched = opened.flatMap((one) => one.unsaved())
    return touched.length > 0 ? touched : allWords(connection.doc)
  }

  const place = {
    person: root.dataset.person!,
    section: root.dataset.section!,
    lineage: root.dataset.lineage!,
    mayWrite: root.dataset.mayWrite === 'true',
  }
  const connection = connect(place, refresh)
  const suggest = suggesting(root, connection, () => opened, tell)
  answerUnsent(
    () => connection.facts().waiting,
    () => ({
      section: place.section,
      title: root.querySelector('h1')?.textContent?.trim() ?? '',
      words: unsaved(),
    }),
  )
  connection.awareness.setLocalStateField('user', {
    id: root.dataset.person,
    name: root.dataset.personName,
    color: colourOf(Number(root.dataset.personColour)),
  })
  if (matchMedia('(max-width: 63.99rem)').matches) {
    root.querySelector('.toc details')?.removeAttribute('open')
  }
  changeInPlace(root, connection.awareness, tell)
  const following = follow(connection.awareness, () => opened.map(({ view }) => view), {
    changed: () => drawHere(),
    tell,
  })
  const drawHere = showPresence(connection.awareness, part('here')!, () => following)
  helpSheet(root, () => current?.focus())
  document.addEventListener('keydown', (event) => {
    const asks = event.shiftKey && (event.ctrlKey || event.metaKey) && !event.altKey
    if (!asks || event.key.toLowerCase() !== 'h') return
    event.preventDefault()
    part<HTMLInputElement>('search')?.focus()
  })
  if (!root.dataset.text)
    keepAround(root, address, connection.awareness, {
      tell,
      fresh: () => refreshOutline(opened.map(({ view }) => view)),
    })
  // Left as it stands now: what others change after this is news.
  const left = () => {
    const { connected, opened: synced } = connection.facts()
    if (connected && synced && !root.dataset.text)
      navigator.sendBeacon(`/tekst/${place.section}/lest`)
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') left()
  })
  window.addEventListener('pagehide', () => {
    left()
    connection.stop()
  })
}
