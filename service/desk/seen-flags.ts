// Which flags of a municipality somebody sees: that a rule was overridden is told inside the municipality and to those who
// lead the joint work; the public sees plain facts alone (C4, C32).
import type { HeldRole } from '../../workflows/act.ts'
import { may } from '../../workflows/rights.ts'
import { isPublicFlag } from '../../workflows/words.ts'

/// `roles` are those held in the strategy's region.
export function seenFlags(
  flags: readonly string[],
  roles: readonly HeldRole[],
  municipality: string,
): string[] {
  if (roles.length === 0) return flags.filter(isPublicFlag)
  return may(roles, 'see-overrides', { municipality })
    ? [...flags]
    : flags.filter((flag) => !flag.startsWith('overstyrt_'))
}
