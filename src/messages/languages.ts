import type { Texts } from './texts.ts'

/** The languages that there are texts in; each is loaded when it is asked for. */
export const languages = {
  en: async (): Promise<Texts> => (await import('./en/index.ts')).en,
} as const

export type Language = keyof typeof languages
export const languageNames = Object.keys(languages) as readonly Language[]
