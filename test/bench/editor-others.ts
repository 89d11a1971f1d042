// Ten colleagues at their own paragraphs: the stock client each, typing as fast as people do and saying where their caret
// stands, as the binding does.
import {
  createRelativePositionFromTypeIndex,
  relativePositionToJSON,
  XmlElement,
  XmlText,
} from 'yjs'
import { join, synced, type Person } from '../service/room/provider.ts'
import { random } from '../service/room/random.ts'
import type { EditorHouse } from './editor-house.ts'

/// Resolves when all ten have the text; then they type, each some four letters a second, until stopped.
export async function others(
  house: EditorHouse,
  places: number[],
): Promise<{ typed(): number; stop(): void }> {
  const next = random(10)
  const people = house.others.map((token) =>
    join(`${house.url.replace('http', 'ws')}/collab`, house.section, token),
  )
  await Promise.all(people.map(synced))
  let count = 0
  const timers = people.map((person, i) => {
    const text = textOf(person, places[i]!)
    return setInterval(
      () => {
        text.insert(text.length, next(6) === 0 ? ' ' : 'abcdefghijklmno'[next(15)]!)
        count++
        const at = relativePositionToJSON(
          createRelativePositionFromTypeIndex(text, text.length, -1),
        )
        person.provider.awareness.setLocalStateField('cursor', { anchor: at, head: at })
      },
      200 + next(100),
    )
  })
  return {
    typed: () => count,
    stop: () => {
      for (const timer of timers) clearInterval(timer)
      for (const { provider } of people) provider.destroy()
    },
  }
}

/// The last words of a block: where somebody goes on writing.
function textOf({ doc }: Person, place: number): XmlText {
  const block = doc.getXmlFragment('nb').get(place)
  const text: unknown = block instanceof XmlElement ? block.get(block.length - 1) : undefined
  if (!(text instanceof XmlText)) throw new Error(`no words in block ${place}`)
  return text
}
