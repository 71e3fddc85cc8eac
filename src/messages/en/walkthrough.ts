import type { GuideScope } from '../../catalogue/names.ts'
import type { SentenceKey } from '../../guide/sentences.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { scopes } from './scopes.ts'

const button = whole('<button open-type="getUserInfo">')

/** What a walkthrough says. `call`, `button` and `component` are the ways in which a page uses what a scope guards. */
export const walkthrough = {
  scopeName: scopes.name,
  /** What the guide says: the language of the guide is English. */
  guide: (_key: SentenceKey, sentence: string) => sentence,
  heading: (api: string, scope: string) => `${api} asks for ${scope}: what happens, step by step`,
  copy: 'You work on a copy. Your own profile stays as it is.',
  decidedInProfile: (scope: string, state: 'accepted' | 'rejected') =>
    `In your profile, ${scope} is ${state}. The walkthrough begins with it undecided.`,
  chooseApi: 'Which API do you want to see?',

  /** Before the person acts. */
  before: {
    popup: 'Now you are the user. Answer the popup:',
    switchOn: (description: string) =>
      `Now you are the user. Switch “${description}” on, then close the page:`,
    switchOff: (description: string) =>
      `Now you are the user. Switch “${description}” off, then close the page:`,
  },
  /** Stays of the popup. */
  kept: 'Only this walkthrough remembers it.',

  bar: { next: 'Next', back: 'Back', more: 'More', leave: 'Leave', other: 'The other way' },
  menu: {
    keys: ['↑ ↓ move · Enter chooses · q leaves', '↑ ↓ Enter, q leaves'],
    notices: {
      early: ['What was typed before does not count: press one key.', 'Press one key again.'],
      several: ['Several keys at once choose nothing: press one key.', 'One key at a time.'],
      unknown: ['That key does nothing here.', 'Not a key here.'],
    },
  },
  /** At the end of a way: the one that was not seen yet. */
  offers: {
    accept:
      'That is the end of this way. See what happens when the user allows it? Then tap Allow this time.',
    reject: 'That is the end of this way. See what happens when the user says no? Then tap Reject this time.',
    dismiss:
      'That is the end of this way. See what happens when the user closes the popup? Then press Esc this time.',
  },
  allSeen: 'You have seen every way: the user allows, rejects, or closes the popup.',

  /** Each begins a text, with what comes between. */
  labels: {
    guide: 'Guide: ',
    user: 'On screen: ',
    received: 'Your code: ',
    lesson: 'So: ',
    more: 'More: ',
  },
  codeTitles: {
    js: 'JavaScript of the page:',
    wxml: 'WXML of the page:',
    json: 'In app.json:',
  },

  /** @param by `success`, `fail`, or the name of an event */
  receives: (from: string, by: string) =>
    by === 'success' || by === 'fail'
      ? `The ${by} callback of ${from} receives`
      : `${by} of the ${from} receives event.detail`,
  receivesNothing: 'Nothing runs.',

  titles: {
    prepare: 'Before you ask',
    declare: 'Say in app.json why you need the location',
    authorize: 'wx.authorize does not ask for scope.userInfo',
    ask: {
      call: (api: string) => `Your page calls ${api} for the first time`,
      button: () => 'The user taps your button for the first time',
      component: () => 'Your page shows the camera for the first time',
    },
    askAgain: {
      call: (api: string) => `Your page calls ${api} again`,
      button: () => 'The user taps your button again',
      component: () => 'Your page shows the camera again',
    },
    refused: {
      call: (api: string) => `Your page calls ${api}, which the user has rejected`,
      button: (api: string) => `Your page calls ${api}, which the user has rejected`,
      component: () => 'Your page shows the camera, which the user has rejected',
    },
    allowed: {
      call: (api: string) => `Your page calls ${api}, which the user has allowed`,
      button: (api: string) => `Your page calls ${api}, which the user has allowed`,
      component: () => 'Your page shows the camera, which the user has allowed',
    },
    tapAgain: 'The user taps your button again',
    openSettings: 'Your page leads the user to the settings page',
    settingsByHand: 'The user opens the settings page',
    notRecorded: 'Nothing is recorded',
    reset: 'The user deletes the Mini Program and comes back',
  },

  user: {
    prepare: 'The user reads on your page what it is for. There is no popup yet.',
    noPopup: 'No popup appears.',
    undescribed: 'Without a description in app.json, no popup appears.',
    popup: {
      accept: 'A popup asks, and the user taps Allow.',
      reject: 'A popup asks, and the user taps Reject.',
      dismiss: 'A popup asks, and the user closes it without choosing.',
    },
    switchedOn: (description: string) => `The settings page opens. The user switches “${description}” on.`,
    leftOff: 'The settings page opens. The user closes it and leaves the switch off.',
    switchedOff: (description: string) =>
      `The user taps About, then Settings, and switches “${description}” off.`,
    leftOn: 'The user taps About, then Settings, and leaves the switch on.',
    notRecorded: 'The user goes on with your page.',
    reset: 'The Mini Program starts as if the user had never used it.',
  },

  lessons: {
    prepare: 'Ask when the user needs it, and say why. Do not ask when the Mini Program starts.',
    declared: (app: string) =>
      `${quoted(app)} has a description, which the next popup shows. Without it, every call would fail like this.`,
    lacking: (appJson: string) =>
      `${whole(appJson)} has no description, so every call fails like this. Add the lines below. The next steps go on as if they were there.`,
    authorize: `This call always fails while the user has not decided. Only ${button} asks.`,
    accept: {
      call: (api: string) =>
        `${api} runs, and your success callback receives the result. The answer is recorded.`,
      button: () => 'Your event handler receives the user information. The answer is recorded.',
      component: () => 'The camera starts and bindinitdone runs. The answer is recorded.',
    },
    reject: {
      call: (api: string) => `${api} does not run. Your fail callback runs, and the refusal is recorded.`,
      button: () => 'Your event handler runs without userInfo. The refusal is recorded.',
      component: () =>
        'The camera does not start. A component has no fail callback: binderror runs. The refusal is recorded.',
    },
    dismiss: {
      call: (api: string) =>
        `${api} does not run, and your fail callback runs. Nothing is recorded: the next call asks again.`,
      button: () => 'Your event handler runs without userInfo. Nothing is recorded: the next tap asks again.',
      component: () =>
        'The camera does not start, and binderror runs. Nothing is recorded: the next camera asks again.',
    },
    refused: {
      call: () => 'From now on your fail callback runs at once. Calling again never asks again.',
      button: () => 'From now on the API fails at once. Calling it again never asks again.',
      component: () =>
        'From now on binderror runs at once. Showing the camera again never asks again, so offer another way.',
    },
    allowed: {
      call: (api: string) => `${api} runs at once, without a question.`,
      button: (api: string) => `${api} runs at once, without a question.`,
      component: () => 'The camera starts at once, without a question.',
    },
    switchedOn: 'wx.openSetting tells you the new settings once the user closes the page. Now call again.',
    leftOff: 'The user still says no. Your page must work without it.',
    switchedOff: 'Nothing tells your page. Read wx.getSetting whenever the page shows.',
    leftOn: 'Nothing changes this time. Read wx.getSetting whenever the page shows: next time it may.',
    notRecorded:
      'authSetting has no key for this scope: the user said neither yes nor no. The next use asks again.',
    reset: 'Every decision is forgotten, authSetting is empty, and the next use asks again.',
  },

  more: {
    prepare:
      'Most users reject a popup that they do not understand. Let them tap something first: then they know why now, and why this. A refusal stays, so the first popup is your only one.',
    declare:
      'It stands in app.json under permission["scope.userLocation"].desc, in at most 30 characters, and the popup shows it. WeChat checks it first: without it, even a user who has allowed the location gets this error. No other scope needs a description.',
    authorize: `For every other scope, wx.authorize asks in advance, without calling the API. For scope.userInfo it fails with “scope unauthorized”. Put ${button} on your page and let the user tap it.`,
    ask: 'One answer covers all APIs of the scope. Allow and Reject are recorded until the user changes them on the settings page or deletes the Mini Program.',
    askAgain:
      '“auth canceled” is not a no. Only Allow and Reject are decisions: a popup that is closed leaves the scope undecided. Keep your button, so that the user can try again.',
    tapAgain:
      'A tap on this button is a request by the user, so it asks again even after a refusal. For the other scopes only the settings page helps.',
    refused: {
      call: 'Devices say no in different words, so test errMsg for all of them. Do not ask again and again: show what works without it, and a button that leads to the settings page.',
      button:
        'Devices say no in different words, so test errMsg for all of them. Show what works without it, and keep the button: it can ask again.',
      component:
        'Devices say no in different words, so test errMsg for all of them. Hide the camera, let the user type or choose a picture instead, and offer a button that leads to the settings page.',
    },
    allowed:
      'It stays so, after a restart too, until the user changes it on the settings page or deletes the Mini Program. The user can do that at any time, so keep the fail callback.',
    openSettings:
      'wx.openSetting needs a tap: call it in the handler of a button, or use <button open-type="openSetting">. The page lists only what was asked before. Say on your page which switch to move, and what it is good for.',
    settingsByHand:
      'A user can change a decision at any time, on the page that About in the upper right leads to. Your page learns about it from wx.getSetting, or from the next call that fails.',
    notRecorded:
      'In authSetting, true means allowed, false means rejected, and no key means undecided. wx.getSetting never asks.',
    reset:
      'In authSetting, true means allowed, false means rejected, and no key means undecided. In your own profile, wxauth reset does the same.',
  },

  /** In the code. */
  comments: {
    wording: 'Devices word it differently.',
    without: 'Go on without it. Offer the settings.',
    tapOnly: 'Works only in the handler of a tap.',
    values: 'No key: the user has not decided.',
  },
  openSettingsButton: 'Open the settings',

  /** Why a page needs the scope, and its button, as an example. */
  reasons: {
    'scope.userInfo': {
      why: 'Your name and picture stand beside your comment',
      button: 'Use my WeChat name',
    },
    'scope.userLocation': { why: 'To show what is near you', button: 'Show what is near me' },
    'scope.address': { why: 'We deliver to your address', button: 'Choose an address' },
    'scope.invoiceTitle': { why: 'Your invoice carries this title', button: 'Choose a title' },
    'scope.invoice': { why: 'We add this invoice to your expenses', button: 'Choose an invoice' },
    'scope.werun': { why: 'Your steps count in this week’s challenge', button: 'Join with my steps' },
    'scope.record': { why: 'Your friend hears your message', button: 'Record a message' },
    'scope.writePhotosAlbum': { why: 'You keep the poster in your photos', button: 'Save the poster' },
    'scope.camera': { why: 'The camera reads the code on your table', button: 'Scan the code' },
  } satisfies Record<GuideScope, { readonly why: string; readonly button: string }>,
} as const
