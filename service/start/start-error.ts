// What keeps the process from starting, in one sentence for whoever started it, with an exit code of sysexits.h.

export const exits = {
  usage: 64,
  unavailable: 69,
  software: 70,
  cannotCreate: 73,
  io: 74,
  config: 78,
}

export class StartError extends Error {
  readonly exit: number
  constructor(sentence: string, exit: number) {
    super(sentence)
    this.exit = exit
  }
}

/// The sentence for a database that would not open. The driver's words stay out of it but for its code.
export function databaseSentence(error: unknown, dataDir: string, url: string | undefined): string {
  const code = codeOf(error)
  if (url) {
    return `The database at DATABASE_URL does not answer (${code || 'no reason given'}). Is it running, and are the name and password right?`
  }
  const file = `${dataDir}/planvev.db`
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return `${file} is not a database Planvev can read. Nothing was changed. Move it away, or restore a backup with "npm run admin -- restore".`
  }
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    code.startsWith('SQLITE_READONLY')
  ) {
    return `The folder ${dataDir} cannot be written by this user. Give it write access, or point DATA_DIR elsewhere.`
  }
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${dataDir} is not a folder. Point DATA_DIR at one.`
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return `The disk of ${dataDir} is full.`
  return `The database in ${dataDir} could not be opened (${code || 'no reason given'}).`
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
