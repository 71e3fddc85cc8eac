import { quoted, whole } from '../../text/quoted.ts'

type Target = { readonly text: string; readonly handler: string; readonly tag?: string; readonly at?: string }

/** The element of a step; `undefined` where nothing but a handler is known. */
function target({ text, handler, tag, at }: Target): string | undefined {
  if (text !== '') return `${quoted(text)} (${whole(handler)})`
  if (tag !== undefined && at !== undefined) return `the <${whole(tag)}> at ${whole(at)} (${whole(handler)})`
  return undefined
}

/** What an exploration says. */
export const explore = {
  severities: { error: 'error', warning: 'warning', info: 'info' },

  /**
   * For each rule: its name in words, what it says of one place, what it says in general, what the user suffers, and how
   * to fix it.
   */
  rules: {
    'asks-user-info': {
      title: 'Asks for user information with wx.authorize',
      message: () => 'wx.authorize of scope.userInfo never shows a popup: it always fails.',
      says: 'wx.authorize({ scope: "scope.userInfo" }) never shows a popup.',
      suffers: 'The user is never asked, and the page behaves as if the answer were no.',
      fix: 'Put <button open-type="getUserInfo"> on the page and let the user tap it.',
    },
    'settings-without-tap': {
      title: 'Opens the settings without a tap',
      message: () => 'wx.openSetting runs where no tap is. On a phone it fails.',
      says: 'wx.openSetting works only in the handler of a tap, or in the success callback of wx.showModal.',
      suffers: 'The settings page never opens, so the refusal stays for good.',
      fix: 'Ask with wx.showModal first, or show <button open-type="openSetting">.',
    },
    'refusal-exception': {
      title: 'An exception after a refusal',
      message: ({ message = '' }: Facts) => `This throws after a refusal: ${quoted(message)}.`,
      says: 'The program throws an exception, but only on paths where the user said no or turned away.',
      suffers: 'The code after it does not run. The page may stay empty, or half done.',
      fix: 'Play the path again with --replay, and correct the line. Test the refused path too.',
    },
    'never-settles': {
      title: 'A promise never settles',
      message: ({ api = '' }: Facts) =>
        `After a refusal or a cancel, the promise around ${api} never settles.`,
      says: 'A promise stays open forever after a refusal or a cancel.',
      suffers: 'Whatever waits for it never goes on: the tap does nothing.',
      fix: 'Call reject, or resolve with what was refused, in the fail callback.',
    },
    'unhandled-rejection': {
      title: 'A rejection that nobody catches',
      message: ({ api = '' }: Facts) => `The promise of ${api} is rejected, and nobody catches it.`,
      says: 'A promise is rejected because of a refusal or a cancel, and nothing catches it.',
      suffers: 'The tap does nothing, and the code after it does not run.',
      fix: 'Put the call into try and catch, or add .catch(), and show what works without it.',
    },
    'no-fail-handler': {
      title: 'A refusal that nothing hears',
      message: ({ api = '' }: Facts) => `${api} is refused, and nothing hears it.`,
      says: 'A call was refused, and it has neither fail nor complete. A recorder needs onError, a camera binderror.',
      suffers: 'The user says no, and nothing happens. After that, each tap does nothing.',
      fix: 'Add a fail callback (a recorder needs onError, a camera binderror) that shows what works without it, and a way to the settings.',
    },
    'silent-refusal': {
      title: 'A refusal that the user cannot see',
      message: ({ api = '' }: Facts) => `${api} is refused, and the user sees nothing of it.`,
      says: 'The program hears the refusal, but shows nothing: no toast, modal or page, and the text stays the same.',
      suffers: 'The tap seems to do nothing.',
      fix: 'Say on the page what is missing, and offer a button that leads to the settings.',
    },
    'no-way-back': {
      title: 'No way to the settings',
      message: ({ api = '' }: Facts) => `After ${api} is refused, nothing on the page leads to the settings.`,
      says: 'The program shows the refusal, but neither the page nor a second tap leads to the settings.',
      suffers: 'A user who changes their mind does not find the switch.',
      fix: 'Offer <button open-type="openSetting">, or wx.openSetting in the handler of a tap.',
    },
    're-ask-loop': {
      title: 'The same question again and again',
      message: ({ api = '', wayOut = '' }: Facts) =>
        wayOut === 'false'
          ? `After ${api} is refused, the same question comes again and again, and only yes ends it.`
          : `After ${api} is refused, the same question comes again and again without a tap.`,
      says: 'The program asks the same question again and again, although the user has tapped nothing.',
      suffers: 'The user cannot use the page without saying yes. WeChat rejects such programs in its review.',
      fix: 'Ask once. Then show what works without it, and ask again only after a tap.',
    },
    'stuck-loading': {
      title: 'A loading that never ends',
      message: ({ api = '' }: Facts) => `After ${api} is refused or canceled, the loading stays.`,
      says: 'wx.showLoading, or the loading of the navigation bar, is left on after a refusal or a cancel.',
      suffers: 'The page looks busy forever. With a mask, nothing can be tapped.',
      fix: 'Hide the loading in complete, or in finally, instead of in success.',
    },
    'empty-settings': {
      title: 'A settings page without the switch',
      message: ({ scope = '' }: Facts) =>
        `The settings open without a switch for ${scope}: it was never asked.`,
      says: 'The settings page lists only what was asked before. The program sends the user there too early.',
      suffers: 'The user looks for a switch that is not there.',
      fix: 'If authSetting has no key for the scope, call the API: it asks. Open the settings only after a refusal.',
    },
    'acts-while-asking': {
      title: 'Something covers an open popup',
      message: ({ act = '' }: Facts) =>
        `While the popup is open, ${{ modal: 'a modal appears', page: 'the page changes' }[act] ?? 'the settings open'}.`,
      says: 'The program shows a modal, changes the page or opens the settings while a popup waits for an answer.',
      suffers: 'Two questions cover each other, or the answer belongs to a page that is gone.',
      fix: 'Go on in the callbacks of the call that asks.',
    },
    'missing-handler': {
      title: 'A handler that does not exist',
      message: ({ handler = '', event = '' }: Facts) =>
        `bind${event} names ${quoted(handler)}, but the page has no such method.`,
      says: 'WXML names a handler for a refusal that the page does not have.',
      suffers: 'The user says no, and nothing happens.',
      fix: 'Add the method, or correct its name in WXML.',
    },
    'open-type-misplaced': {
      title: 'An open-type that does nothing',
      message: ({ tag = '', openType = '' }: Facts) =>
        `open-type="${whole(openType)}" works only on a <button>, not on <${whole(tag)}>.`,
      says: 'open-type="openSetting" and open-type="getUserInfo" work only on a <button>.',
      suffers: 'The tap does nothing.',
      fix: 'Make the element a <button>.',
    },
    'overridden-handler': {
      title: 'A handler that is written twice',
      message: ({ key = '', line = '' }: Facts) =>
        `${quoted(key)} is written again in line ${line}, so this one never runs.`,
      says: 'A key is written twice in a page or component, and the earlier one holds guarded calls.',
      suffers: 'The call that you see in the source never happens.',
      fix: 'Remove one of the two, or rename it.',
    },
    'asks-at-launch': {
      title: 'Asks at launch',
      message: ({ api = '' }: Facts) => `${api} asks while the Mini Program starts.`,
      says: 'A popup appears in App.onLaunch or App.onShow.',
      suffers: 'The user does not know yet what it is for. Most say no, and that stays.',
      fix: 'Ask when the user taps what needs it.',
    },
    'asks-on-load': {
      title: 'Asks on load',
      message: ({ api = '' }: Facts) => `${api} asks before the user has done anything on the page.`,
      says: 'A popup appears in onLoad, onShow or onReady of a page.',
      suffers: 'The user does not know yet what it is for.',
      fix: 'Ask when the user taps what needs it, or say on the page what it is for.',
    },
    'no-usage-description': {
      title: 'No usage description',
      message: ({ problem = '' }: Facts) =>
        problem === 'misplaced'
          ? 'The usage description of scope.userLocation does not stand where WeChat reads it.'
          : 'scope.userLocation is used, but app.json does not say what for.',
      says: 'scope.userLocation needs a usage description in app.json.',
      suffers: 'Every call fails without a popup, even if the user has allowed it.',
      fix: 'Add permission["scope.userLocation"].desc to app.json.',
    },
  },

  /** How to fix it where the general words of the rule do not fit, by what is called; `callbacks` is any other call. */
  fixes: {
    'no-fail-handler': {
      callbacks: 'Add a fail callback that shows what works without it, and a way to the settings.',
      'RecorderManager.start':
        'Add onError to the recorder. Let it show what works without it, and a way to the settings.',
      camera: 'Add binderror to the <camera>. Let it show what works without it, and a way to the settings.',
      button: 'Add bindgetuserinfo to the button, and show what works without it. The next tap asks again.',
      privacy: 'Add a fail callback that shows what works without it.',
    },
    'silent-refusal': {
      button: 'Say on the page what is missing. The next tap on the button asks again.',
      privacy: 'Say on the page what is missing.',
    },
  },

  notices: {
    /** What goes wrong whatever the user says. */
    always: ({ rule = '', message }: Facts) => {
      if (message === undefined)
        return `${rule} is broken here even if the user allows everything: it has nothing to do with authorization.`
      const what = rule === 'unhandled-rejection' ? 'A promise is rejected here' : 'This throws'
      return `${what} even if the user allows everything, so it has nothing to do with authorization: ${quoted(message)}`
    },
    'endless-loop': ({ replay = '' }: Facts) =>
      `The program never comes to an end here. See it: ${whole(replay)}`,
    'ignore-without-reason': ({ rule = '' }: Facts) =>
      `This comment gives no reason, so it does not count. Write // wxauth-ignore ${whole(rule)}: and the reason.`,
    'ignore-unknown-rule': ({ rule = '' }: Facts) =>
      `There is no rule ${quoted(rule)}, so this comment does not count.`,
    'ignore-unused': ({ rule = '' }: Facts) => `Nothing breaks ${whole(rule)} here: remove this comment.`,
    'page-not-opened': ({ page = '', reason = '' }: Facts) =>
      `The page ${whole(page)} could not be opened: ${quoted(reason)}`,
  },

  /** Steps of a way, as one does them. */
  steps: {
    opened: (page: string) => `Open ${whole(page)}`,
    tapped: {
      tap: (on: Target) => (target(on) === undefined ? `Run ${whole(on.handler)}` : `Tap ${target(on)}`),
      press: (on: Target) => `Press and hold ${target(on) ?? whole(on.handler)}`,
      type: (on: Target) => `Type into ${target(on) ?? whole(on.handler)}`,
      move: (on: Target) => `Drag or scroll ${target(on) ?? whole(on.handler)}`,
    },
    popup: { accept: 'Allow', reject: 'Reject', dismiss: 'Close it without choosing' },
    asked: (scope: string, answer: string) => `Popup for ${scope}: ${answer}`,
    consent: (scope: string, answer: string) => `Button for ${scope}: ${answer}`,
    /** @param texts its title, its text, or both */
    modal: (texts: readonly string[], answer: string) => `Modal ${quoted(texts.join(': '))}: ${answer}`,
    modalAnswers: { confirm: 'confirm', cancel: 'cancel' },
    sheet: (item: string) => `Action sheet: choose ${quoted(item)}`,
    sheetCanceled: 'Action sheet: cancel',
    picker: (api: string, answer: string) => `${api}: ${answer}`,
    pickerAnswers: { pick: 'pick something', cancel: 'cancel' },
    settings: {
      leave: 'Settings page: leave it as it is',
      on: (scope: string) => `Settings page: switch ${scope} on`,
      off: (scope: string) => `Settings page: switch ${scope} off`,
    },
    toast: (title: string) => `Toast ${quoted(title)}`,
    navigated: (page: string) => `The page ${whole(page)} opens`,
  },

  report: {
    fix: (text: string) => `Fix: ${text}`,
    replay: (command: string) => `See it: ${command}`,
    startsRejected: 'The user has refused everything before.',
    own: (place: string) => `It happens in ${place}.`,
    hidden: 'No element that was seen leads here.',
    guessed: 'Seen with guessed data only.',
    also: (rules: string) => `It also breaks ${rules}.`,
    counts: (errors: number, warnings: number, infos: number) =>
      `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${infos} info.`,
    more: (infos: number) => `${count(infos, 'finding')} of severity info: list them with --verbose.`,
    clean: 'Nothing found.',
    cleanSoFar: 'Nothing found, but not everything could be tried.',
    nothingNew: (known: number) =>
      `Nothing new: ${count(known, 'known finding')} ${known === 1 ? 'does' : 'do'} not count.`,
    noPages: 'There is no page in this part of the program.',
    unloaded: (pages: readonly string[]) => `Not loaded: ${pages.join(', ')}.`,
    endless: (units: number) =>
      `${count(units, 'unit')} never came to an end, so what follows was not tried.`,
    ignored: (rules: string) => `Left out by --ignore: ${rules}.`,
    walked: (loaded: number, pages: number, units: number, asking: number, paths: number) =>
      `${loaded} of ${count(pages, 'page')} loaded, ${count(units, 'unit')} tried, ${asking} of them ${asking === 1 ? 'needs' : 'need'} authorization; ${count(paths, 'path')}.`,
    cut: (cut: number) => `The limits left out ${count(cut, 'path')}: raise --max-depth or --max-paths.`,
    reached: (reached: number, written: number) =>
      `${reached} of ${count(written, 'guarded call')} in the source ran.`,
    reachedLittle: (reached: number) =>
      reached === 0
        ? 'No guarded call ran, so this result says nothing about them.'
        : 'Most guarded calls never ran, so this result says little about them.',
    always: (always: number) =>
      `${count(always, 'thing')} also ${always === 1 ? 'goes' : 'go'} wrong if the user allows everything: list with --verbose.`,
    nothingGuarded: 'Nothing that was explored needs authorization.',
    unreached: 'Not reached:',
    baseline: (known: number) => `${count(known, 'known finding')} ${known === 1 ? 'does' : 'do'} not count.`,
    gone: (gone: number) =>
      `${count(gone, 'finding')} of the baseline ${gone === 1 ? 'is' : 'are'} gone: update it with --update-baseline.`,
    notices: 'Notices:',
    moreNotices: (number: number) => `${count(number, 'more notice')}: list all with --verbose.`,
  },

  replay: {
    /** What a token says, and what the program does now. `at` counts from 1. */
    notOpened: (page: string) => `${whole(page)} no longer opens.`,
    notShown: (handler: string) => `No element that is shown calls ${whole(handler)} any more.`,
    otherChoice: (at: number, expected: string, met: string) =>
      `Choice ${at} was of the kind ${expected}; now it is ${met}.`,
    otherOptions: (at: number, answer: string, options: string) =>
      `At choice ${at} ${quoted(answer)} cannot be chosen any more, only ${options}.`,
    noChoice: (at: number, expected: string) => `Choice ${at} of the kind ${expected} no longer comes.`,
    kinds: {
      popup: 'popup',
      consent: 'button',
      modal: 'modal',
      sheet: 'action sheet',
      picker: 'picker',
      settings: 'settings page',
    },
  },

  /** While it explores, on a terminal. */
  progress: (done: number, of: number, paths: number, findings: number) =>
    `${done} of ${count(of, 'page')}, ${count(paths, 'path')}, ${count(findings, 'finding')}`,
  wrote: (path: string) => `Wrote ${whole(path)}`,
  belowThreshold: (percent: number, threshold: number) =>
    `Only ${percent}% of the guarded calls in the source ran, less than ${threshold}%.`,
  failed: (findings: number) => `${count(findings, 'finding')} must be fixed.`,
  differs: (text: string) => `The program differs from this path: ${text}`,

  explain: {
    heading: (rule: string, severity: string, title: string) => `${rule} (${severity}): ${title}`,
    says: 'Rule',
    suffers: 'The user',
    fix: 'Fix',
  },

  html: {
    title: (app: string) => `Every way to say no: ${app}`,
    heading: 'Every way to say no',
    kicker: 'WeChat Mini Program authorization',
    contents: 'Contents',
    summary: 'In short',
    findings: 'Findings',
    trees: 'Decisions',
    treesLead: 'What the user can decide, unit by unit. Ways that end badly are marked ✘.',
    notices: 'Notices',
    unreached: 'Guarded calls that never ran',
    where: 'Where',
    how: 'How to see it',
    replay: 'Replay',
    user: 'What the user suffers',
    fix: 'How to fix it',
    rule: 'Rule',
    starts: { undecided: 'A user who decided nothing', rejected: 'A user who refused everything' },
    opened: (page: string) => `Open ${page}`,
    tapped: (handler: string) => `Tap ${handler}`,
    good: '✔ ends well',
    bad: (rules: string) => `✘ ${rules}`,
    shown: 'The page then',
    facts: {
      app: 'Mini Program',
      pages: 'Pages',
      units: 'Units',
      paths: 'Paths',
      calls: 'Guarded calls that ran',
    },
    of: (part: number, whole: number) => `${part} of ${whole}`,
    footer: 'Run it again in a terminal:',
  },
} as const

type Facts = Readonly<Record<string, string>>

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}
