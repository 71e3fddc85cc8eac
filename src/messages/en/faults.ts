import type { FaultCode, FaultFacts, JsonInput, ProfileValue } from '../../faults.ts'
import type { JsonProblem } from '../../json/json-problem.ts'
import type { LockHolder } from '../../locks/lock.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'
import { libraryFaults } from './library-faults.ts'
import { shown } from './shown.ts'

type FaultText<C extends FaultCode> = (facts: FaultFacts[C]) => {
  readonly message: string
  readonly hint: string
}

const didYouMean = (near: string | undefined, otherwise: string) =>
  near === undefined ? otherwise : `Did you mean ${near}?`

const seeHelp = (command: string) => `See ${command} --help.`

const removeOrMend = (name: string) =>
  `Mend the file, or move it away and start anew; wxauth profile remove ${name} deletes it.`

const whyUnanswered: Readonly<Record<UnansweredWhy, string>> = {
  'no-terminal': 'stdin and stderr are not both a terminal',
  'no-input': 'asking is switched off (--no-input, $WXAUTH_NO_INPUT or $CI)',
  'input-ended': "the terminal's input ended",
  'stdin-changed': 'stdin is no longer the terminal that the popup was shown on',
  'raw-mode': 'another program has this terminal in raw mode',
  background: 'this process runs in the background of its terminal',
  busy: 'another wxauth is asking on this terminal',
  'no-answer': 'the test has no answer for it',
}

const unansweredHint = (scope: string | undefined, why: UnansweredWhy) => {
  if (why === 'no-answer') {
    return scope === undefined
      ? "Say before what the user does there: auth.answer('wx.openSetting', { 'scope.camera': true })."
      : `Say before how the user answers, auth.answer('${scope}', 'accept'), or arrange it: auth.set('${scope}', 'accepted'). Nothing was recorded.`
  }
  return scope === undefined
    ? 'Move the switches with --enable SCOPE and --disable SCOPE.'
    : `Decide with --accept, --reject, --dismiss or --answer ${scope}=accept, or beforehand with wxauth set ${scope}=accepted. Nothing was recorded.`
}

const inputs: Readonly<Record<JsonInput, string>> = { params: 'The params', reply: 'The reply' }

const profileValues: Readonly<Record<ProfileValue, string>> = {
  object: 'must be an object',
  string: 'must be a string',
  version: 'must be the number 1',
  state: 'must be "accepted" or "rejected"',
  date: 'must be an ISO 8601 date such as "2026-01-31T08:00:00.000Z"',
  'decided-by': 'must be one of "popup", "button", "settings", "set"',
}

const articles = {
  null: 'null',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
}

/** Follows a path and a colon, or "cannot be read:". */
function problemText(problem: JsonProblem): string {
  switch (problem.kind) {
    case 'directory':
      return 'it is a directory'
    case 'not-file':
      return 'it is not a regular file'
    case 'too-large':
      return `it is larger than ${problem.mebibytes} MiB`
    case 'system':
      return problem.text
    case 'not-json':
      return 'not valid JSON'
    case 'not-object':
      return 'not a JSON object'
    case 'too-deep':
      return `nested more than ${problem.levels} deep`
  }
}

/** Follows the argument. */
function jsonText(problem: FaultFacts['ERR_BAD_JSON']['problem']): string {
  switch (problem.kind) {
    case 'not-json':
      return 'is not valid JSON'
    case 'not-object':
      return `is ${articles[problem.found]}`
    case 'foreign-err-msg':
      return `has an errMsg that does not begin with ${problem.expected}`
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
      return `process ${holder.pid} on ${holder.machine} or in another container`
    case 'unknown':
      return 'somebody who cannot be told'
  }
}

const lineAndColumn = (problem: FaultFacts['ERR_PROJECT_FILE']['problem']) =>
  problem.kind === 'not-json' ? `:${problem.line}:${problem.column}` : ''

