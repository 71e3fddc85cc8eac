import type { LayerState } from '../../machine/layer-states.ts'
import type { Answer, ScopeState } from '../../machine/state.ts'
import type { AppJson } from '../../project/purposes.ts'
import { quoted, whole } from '../../text/quoted.ts'

/** What the command line says: help, answers for people, notes and hints. */
export const cli = {
  about:
    'Emulate WeChat Mini Program authorization: scopes, popups, settings and refusals, headless and offline',

  commands: {
    call: 'Call a guarded API: it asks while undecided, runs once accepted, fails once rejected',
    explain: 'Show what a call would meet, check by check, without calling',
    authorize: 'Ask in advance, without calling the API (wx.authorize)',
    'get-setting': 'Show the scopes decided so far (wx.getSetting)',
    'open-setting': 'Open the settings page, or move its switches with flags (wx.openSetting)',
    tap: 'Tap the button with the open-type getUserInfo or openSetting, or that of the privacy agreement',
    reset: 'Forget these scopes, or all of them, as when the user deletes the Mini Program',
    'list-scopes': 'List every scope with its state, APIs and description',
    set: 'Set the states of scopes and of other layers without asking',
    walkthrough: 'Walk through the consent of an API step by step, from the popup to the settings and back',
    run: 'Run your own Mini Program: open a page, tap, answer, and see what it shows',
    explore: 'Try every way through your own Mini Program on which the user says no, and say what goes wrong',
    profile: 'Manage the profiles, that is, the users, on this machine',
    'profile list': 'List the profiles and what was decided in them',
    'profile path': 'Print the path of the profile',
    'profile remove': 'Delete profiles',
    completion: 'Print a completion script for bash, zsh or fish',
    version: 'Print the version',
  },

  arguments: {
    api: 'Name an API, with or without wx., or a component such as camera',
    params: 'Pass these options: a JSON object, @FILE, or - for stdin',
    'api|scope': 'Show this API or component, or the first one of this scope; without it, choose from a list',
    scope: 'Name a scope, from scope.userInfo to scope.camera',
    'open-type':
      'Tap the button with this open-type: getUserInfo or openSetting; with --edition today, also that of the privacy agreement',
    'scope=state':
      'Set a scope, or all, to undecided, accepted or rejected; or a layer, such as privacy=agreed, guideline=undeclared or system.location=denied; a later pair wins',
    route: 'Explore this page of app.json (default: all), such as pages/near/index',
    page: 'Open this page of app.json (default: the first), such as pages/near/index?id=1',
    name: 'Delete the profiles with these names',
    shell: 'Choose bash, zsh or fish',
  },

  flags: {
    profile: 'Use this profile (default: $WXAUTH_PROFILE, else "default")',
    project: 'Use the Mini Program in this folder (default: $WXAUTH_PROJECT, else here or above)',
    lang: 'Speak en or zh-CN (default: $WXAUTH_LANG, else the locale)',
    edition: 'Follow this edition: guide or today (default: $WXAUTH_EDITION, else guide)',
    json: 'Print one JSON document',
    color: 'Use color, even where the output is not a terminal',
    noColor: 'Use no color',
    quiet: 'Print only the answer, the popup, warnings and errors',
    verbose: 'Also print paths, what happens, and stack traces',
    help: 'Show this help',
    version: 'Print the version',
    platform: 'Spell refusals as this platform does: devtools, ios or android',
    accept: 'Answer every popup with accept',
    reject: 'Answer every popup with reject',
    dismiss: 'Close every popup without choosing',
    answer:
      'Answer the popup of this scope, or privacy for the privacy sheet; wins over the three above (repeatable)',
    noInput: 'Never ask, even on a terminal',
    expect: 'Exit with 0 if this happened, else 1: success, fail, popup or no-popup (repeatable)',
    reply: 'Set what the API answers once allowed, failures included: JSON, @FILE, or - for stdin',
    enable: 'Switch this scope on (repeatable)',
    disable: 'Switch this scope off (repeatable)',
    html: 'Write every way through it as a page of HTML into this file, without asking anybody',
    sarif: 'Write the findings as SARIF 2.1.0 into this file, for code scanning',
    junit: 'Write the findings as JUnit XML into this file',
    failOn: 'Exit with 1 from this severity on: error, warning, info or never (default: error)',
    threshold: 'Exit with 1 if less than this percentage of the guarded calls in the source ran',
    ignore: 'Leave this rule out (repeatable)',
    baseline: 'Do not count the findings in this file',
    updateBaseline: 'Write what is found into the --baseline file, so that it is known from now on',
    replay: 'Play one path again, event by event',
    explain: 'Say what a rule means, what the user suffers, and how to fix it',
    start: 'Start only as this user: undecided or rejected (default: both)',
    jobs: 'Explore this many pages at the same time (default: one for each processor)',
    shard: 'Explore one part of the pages, such as 2/3',
    maxDepth: 'Vary at most this many choices of one path (default: 8)',
    maxPaths: 'Try at most this many paths of one handler (default: 200)',
    hidden: 'Call handlers that nothing shows, too',
    all: 'With --html: write the whole Scope List into one page',
    query: 'Pass this to the onLoad of the page (repeatable)',
    tap: 'Tap what shows this text; or .class, #id, [attr=value], handler:NAME, tag:NAME, text:TEXT (repeatable)',
    typed: 'Type this text into an input (repeatable)',
    modal: 'Answer modals: confirm or cancel; a list is used in turn, and its last item stays',
    sheet: 'Choose from action sheets: the number of an item from 0, or cancel; a list as for --modal',
    pick: 'Answer pickers: ok or cancel; a list as for --modal',
    expectText: 'Exit with 1 unless this text is shown in the end (repeatable)',
    expectNoText: 'Exit with 1 if this text is shown in the end (repeatable)',
    expectPage: 'Exit with 1 unless this page is shown in the end (repeatable)',
    storage: 'Start with this storage: a file with a JSON object',
    fixtures: 'Answer requests and other APIs with this file: a JSON object by API, or lists by URL',
  },

  /** What is different for `run`. */
  runFlags: {
    profile: 'Use and change this profile (default: $WXAUTH_PROFILE, else a user who decided nothing)',
    edition:
      'Follow this edition: guide or today (default: $WXAUTH_EDITION, else that of libVersion, else guide)',
    answer:
      'Answer the popup of this scope, or privacy for the privacy sheet; a list is used in turn; wins over the three above (repeatable)',
    expect: 'Exit with 1 unless the run had a popup, or none: popup or no-popup',
    enable: 'Switch this scope on each time the settings page opens (repeatable)',
    disable: 'Switch this scope off each time the settings page opens (repeatable)',
  },

  /** What is different for `explore`. */
  exploreFlags: {
    edition:
      'Follow this edition: guide or today (default: $WXAUTH_EDITION, else that of libVersion, else guide)',
    quiet: 'Print only the report, warnings and errors',
    verbose: 'Also list findings of severity info, and print stack traces',
    html: 'Write the findings and every decision of the user as a page of HTML into this file',
    query: 'Pass this to the onLoad of each page (repeatable)',
    answer:
      'Try only this answer to the popup of this scope, or privacy for the privacy sheet; a list is used in turn (repeatable)',
    modal:
      'Try only this answer to modals: confirm or cancel; a list is used in turn, and its last item stays',
    sheet: 'Try only this item of action sheets: its number from 0, or cancel; a list as for --modal',
    pick: 'Try only this answer to pickers: ok or cancel; a list as for --modal',
    fixtures:
      'Answer requests and other APIs with this file, and guess nothing: a JSON object by API, or lists by URL',
  },

  environment: {
    WXAUTH_HOME: 'Keep the profiles in this folder',
    WXAUTH_PROFILE: 'Use this profile unless --profile is given',
    WXAUTH_PROJECT: 'Use this folder unless --project is given',
    WXAUTH_LANG: 'Speak this language unless --lang is given: en or zh-CN',
    WXAUTH_EDITION: 'Follow this edition unless --edition is given: guide or today',
    WXAUTH_NO_INPUT: 'Never ask, as with --no-input',
    CI: 'Never ask, as with --no-input',
    FORCE_COLOR: 'Use color unless --no-color is given',
    NO_COLOR: 'Use no color unless --color is given',
  },

  exitCodes: {
    success: 'The success callback ran, or the command did what it says',
    negative: 'The fail callback ran, a switch was missing, or an expectation was not met',
    wrongUse: 'The command, its input or the project is wrong; nothing was changed',
    unanswered: 'A popup was needed, and nobody could answer it',
    profileUnusable: 'The profile cannot be used; nothing was changed',
    defect: 'wxauth has a bug, or stdout cannot be written',
    hangup: 'The terminal was closed',
    interrupted: 'Ctrl-C was pressed',
    terminated: 'The process was ended by SIGTERM',
  },

  usage: { line: (usage: string) => `Usage: ${usage}`, command: '<command>', flags: '[flags]' },

  headings: {
    arguments: 'Arguments:',
    commands: 'Commands:',
    apis: 'APIs:',
    scopes: 'Scopes:',
    popupFlags: 'Popup flags:',
    switchFlags: 'Switch flags:',
    callbackFlags: 'Callback flags:',
    pageFlags: 'Page flags:',
    exploreFlags: 'Explore flags:',
    programFlags: 'Program flags:',
    flags: 'Global flags:',
    environment: 'Environment variables:',
    exitCodes: 'Exit codes:',
    examples: 'Examples:',
  },

  /** Each begins a message, with what comes between. */
  labels: { note: 'note: ', warning: 'warning: ', error: 'error: ', hint: 'hint: ' },

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

  change: (before: ScopeState | LayerState, after: ScopeState | LayerState) => whole(`${before} → ${after}`),

  notes: {
    answeredByFlag: (flag: string, of: string) => `${whole(flag)} answered ${popupOf(of)}.`,
    /** @param of the only scope that the flag could answer for, or `general` @param appeared whether a popup did */
    unusedAnswer: (flag: string, of: string, appeared: boolean) =>
      of === 'general'
        ? `${whole(flag)} had no effect: no ${appeared ? 'other ' : ''}popup appeared.`
        : `${whole(flag)} had no effect: ${of === 'privacy' ? 'no privacy sheet' : `no popup for ${of}`} appeared.`,
    dropped: (scope: string, answer: Answer, found: ScopeState) =>
      `While the popup was open, ${scope} became ${found} elsewhere. The answer (${answer}) was ignored.`,
    buttonSince2018: () =>
      `On phones since October 2018, wx.getUserInfo shows no popup: it fails while undecided, and ${whole('<button open-type="getUserInfo">')} asks. To tap it: ${whole('wxauth tap getUserInfo')}`,
    profileAt: (path: string) => `Profile: ${whole(path)}`,
    projectAt: (path: string, appid: string) => `Mini Program: ${whole(path)} (${appid})`,
    runsToday: (libVersion: string) =>
      `The base library ${libVersion} follows today's rules. To play them: ${whole('--edition today')}`,
    recorded: (of: string, before: ScopeState | LayerState, after: ScopeState | LayerState) =>
      `Recorded: ${of} ${before} → ${after}`,
    asked: (caller: string, of: string) =>
      of === 'privacy' ? `${caller} needs the privacy agreement.` : `${caller} asks for ${of}.`,
    nothingToChange: 'Nothing to change.',
    noProfiles: (directory: string) => `There are no profiles in ${whole(directory)} yet.`,
    removed: (name: string) => `Removed the profile ${quoted(name)}.`,
  },

  hints: {
    button: {
      'rejected-now':
        'From now on wx.getUserInfo fails without a popup. The next tap on the button asks again.',
      dismissed: 'Nothing was recorded. The next tap on the button asks again.',
    },
    rejected: (scope: string) =>
      `${scope} was rejected earlier, so no popup appears. To switch it on: ${openSetting(scope)}`,
    'rejected-now': (scope: string) =>
      `From now on ${scope} is refused without a popup. To switch it on: ${openSetting(scope)}`,
    dismissed: (scope: string) => `Nothing was recorded for ${scope}. The next call asks again.`,
    'no-purpose': (appJson: AppJson | undefined) => {
      const purpose = whole('"permission": { "scope.userLocation": { "desc": "…" } }')
      return appJson?.exists === false
        ? `Build the Mini Program, or create ${whole(appJson.path)} with ${purpose}`
        : `Say why the location is needed: add ${purpose} to ${whole(appJson?.path ?? 'app.json')}`
    },
    'button-only': () =>
      `wx.authorize never asks for scope.userInfo. The button does: ${whole('wxauth tap getUserInfo')}`,
    'bad-parameters': (api: string) => `Fix the params of ${api}. No popup appears until they are valid.`,
  },

  missingSwitch: (scope: string) =>
    `The settings page has no switch for ${scope} while it is undecided. No switch was moved.`,
  missingSwitchHint: (scope: string) => `Decide it first: ${whole(`wxauth set ${scope}=rejected`)}`,

  expectations: {
    success: 'the success callback',
    fail: 'the fail callback',
    popup: 'a popup',
    'no-popup': 'no popup',
  },
  expectationFailed: (expected: string, happened: string) => `Expected ${expected}, but ${happened}.`,
  happened: {
    success: (api: string) => `the success callback of ${api} ran`,
    fail: (api: string, errMsg: string) => `the fail callback of ${api} ran with ${quoted(errMsg)}`,
    popup: (of: string) => `${of === 'privacy' ? 'the privacy sheet' : `a popup for ${of}`} appeared`,
    'no-popup': 'no popup appeared',
  },
  /** How to start from a state in which the expectation is met. */
  expectationHints: {
    set: (of: string, state: ScopeState | LayerState) =>
      `To start from another state: ${whole(`wxauth set ${of}=${state}`)}`,
    reset: (scope: string) => `To be asked again: ${whole(`wxauth reset ${scope}`)}`,
  },
} as const

function popupOf(of: string): string {
  return of === 'privacy' ? 'the privacy sheet' : `the popup for ${of}`
}

function openSetting(scope: string): string {
  return whole(`wxauth open-setting --enable ${scope}`)
}
