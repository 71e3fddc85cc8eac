import type { Language } from './language.ts'
import type { Texts } from './texts.ts'

const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en/index.ts')).en,
}

/** Loads the texts of one language only. */
export function loadTexts(language: Language): Promise<Texts> {
  return loaders[language]()
}
