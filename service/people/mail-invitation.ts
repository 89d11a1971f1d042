// The letter with an invitation. The link is made as the letter leaves and kept only as a hash, so that neither the outbox
// nor a backup of it opens a door; a letter sent twice holds two links to the same invitation, which can be used once.
import { municipalityByNumber } from '../../db/region.ts'
import { insertInvitationLink, openInvitation, type InvitationRow } from '../../db/role.ts'
import { personById } from '../../db/people.ts'
import type { OutboxRow } from '../../db/outbox.ts'
import type { Role } from '../../workflows/act.ts'
import type { Lang } from '../../workflows/lang.ts'
import { roleLabel } from '../../workflows/words.ts'
import type { House } from '../house.ts'
import type { Mailer } from '../letters.ts'
import { dateText } from '../pages/dates.ts'
import { words } from '../pages/words.ts'
import { iso } from '../sign-in/session.ts'
import { hashOf, newToken } from '../sign-in/token.ts'

/// Payload of an outbox row of kind `invitation`.
export type InvitationPayload = { invitation: string; lang: Lang }

/// Sends it, unless it has been used, withdrawn or become too old meanwhile.
export async function mailInvitation(house: House, row: OutboxRow, mailer: Mailer): Promise<void> {
  const { db } = house.store
  const { invitation: id, lang } = JSON.parse(row.payload) as InvitationPayload
  const now = iso(house.clock.now())
  const invitation = await openInvitation(db, row.region, id, now)
  if (!invitation?.email) return
  const token = newToken()
  await insertInvitationLink(db, {
    region: row.region,
    token_hash: hashOf(token),
    invitation: id,
    created_at: now,
  })
  const link = `${house.origins[0] ?? ''}/invitasjon#${token}`
  const { subject, text } = await letterOf(house, invitation, link, lang)
  // Each try has a name of its own: mail programs would hide the later of two alike, and its link is another.
  await mailer({ id: `${row.id}/${row.attempts}`, to: invitation.email, subject, text })
}

async function letterOf(house: House, row: InvitationRow, link: string, lang: Lang) {
  const t = words(lang)
  const { db } = house.store
  const by = (await personById(db, row.invited_by))?.name ?? ''
  const place =
    row.municipality === null
      ? t('fellesarbeidet', 'fellesarbeidet', 'the joint work')
      : ((await municipalityByNumber(db, row.region, row.municipality))?.name ?? '')
  const role = roleLabel(row.role as Role, lang)
  const until = dateText(row.expires_at.slice(0, 10), lang)
  return {
    subject: t(
      `Invitasjon til Planvev: ${role}, ${place}`,
      `Invitasjon til Planvev: ${role}, ${place}`,
      `Invitation to Planvev: ${role}, ${place}`,
    ),
    text: `${[
      t(
        `${by} har invitert deg til å arbeide med planstrategien i Planvev. Rolle: ${role}, ${place}.`,
        `${by} har invitert deg til å arbeide med planstrategien i Planvev. Rolle: ${role}, ${place}.`,
        `${by} has invited you to work on the planning strategy in Planvev. Role: ${role}, ${place}.`,
      ),
      t(
        `Lenken virker én gang, til og med ${until}. Har du ikke ventet dette brevet, kan du slette det.`,
        `Lenka verkar éin gong, til og med ${until}. Har du ikkje venta dette brevet, kan du slette det.`,
        `The link works once, until ${until}. If you did not expect this letter you may delete it.`,
      ),
      link,
    ].join('\n\n')}\n`,
  }
}
