import type { ApiShape } from '../api.ts'

export const getPrivacySetting: ApiShape = {
  options: {},
  receives: ['needAuthorization', 'privacyContractName'],
}

export const requirePrivacyAuthorize: ApiShape = { options: {}, receives: [] }

export const openPrivacyContract: ApiShape = { options: {}, receives: [] }
