// The dialog for one picture: the file on its way, what it shows for those who do not see it, its caption. Loaded when it is
// first asked for. Nothing reaches the text before the picture is whole and described, or knowingly called decoration.
import type { EditorView } from 'prosemirror-view'
import { say } from '../frame/words.ts'
import { imageHref, longestAlt } from '../shared/image.ts'
import type { ImageAttrs } from '../shared/schema.ts'
import { change, insertAt, pictureOf, type Place } from './place.ts'
import { upload, type Upload, type Uploaded } from './upload.ts'
import { part, pictureForm } from './dialog-form.ts'

export type Wanted =
  | { is: 'new'; view: EditorView; place: Place; file?: File }
  | { is: 'known'; view: EditorView; id: string }

/// Opens the dialog; fulfilled when it is closed again.
export function openDialog(section: string, wanted: Wanted): Promise<void> {
  const { view } = wanted
  const known = wanted.is === 'known' ? pictureOf(view, wanted.id) : undefined
  const dialog = pictureForm({ known: known !== undefined, captioned: known?.captioned ?? false })
  const file = part<HTMLInputElement>(dialog, 'file')
  const alt = part<HTMLTextAreaElement>(dialog, 'alt')
  const decorative = part<HTMLInputElement>(dialog, 'decorative')
  const caption = part<HTMLInputElement>(dialog, 'caption')
  const preview = part<HTMLImageElement>(dialog, 'preview')
  const bar = part<HTMLProgressElement>(dialog, 'bar')
  const status = part<HTMLElement>(dialog, 'status')
  const fileWrong = part<HTMLElement>(dialog, 'file-wrong')
  const altWrong = part<HTMLElement>(dialog, 'alt-wrong')
  let going: Upload | undefined
  let stored: Uploaded | undefined
  let blob = ''

  const complain = (at: HTMLElement, field: HTMLElement, text: string) => {
    at.textContent = text
    at.hidden = text === ''
    field.setAttribute('aria-invalid', String(text !== ''))
  }
  const show = (src: string, width = 0, height = 0) => {
    preview.src = src
    preview.hidden = false
    if (width && height) {
      preview.width = width
      preview.height = height
    }
  }
  const wait = (share: number | undefined) => {
    bar.hidden = share === undefined
    if (share !== undefined && share < 1) bar.value = share
    else bar.removeAttribute('value')
    status.textContent =
      share === undefined
        ? ''
        : share < 1
          ? say(
              `Laster opp, ${percent(share)} …`,
              `Lastar opp, ${percent(share)} …`,
              `Uploading, ${percent(share)} …`,
            )
          : say('Gjør bildet klart …', 'Gjer biletet klart …', 'Preparing the picture …')
  }
  const send = (chosen: File): Promise<void> => {
    going?.stop()
    stored = undefined
    complain(fileWrong, file, '')
    if (blob) URL.revokeObjectURL(blob)
    blob = URL.createObjectURL(chosen)
    show(blob)
    wait(0)
    const mine = upload(section, chosen, wait)
    going = mine
    return mine.done.then(
      (done) => {
        if (going !== mine) return
        stored = done
        show(imageHref(done.asset), done.width, done.height)
        wait(undefined)
        status.textContent = say(
          'Bildet er lastet opp.',
          'Biletet er lasta opp.',
          'The picture is uploaded.',
        )
      },
      (error: Error) => {
        if (going !== mine) return
        wait(undefined)
        preview.hidden = true
        going = undefined
        complain(fileWrong, file, error.message)
      },
    )
  }
  /// False, with its sentence at the field, when something is missing.
  const complete = (): boolean => {
    const picture = stored !== undefined || (known !== undefined && known.attrs.asset !== '')
    const described = decorative.checked || alt.value.trim() !== ''
    if (!picture && fileWrong.hidden) {
      complain(fileWrong, file, say('Velg et bilde.', 'Vel eit bilete.', 'Choose a picture.'))
    }
    complain(
      altWrong,
      alt,
      described
        ? ''
        : say(
            'Skriv hva bildet viser, eller kryss av for at det bare er pynt.',
            'Skriv kva biletet viser, eller kryss av for at det berre er pynt.',
            'Write what the picture shows, or tick that it is only decoration.',
          ),
    )
    if (!picture) file.focus()
    else if (!described) alt.focus()
    return picture && described
  }
  /// What differs from when the dialog was opened: what a colleague changed meanwhile is left as it is.
  const changed = (attrs: Partial<ImageAttrs>): Partial<ImageAttrs> =>
    Object.fromEntries(
      Object.entries(attrs).filter(
        ([name, value]) => known?.attrs[name as keyof ImageAttrs] !== value,
      ),
    )
  const save = async () => {
    if (going && !stored) await going.done.catch(() => {})
    if (!dialog.open || !complete()) return
    const attrs = {
      ...stored,
      alt: decorative.checked ? '' : alt.value.trim().replaceAll(/\s+/g, ' '),
      decorative: decorative.checked,
    }
    const words = caption.value.trim()
    // Frozen meanwhile: what is put in now would reach nobody.
    const outcome = !view.editable
      ? 'refused'
      : wanted.is === 'known'
        ? change(view, wanted.id, changed(attrs), words)
        : insertAt(view, wanted.place, { asset: '', width: 0, height: 0, ...attrs }, words)
          ? 'done'
          : 'refused'
    if (outcome === 'done') dialog.close()
    else complain(fileWrong, file, outcome === 'gone' ? gone() : refused())
  }

  if (known) {
    alt.value = known.attrs.alt
    decorative.checked = known.attrs.decorative
    if (known.attrs.asset) {
      show(imageHref(known.attrs.asset), known.attrs.width, known.attrs.height)
    }
  }
  alt.maxLength = longestAlt
  const quiet = () => {
    alt.disabled = decorative.checked
    if (decorative.checked) complain(altWrong, alt, '')
  }
  quiet()
  decorative.addEventListener('change', quiet)
  file.addEventListener('change', () => {
    const chosen = file.files?.[0]
    if (chosen) void send(chosen).then(() => fileWrong.hidden && alt.value === '' && alt.focus())
  })
  dialog.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault()
    void save()
  })
  part(dialog, 'cancel').addEventListener('click', () => dialog.close())
  // What is written in here is no shortcut of the text's.
  dialog.addEventListener('keydown', (event) => event.stopPropagation())

  document.body.append(dialog)
  dialog.showModal()
  if (wanted.is === 'new' && wanted.file) {
    void send(wanted.file)
    alt.focus()
  } else if (known) alt.focus()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      going?.stop()
      if (blob) URL.revokeObjectURL(blob)
      dialog.remove()
      if (!view.isDestroyed) view.focus()
      resolve()
    })
  })
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

const gone = () =>
  say(
    'Noen andre har slettet bildet mens du redigerte det. Lukk og sett det inn på nytt hvis det fortsatt trengs.',
    'Nokon andre har sletta biletet medan du redigerte det. Lukk og set det inn på nytt om det framleis trengst.',
    'Somebody else deleted the picture while you edited it. Close, and insert it again if it is still needed.',
  )

const refused = () =>
  say(
    'Teksten tok ikke imot bildet. Bilder kan ikke foreslås, og ikke settes inn når teksten er låst. Be en som skriver i kapittelet, sette det inn.',
    'Teksten tok ikkje imot biletet. Bilete kan ikkje føreslåast, og ikkje setjast inn når teksten er låst. Be ein som skriv i kapittelet, setje det inn.',
    'The text did not take the picture. Pictures cannot be suggested, nor inserted when the text is frozen. Ask somebody who writes the chapter to insert it.',
  )
