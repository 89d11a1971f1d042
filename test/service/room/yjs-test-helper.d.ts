// The package ships its test helper without types.
declare module 'yjs/testHelper' {
  import type { Doc } from 'yjs'

  /// Asserts that all documents hold the same structs, deletes and content.
  export function compare(users: Doc[]): void
}
