/** The languages that there are texts in. */
export const languageNames = ['en'] as const
export type Language = (typeof languageNames)[number]
