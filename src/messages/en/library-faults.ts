import type {
  Argument,
  ArgumentKind,
  ErrMsgOf,
  FaultFacts,
  PageProblem,
  UnnamedArgument,
} from '../../faults.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import { shown } from './shown.ts'

/** Follows "must be". */
const argumentKinds: Readonly<Record<ArgumentKind, string>> = {
  object: 'a plain object',
  string: 'a string',
  boolean: 'true or false',
  function: 'a function',
  'not-function': 'data',
  appid: '1 to 64 letters, digits, dots, underscores and hyphens',
  profile: 'the name of a profile',
  folder: 'the path of a folder, or a file: URL',
  scope: 'the name of a scope',
  api: 'the name of an API',
  state: "'undecided', 'accepted' or 'rejected'",
  answer: "'accept', 'reject', 'dismiss' or a function",
  answers: "'accept', 'reject', 'dismiss', a function, a list of these, or an object of these by scope",
  'answer-result': "'accept', 'reject', 'dismiss' or undefined",
  switches: "switches by scope, such as { 'scope.camera': true }",
  states: "a scope and a state, or states by scope, such as { 'scope.camera': 'rejected' }",
  'open-type': "'getUserInfo' or 'openSetting'",
  camera: "'camera', the only component that asks",
  language: 'the name of a language',
  wx: 'the wx of createWxAuth()',
  auth: 'the auth of createWxAuth()',
  simulator: 'miniprogram-simulate 1.6',
  edition: "'guide' or 'today'",
  modal: "'confirm', 'cancel' or a function",
  sheet: "the place of an item, from 0, 'cancel' or a function",
  pick: "'ok', 'cancel' or a function",
  route: 'the route of a page, such as pages/index/index',
  query: 'an object of strings, numbers and booleans',
  target: 'a text of the page, .class, #id, or an element that find() returned',
}

const unnamedArguments: Readonly<Record<UnnamedArgument, (of: string) => string>> = {
  options: () => 'The argument of createWxAuth',
  scope: () => 'A scope',
  api: () => 'An API',
  state: () => 'A state',
  states: () => 'The argument of set',
  answer: () => 'An answer',
  'answer-result': () => 'The result of an answer function',
  'page-answer': () => 'The answer to wx.openSetting',
  'open-type': () => 'The open-type',
  component: () => 'The component',
  switch: scope => `The switch of ${scope}`,
  reply: place => `The reply of ${place}`,
  'launch-options': () => 'The argument of launch',
  page: () => 'The page',
  query: () => 'The query',
  target: () => 'The target',
  typed: () => 'The text to type',
  choice: () => 'The answer',
}

const argumentText = (argument: Argument) =>
  typeof argument === 'string' ? whole(argument) : whole(unnamedArguments[argument.what](argument.of ?? ''))

function pageText(problem: PageProblem): string {
  switch (problem.kind) {
    case 'no-json':
      return `${whole(`${problem.file}.json`)} is missing or is not valid JSON`
    case 'no-script':
      return `${whole(problem.file)} ${problem.isTypeScript ? 'is written in TypeScript' : 'has no .js file'}`
    case 'es-module':
      return `${problem.file === undefined ? 'one of its files' : whole(problem.file)} is an ES module`
    case 'unresolved':
      return `Node cannot find ${shown(problem.request)}`
    case 'wxml':
      return `the WXML compiler failed: ${visibleText(problem.text)}`
    case 'threw':
      return visibleText(problem.text)
    case 'ran-before':
      return `${whole(problem.file)} has been loaded before, and its code runs only once`
    case 'not-defined':
      return problem.files.length === 1
        ? 'its code does not call Page() or Component()'
        : `its code, or that of a component that it uses (${problem.files
            .slice(1)
            .map(file => whole(file))
            .join(', ')}), does not call Page() or Component()`
    case 'other-root':
      return `its WXML would be mixed up with that of a page in another folder (${whole(problem.root)} and ${whole(problem.other)})`
  }
}

function pageHint(problem: PageProblem): string {
  switch (problem.kind) {
    case 'no-json':
      return 'Every page and component needs one; {} is enough.'
    case 'no-script':
    case 'es-module':
      return 'Compile the page first and load the result: miniprogram-simulate runs CommonJS only.'
    case 'unresolved':
      return problem.request.startsWith('.')
        ? 'Check the path.'
        : 'Node resolves only relative paths as WeChat does: map this one in your test runner, or make it relative.'
    case 'wxml':
      return "The WXML of all pages is compiled at once. Fix the file that is named, or pass { compiler: 'simulate' } to load."
    case 'threw':
      return 'The cause property of this error has the stack. If the page needs what app.js sets up, require app.js first.'
    case 'ran-before':
      return 'In Jest, call jest.resetModules() before you load a page.'
    case 'not-defined':
      return 'Call Page() or Component() while the file is loaded, not later.'
    case 'other-root':
      return 'Pass the same rootPath, a folder that contains both, each time you load a page.'
  }
}

/** Follows the name of the `errMsg`. */
export const errMsgText = ({ name }: ErrMsgOf) =>
  `must be "${name}:ok" or start with "${name}:fail" or "${name}:cancel"`

/** The faults of the library alone: wxauth/simulate loads no other texts. */
export const libraryFaults = {
  ERR_BAD_ARGUMENT: ({ argument, expected, given }: FaultFacts['ERR_BAD_ARGUMENT']) => ({
    message: `${argumentText(argument)} ${typeof expected === 'string' ? `must be ${argumentKinds[expected]}` : errMsgText(expected)}, not ${shown(given)}.`,
    hint: 'The README, "In your own code and tests", lists what each option and each method takes.',
  }),
  ERR_PAGE: ({ page, problem }: FaultFacts['ERR_PAGE']) => ({
    message: `${page === '' ? quoted(page) : whole(page)} cannot be loaded: ${pageText(problem)}.`,
    hint: pageHint(problem),
  }),
  ERR_NO_WINDOW: () => ({
    message: 'miniprogram-simulate needs a DOM, but there is no window.',
    hint: 'Begin the test file with /** @jest-environment jsdom */ or, in Vitest, with // @vitest-environment jsdom.',
  }),
}

/** The message of an error that is thrown includes its hint. */
export const hinted = (message: string, hint: string) => `${message} ${hint}`
