import type { Consent } from '../../catalogue/apis/unguarded.ts'
import type { ArgumentKind, FaultCode, FaultFacts, JsonInput, PairForm, ProfileValue } from '../../faults.ts'
import type { JsonProblem } from '../../json/json-problem.ts'
import type { LockHolder } from '../../locks/lock.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import { shown } from './shown.ts'

type FaultText<C extends FaultCode> = (facts: FaultFacts[C]) => {
  readonly message: string
  readonly hint: string
}

const didYouMean = (near: string | undefined, otherwise: string) =>
  near === undefined ? otherwise : `Did you mean ${whole(near)}?`

/** `unknown` is the message for a word; what is no word is not of the right kind. */
const notKnown = (given: unknown, unknown: string, mustBe: string) =>
  typeof given === 'string' ? `${unknown} ${quoted(given)}.` : `${mustBe}, not ${shown(given)}.`

const listed = (words: readonly string[]) => words.map(word => whole(word)).join(' or ')

const seeHelp = (command: string) => `Run ${whole(`${command} --help`)} to see what it takes.`
const seeScopes = `Run ${whole('wxauth list-scopes')} to see all scopes and their APIs.`

const fixOrRemove = (name: string) =>
  `Fix the file, or delete the profile: ${whole(`wxauth profile remove ${name}`)}`

/** After `No scope guards "wx.login"`. */
const consents: Readonly<Record<Consent, (word: string) => string>> = {
  none: () => ': it needs no authorization.',
  button: word => `: the user agrees by tapping ${whole(`<button open-type="${word}">`)}.`,
  'every-call': () => ': it asks the user at every call.',
  choice: () => ': the user agrees by choosing what to hand over.',
  later: () => ' in the guide of early 2019, which wxauth follows.',
  authorization: () => ': it is part of authorization itself.',
}

const whyUnanswered: Readonly<Record<UnansweredWhy, string>> = {
  'no-terminal': 'stdin and stderr are not both terminals',
  'no-input': 'asking is switched off by --no-input, $WXAUTH_NO_INPUT or $CI',
  'input-ended': 'the input of the terminal ended',
  'stdin-changed': 'stdin is no longer the terminal that showed the popup',
  'raw-mode': 'another program has this terminal in raw mode',
  background: 'this process runs in the background of its terminal',
  busy: 'another wxauth is asking on this terminal',
  'no-answer': 'the test has no answer for it',
}

function unansweredHint(scope: string | undefined, why: UnansweredWhy): string {
  if (why === 'no-answer') {
    return scope === undefined
      ? `First say what the user does there: ${whole("auth.answer('wx.openSetting', { 'scope.camera': true })")}`
      : `Nothing was recorded. First say how the user answers, ${whole(`auth.answer('${scope}', 'accept')`)}, or set the state: ${whole(`auth.set('${scope}', 'accepted')`)}`
  }
  return scope === undefined
    ? `Move the switches with ${whole('--enable SCOPE')} and ${whole('--disable SCOPE')}.`
    : `Nothing was recorded. Answer with --accept, --reject, --dismiss or ${whole(`--answer ${scope}=accept`)}, or decide beforehand: ${whole(`wxauth set ${scope}=accepted`)}`
}

const inputs: Readonly<Record<JsonInput, string>> = { params: 'The params', reply: 'The reply' }

const pairs: Readonly<Record<PairForm, { readonly form: string; readonly example: string }>> = {
  state: { form: 'SCOPE=STATE', example: 'scope.camera=rejected' },
  answer: { form: 'SCOPE=ANSWER', example: 'scope.camera=reject' },
}

/** What the library expects, after "must be". */
const argumentKinds: Readonly<Record<ArgumentKind, string>> = {
  options: 'called with an object of options or with nothing',
  function: 'a function',
  folder: 'a path or a file: URL',
  switches: `given switches such as ${whole("{ 'scope.camera': true }")}`,
  switch: 'true or false',
  states: `given a scope and a state, or states such as ${whole("{ 'scope.camera': 'rejected' }")}`,
  data: 'data that await does not call',
  reply: 'answered with an object',
  errMsg: `a text that names its API, such as ${whole("'getLocation:fail system permission denied'")}`,
  camera: "given 'camera', the only component that asks",
}

