// Sends one picture to the section it is for, and tells how far it has come.
import { say } from '../frame/words.ts'

export type Uploaded = { asset: string; width: number; height: number }

export type Upload = { done: Promise<Uploaded>; stop(): void }

/// Thrown with a sentence for the person.
export class NotUploaded extends Error {}

/// `progress` is called with 0 to 1 while it goes, and with 1 when all is sent and the service works on it.
export function upload(section: string, file: Blob, progress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Uploaded>((resolve, reject) => {
    const fail = (text: string) => reject(new NotUploaded(text))
    request.open('POST', `/api/sections/${section}/images`)
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const answer = request.response as Partial<Uploaded & { detail: string }> | null
      const { asset, width, height } = answer ?? {}
      if (request.status === 201 && asset && width && height) resolve({ asset, width, height })
      else fail(answer?.detail ?? away())
    })
    request.addEventListener('error', () => fail(away()))
    request.addEventListener('abort', () => fail(''))
    request.send(file)
  })
  return { done, stop: () => request.abort() }
}

const away = () =>
  say(
    'Bildet kom ikke fram. Sjekk nettet og prøv igjen.',
    'Biletet kom ikkje fram. Sjekk nettet og prøv igjen.',
    'The picture did not arrive. Check your connection and try again.',
  )
