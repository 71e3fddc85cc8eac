import { errMsgName } from '../catalogue/catalogue.ts'
import { isPending } from '../emulator/outcomes.ts'
import { type FaultFacts, WxauthError } from '../faults.ts'
import { faults as en, hinted as hintedEn } from '../messages/en/faults.ts'
import { type Language, languageNames } from '../messages/language-names.ts'
import type { Texts } from '../messages/texts.ts'
import { worded } from '../messages/worded.ts'
import { hinted as hintedZhCN, faults as zhCN } from '../messages/zh-CN/faults.ts'

/**
 * Imported, not loaded on demand: faults are thrown synchronously. The build loads them when they are first used here, so
 * they must be used inside of a function only.
 */
const wordsIn: Readonly<Record<Language, () => Words>> = {
  en: () => ({ faults: en, hinted: hintedEn }),
  'zh-CN': () => ({ faults: zhCN, hinted: hintedZhCN }),
}

interface Words {
  readonly faults: Texts['faults']
  /** Joins a message and its hint: test runners print the message and no other property. */
  readonly hinted: (message: string, hint: string) => string
}

/** Returns the error; a fault of wxauth gets its message and its hint. */
export type Word = (error: unknown) => unknown

export function wordingIn(language: unknown): Word {
  // The options, and so the language, are not checked yet: the faults of that check need texts too.
  const words = wordsIn[languageNames.find(name => name === language) ?? 'en']
  return error => {
    // One that has its words is from wxauth/simulate, or from another copy of the library, of any version.
    if (!(error instanceof WxauthError) || error.hint !== '') return error
    const { faults, hinted } = words()
    worded(error, faults, hinted)
    if (error.code === 'ERR_UNANSWERED') {
      const { caller } = error.facts as FaultFacts['ERR_UNANSWERED']
      // Page code that catches every error looks for an `errMsg`, and must not take this one for a refusal.
      const errMsg = `${errMsgName(caller)}:fail ${error.message}`
      Object.defineProperty(error, 'errMsg', { value: errMsg, configurable: true })
    }
    return error
  }
}

/** The same methods and accessors, but faults that they throw, or that their promises reject with, have messages. */
export function withWords<T extends object>(methods: T, word: Word): T {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(methods)).map(([name, descriptor]) => {
    const parts = Object.entries(descriptor).map(([part, value]) => [
      part,
      typeof value === 'function' ? wordedMethod(value, word) : value,
    ])
    return [name, Object.fromEntries(parts)]
  })
  return Object.defineProperties({}, Object.fromEntries(descriptors)) as T
}

function wordedMethod(method: (...args: unknown[]) => unknown, word: Word) {
  const rethrow = (error: unknown) => {
    throw word(error)
  }
  return (...args: unknown[]): unknown => {
    try {
      const result = method(...args)
      return typeof result === 'object' && result !== null && isPending(result)
        ? result.then(undefined, rethrow)
        : result
    } catch (error) {
      throw word(error)
    }
  }
}