export const faults: { readonly [C in FaultCode]: FaultText<C> } = {
  ...libraryFaults,
  ERR_UNKNOWN_COMMAND: ({ command, near }) => ({
    message: `wxauth has no command ${shown(command)}.`,
    hint: didYouMean(near, 'wxauth --help lists the commands.'),
  }),
  ERR_UNKNOWN_FLAG: ({ flag, command, near }) => ({
    message: `${command} has no flag ${flag}.`,
    hint: didYouMean(near, seeHelp(command)),
  }),
  ERR_FLAG_VALUE: ({ flag, command }) => ({
    message: `${flag} needs a value.`,
    hint: seeHelp(command),
  }),
  ERR_MISSING_ARGUMENT: ({ argument, command }) => ({
    message: `${command} needs <${argument}>.`,
    hint: seeHelp(command),
  }),
  ERR_EXTRA_ARGUMENT: ({ argument, command }) => ({
    message: `${command} has no use for ${shown(argument)}.`,
    hint: seeHelp(command),
  }),
  ERR_CONFLICTING_FLAGS: ({ flags: [one, other] }) => ({
    message: `${one} and ${other} contradict each other.`,
    hint: 'Keep one of them.',
  }),
  ERR_UNKNOWN_API: ({ api, near }) => ({
    message: `There is no guarded API ${shown(api)}.`,
    hint: didYouMean(near, 'wxauth list-scopes lists the guarded APIs.'),
  }),
  ERR_UNGUARDED_API: ({ api, instead }) => ({
    message: `No scope guards ${api}: calling it needs no authorization.`,
    hint: instead === undefined ? 'wxauth list-scopes lists the guarded APIs.' : `Use ${instead}.`,
  }),
  ERR_UNKNOWN_SCOPE: ({ scope, near }) => ({
    message: `There is no scope ${shown(scope)}.`,
    hint: didYouMean(near, 'wxauth list-scopes lists the scopes.'),
  }),
  ERR_UNKNOWN_STATE: ({ state, near }) => ({
    message: `There is no state ${shown(state)}.`,
    hint: didYouMean(near, 'A state is undecided, accepted or rejected.'),
  }),
  ERR_UNKNOWN_ANSWER: ({ answer, near }) => ({
    message: `A popup has no answer ${shown(answer)}.`,
    hint: didYouMean(near, 'An answer is accept, reject or dismiss.'),
  }),
  ERR_UNKNOWN_EXPECTATION: ({ expectation, near }) => ({
    message: `--expect knows no ${shown(expectation)}.`,
    hint: didYouMean(near, 'Expect success, fail, popup or no-popup.'),
  }),
  ERR_UNKNOWN_OPEN_TYPE: ({ openType, near }) => ({
    message: `There is no button with open-type ${shown(openType)} here.`,
    hint: didYouMean(near, 'Tap getUserInfo or openSetting.'),
  }),
  ERR_UNKNOWN_SHELL: ({ shell, near }) => ({
    message: `There is no completion script for ${shell}.`,
    hint: didYouMean(near, 'Choose bash, zsh or fish.'),
  }),
  ERR_UNKNOWN_LANGUAGE: ({ language, near, known }) => ({
    message: `There are no texts in ${shown(language)}.`,
    hint: didYouMean(near, `The languages are ${known.join(', ')}.`),
  }),
  ERR_UNKNOWN_OPTION: ({ option, near, known }) => ({
    message: `createWxAuth has no option ${shown(option)}.`,
    hint: didYouMean(near, `It has ${known.join(', ')}.`),
  }),
  ERR_BAD_PAIR: ({ pair, form }) => ({
    message: `${pair} is not of the form ${form}.`,
    hint: `Write it as ${form}.`,
  }),
  ERR_BAD_JSON: ({ what, given, problem }) => ({
    message: `${inputs[what]} must be a JSON object, but ${shown(given)} ${jsonText(problem)}.`,
    hint: 'Give a JSON object in quotes, @FILE, or - for standard input.',
  }),
  ERR_UNREADABLE_FILE: ({ what, path, problem }) => ({
    message: `${inputs[what]} cannot be read from ${path}: ${problemText(problem)}.`,
    hint: 'Check the path.',
  }),
  ERR_NO_HOME: () => ({
    message: 'There is no folder for profiles: this user has no home directory.',
    hint: 'Set $WXAUTH_HOME to a folder that you can write to.',
  }),
  ERR_PROFILE_NAME: ({ name }) => ({
    message: `${shown(name)} cannot be the name of a profile.`,
    hint: 'A name is 1 to 64 letters, digits, dots, underscores and hyphens, and starts with a letter or a digit.',
  }),
  ERR_UNKNOWN_PROFILE: ({ name, directory, near }) => ({
    message: `There is no profile ${name} in ${directory}.`,
    hint: didYouMean(near, 'wxauth profile list lists the profiles.'),
  }),
  ERR_PROJECT_MISSING: ({ directory, problem }) => ({
    message:
      problem === 'no-directory'
        ? `There is no directory ${shown(directory)}.`
        : `${directory} holds no project.config.json and no app.json.`,
    hint: 'Name the folder of a Mini Program project (--project on the command line), or none to use the demo Mini Program.',
  }),
  ERR_PROJECT_FILE: ({ path, problem }) => ({
    message: `${path}${lineAndColumn(problem)}: ${problem.kind === 'bad-root' ? 'miniprogramRoot is not a string' : problemText(problem)}.`,
    hint: 'Mend the file; WeChat DevTools needs it to be valid too.',
  }),
  ERR_MISSING_SWITCH: ({ scopes }) => ({
    message: `The settings page has no switch for ${scopes.join(', ')}: none was moved.`,
    hint: 'A switch appears once the popup of its scope was answered: arrange that first.',
  }),
  ERR_UNANSWERED: ({ scope, caller, why }) => ({
    message:
      scope === undefined
        ? `${caller} needs a person ${why === 'no-answer' ? 'on the settings page' : 'at a terminal'}, and nobody can be asked: ${whyUnanswered[why]}.`
        : `${caller} needs an answer for ${scope}, and nobody can be asked: ${whyUnanswered[why]}.`,
    hint: unansweredHint(scope, why),
  }),
  ERR_PROFILE_CORRUPT: ({ path, line, column, name }) => ({
    message: `${path}:${line}:${column}: the profile is not valid JSON.`,
    hint: removeOrMend(name),
  }),
  ERR_PROFILE_VERSION: ({ path, version, name }) => ({
    message: `${path}: the profile is of version ${JSON.stringify(version)}, and this wxauth reads version 1.`,
    hint: `Use a newer wxauth, or another profile with --profile; wxauth profile remove ${name} deletes this one.`,
  }),
  ERR_PROFILE_VALUE: ({ path, place, expected, name }) => ({
    message: `${path}: ${place === '' ? 'the profile' : place} ${profileValues[expected]}.`,
    hint: removeOrMend(name),
  }),
  ERR_PROFILE_LOCKED: ({ path, holder, lock }) => ({
    message: `${path} has been locked too long by ${holderText(holder)}.`,
    hint: `Wait for it or end it, then try again; if it is no wxauth, delete ${lock}.`,
  }),
  ERR_PROFILE_UNREADABLE: ({ path, problem }) => ({
    message: `The profile ${path} cannot be read: ${problemText(problem)}.`,
    hint: 'Give yourself the right to read it, or choose another folder with $WXAUTH_HOME.',
  }),
  ERR_PROFILE_UNWRITABLE: ({ path, problem }) => ({
    message: `The profile ${path} cannot be written: ${problem.text}.`,
    hint: 'Give yourself the right to write there, or choose another folder with $WXAUTH_HOME.',
  }),
  ERR_OUTPUT: ({ problem }) => ({
    message: `The answer cannot be written to stdout: ${problem.text}.`,
    hint: 'Make room where it goes; what was decided is recorded all the same.',
  }),
  ERR_INTERNAL: ({ problem }) => ({
    message: `wxauth itself failed: ${problem}.`,
    hint: 'This is a defect in wxauth. Run the command again with --verbose to see where it failed.',
  }),
  ERR_INTERRUPTED: ({ signal }) => ({
    message: `Ended by ${signal}.`,
    hint: 'Nothing was recorded for the open popup.',
  }),
}
