import type { Answer, ScopeState } from '../../machine/state.ts'
import type { AppJson } from '../../project/purposes.ts'

/** What the command line says: help, answers for people, notes and hints. */
export const cli = {
  about:
    'WeChat Mini Program user authorization, emulated in the terminal: scopes, popups, settings and refusals, headless and offline.',

  commands: {
    call: 'call a guarded API: asks while undecided, runs once accepted, fails after a rejection',
    authorize: 'wx.authorize: ask in advance, without calling the API',
    'get-setting': 'wx.getSetting: the scopes decided so far',
    'open-setting': 'wx.openSetting: a page of switches, or the same switches moved by flags',
    tap: 'tap <button open-type="getUserInfo"> or "openSetting"',
    reset: 'forget scopes; without any, all of them, as deleting the Mini Program does',
    'list-scopes': 'every scope with its state, APIs and description',
    set: 'arrange states for a test, without asking',
    profile: 'the profiles (users) on this machine',
    'profile list': 'list the profiles and what they decided',
    'profile path': 'print where the profile is kept',
    'profile remove': 'delete profiles',
    completion: 'print a completion script for bash, zsh or fish',
  },

  arguments: {
    api: 'wx.getLocation, getLocation, …; the component is camera',
    params: 'what the API is given: a JSON object, @FILE, or - for standard input',
    scope: 'scope.userInfo … scope.camera (wxauth list-scopes)',
    'open-type': 'getUserInfo or openSetting',
    'scope=state': 'SCOPE=undecided|accepted|rejected; all=… for every scope; a later pair wins',
    name: 'the profiles to delete',
    shell: 'bash, zsh or fish',
  },

  flags: {
    profile: 'whose decisions: the profile (default: $WXAUTH_PROFILE, else "default")',
    project:
      'the Mini Program: the folder of its project.config.json (default: $WXAUTH_PROJECT, else looked for upwards)',
    json: 'print one JSON document',
    color: 'colour, whatever the terminal',
    noColor: 'no colour',
    quiet: 'say nothing but the answer, the popup and errors',
    verbose: 'say more: where things are kept, what happens, stack traces',
    help: 'show this help',
    version: 'print the version',
    accept: 'answer every popup with accept',
    reject: 'answer every popup with reject',
    dismiss: 'close every popup without choosing',
    answer: "answer that scope's popup; wins over the three above (repeatable)",
    noInput: 'never ask, even on a terminal ($WXAUTH_NO_INPUT and $CI do so too)',
    expect: 'success, fail, popup or no-popup: exit 0 when it came so, 1 when not (repeatable)',
    reply: 'what the API answers once allowed, failures included: JSON, @FILE, or -',
    enable: 'switch this scope on (repeatable)',
    disable: 'switch this scope off (repeatable)',
  },

  usage: { group: '<command> [flags]', flags: '[flags]' },

  groups: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    commands: 'Commands:',
    popup: 'Popup flags:',
    settings: 'Switches:',
    common: 'Flags of every command:',
    examples: 'Examples:',
  },

  labels: {
    note: 'note:',
    error: 'error:',
    hint: 'hint:',
    success: 'success',
    fail: 'fail',
  },

  states: {
    undecided: 'undecided',
    accepted: 'accepted',
    rejected: 'rejected',
  } satisfies Record<ScopeState, string>,

  columns: {
    scope: 'SCOPE',
    state: 'STATE',
    apis: 'GUARDS',
    description: 'DESCRIPTION',
  },

  /** Follows the name of a profile that cannot be read. */
  unusable: 'unusable',

  component: (name: string) => `${name} component`,

  notes: {
    answeredByFlag: (flag: string, scope: string) => `${flag} answered the popup for ${scope}.`,
    unusedAnswer: (flag: string) => `${flag} was not used: no popup of its kind appeared.`,
    dropped: (scope: string, answer: Answer, found: ScopeState) =>
      `While the popup was open, ${scope} became ${found} elsewhere: the answer (${answer}) is dropped, and the call follows what is recorded.`,
    buttonSince2018:
      'Clients since October 2018 show no popup for wx.getUserInfo: there, while undecided, the call fails, and <button open-type="getUserInfo"/> asks (wxauth tap getUserInfo).',
    profileAt: (path: string) => `Profile: ${path}`,
    projectAt: (path: string, appid: string) => `Mini Program: ${path} (${appid})`,
    recorded: (scope: string, before: ScopeState, after: ScopeState) =>
      `Recorded: ${scope} ${before} → ${after}`,
    asked: (caller: string, scope: string) => `${caller} needs ${scope}: asking.`,
    nothingToChange: 'Nothing to change.',
    noProfiles: (directory: string) => `No profiles yet in ${directory}.`,
    removed: (name: string) => `Removed the profile ${name}.`,
  },

  hints: {
    button: {
      'rejected-now':
        'The rejection is recorded: wx.getUserInfo fails without a popup from now on, and the next tap on the button asks again.',
      dismissed: 'Nothing was recorded: the next tap on the button asks again.',
    },
    rejected: (scope: string) =>
      `${scope} was rejected earlier, so no popup appears. Lead the user to the settings page: wxauth open-setting --enable ${scope}`,
    'rejected-now': (scope: string) =>
      `The rejection of ${scope} is recorded: from now on it fails without a popup. To switch it on: wxauth open-setting --enable ${scope}`,
    dismissed: (scope: string) => `Nothing was recorded for ${scope}: the next call asks again.`,
    'no-purpose': (appJson: AppJson | undefined) =>
      appJson?.exists === false
        ? `Build the Mini Program, or create ${appJson.path}, with "permission": { "scope.userLocation": { "desc": "…" } }.`
        : `Declare why: "permission": { "scope.userLocation": { "desc": "…" } } in ${appJson?.path ?? 'app.json'}.`,
    'button-only':
      'wx.authorize never asks for scope.userInfo. The button does: <button open-type="getUserInfo"/>, here wxauth tap getUserInfo.',
    'bad-parameters': (api: string) =>
      `Mend what ${api} is given; the popup comes only after the parameters pass.`,
  },

  missingSwitch: (scope: string) =>
    `${scope} is not on the settings page: it lists the scopes decided so far. No switch was moved.`,
  missingSwitchHint: (scope: string) =>
    `Let it be decided first, for example with wxauth authorize ${scope}.`,

  expectations: {
    success: 'the success callback',
    fail: 'the fail callback',
    popup: 'a popup',
    'no-popup': 'no popup',
  },
  expectationFailed: (expected: string, came: string) => `Expected ${expected}, but ${came}.`,
  expectationHint: (scope: string | undefined) =>
    scope === undefined
      ? 'Look at the answer, or change the expectation.'
      : `Look at the answer, or start from another state: wxauth set ${scope}=undecided`,
  came: {
    success: (api: string) => `the success callback of ${api} ran`,
    fail: (api: string, errMsg: string) => `the fail callback of ${api} ran: ${errMsg}`,
    popup: (scope: string) => `a popup for ${scope} appeared`,
    'no-popup': 'no popup appeared',
  },
} as const
