import type { EditionName } from '../../catalogue/edition-names.ts'
import type { CallCheck, Fix } from '../../machine/checks.ts'
import type { AppJson } from '../../project/purposes.ts'
import { whole } from '../../text/quoted.ts'

const listed = (words: readonly string[]) => words.map(word => whole(word)).join(', ')

/** Where a line belongs; a file that does not exist has to be created. */
const to = (appJson: AppJson | undefined) =>
  appJson?.exists === false
    ? `${whole(appJson.path)}, which does not exist yet`
    : whole(appJson?.path ?? 'app.json')

/** Why a check passes, asks or fails. `of` is what it looks at: an entry of app.json, a scope, a permission. */
const because: Readonly<Record<CallCheck['because'], (of: string) => string>> = {
  'parameters-right': () => 'The params are valid.',
  'bad-parameters': () => 'The params are not valid.',
  'nothing-to-declare': () => 'Nothing has to be declared in app.json.',
  declared: of =>
    of === '' ? 'app.json declares the background mode.' : `app.json declares what ${of} needs.`,
  'no-purpose': () => 'app.json does not say why the location is needed.',
  'private-info-missing': of => `app.json does not name ${of} in requiredPrivateInfos.`,
  'private-info-excluded': of =>
    `requiredPrivateInfos names ${of} together with what excludes it: the fuzzy location and the exact one cannot both be declared.`,
  'background-mode-missing': () => 'app.json does not name location in requiredBackgroundModes.',
  'no-privacy': () => 'It is not a privacy API.',
  'guideline-declared': () => 'The privacy guideline declares what it uses.',
  'guideline-undeclared': () => 'The privacy guideline does not declare what it uses.',
  agreed: () => 'The user has agreed to the privacy guideline.',
  'not-agreed': () => 'The user has not agreed to the privacy guideline yet: the privacy sheet appears.',
  'asked-with-scope': of =>
    `The user has not agreed to the privacy guideline yet: the popup for ${of} asks for both.`,
  'no-scope': () => 'It needs no scope.',
  undecided: of => `${of} is undecided: its popup appears.`,
  accepted: of => `${of} is accepted.`,
  rejected: of => `${of} was rejected, so no popup appears.`,
  'button-only': of => `wx.authorize never asks for ${of}.`,
  'no-permission': () => 'It needs no permission of the phone.',
  authorized: of => `The phone gives WeChat the permission ${of}.`,
  undetermined: of => `The phone asks for the permission ${of} itself, and the user is taken to allow it.`,
  'system-denied': of => `The phone does not give WeChat the permission ${of}.`,
  answers: () => 'It answers.',
  'reply-failed': () => 'It answers with a failure.',
}

/** What changes the verdict of a check. */
function fixes(fix: Fix, appJson: AppJson | undefined): string {
  switch (fix.kind) {
    case 'parameters':
      return `Fix them: ${whole(fix.problem.replace(/^fail parameter error: |;$/g, ''))}.`
    case 'purpose':
      return `Add ${whole('"permission": { "scope.userLocation": { "desc": "…" } }')} to ${to(appJson)}`
    case 'add-private-info':
      return `Add ${whole(`"requiredPrivateInfos": ["${fix.name}"]`)} to ${to(appJson)}`
    case 'remove-private-info':
      return `Remove ${whole(`"${fix.name}"`)} from requiredPrivateInfos in ${to(appJson)}`
    case 'add-background-mode':
      return `Add ${whole(`"requiredBackgroundModes": ["${fix.name}"]`)} to ${to(appJson)}`
    case 'set':
      return `To change it: ${whole(`wxauth set ${fix.layer}=${fix.state}`)}`
    case 'answer':
      return `Answer with --accept or ${whole(`--answer ${fix.of}=accept`)}, or decide beforehand: ${whole(`wxauth set ${fix.of}=${fix.of === 'privacy' ? 'agreed' : 'accepted'}`)}`
    case 'switch':
      return `To switch it on: ${whole(`wxauth open-setting --enable ${fix.scope}`)}`
    case 'button':
      return `The button asks: ${whole('wxauth tap getUserInfo')}`
    case 'reply':
      return `Change the params, or the reply of ${fix.api} in the profile.`
  }
}

/** What `explain` and today's edition say. */
export const layers = {
  notes: {
    notLookedAt: {
      guide: (layers: readonly string[]) =>
        `The guide's edition does not look at ${listed(layers)}. To see what it does: ${whole('--edition today')}`,
      today: (scopes: readonly string[]) =>
        `Today's edition does not look at ${listed(scopes)}: nothing is guarded by it any more.`,
    } satisfies Record<EditionName, unknown>,
  },
  since: 'SINCE',
  retired: (since: string) => `retired ${since}`,
  because,
  fixes,
  outcomes: {
    runs: (api: string, edition: EditionName) => `${api} runs (edition: ${edition}).`,
    asks: (api: string, edition: EditionName) => `${api} asks the user (edition: ${edition}).`,
    fails: (api: string, edition: EditionName) => `${api} fails (edition: ${edition}).`,
  },
  hints: {
    privacy: () =>
      `Nothing was recorded: the next call shows the privacy sheet again. To agree beforehand: ${whole('wxauth set privacy=agreed')}`,
  },
  missingSwitch: {
    retired: (scope: string) =>
      `The settings page has no switch for ${scope}: nothing is guarded by it any more. No switch was moved.`,
    background: (scope: string) =>
      `The settings page offers ${scope} only if app.json declares it. No switch was moved.`,
  },
  leaveOut: (scope: string) => `Leave ${scope} out.`,
} as const
