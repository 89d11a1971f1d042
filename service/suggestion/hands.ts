// Whose each client id of a text is: what the editor needs to say who suggests what. Client ids are the room's to give;
// nobody can write with another's.
import type { Db } from '../../db/database.ts'

export type Hands = {
  people: { id: string; name: string; colour: number }[]
  /// Client id → place in `people`.
  hands: Record<string, number>
}

/// For a text, and for a copy of it the text's own too: its words came along.
export async function handsOf(db: Db, region: number, texts: readonly string[]): Promise<Hands> {
  const rows = await db
    .selectFrom('text_client as c')
    .innerJoin('person as p', 'p.id', 'c.person')
    .select(['c.client_id', 'p.id', 'p.name', 'p.colour'])
    .where('c.region', '=', region)
    .where('c.section', 'in', [...texts])
    .orderBy('p.id')
    .execute()
  const people: Hands['people'] = []
  const hands: Hands['hands'] = {}
  for (const { client_id, id, name, colour } of rows) {
    let at = people.findIndex((one) => one.id === id)
    if (at < 0) at = people.push({ id, name, colour }) - 1
    hands[client_id] = at
  }
  return { people, hands }
}