const profileValues: Readonly<Record<ProfileValue, string>> = {
  object: 'must be an object',
  string: 'must be a string',
  version: 'must be the number 1',
  state: 'must be "accepted" or "rejected"',
  date: 'must be an ISO 8601 date such as "2026-01-31T08:00:00.000Z"',
  'decided-by': 'must be "popup", "button", "settings" or "set"',
}

const articles = {
  null: 'null',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
}

/** After a path and a colon, or after "cannot be read:". */
function problemText(problem: JsonProblem): string {
  switch (problem.kind) {
    case 'directory':
      return 'it is a directory'
    case 'not-file':
      return 'it is not a regular file'
    case 'too-large':
      return `it is larger than ${problem.mebibytes} MiB`
    case 'system':
      return visibleText(problem.text)
    case 'not-json':
      return 'not valid JSON'
    case 'not-object':
      return 'not a JSON object'
    case 'too-deep':
      return `nested more than ${problem.levels} deep`
  }
}

/** After what was given. */
function jsonText(problem: JsonProblem): string {
  switch (problem.kind) {
    case 'not-json':
      return 'is not valid JSON'
    case 'not-object':
      return `is ${articles[problem.found]}`
    case 'too-deep':
      return `is nested more than ${problem.levels} deep`
    default:
      return `cannot be read: ${problemText(problem)}`
  }
}

function holderText(holder: LockHolder): string {
  switch (holder.kind) {
    case 'process':
      return `process ${holder.pid}`
    case 'elsewhere':
      return `process ${holder.pid} on ${quoted(holder.machine)} or in another container`
    case 'unknown':
      return 'an unknown process'
  }
}

const lineAndColumn = (problem: FaultFacts['ERR_PROJECT_FILE']['problem']) =>
  problem.kind === 'not-json' ? `:${problem.line}:${problem.column}` : ''

