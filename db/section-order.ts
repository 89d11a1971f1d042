// The order of chapters in one part, and the log of who changed it.
import type { Insertable } from 'kysely'
import type { Trx } from './database.ts'
import type { TextDeskTables } from './tables/text-desk.ts'

/// Gives the sections of `ids` the positions they hold together already, in the new order, and writes that down.
export async function orderSections(
  trx: Trx,
  row: Omit<Insertable<TextDeskTables['section_order']>, 'sections'>,
  sections: readonly { id: string; position: number }[],
): Promise<void> {
  const positions = sections.map(({ position }) => position).sort((a, b) => a - b)
  for (const [i, { id, position }] of sections.entries()) {
    if (position === positions[i]) continue
    await trx
      .updateTable('section')
      .set({ position: positions[i]! })
      .where('region', '=', row.region)
      .where('id', '=', id)
      .execute()
  }
  const ids = JSON.stringify(sections.map(({ id }) => id))
  await trx
    .insertInto('section_order')
    .values({ ...row, sections: ids })
    .execute()
}
