/** The languages that have texts. */
export const languageNames = ['en'] as const
export type Language = (typeof languageNames)[number]