export const faults: { readonly [C in FaultCode]: FaultText<C> } = {
  ERR_UNKNOWN_COMMAND: ({ command, near }) => ({
    message: `Unknown command ${quoted(command)}.`,
    hint: didYouMean(near, `Run ${whole('wxauth --help')} to see all commands.`),
  }),
  ERR_UNKNOWN_FLAG: ({ flag, command, near }) => ({
    message: `${whole(command)} does not take ${quoted(flag)}.`,
    hint: didYouMean(near, seeHelp(command)),
  }),
  ERR_FLAG_VALUE: ({ flag, command }) => ({
    message: `${flag} needs a value.`,
    hint: seeHelp(command),
  }),
  ERR_MISSING_ARGUMENT: ({ argument, command }) => ({
    message: `${whole(command)} needs <${argument}>.`,
    hint: seeHelp(command),
  }),
  ERR_EXTRA_ARGUMENT: ({ argument, command }) => ({
    message: `Unexpected argument ${quoted(argument)}.`,
    hint: seeHelp(command),
  }),
  ERR_CONFLICTING_FLAGS: ({ flags: [one, other] }) => ({
    message: `${whole(one)} and ${whole(other)} contradict each other.`,
    hint: 'Keep one of them.',
  }),
  ERR_UNKNOWN_API: ({ api, near, scope, apis }) => ({
    message: notKnown(api, 'wxauth does not know the API', 'The name of an API must be a string'),
    hint:
      scope === undefined || apis === undefined
        ? didYouMean(near, seeScopes)
        : `Did you mean ${listed(apis)}, guarded by ${scope}?`,
  }),
  ERR_UNGUARDED_API: ({ api, consent, instead }) => ({
    message: `No scope guards ${quoted(api)}${consents[consent](api.replace(/^wx\./, ''))}`,
    hint: instead === undefined ? seeScopes : `Run ${whole(instead)} instead.`,
  }),
  ERR_UNKNOWN_SCOPE: ({ scope, near, api }) => ({
    message: notKnown(scope, 'Unknown scope', 'The name of a scope must be a string'),
    hint:
      api === undefined || near === undefined
        ? didYouMean(near, seeScopes)
        : `Did you mean ${near}, the scope of ${api}?`,
  }),
  ERR_UNKNOWN_STATE: ({ state, near }) => ({
    message: notKnown(state, 'Unknown state', 'A state must be a string'),
    hint: didYouMean(near, 'A state is undecided, accepted or rejected.'),
  }),
  ERR_UNKNOWN_ANSWER: ({ answer, near }) => ({
    message: notKnown(answer, 'Unknown answer', "An answer must be 'accept', 'reject' or 'dismiss'"),
    hint: didYouMean(near, 'An answer is accept, reject or dismiss.'),
  }),
  ERR_UNKNOWN_EXPECTATION: ({ expectation, near }) => ({
    message: `--expect does not take ${quoted(expectation)}.`,
    hint: didYouMean(near, 'Expect success, fail, popup or no-popup.'),
  }),
  ERR_UNKNOWN_OPEN_TYPE: ({ openType, near }) => ({
    message: notKnown(
      openType,
      'wxauth cannot tap a button with the open-type',
      'An open-type must be a string',
    ),
    hint: didYouMean(near, 'Tap getUserInfo or openSetting.'),
  }),
  ERR_UNKNOWN_SHELL: ({ shell, near }) => ({
    message: `There is no completion script for ${quoted(shell)}.`,
    hint: didYouMean(near, 'Choose bash, zsh or fish.'),
  }),
  ERR_UNKNOWN_LANGUAGE: ({ language, near, known }) => ({
    message: notKnown(language, 'There are no texts in', 'A language must be a string'),
    hint: didYouMean(near, `Choose ${listed(known)}.`),
  }),
  ERR_UNKNOWN_OPTION: ({ option, near, known }) => ({
    message: `createWxAuth does not take the option ${quoted(option)}.`,
    hint: didYouMean(near, `It takes ${known.join(', ')}.`),
  }),
  ERR_BAD_ARGUMENT: ({ argument, expected, given }) => ({
    message: `${whole(argument)} must be ${argumentKinds[expected]}, not ${shown(given)}.`,
    hint: 'See "In your own code and tests" in the README.',
  }),
  ERR_BAD_PAIR: ({ pair, form }) => ({
    message: `${quoted(pair)} is not of the form ${pairs[form].form}.`,
    hint: `Write it like ${pairs[form].example}`,
  }),
  ERR_BAD_JSON: ({ what, given, problem }) =>
    problem.kind === 'foreign-err-msg'
      ? {
          message: `${inputs[what]} ${quoted(given)} has an errMsg that does not begin with ${whole(problem.expected)}.`,
          hint: `Write it like ${whole(`{"errMsg":"${problem.expected}fail cancel"}`)}`,
        }
      : {
          message: `${inputs[what]} must be a JSON object, but ${quoted(given)} ${jsonText(problem)}.`,
          hint: 'Pass a JSON object in quotes, @FILE, or - for stdin.',
        },
  ERR_STDIN_TERMINAL: ({ what, scope }) => ({
    message: `${inputs[what]} cannot be read from stdin: it is the terminal that the popup for ${scope} may need.`,
    hint: 'Pass the JSON object itself or @FILE, or answer the popup with --accept, --reject or --dismiss.',
  }),
  ERR_UNREADABLE_FILE: ({ what, path, problem }) => ({
    message: `${inputs[what]} cannot be read from ${path === '-' ? 'stdin' : whole(path)}: ${problemText(problem)}.`,
    hint: 'Check the path.',
  }),
  ERR_NO_HOME: () => ({
    message: 'There is no folder for profiles: this user has no home directory.',
    hint: 'Set $WXAUTH_HOME to a folder that you can write to.',
  }),
  ERR_PROFILE_NAME: ({ name }) => ({
    message: `A profile cannot be named ${quoted(name)}.`,
    hint: 'A name is 1 to 64 letters, digits, dots, underscores and hyphens, and starts with a letter or a digit.',
  }),
  ERR_UNKNOWN_PROFILE: ({ name, directory, near }) => ({
    message: `There is no profile ${quoted(name)} in ${whole(directory)}.`,
    hint: didYouMean(near, `Run ${whole('wxauth profile list')} to see all profiles.`),
  }),
  ERR_PROJECT_MISSING: ({ directory, problem }) => ({
    message:
      problem === 'no-directory'
        ? `There is no directory ${directory === '' ? quoted(directory) : whole(directory)}.`
        : `There is no project.config.json and no app.json in ${whole(directory)}.`,
    hint: 'Name the folder of a Mini Program (--project on the command line), or none to use the demo.',
  }),
  ERR_PROJECT_FILE: ({ path, problem }) => ({
    message: `${whole(path + lineAndColumn(problem))}: ${problem.kind === 'bad-root' ? 'miniprogramRoot is not a string' : problemText(problem)}.`,
    hint: 'Fix the file. WeChat DevTools needs it to be valid too.',
  }),
  ERR_MISSING_SWITCH: ({ scopes }) => ({
    message: `The settings page has no switch for ${scopes.join(', ')}. No switch was moved.`,
    hint: 'A switch appears once its scope is decided: answer its popup first, or set its state.',
  }),
  ERR_UNANSWERED: ({ scope, caller, why }) => ({
    message:
      scope === undefined
        ? `${caller} opens the settings page, but nobody can use it: ${whyUnanswered[why]}.`
        : `${caller} asks for ${scope}, but nobody can answer: ${whyUnanswered[why]}.`,
    hint: unansweredHint(scope, why),
  }),
  ERR_PROFILE_CORRUPT: ({ path, line, column, name }) => ({
    message: `${whole(`${path}:${line}:${column}`)}: the profile is not valid JSON.`,
    hint: fixOrRemove(name),
  }),
  ERR_PROFILE_VERSION: ({ path, version, name }) => ({
    message: `${whole(path)}: the profile has version ${shown(version)}, but this wxauth reads version 1.`,
    hint: `Use a newer wxauth, or another profile with --profile, or delete this one: ${whole(`wxauth profile remove ${name}`)}`,
  }),
  ERR_PROFILE_VALUE: ({ path, place, expected, name }) => ({
    message: `${whole(path)}: ${place === '' ? 'the profile' : whole(place, { most: 120 })} ${profileValues[expected]}.`,
    hint: fixOrRemove(name),
  }),
  ERR_PROFILE_LOCKED: ({ path, holder, lock }) => ({
    message: `${whole(path)} has been locked for too long by ${holderText(holder)}.`,
    hint: `Wait for it or end it, and try again. If it is not wxauth, delete ${whole(lock)}`,
  }),
  ERR_PROFILE_UNREADABLE: ({ path, problem }) => ({
    message: `The profile ${whole(path)} cannot be read: ${problemText(problem)}.`,
    hint: 'Check its permissions, or choose another folder with $WXAUTH_HOME.',
  }),
  ERR_PROFILE_UNWRITABLE: ({ path, problem }) => ({
    message: `The profile ${whole(path)} cannot be written: ${visibleText(problem.text)}.`,
    hint: 'Check the permissions there, or choose another folder with $WXAUTH_HOME.',
  }),
  ERR_OUTPUT: ({ problem }) => ({
    message: `The answer cannot be written to stdout: ${visibleText(problem.text)}.`,
    hint: 'Make room, or write it elsewhere. What was decided is recorded.',
  }),
  ERR_INTERNAL: ({ problem }) => ({
    message: `wxauth failed: ${visibleText(problem)}.`,
    hint: 'This is a bug in wxauth. Run it again with --verbose to see where it happened.',
  }),
  ERR_INTERRUPTED: ({ signal }) => ({
    message: `Ended by ${signal}.`,
    hint: 'Nothing was recorded for the open popup.',
  }),
}
