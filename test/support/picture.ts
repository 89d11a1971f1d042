// Pictures made by code, for tests: honest ones, and such as somebody would make to do harm.
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/// A plain picture in one colour.
export const picture = (
  kind: 'png' | 'jpeg' | 'webp' | 'gif',
  size: { width: number; height: number } = { width: 60, height: 40 },
): Promise<Buffer> =>
  sharp({ create: { ...size, channels: 3, background: '#236' } })
    .toFormat(kind)
    .toBuffer()

/// A photograph as a phone takes it: lying on its side, with the place it was taken at.
export const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#632' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Kamerafabrikken' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '61/1 30/1 0/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/// A PNG that says it is so large and holds next to nothing.
export function emptyGiant(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

export const scriptedSvg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
)
