import type { Language } from './language.ts'
import type { HtmlTexts, Texts, WalkthroughTexts } from './texts.ts'

const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en/index.ts')).en,
}

/** Loads the texts of one language only. */
export function loadTexts(language: Language): Promise<Texts> {
  return loaders[language]()
}

const walkthroughLoaders: Readonly<Record<Language, () => Promise<WalkthroughTexts>>> = {
  en: async () => (await import('./en/walkthrough.ts')).walkthrough,
}

/** Loads what a walkthrough says in one language. */
export function loadWalkthroughTexts(language: Language): Promise<WalkthroughTexts> {
  return walkthroughLoaders[language]()
}

const htmlLoaders: Readonly<Record<Language, () => Promise<HtmlTexts>>> = {
  en: async () => (await import('./en/walkthrough-html.ts')).html,
}

/** Loads what only the page of a walkthrough says in one language. */
export function loadHtmlTexts(language: Language): Promise<HtmlTexts> {
  return htmlLoaders[language]()
}
