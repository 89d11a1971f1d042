// A folder is a demo or it is real, from its first start on, and never becomes the other. A demo keeps its moment.
import { anyPerson } from '../../db/people.ts'
import { setSetting, settingOf } from '../../db/setting.ts'
import type { Store } from '../../db/open.ts'
import type { Moment, Settings } from './settings.ts'
import { exits, StartError } from './start-error.ts'

/// What the database was made as. `moment` and `today` only in a demo; `ready` when the demo has been played to its end.
export type FolderKind =
  | { kind: 'real'; fresh: boolean }
  | {
      kind: 'demo'
      moment: Moment
      today: string | undefined
      /// An earlier process began to play it.
      begun: boolean
      ready: boolean
    }

/// Reads the mark, or makes it in an empty folder. Refuses a start that does not fit it.
export async function folderKind({ db }: Store, settings: Settings): Promise<FolderKind> {
  const kind = await settingOf(db, 'kind')
  if (kind === undefined && settings.demo && !(await anyPerson(db))) {
    const moment = settings.moment ?? 'drafting'
    await setSetting(db, 'demo-moment', moment)
    await setSetting(db, 'kind', 'demo')
    return { kind: 'demo', moment, today: undefined, begun: false, ready: false }
  }
  if (kind === undefined && !settings.demo) {
    await setSetting(db, 'kind', 'real')
    return { kind: 'real', fresh: !(await anyPerson(db)) }
  }
  if (kind !== 'demo') {
    if (settings.demo) {
      throw new StartError(
        `${settings.dataDir} holds real work and never becomes a demo. Give the demo a folder of its own with DATA_DIR.`,
        exits.config,
      )
    }
    return { kind: 'real', fresh: !(await anyPerson(db)) }
  }
  if (!settings.demo) {
    throw new StartError(
      `${settings.dataDir} was made as a demo and never holds real work. Start it with "npm run demo", or give DATA_DIR another folder.`,
      exits.config,
    )
  }
  const moment = ((await settingOf(db, 'demo-moment')) ?? 'drafting') as Moment
  if (settings.moment !== undefined && settings.moment !== moment) {
    throw new StartError(
      `The demo in ${settings.dataDir} stands at "${moment}" and keeps it. For "${settings.moment}", give DATA_DIR another folder.`,
      exits.config,
    )
  }
  return {
    kind: 'demo',
    moment,
    today: await settingOf(db, 'demo-today'),
    begun: true,
    ready: (await settingOf(db, 'demo-ready')) === '1',
  }
}
