// A house with one strategy of three municipalities in consultation, listening on a port, for browsers without an
// account. Everything in it was done through the door.
import { serve, type ServerType } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { versionsOf, type VersionInfo } from '../../service/version/read.ts'
import { dialects } from '../support/dialects.ts'
import { ensureBuilt } from '../../service/pages/assets.ts'
import {
  done,
  oyer,
  play,
  toConsultation,
  toConsultationDraft,
  vaga,
  type Play,
} from '../service/door/play.ts'

export type PublicHouse = {
  play: Play
  url: string
  /// Address of the strategy's pages.
  base: string
  versions(zone: string): Promise<VersionInfo[]>
  close(): Promise<void>
}

/// Øyer and Vågå are in consultation until 8 and 10 May, Lesja still writes. The day is 2 May 2028.
export async function publicHouse(): Promise<PublicHouse> {
  await ensureBuilt()
  const p = await play(dialects.find(({ name }) => name === 'sqlite')!)
  await toConsultationDraft(p)
  await toConsultation(p, oyer, '2028-03-20')
  await toConsultation(p, vaga, '2028-03-22')
  p.day('2028-05-02')
  let server: ServerType
  const url = await new Promise<string>((resolve) => {
    server = serve({ fetch: p.app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve(`http://127.0.0.1:${info.port}`),
    )
  })
  p.house.origins.push(url)
  return {
    play: p,
    url,
    base: `${url}/s/felles-2028`,
    versions: (zone) => versionsOf(p.house.store.db, 1, p.strategy, { visible: 'all', zone }),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await p.close()
    },
  }
}

/// Øyer adopts unchanged, Vågå with a change given in words, both late and straight from consultation.
export async function decideTwo(h: PublicHouse): Promise<void> {
  const { play: p } = h
  p.day('2028-09-20')
  for (const [number, input] of [
    [oyer, { outcome: 'unchanged', votes: 'unanimous', caseNumber: 'KS 61/28' }],
    [
      vaga,
      {
        outcome: 'changed',
        votes: { for: 13, against: 4 },
        caseNumber: 'sak 52/28',
        changes: [{ zone: 'joint', kind: 'material', section: 'F1', text: '«2029» blir «2030»' }],
      },
    ],
  ] as const) {
    const edition = (await h.versions(number)).find((v) => v.scope === 'edition')!.hash
    done(
      await p.in(
        number,
        'record-decision',
        '2028-08-31',
        { ...structuredClone(input), edition } as never,
        { late: true },
      ),
    )
  }
}
