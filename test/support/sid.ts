// The session cookie of a test's request, without any of the care the service takes with it.
import type { IncomingMessage } from 'node:http'

export const sidOf = ({ headers }: IncomingMessage): string | undefined =>
  /(?:^|; )sid=([^;]+)/.exec(headers.cookie ?? '')?.[1]
