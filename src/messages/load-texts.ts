import type { Language } from './language.ts'
import type { Texts } from './texts.ts'

const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en/index.ts')).en,
}

/** The texts in one language; those in the others are not loaded. */
export function loadTexts(language: Language): Promise<Texts> {
  return loaders[language]()
}
