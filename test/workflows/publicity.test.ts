// Which publication counts, where the list of frozen versions itself decides.
import { expect, test } from 'vitest'
import type { FrozenJoint } from '../../workflows/facts.ts'
import type { Publication } from '../../workflows/participation-context.ts'
import { countingPublication } from '../../workflows/publicity.ts'

const publication: Publication = {
  seq: 1,
  on: '2028-04-03',
  deadlineOn: null,
  sentOn: null,
  edition: 'e',
  joint: 'draft',
  own: 'o',
  round: 1,
}
const version = (hash: string, on: string, since: FrozenJoint['since']): FrozenJoint => ({
  hash,
  on,
  since,
})
const versions = [version('draft', '2028-03-13', null), version('final', '2028-06-01', 'editorial')]
const counts = (list: FrozenJoint[], joint: string) =>
  countingPublication({ publications: [publication], changes: [] }, list, '2028-10-01', joint)

test('the same text frozen again is no change, whatever it was called', () => {
  expect(counts(versions, 'final').publication).toBe(publication)
  const again = [...versions, version('final', '2028-09-11', 'material')]
  expect(counts(again, 'final').publication).toBe(publication)
  const other = [...versions, version('new', '2028-09-11', 'material')]
  expect(counts(other, 'new')).toMatchObject({ publication: null, changedOn: '2028-09-11' })
})
