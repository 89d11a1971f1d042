// The house the editor is measured in, as its own process: a joint section of fifty pages on a disk, and people signed in.
// Prints one line of JSON when it listens.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replaceText } from '../../editor/shared/write.ts'
import { oyer, vaga, writingRoom } from '../browser/writing-room.ts'
import { fiftyPages } from './fifty-pages.ts'

export type EditorHouse = { url: string; section: string; writer: string; others: string[] }

const folder = mkdtempSync(join(tmpdir(), 'planvev-editor-'))
const room = await writingRoom({}, folder)
const { region, id } = room.joint
await room.house.rooms.write(region, id, room.coordinator.person.id, (doc) =>
  replaceText(doc, 'nb', fiftyPages()),
)
const writer = await room.writer('Ingrid Moen', 'planner', oyer)
const others: string[] = []
for (let i = 1; i <= 10; i++) {
  others.push((await room.writer(`Olav Nummer${i}`, 'planner', i % 2 ? vaga : oyer)).token)
}
process.on('SIGTERM', () => {
  void room.close().finally(() => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(0)
  })
})
console.log(
  JSON.stringify({
    url: room.url,
    section: id,
    writer: writer.token,
    others,
  } satisfies EditorHouse),
)
