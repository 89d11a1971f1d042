// What both ends of a text's socket agree on: close codes, the schema's version, the words a client may say in
// the address, and the two messages beyond the stock y-websocket protocol (sent only to those who ask).

/// Raised whenever an older editor would not know what a newer one wrote.
export const schemaVersion = 2

/// Codes 4400–4499 are final for the stock client: it does not reconnect by itself.
export const closeCodes = {
  malformed: 4400,
  session: 4401,
  right: 4403,
  noSuchText: 4404,
  lineage: 4409,
  tooLarge: 4413,
  frozen: 4423,
  restart: 1012,
  tryAgain: 1013,
} as const

/// `/collab/<sectionId>?ack=1&lineage=<id>&schema=<n>`, all optional. `ack=1` asks for the messages below. A
/// `lineage` other than the text's, or a `schema` below the text's, is closed with `closeCodes.lineage`.
export const queryNames = { ack: 'ack', lineage: 'lineage', schema: 'schema' } as const

/// Message types of our own, each the first varUint of a frame as in y-websocket (whose own are 0–3):
///
/// `welcome`: varString lineage, varUint schema version of the text, varUint 1 if this session may write else 0,
/// varUint head of the log. The first frame on the socket, before any other.
///
/// `ack`: varUint taken, varUint head. `taken` counts the frames with an edit (type 0 with step 1 or 2, that is
/// sync step 2 and update) received on this socket, in order, that are on disk, those that held nothing new
/// included. So a client that counts what it sends on a socket has everything saved when the newest `taken` equals
/// its count and it has answered the server's sync step 1 (which carries what was written offline). A new
/// socket counts from zero. `welcome` comes again when a reader is given the right to write; a writer who loses it is
/// closed instead.
///
/// `ending`: varUint seconds until the session ends, varUint 1 if writing does not put that off else 0. Sent in its last
/// five minutes; with 0 seconds when it was put off after all.
export const messageTypes = { sync: 0, awareness: 1, ack: 100, welcome: 101, ending: 102 } as const

/// True for a frame that the server will count in `ack`.
export const isEdit = (frame: Uint8Array): boolean =>
  frame[0] === messageTypes.sync && (frame[1] === 1 || frame[1] === 2)

/// Colours of people in a text, by the `colour` number of the person; each has a contrast of 4.5 or more to white.
export const personColours = [
  '#1f5fa6',
  '#a33a12',
  '#23702f',
  '#8a2a7c',
  '#6b5300',
  '#0b6b74',
  '#a81e4b',
  '#4a4fb5',
] as const

export const colourOf = (colour: number): string =>
  personColours[Math.abs(Math.trunc(colour)) % personColours.length] ?? personColours[0]
