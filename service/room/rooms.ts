// What the rest of the house may ask of the text rooms. The rooms hold live documents; nobody else does.
import type { Doc } from 'yjs'

/// The answer to "may this session read or write this section", asked at the door and again whenever rights may have
/// changed. `close` is the websocket close code when the door stays shut.
export type Admission =
  | {
      ok: true
      region: number
      section: string
      person: { id: string; name: string; colour: number }
      session: string
      mayWrite: boolean
      /// Why not, when `mayWrite` is false: frozen text closes a writer with 4423, anything else with 4403.
      why?: 'frozen' | 'right'
      /// When the session ends unless it is used, milliseconds since 1970; the editor is warned five minutes before.
      until?: number
      /// Writing does not put that off.
      last?: boolean
    }
  | { ok: false; close: 4401 | 4403 | 4404 }

export type Admit = (session: string | undefined, section: string) => Promise<Admission>

/// Sections whose intake is held: no update is taken until `release`. `docs` are throw-away documents rebuilt from the
/// log, `heads` the sequence each was built at.
export type Hold = {
  heads: Map<string, number>
  docs: Map<string, Doc>
  release(): void
}

/// A change that waited for a held text, and may not be made any more.
export class NoLonger extends Error {}

export type Rooms = {
  /// Holds the intake of these sections, waits for the group commit and rebuilds each from the log.
  hold(region: number, sections: string[]): Promise<Hold>
  /// A change made by the server on a person's behalf (seed, import, restore), through the same log. Returns the head.
  /// On a held text it waits for the release, so the one who holds must not wait for it; `still` is asked before
  /// it and again after the wait, for what held the text may have frozen it. Throws `NoLonger` when it says no.
  write(
    region: number,
    section: string,
    person: string,
    change: (doc: Doc) => void,
    still?: () => Promise<boolean>,
  ): Promise<number>
  /// A throw-away document rebuilt from the log (through the newest checkpoint), and its head sequence.
  read(region: number, section: string): Promise<{ doc: Doc; head: number }>
  /// Asks every open socket's admission again; closes those whose right changed, within a second.
  rightsChanged(): void
  /// Closes all sockets of a session with 4401.
  endSession(session: string): void
  /// Stops taking, flushes, tells every socket 1012.
  close(): Promise<void>
}
