import type { ApiShape } from '../api.ts'

/** Official, on the page of each: it does not return a promise. */
const answers = 'callbacks'

/** `needAuthorization` until the user agrees; `privacyContractName` is the title of the guideline. */
export const getPrivacySetting: ApiShape = {
  answers,
  options: {},
  receives: ['needAuthorization', 'privacyContractName'],
}

/** Plays a privacy API, so that the user agrees in advance. */
export const requirePrivacyAuthorize: ApiShape = { answers, options: {}, receives: [] }

/** Opens the guideline, which the user reads and closes. */
export const openPrivacyContract: ApiShape = { answers, options: {}, receives: [] }
