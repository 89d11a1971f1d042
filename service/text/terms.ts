// The region's words in both written languages, as the coordinator keeps them.
import { addTerms, changeTerm, removeTerm, termsOf, type TermRow } from '../../db/term.ts'
import { may } from '../../workflows/rights.ts'
import type { HeldRole } from '../../workflows/act.ts'
import type { House, SignedIn } from '../house.ts'
import { Refused } from '../refusal.ts'
import { newId } from '../sign-in/token.ts'

export type TermChange =
  | { is: 'add'; nb: string; nn: string }
  | { is: 'change'; id: string; nb: string; nn: string }
  | { is: 'remove'; id: string }

/// Throws `forbidden`, `input-invalid` for a word that is empty or too long, `conflict` for a pair that is there,
/// `not-found` for one that is not.
export async function changeTerms(
  house: House,
  { region, person, roles }: { region: number; person: SignedIn; roles: readonly HeldRole[] },
  change: TermChange,
): Promise<void> {
  if (!may(roles, 'edit-terms')) throw new Refused('forbidden')
  const at = house.clock.instant()
  await house.store.db.transaction().execute(async (trx) => {
    const now = await termsOf(trx, region)
    if (change.is !== 'add' && !now.some(({ id }) => id === change.id))
      throw new Refused('not-found')
    if (change.is === 'remove') return removeTerm(trx, region, change.id)
    const [nb, nn] = [wordIn(change.nb, 'nb'), wordIn(change.nn, 'nn')]
    const id = change.is === 'change' ? change.id : newId()
    if (now.some((one) => one.id !== id && one.nb === nb && one.nn === nn)) {
      throw new Refused('conflict', { field: 'nb' })
    }
    const row: TermRow = { region, id, nb, nn, person: person.id, at }
    return change.is === 'add' ? addTerms(trx, [row]) : changeTerm(trx, row)
  })
}

const longest = 60

function wordIn(typed: string, field: string): string {
  const word = typed.replaceAll(/\s+/g, ' ').trim()
  if (word === '' || word.length > longest || !/\p{L}/u.test(word)) {
    throw new Refused('input-invalid', { field })
  }
  return word
}
