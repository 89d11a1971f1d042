// What is read past without being built is taken exactly when what would build it takes it.
import { isUtf8 } from 'node:buffer'
import { expect, test } from 'vitest'
import { Malformed } from '../../../service/room/cursor.ts'
import { uints } from '../../../service/room/frame.ts'
import { json, string } from '../../../service/room/values.ts'
import { random } from './random.ts'

const words = [
  '{"a":[1,-2.5e+3,0.1,true,false,null,"øæå \\" \\u00e5 \\n 🏔"],"b":{"":{}},"c":[]}',
  ' [ 1 , { "x" : "y" } ] ',
  '"Vågå – Øyer 🏔 \\ud83c"',
  '-0.5E-7',
  'null',
  'undefined',
  '01',
  '[1,]',
  '{"a"}',
  '"tab\there"',
]
const letters = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '0',
  '-',
  'e',
  '.',
  ' ',
  'u',
  '\n',
  'ø',
  '🏔',
]

/// Mutated words, as bytes.
function* garbled(seed: number, times: number): Generator<Buffer> {
  const dice = random(seed)
  for (let i = 0; i < times; i++) {
    let bytes = [...Buffer.from(words[dice(words.length)]!)]
    for (let j = dice(4); j > 0; j--) {
      const at = dice(bytes.length + 1)
      const act = dice(4)
      if (act === 0) bytes.splice(at, 1)
      else if (act === 1) bytes.splice(at, 0, ...Buffer.from(letters[dice(letters.length)]!))
      else if (act === 2) bytes[at] = dice(256)
      else bytes = bytes.slice(0, at)
    }
    yield Buffer.from(bytes)
  }
}

const taken = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof Malformed || error instanceof SyntaxError) return false
    throw error
  }
}
const cursorOn = (bytes: Buffer) => ({
  // Something stands after it, as in an update.
  bytes: Buffer.concat([uints(bytes.length), bytes, Buffer.from('"]}1')]),
  pos: 0,
})

test('JSON and UTF-8 are taken when JSON.parse and Node take them, and only then', () => {
  const seed = Math.floor(Math.random() * 2 ** 31)
  const seen = { sound: 0, broken: 0 }
  for (const bytes of garbled(seed, 30_000)) {
    const utf8 = isUtf8(bytes)
    const sound = utf8 && taken(() => JSON.parse(bytes.toString()))
    const right =
      taken(() => string(cursorOn(bytes))) === utf8 &&
      (!utf8 || string(cursorOn(bytes)) === bytes.toString().length) &&
      taken(() => json(cursorOn(bytes), false)) === sound
    if (!right) expect.fail(`seed ${seed}: ${bytes.toString('hex')}`)
    seen[sound ? 'sound' : 'broken']++
  }
  expect(Math.min(seen.sound, seen.broken)).toBeGreaterThan(3000)
})

test('a value that Yjs lets be undefined may be it, and no other word', () => {
  const read = (text: string) => taken(() => json(cursorOn(Buffer.from(text)), true))
  expect(['undefined', 'undefine', 'undefinedd'].map(read)).toEqual([true, false, false])
})
