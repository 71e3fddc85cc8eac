import { errMsgName } from '../catalogue/catalogue.ts'
import { isPending } from '../emulator/guarded-api.ts'
import { type FaultFacts, WxauthError } from '../faults.ts'
import { faults } from '../messages/en/faults.ts'
import type { Language } from '../messages/language.ts'
import type { Texts } from '../messages/texts.ts'
import { worded } from '../messages/worded.ts'

/** Here already, and not loaded when asked for: a fault is thrown at once. */
const textsIn: Readonly<Record<Language, Texts['faults']>> = { en: faults }

/** Gives an error its words, if it is a fault of ours, and returns it. */
export type Word = (error: unknown) => unknown

/** For test runners, which print the message and no property besides it: the message says what to do next, too. */
export function wordsIn(language: Language | undefined): Word {
  // What is wrong with the options, their language included, is said before they are checked.
  const texts = language !== undefined && Object.hasOwn(textsIn, language) ? textsIn[language] : textsIn.en
  return error => {
    if (!(error instanceof WxauthError)) return error
    worded(error, texts, { hinted: true })
    if (error.code === 'ERR_UNANSWERED') {
      const { caller } = error.facts as FaultFacts['ERR_UNANSWERED']
      // Page code that catches it as a refusal finds an `errMsg` that is none.
      const errMsg = `${errMsgName(caller)}:fail ${error.message}`
      Object.defineProperty(error, 'errMsg', { value: errMsg, configurable: true })
    }
    return error
  }
}

/** The same object, but what its functions throw, now or by a promise, has its words. */
export function withWords<T extends object>(methods: T, word: Word): T {
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(methods)).map(([name, descriptor]) => {
    const { value } = descriptor
    return [
      name,
      typeof value === 'function' ? { ...descriptor, value: wordedMethod(value, word) } : descriptor,
    ]
  })
  return Object.defineProperties({}, Object.fromEntries(descriptors)) as T
}

function wordedMethod(method: (...given: unknown[]) => unknown, word: Word) {
  const rethrow = (error: unknown) => {
    throw word(error)
  }
  return (...given: unknown[]): unknown => {
    try {
      const result = method(...given)
      return typeof result === 'object' && result !== null && isPending(result)
        ? result.then(undefined, rethrow)
        : result
    } catch (error) {
      throw word(error)
    }
  }
}
