// A mail server for tests, over the real protocol.
import { createServer, type Server } from 'node:net'

/// The least a mail server must say. Keeps what it is given; refuses everything while `away`.
export function mailServer(): { server: Server; letters: string[]; away: boolean } {
  const letters: string[] = []
  const box = { letters, away: false }
  const server = createServer((socket) => {
    let inLetter = false
    let letter = ''
    let rest = ''
    socket.on('error', () => {})
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      rest += chunk.toString()
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (inLetter) {
          if (line !== '.') letter += `${line}\n`
          else {
            inLetter = false
            letters.push(letter)
            letter = ''
            socket.write('250 kept\r\n')
          }
        } else if (/^DATA/i.test(line)) {
          inLetter = true
          socket.write('354 go on\r\n')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else if (box.away && /^MAIL/i.test(line)) socket.write('451 try later\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
  return Object.assign(box, { server })
}

/// A letter's words, whatever way they were packed for the journey.
export function readable(letter: string): string {
  const [head = '', ...rest] = letter.split('\n\n')
  const body = rest.join('\n\n')
  if (/^Content-Transfer-Encoding: base64/im.test(head)) {
    return Buffer.from(body, 'base64').toString('utf8').replaceAll('\r\n', '\n')
  }
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return body
  const bytes = body
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
