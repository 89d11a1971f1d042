// The door of a text's socket: a session's token and a section's id in, what the session may do there out. Asked before
// the first frame, and again whenever rights or states may have changed.
import { amendmentIn } from '../../db/amendment.ts'
import { sectionIn } from '../../db/section.ts'
import type { House } from '../house.ts'
import type { Admit } from '../room/rooms.ts'
import { endOfSession, personOfSession } from '../sign-in/session.ts'
import { amendmentAccess } from '../suggestion/amendment.ts'
import { sectionAccess } from './section-access.ts'

/// A suggestion on a copy of a text has a room of its own here. 4404 is for what is not there, nor in any region of the person; which texts a strategy has is no secret, so a text
/// that is not theirs to read is 4403.
export const admitTo =
  (house: House): Admit =>
  async (token, id) => {
    const person = await personOfSession(house, token, 'asked')
    if (!person) return { ok: false, close: 4401 }
    const access = await sectionAccess(house, person, id)
    if (!access) {
      const copy = await amendmentAccess(house, person, id)
      if (copy) {
        const { amendment, mayWrite } = copy
        return {
          ok: true,
          region: amendment.region,
          section: amendment.id,
          person: { id: person.id, name: person.name, colour: person.colour },
          session: person.sessionHash,
          mayWrite,
          ...(token === undefined ? {} : await endOfSession(house, token)),
          ...(mayWrite ? {} : { why: amendment.state === 'draft' ? 'right' : 'frozen' }),
        }
      }
      const regions = [...new Set(person.roles.map((role) => role.region))]
      const { db } = house.store
      const known =
        regions.length === 0 ||
        (await sectionIn(db, regions, id)) ||
        (await amendmentIn(db, regions, id))
      return { ok: false, close: known ? 4403 : 4404 }
    }
    const { section, write } = access
    const end = token === undefined ? undefined : await endOfSession(house, token)
    return {
      ok: true,
      region: section.region,
      section: section.id,
      person: { id: person.id, name: person.name, colour: person.colour },
      session: person.sessionHash,
      mayWrite: write.may,
      ...end,
      ...(write.may ? {} : { why: ['frozen', 'ended'].includes(write.why) ? 'frozen' : 'right' }),
    }
  }
