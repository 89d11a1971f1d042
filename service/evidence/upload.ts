// One uploaded file, read with its size counted as it comes: a sender's own figure is not believed.
import type { Context } from 'hono'
import { cleanText } from '../guard/body.ts'
import type { Env } from '../house.ts'
import { Refused } from '../refusal.ts'
import { typeOf } from './file-type.ts'
import type { Upload } from './store.ts'

export const mostBytes = 10 * 1024 * 1024

/// The form's `file` and its other texts. Throws `too-large`, `unsupported-type` or `input-invalid`.
export async function readUpload(
  c: Context<Env>,
): Promise<{ upload: Upload; text(name: string): string }> {
  const form = await countedForm(c, mostBytes)
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    throw new Refused('input-invalid', { field: 'file' })
  if (file.size > mostBytes) throw new Refused('too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = nameOf(file.name)
  const known = typeOf(name, bytes)
  if (known === undefined) throw new Refused('unsupported-type', { field: 'file' })
  const text = (field: string): string => {
    const value = form.get(field)
    return typeof value === 'string' ? cleanText(value) : ''
  }
  return { upload: { name, type: known, bytes }, text }
}

/// A form with files, of so many bytes at most. Throws `too-large`, `unsupported-type` or `input-invalid`.
export async function countedForm(c: Context<Env>, most: number): Promise<FormData> {
  const type = c.req.header('content-type') ?? ''
  if (!type.toLowerCase().startsWith('multipart/form-data')) throw new Refused('unsupported-type')
  const body = c.req.raw.body
  if (!body) throw new Refused('input-invalid', { field: 'file' })
  let seen = 0
  let over = false
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.length
      // A little more than the file may be: the form's own lines.
      if (seen > most + 64 * 1024) {
        over = true
        controller.error(new Error('too large'))
      } else controller.enqueue(chunk)
    },
  })
  try {
    const answer = new Response(body.pipeThrough(counter), { headers: { 'content-type': type } })
    return await answer.formData()
  } catch {
    throw new Refused(over ? 'too-large' : 'input-invalid', over ? {} : { field: 'file' })
  }
}

/// The last part of the name, without anything a file system or a header could stumble over.
export const nameOf = (name: string): string =>
  cleanText(name)
    .replace(/^.*[/\\]/, '')
    .replaceAll(/["<>:|?*;]/g, '')
    .slice(-120) || 'fil'
