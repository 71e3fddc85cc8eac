import type { FaultCode, FaultFacts } from '../../faults.ts'

type FaultText<C extends FaultCode> = (facts: FaultFacts[C]) => {
  readonly message: string
  readonly hint: string
}

const didYouMean = (near: string | undefined, otherwise: string) =>
  near === undefined ? otherwise : `Did you mean ${near}?`

// An empty word is shown as one.
const shown = (word: string) => (word === '' ? '""' : word)

const seeHelp = (command: string) => `See ${command} --help.`

const removeOrMend = (name: string) =>
  `Mend the file, or move it away and start anew; wxauth profile remove ${name} deletes it.`

const whyUnanswered = {
  'no-terminal': 'stdin and stderr are not both a terminal',
  'no-input': 'asking is switched off (--no-input, $WXAUTH_NO_INPUT or $CI)',
  'input-ended': "the terminal's input ended",
  'stdin-changed': 'stdin is no longer the terminal that the popup was shown on',
  'raw-mode': 'another program has this terminal in raw mode',
  background: 'this process runs in the background of its terminal',
  busy: 'another wxauth is asking on this terminal',
  'no-answer': 'the test has no answer for it',
} as const

const unansweredHint = (scope: string | undefined, why: keyof typeof whyUnanswered) => {
  if (why === 'no-answer') {
    return scope === undefined
      ? "Say before what the user does there: auth.answer('wx.openSetting', { 'scope.camera': true })."
      : `Say before how the user answers, auth.answer('${scope}', 'accept'), or arrange it: auth.set('${scope}', 'accepted'). Nothing was recorded.`
  }
  return scope === undefined
    ? 'Move the switches with --enable SCOPE and --disable SCOPE.'
    : `Decide with --accept, --reject, --dismiss or --answer ${scope}=accept, or beforehand with wxauth set ${scope}=accepted. Nothing was recorded.`
}

export const faultTexts: { readonly [C in FaultCode]: FaultText<C> } = {
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
    message: `There is no button with open-type ${openType} here.`,
    hint: didYouMean(near, 'Tap getUserInfo or openSetting.'),
  }),
  ERR_UNKNOWN_SHELL: ({ shell, near }) => ({
    message: `There is no completion script for ${shell}.`,
    hint: didYouMean(near, 'Choose bash, zsh or fish.'),
  }),
  ERR_UNKNOWN_OPTION: ({ option, near }) => ({
    message: `createWxAuth has no option ${shown(option)}.`,
    hint: didYouMean(near, 'It has app, project, profile, answers, replies and onUncaught.'),
  }),
  ERR_BAD_ARGUMENT: ({ argument, expected, given }) => ({
    message: `${argument} must be ${expected}; this is ${shown(given)}.`,
    hint: 'README, "In your own code and tests", names what it takes.',
  }),
  ERR_BAD_PAIR: ({ pair, form }) => ({
    message: `${pair} is not of the form ${form}.`,
    hint: `Write it as ${form}.`,
  }),
  ERR_BAD_JSON: ({ what, given, problem }) => ({
    message: `${what} must be a JSON object, but ${shown(given)} ${problem}.`,
    hint: 'Give a JSON object in quotes, @FILE, or - for standard input.',
  }),
  ERR_UNREADABLE_FILE: ({ what, path, problem }) => ({
    message: `${what} cannot be read from ${path}: ${problem}.`,
    hint: 'Check the path.',
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
  ERR_PROJECT_FILE: ({ path, line, column, problem }) => ({
    message: `${path}${line === undefined ? '' : `:${line}:${column}`}: ${problem}.`,
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
  ERR_PROFILE_VALUE: ({ path, place, problem, name }) => ({
    message: `${path}: ${place} ${problem}.`,
    hint: removeOrMend(name),
  }),
  ERR_PROFILE_LOCKED: ({ path, holder, lock }) => ({
    message: `${path} has been locked too long by ${holder}.`,
    hint: `Wait for it or end it, then try again; if it is no wxauth, delete ${lock}.`,
  }),
  ERR_PROFILE_UNREADABLE: ({ path, problem }) => ({
    message: `The profile ${path} cannot be read: ${problem}.`,
    hint: 'Give yourself the right to read it, or choose another folder with $WXAUTH_HOME.',
  }),
  ERR_PROFILE_UNWRITABLE: ({ path, problem }) => ({
    message: `The profile ${path} cannot be written: ${problem}.`,
    hint: 'Give yourself the right to write there, or choose another folder with $WXAUTH_HOME.',
  }),
  ERR_OUTPUT: ({ problem }) => ({
    message: `The answer cannot be written to stdout: ${problem}.`,
    hint: 'Make room where it goes; what was decided is recorded all the same.',
  }),
  ERR_INTERNAL: ({ problem }) => ({
    message: `wxauth itself failed: ${problem}.`,
    hint: 'This is a defect of wxauth: please report it, with what --verbose prints.',
  }),
  ERR_INTERRUPTED: ({ signal }) => ({
    message: `Ended by ${signal}.`,
    hint: 'Nothing was recorded for the open popup.',
  }),
}
