// What both ends of a text's socket agree on: close codes and the schema's version.

/// Raised whenever an older editor would not know what a newer one wrote.
export const schemaVersion = 1

/// Codes 4400–4499 are final for the stock client: it does not reconnect by itself.
export const closeCodes = {
  malformed: 4400,
  session: 4401,
  right: 4403,
  noSuchText: 4404,
  lineage: 4409,
  tooLarge: 4413,
  frozen: 4423,
  restart: 1012,
  tryAgain: 1013,
} as const
