import { type Consent, unguarded as inGuide } from '../apis/unguarded.ts'

/** The APIs of authorization that the guide does not know. */
const authorization: Readonly<Record<string, Consent>> = {
  getPrivacySetting: 'authorization',
  requirePrivacyAuthorize: 'authorization',
  openPrivacyContract: 'authorization',
  getAppAuthorizeSetting: 'authorization',
  getSystemSetting: 'authorization',
  openAppAuthorizeSetting: 'authorization',
}

/** As in the guide's edition, without what is in today's: scopes that came later, and the profile, which asks nobody. */
export const unguarded: Readonly<Record<string, Consent>> = {
  ...Object.fromEntries(
    Object.entries(inGuide).filter(([api, consent]) => consent !== 'later' && api !== 'getUserProfile'),
  ),
  ...authorization,
}
