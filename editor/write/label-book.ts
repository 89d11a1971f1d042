// What cross-references are called now. The server is asked again while any are on the page, so that a chapter or a plan
// that got another name has it here too, without a reload.

export type Label = { nb: string; nn: string }

export type LabelBook = {
  /// Undefined while it is not known yet, null when what it points at is gone.
  of(to: string): Label | null | undefined
  /// Says what is needed; asks for what is new.
  want(tos: readonly string[]): void
  /// Called after every answer that changed something. Returns a function that stops it.
  onChange(listener: () => void): () => void
}

const everyMs = 10_000
/// As many as one address holds.
const most = 60

export function labelBook(address: string): LabelBook {
  const held = new Map<string, Label | null>()
  const listeners = new Set<() => void>()
  let wanted: readonly string[] = []
  let busy = false

  const ask = async (tos: readonly string[]): Promise<void> => {
    const answer = await fetch(`${address}?til=${tos.map(encodeURIComponent).join(',')}`)
    if (!answer.ok) return
    const told = (await answer.json()) as Record<string, Label | null>
    let news = false
    for (const [to, label] of Object.entries(told)) {
      const before = held.get(to)
      news ||= before === undefined || before?.nb !== label?.nb || before?.nn !== label?.nn
      held.set(to, label)
    }
    if (news) for (const listener of listeners) listener()
  }
  const refresh = async (tos: readonly string[]): Promise<void> => {
    if (busy || tos.length === 0 || document.visibilityState === 'hidden') return
    busy = true
    for (let i = 0; i < tos.length; i += most) {
      await ask(tos.slice(i, i + most)).catch(() => {})
    }
    busy = false
  }
  setInterval(() => void refresh(wanted), everyMs)
  document.addEventListener('visibilitychange', () => void refresh(wanted))

  return {
    of: (to) => held.get(to),
    want(tos) {
      wanted = tos
      const fresh = tos.filter((to) => !held.has(to))
      if (fresh.length > 0) void refresh(fresh)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
