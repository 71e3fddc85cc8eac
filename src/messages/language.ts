import { WxauthError } from '../faults.ts'
import { nearest } from '../text/nearest.ts'
import { type Language, languageNames } from './language-names.ts'
import type { Texts } from './texts.ts'

const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en/index.ts')).en,
  'zh-CN': async () => (await import('./zh-CN/index.ts')).zhCN,
}

/** Loads the texts of one language only. */
export function loadTexts(language: Language): Promise<Texts> {
  return loaders[language]()
}

/** The language of that name. @throws WxauthError ERR_UNKNOWN_LANGUAGE */
export function checkedLanguage(word: string): Language {
  const language = languageNames.find(name => name === word)
  if (language !== undefined) return language
  const near = isChinese(word) ? 'zh-CN' : nearest(word, languageNames)
  throw new WxauthError('ERR_UNKNOWN_LANGUAGE', { language: word, near, known: languageNames })
}

/**
 * The first of these words that names a language, else the language of the locale: Chinese of any kind is `zh-CN`,
 * everything else is `en`.
 */
export function languageFor(
  words: readonly (string | undefined)[],
  { LC_ALL, LC_MESSAGES, LANG }: Readonly<Record<string, string | undefined>>,
): Language {
  const named = words.flatMap(word => languageNames.find(name => name === word) ?? [])
  return named[0] ?? (isChinese(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh-CN' : 'en')
}

// `zh`, `zh_CN.UTF-8`, `zh-Hans`, and `zh_TW` too: its readers read simplified Chinese rather than English.
const isChinese = (locale: string) => /^zh(?![a-z])/i.test(locale)
