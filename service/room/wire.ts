// The one place that knows a socket from the inside: writes whole frames past `ws` straight to the TCP socket,
// reads how much waits there, and turns ws's own close codes into ours.
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { closeCodes } from '../../editor/shared/wire.ts'

export type Wire = {
  /// Whole frames, one after the other. Nothing happens once the socket is closing. False when they had to be queued.
  write(frames: Buffer): boolean
  /// Bytes not yet taken by the network.
  waiting(): number
  pause(): void
  resume(): void
  ping(): void
  /// Says goodbye; a peer that does not answer within two seconds is cut off.
  close(code: number, reason: string): void
  terminate(): void
  readonly open: boolean
}

/// `socket` is the TCP socket the upgrade came on, or undefined to write through `ws` (no pre-built frames then).
export function wireOf(ws: WebSocket, socket: Duplex | undefined): Wire {
  let closing = false
  const goodbye = ws.close.bind(ws)
  const close = (code: number, reason: string): void => {
    if (closing) return
    closing = true
    ws.resume()
    goodbye(code, reason)
    setTimeout(() => ws.terminate(), 2000).unref()
  }
  // ws closes by itself with 1009 for a frame too large and 1002 or 1007 for a broken one; the stock client would
  // take those for a passing trouble and try for ever.
  ws.close = (code, reason) => {
    if (code === 1009) close(closeCodes.tooLarge, 'frame')
    else if (code === 1002 || code === 1007 || code === 1008) close(closeCodes.malformed, 'frame')
    else goodbye(code, reason)
  }
  return {
    get open() {
      return !closing && ws.readyState === ws.OPEN
    },
    write: (frames) => {
      if (closing || ws.readyState !== ws.OPEN) return true
      if (socket) return socket.write(frames)
      for (const payload of payloadsOf(frames)) ws.send(payload)
      return ws.bufferedAmount === 0
    },
    waiting: () => (socket ? socket.writableLength : ws.bufferedAmount),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    ping: () => {
      if (ws.readyState === ws.OPEN) ws.ping()
    },
    close,
    terminate: () => ws.terminate(),
  }
}

function* payloadsOf(frames: Buffer): Generator<Buffer> {
  for (let at = 0; at < frames.length;) {
    const short = frames[at + 1]!
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    const length =
      header === 2
        ? short
        : header === 4
          ? frames.readUInt16BE(at + 2)
          : frames.readUInt32BE(at + 2) * 2 ** 32 + frames.readUInt32BE(at + 6)
    yield frames.subarray(at + header, at + header + length)
    at += header + length
  }
}
