// The door of a text's socket: a session's token and a section's id in, what the session may do there out. Asked before
// the first frame, and again whenever rights or states may have changed.
import type { House } from '../house.ts'
import type { Admit } from '../room/rooms.ts'
import { personOfSession } from '../sign-in/session.ts'
import { sectionAccess } from './section-access.ts'

/// A section that is there but not the person's to see is refused like one that is not there.
export const admitTo =
  (house: House): Admit =>
  async (token, id) => {
    const person = await personOfSession(house, token)
    if (!person) return { ok: false, close: 4401 }
    const access = await sectionAccess(house, person, id)
    if (!access) return { ok: false, close: person.roles.length > 0 ? 4404 : 4403 }
    const { section, write } = access
    return {
      ok: true,
      region: section.region,
      section: section.id,
      person: { id: person.id, name: person.name, colour: person.colour },
      session: person.sessionHash,
      mayWrite: write.may,
      ...(write.may ? {} : { why: ['frozen', 'ended'].includes(write.why) ? 'frozen' : 'right' }),
    }
  }
