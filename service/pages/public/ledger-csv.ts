// The ledger for a spreadsheet: semicolons and a byte order mark, as Norwegian Excel expects; full checksums.
import { stateLabel } from '../../../workflows/words.ts'
import type { Lang } from '../../../workflows/lang.ts'
import { words } from '../words.ts'
import { publicState, votesText } from './ledger-row.ts'
import type { PublicStrategy } from './view.ts'

export function ledgerCsv(s: PublicStrategy, lang: Lang): string {
  const t = words(lang)
  const head = [
    t('Kommunenummer', 'Kommunenummer', 'Number'),
    t('Kommune', 'Kommune', 'Municipality'),
    t('Vedtak', 'Vedtak', 'Decision'),
    t('Møtedato', 'Møtedato', 'Meeting'),
    t('Sak', 'Sak', 'Case'),
    t('Votering', 'Røysting', 'Votes'),
    t('Kontrollsum, fellesdelen', 'Kontrollsum, fellesdelen', 'Checksum, joint part'),
    t('Kontrollsum, hele dokumentet', 'Kontrollsum, heile dokumentet', 'Checksum, whole document'),
  ]
  const rows = s.municipalities.map((m) => [
    m.number,
    m.name,
    stateLabel('participation', publicState(m), lang),
    m.decision?.on ?? m.meetingOn ?? '',
    m.decision?.caseNumber ?? '',
    votesText(m.decision?.votes, lang),
    m.decision?.joint ?? '',
    m.decision?.adopted ?? (m.decision?.outcome === 'unchanged' ? (m.decision.put ?? '') : ''),
  ])
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

/// Quoted when needed; a value a spreadsheet would run as a formula gets an apostrophe before it.
const cell = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[;"\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
