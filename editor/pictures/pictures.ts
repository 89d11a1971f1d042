// Pictures in the editor: pasted, dropped or chosen, each goes through the dialog, one after the other. A selected picture
// opens with Enter.
import { NodeSelection, Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Wanted } from './dialog.ts'
import { figureView } from './figure.ts'
import { placeHere, type Place } from './place.ts'

export type Pictures = {
  plugin(): Plugin
  /// A new picture after the block the selection is in; the selected picture itself when there is one.
  open(view: EditorView): void
}

export function pictures(section: string): Pictures {
  const queue: Wanted[] = []
  let busy = false

  const next = async () => {
    if (busy) return
    busy = true
    const { openDialog } = await import('./dialog.ts')
    for (let wanted = queue.shift(); wanted; wanted = queue.shift()) {
      if (wanted.view.editable && !wanted.view.isDestroyed) await openDialog(section, wanted)
    }
    busy = false
  }
  const ask = (...wanted: Wanted[]) => {
    queue.push(...wanted)
    void next()
  }
  const bring = (view: EditorView, files: File[], place: Place) => {
    ask(...files.map((file): Wanted => ({ is: 'new', view, place, file })))
  }
  const selected = (view: EditorView): string => {
    const { selection } = view.state
    const node = selection instanceof NodeSelection ? selection.node : undefined
    return node?.type.name === 'image' ? String(node.attrs.id) : ''
  }
  const edit = (view: EditorView, id: string) => ask({ is: 'known', view, id })

  return {
    open(view) {
      const id = selected(view)
      if (id) edit(view, id)
      else ask({ is: 'new', view, place: placeHere(view) })
    },
    plugin: () =>
      new Plugin({
        props: {
          nodeViews: { image: figureView(edit) },
          handleDOMEvents: {
            // Before the text's own keys, which would make a paragraph.
            keydown(view, event) {
              const id = selected(view)
              if (event.key !== 'Enter' || event.target !== view.dom || !id) return false
              if (!view.editable) return false
              event.preventDefault()
              edit(view, id)
              return true
            },
          },
          handlePaste(view, event) {
            const files = picturesIn(event.clipboardData)
            if (!view.editable || files.length === 0) return false
            bring(view, files, placeHere(view))
            return true
          },
          handleDrop(view, event, _slice, moved) {
            const files = moved ? [] : picturesIn(event.dataTransfer)
            if (!view.editable || files.length === 0) return false
            event.preventDefault()
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
            bring(view, files, placeHere(view, at?.pos))
            return true
          },
        },
      }),
  }
}

/// Pictures that are all there is. Word and Excel send a picture of the text along with the text: then the text is meant.
function picturesIn(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
  const html = data?.getData('text/html') ?? ''
  const words = data?.getData('text/plain') ?? ''
  const onlyPicture = html.replaceAll(/<[^>]*>|\s|&nbsp;/g, '') === ''
  return onlyPicture && words.trim() === '' ? files : []
}
