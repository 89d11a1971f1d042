// Pictures as both ends know them: where their bytes are to be had, and how much may be said of them.

/// `asset` is the SHA-256 of the stored bytes. Who may not read a text that shows it gets nothing there.
export const imageHref = (asset: string): string => `/bilde/${asset}`

/// The most signs of alternative text a person may write. A screen reader says it in one breath; the rest is for the text.
export const longestAlt = 1000
