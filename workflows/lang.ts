// The product's languages. Whatever people read exists in all three at once: a pair that lacks one does not compile.

/// Bokmål (default), nynorsk, English.
export type Lang = 'nb' | 'nn' | 'en'

export type Words = Record<Lang, string>
