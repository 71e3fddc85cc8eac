import type { Language } from './language.ts'
import type { HtmlTexts } from './texts.ts'

const loaders: Readonly<Record<Language, () => Promise<HtmlTexts>>> = {
  en: async () => (await import('./en/walkthrough-html.ts')).walkthroughHtml,
}

/** Loads what only the page of `wxauth walkthrough --html` says, in one language. */
export function loadHtmlTexts(language: Language): Promise<HtmlTexts> {
  return loaders[language]()
}
