// Updates nobody's editor sends, byte by byte (Yjs update format, version 1), for the tests of the gate.
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { uints } from '../../../service/room/frame.ts'

const noDeletes = uints(0)

/// One run of `structs` of one client from `clock`.
export const runOf = (client: number, clock: number, structs: Uint8Array[]): Uint8Array =>
  Buffer.concat([uints(structs.length, client, clock), ...structs])

export const updateOf = (runs: Uint8Array[], deletes: Uint8Array = noDeletes): Uint8Array =>
  Buffer.concat([uints(runs.length), ...runs, deletes])

export const deletesOf = (client: number, ranges: [number, number][]): Uint8Array =>
  Buffer.concat([uints(1, client, ranges.length), ...ranges.map((range) => uints(...range))])

export const gc = (length: number): Uint8Array => uints(0, length)
export const gap = (length: number): Uint8Array => uints(10, length)

const named = (words: string): Uint8Array => {
  const bytes = Buffer.from(words)
  return Buffer.concat([uints(bytes.length), bytes])
}
/// A struct directly in the root `t`; `content` begins with what follows the parent.
const inRoot = (kind: number, content: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.of(kind), uints(1), named('t'), content])
/// A struct inside the type that another struct opened.
const inType = (kind: number, client: number, clock: number, content: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.of(kind), uints(0, client, clock), content])
const after = (kind: number, client: number, clock: number, content: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.of(kind | 128), uints(client, clock), content])

export const deletedStruct = (length: number): Uint8Array => inRoot(1, uints(length))
export const text = (words: string): Uint8Array => inRoot(4, named(words))
export const textAfter = (client: number, clock: number, words: string): Uint8Array =>
  after(4, client, clock, named(words))
export const brokenText = (): Uint8Array => inRoot(4, Buffer.of(2, 0xc3, 0x28))
export const subdocument = (): Uint8Array =>
  inRoot(9, Buffer.concat([named('guid'), Buffer.of(118, 0)]))
export const bigInteger = (): Uint8Array => inRoot(8, Buffer.of(1, 122, 0, 0, 0, 0, 0, 0, 0, 1))
export const deepValue = (depth: number): Uint8Array =>
  inRoot(
    8,
    Buffer.concat([
      Buffer.of(1),
      ...Array.from({ length: depth }, () => Buffer.of(117, 1)),
      Buffer.of(126),
    ]),
  )
export const deepJson = (depth: number): Uint8Array =>
  inRoot(5, named('['.repeat(depth) + ']'.repeat(depth)))
export const json = (words: string): Uint8Array => inRoot(5, named(words))
export const mark = (name: string, value: string): Uint8Array =>
  inRoot(6, Buffer.concat([named(name), named(value)]))
export const anyValue = (values: Uint8Array[]): Uint8Array =>
  inRoot(8, Buffer.concat([uints(values.length), ...values]))
export const protoKey = (): Uint8Array =>
  inRoot(6, Buffer.concat([named('__proto__'), named('{"a":1}')]))

/// `levels` XmlFragments, each inside the one before.
export function nested(client: number, levels: number): Uint8Array {
  const structs = [inRoot(7, uints(4))]
  for (let clock = 1; clock < levels; clock++) structs.push(inType(7, client, clock - 1, uints(4)))
  return updateOf([runOf(client, 0, structs)])
}

/// Two structs that each wait for the other.
export const circle = (a: number, b: number): Uint8Array =>
  updateOf([runOf(b, 0, [textAfter(a, 0, 'b')]), runOf(a, 0, [textAfter(b, 0, 'a')])])

/// Version 2, whose run lengths make a few bytes claim any number of structs.
export function bombV2(structs: number): Uint8Array {
  const encoder = new Y.UpdateEncoderV2()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, structs)
  encoder.writeClient(7)
  encoding.writeVarUint(encoder.restEncoder, 0)
  for (let i = 0; i < structs; i++) {
    encoder.writeInfo(0)
    encoder.writeLen(1)
  }
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}
