import type { Answer } from '../../machine/state.ts'
import type { EditionReason } from '../../pages/edition.ts'
import type { Phase, ProgramError } from '../../pages/ports.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import { notices } from './notices.ts'

const editionReasons: Readonly<Record<EditionReason, (libVersion: string) => string>> = {
  flag: () => 'by --edition',
  environment: () => 'by $WXAUTH_EDITION',
  'lib-version': version => `libVersion ${whole(version)} is at least 2.32.3`,
  'old-lib-version': version => `libVersion ${whole(version)} is older than 2.32.3`,
  'lib-version-word': word => `libVersion ${whole(word)} is not a number, so choose with --edition`,
  'no-lib-version': () => 'project.config.json names no version of the base library',
}

/** What has no callbacks. */
const listenersMissing: Readonly<Record<string, string>> = {
  'RecorderManager.start': 'the recorder has no onError',
  camera: 'the <camera> has no binderror',
}

/** What is said about a program that runs. */
export const run = {
  notices,

  /** The first line. */
  edition: (edition: string, why: EditionReason, libVersion: string) =>
    `Edition ${edition}: ${editionReasons[why](libVersion)}`,
  heading: (name: string) => visibleText(name),

  /** Each stands before what happened, in a column. */
  labels: {
    opened: 'opened',
    tapped: 'tapped',
    pressed: 'pressed',
    dragged: 'dragged',
    typed: 'typed',
    called: 'called',
    received: 'received',
    unheard: 'unheard',
    asked: 'asked',
    answered: 'answered',
    shown: 'shown',
    moved: 'went to',
    threw: 'threw',
  },

  tapped: (text: string, handler: string | undefined) =>
    [text === '' ? undefined : quoted(text), handler === undefined ? undefined : `→ ${whole(handler)}`]
      .filter(part => part !== undefined)
      .join(' ') || 'an element without text',
  typed: (value: string, into: string) =>
    into === '' ? quoted(value) : `${quoted(value)} into ${quoted(into)}`,
  unheard: (errMsg: string, api: string) =>
    `"${visibleText(errMsg)}": ${listenersMissing[api] ?? 'this call has neither fail nor complete'}`,
  popup: (request: string, scope: string) => `the user: ${request} (${scope})`,
  privacy: 'the user: agree to the privacy guideline',
  answers: {
    accept: 'Allow',
    reject: 'Reject',
    dismiss: 'closed the popup without choosing',
    unanswered: 'nobody answered',
  } satisfies Record<Answer | 'unanswered', string>,
  modal: (title: string, content: string) =>
    `a modal: ${[title, content]
      .filter(text => text !== '')
      .map(text => quoted(text))
      .join(' ')}`,
  modalAnswers: { confirm: 'confirm', cancel: 'cancel' },
  sheet: (items: readonly string[]) => `an action sheet: ${items.map(item => quoted(item)).join(' ')}`,
  sheetAnswer: (item: string | undefined) => (item === undefined ? 'cancel' : quoted(item)),
  picker: (api: string) => `to pick something: ${whole(api)}`,
  pickAnswers: { ok: 'picked something', cancel: 'cancel' },
  settings: 'the settings page',
  switches: (on: readonly string[], off: readonly string[]) =>
    [
      ...(on.length > 0 ? [`on: ${on.join(', ')}`] : []),
      ...(off.length > 0 ? [`off: ${off.join(', ')}`] : []),
    ].join(' · ') || 'no switch is there yet',
  toast: (title: string) => `a toast: ${quoted(title)}`,
  loading: (title: string) => (title === '' ? 'loading …' : `loading: ${quoted(title)}`),
  loadingEnds: 'loading ended',
  error: ({ kind, message }: Pick<ProgramError, 'kind' | 'message'>) =>
    `${kind === 'rejection' ? 'a rejection that nobody caught: ' : ''}${whole(message, { most: 300 })}`,

  pageShows: (page: string) => `${whole(page)} shows`,
  nothingShown: '(nothing)',
  canTapToo: 'Also to tap',
  unnamed: (tag: string) => `<${visibleText(tag)}>`,

  endlessLoop: 'The code never ended, so wxauth stopped it.',
  outOfMemory: 'The code used up all memory, so wxauth stopped it.',
  askedAgain: (caller: string, scope: string, times: number) =>
    `${caller} asked for ${scope} ${times} times, although the user did nothing in between.`,

  complaints: {
    threw: (errors: number, phase: Phase) =>
      errors === 1
        ? `The program failed ${phases[phase]}.`
        : `The program failed ${errors} times, first ${phases[phase]}.`,
    threwHint: 'The lines "threw" above say where.',
    noTarget: (target: string, page: string, isInput: boolean) =>
      `Nothing on ${whole(page)} fits ${quoted(target)}${isInput ? ' and can be typed into' : ''}.`,
    noTargetHint: (words: readonly string[], isInput: boolean) =>
      words.length === 0
        ? `There is nothing to ${isInput ? 'type into' : 'tap'} there.`
        : `What can be ${isInput ? 'typed into' : 'tapped'}: ${words.map(word => quoted(word)).join(', ')}`,
    notOpened: (page: string) => `The page ${whole(page)} could not be opened.`,
    notOpenedHint: (file: string) => `Look at ${whole(file)}`,
    popup: 'Expected a popup, but none appeared.',
    popupHint: 'A scope that is decided asks no more. Without --profile, nothing is decided yet.',
    noPopup: (scope: string) => `Expected no popup, but one for ${scope} appeared.`,
    noText: (text: string) => `Expected the text ${quoted(text)}, but it is not shown.`,
    text: (text: string) => `Expected not to see the text ${quoted(text)}, but it is shown.`,
    shownInstead: (page: string, text: string) =>
      text === '' ? `${whole(page)} shows nothing.` : `${whole(page)} shows ${quoted(text)}.`,
    page: (expected: string, page: string) =>
      `Expected the page ${whole(expected)}, but ${whole(page)} is shown.`,
  },
  unused: (flag: string, what: 'popup' | 'modal' | 'sheet' | 'pick' | 'settings') =>
    `${whole(flag)} had no effect: no ${unusedWords[what]} appeared.`,
  noItem: (flag: string, item: number, items: number) =>
    `${whole(flag)}: the action sheet has no item ${item}, only ${items} (the first is 0). The last one was chosen.`,
  several: (target: string, count: number) =>
    `${quoted(target)} fits ${count} elements; the first was taken.`,

  interactive: {
    menu: {
      keys: ['↑ ↓ move · Enter chooses · q leaves', '↑ ↓ Enter, q leaves'],
      notices: {
        early: ['What was typed before does not count: press one key.', 'Press one key again.'],
        several: ['Several keys at once choose nothing: press one key.', 'One key at a time.'],
        unknown: ['That key does nothing here.', 'Not a key here.'],
      },
    },
    chooseElement: 'What does the user tap?',
    typeInto: (text: string) => `type into ${quoted(text)}`,
    typeTitle: (text: string) => `What does the user type into ${quoted(text)}?`,
    sheetTitle: 'The program shows an action sheet:',
    cancel: 'Cancel',
    back: 'Go back to the page before',
    confirm: 'OK',
    pickTitle: (api: string) => `${whole(api)} lets the user pick something:`,
    pick: 'Pick something',
    leave: 'There is nothing to tap. Leave?',
    leaveItem: 'Leave',
  },
} as const

const phases: Readonly<Record<Phase, string>> = {
  load: 'when its code was loaded',
  launch: 'when it was launched',
  open: 'when the page opened',
  tap: 'after what the user did',
  later: 'later, by itself',
}

const unusedWords = {
  popup: 'popup',
  modal: 'modal',
  sheet: 'action sheet',
  pick: 'picker',
  settings: 'settings page',
}
