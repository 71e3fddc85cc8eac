import type { Params } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Platform } from '../catalogue/platforms.ts'
import type { Check } from '../machine/checks.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Profile } from '../machine/profile.ts'
import type { ConsentFor, ScopePopup, Use } from './consent.ts'
import type { Observe } from './events.ts'
import type { Ledger } from './ledger.ts'
import type { Turns } from './one-at-a-time.ts'
import type { Outcomes } from './outcomes.ts'
import type { MiniProgram, PrivacyAsker, Prompter, SettingsPage } from './ports.ts'

/**
 * What today's edition adds to an emulator. It is given to the emulator, so that nobody loads it who emulates the guide.
 */
export interface Layers {
  open(parts: LayerParts): OpenLayers
  /** What a call meets between its parameters and the API. Pure. */
  checks(looked: Looked): readonly Check[]
}

/** A use and what it is looked at against. */
export interface Looked {
  readonly catalogue: Catalogue
  readonly app: MiniProgram
  readonly profile: Profile
  readonly use: Pick<Use, 'api' | 'scopesOf'>
  readonly params: Params
}

/** The parts of an emulator that layers use. */
export interface LayerParts {
  readonly app: MiniProgram
  readonly catalogue: Catalogue
  readonly platform: Platform | undefined
  readonly ledger: Ledger
  readonly popup: ScopePopup
  readonly prompter: Prompter
  readonly privacyAsker: () => PrivacyAsker | undefined
  /** For so many milliseconds after a refusal, WeChat's own privacy sheet does not appear again. */
  readonly sheetPause: number
  readonly now: () => Date
  readonly observe: Observe
  readonly outcomes: Outcomes
  readonly turns: Turns
}

interface OpenLayers {
  readonly consentFor: ConsentFor
  readonly settingsPage: () => SettingsPage
  readonly apis: LayerApis
}

/** The APIs of the agreement and of the phone's permissions. */
export interface LayerApis {
  getPrivacySetting(params?: unknown): Outcome
  requirePrivacyAuthorize(params?: unknown): Outcome | Promise<Outcome>
  openPrivacyContract(params?: unknown): Outcome
  openAppAuthorizeSetting(params?: unknown): Outcome
  /** Answers at once, as on the phone, and without an `errMsg`. */
  getAppAuthorizeSetting(): Readonly<Record<string, string | boolean>>
  getSystemSetting(): Readonly<Record<string, string | boolean>>
  /** The user taps `<button open-type="agreePrivacyAuthorization"/>`. */
  agreeToPrivacy(): Promise<void>
}
