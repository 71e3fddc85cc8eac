import type { Consent } from '../../catalogue/apis/unguarded.ts'
import type { FaultCode, FaultFacts, JsonInput, PairForm, ProfileValue, SourcePlace } from '../../faults.ts'
import type { JsonProblem } from '../../json/json-problem.ts'
import type { LockHolder } from '../../locks/lock.ts'
import { type LayerKey, layerStates } from '../../machine/layer-states.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import { errMsgText, libraryFaults } from './library-faults.ts'
import { problemWords } from './problems.ts'
import { shown } from './shown.ts'

export { hinted } from './library-faults.ts'

type FaultText<C extends FaultCode> = (facts: FaultFacts[C]) => {
  readonly message: string
  readonly hint: string
}

const didYouMean = (near: string | undefined, otherwise: string) =>
  near === undefined ? otherwise : `Did you mean ${whole(near)}?`

const listed = (words: readonly string[]) => {
  const shown = words.map(word => whole(word))
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter(part => part !== '').join(' or ')
}

const seeHelp = (command: string) => `Run ${whole(`${command} --help`)} to see what it takes.`
const seeScopes = () => `Run ${whole('wxauth list-scopes')} to see all scopes and their APIs.`

const seeToday = () =>
  `It came later: choose today's edition with ${whole('--edition today')}, in the library with ${whole("edition: 'today'")}.`

const fixOrRemove = (name: string) =>
  `Fix the file, or delete the profile: ${whole(`wxauth profile remove ${name}`)}`

/** After `No scope guards "wx.login"`. */
const consents: Readonly<Record<Consent, (word: string) => string>> = {
  none: () => ': it needs no authorization.',
  button: word => `: the user agrees by tapping ${whole(`<button open-type="${word}">`)}.`,
  'every-call': () => ': it asks the user at every call.',
  choice: () => ': the user agrees by choosing what to hand over.',
  later: () => ' in the guide of early 2019.',
  authorization: () => ': it is part of authorization itself.',
}

const whyUnanswered: Readonly<Record<UnansweredWhy, string>> = {
  'no-terminal': 'stdin and stderr are not both terminals',
  'no-input': 'asking is switched off by --no-input, $WXAUTH_NO_INPUT or $CI',
  'too-small': 'the window is too small to show what is asked',
  'input-ended': 'the input of the terminal ended',
  'stdin-changed': 'stdin is no longer the terminal that showed the popup',
  'raw-mode': 'another program has this terminal in raw mode',
  background: 'this process runs in the background of its terminal',
  busy: 'another wxauth is asking on this terminal',
  'no-answer': 'the test has no answer for it',
}

/** Each choice of a program that runs has its flag. */
const runHint = (scope: string | undefined) =>
  scope === undefined
    ? `Say beforehand what happens: ${whole('--tap TARGET')}, ${whole('--modal confirm')}, ${whole('--sheet 0')}, ${whole('--pick ok')}, ${whole('--enable SCOPE')}`
    : `Answer with --accept, --reject, --dismiss or ${whole(`--answer ${scope}=accept`)}`

function unansweredHint(scope: string | undefined, why: UnansweredWhy): string {
  if (why === 'no-answer') {
    return scope === undefined
      ? `First say what the user does there: ${whole("auth.answer('wx.openSetting', { 'scope.camera': true })")}`
      : `Nothing was recorded. First say how the user answers, ${whole(`auth.answer('${scope}', 'accept')`)}, or set the state: ${whole(`auth.set('${scope}', '${scope === 'privacy' ? 'agreed' : 'accepted'}')`)}`
  }
  // The line that stays after an open popup has already said so.
  const recorded = why === 'input-ended' || why === 'stdin-changed' ? '' : 'Nothing was recorded. '
  return scope === undefined
    ? `${why === 'too-small' ? 'Make the window larger, or move' : 'Move'} the switches with ${whole('--enable SCOPE')} and ${whole('--disable SCOPE')}.`
    : `${recorded}${why === 'too-small' ? 'Make the window larger, or answer' : 'Answer'} with --accept, --reject, --dismiss or ${whole(`--answer ${scope}=accept`)}, or decide beforehand: ${whole(`wxauth set ${scope}=${scope === 'privacy' ? 'agreed' : 'accepted'}`)}`
}

const isMissing = (problem: JsonProblem) => problem.kind === 'system' && problem.code === 'ENOENT'
const newBaseline = (path: string) =>
  `To write one: ${whole(`wxauth explore --baseline ${path} --update-baseline`)}`

const inputs: Readonly<Record<JsonInput, string>> = {
  params: 'The params',
  reply: 'The reply',
  storage: 'The storage',
  baseline: 'The baseline',
  fixtures: 'The fixtures',
}

const pairs: Readonly<Record<PairForm, { readonly form: string; readonly example: string }>> = {
  state: { form: 'SCOPE=STATE', example: 'scope.camera=rejected' },
  answer: { form: 'SCOPE=ANSWER', example: 'scope.camera=reject' },
  query: { form: 'KEY=VALUE', example: 'id=1' },
  input: { form: 'TARGET=TEXT', example: '#phone=13800000000' },
}

const profileValues: Readonly<Record<ProfileValue, string>> = {
  object: 'must be an object',
  string: 'must be a string',
  version: 'must be the number 1',
  state: 'must be "accepted" or "rejected"',
  date: 'must be an ISO 8601 date such as "2026-01-31T08:00:00.000Z"',
  'decided-by': 'must be "popup", "button", "settings" or "set"',
  agreed: 'must be "agreed"',
  undeclared: 'must be "undeclared"',
  'permission-state': 'must be "authorized", "denied" or "undetermined"',
  api: 'is not an API that a scope guards',
}

function stateHint(layer: LayerKey | undefined): string {
  return layer === undefined
    ? 'A state is undecided, accepted or rejected.'
    : `The state of ${layer} is ${listed(layerStates[layer])}.`
}

function profileValueText(expected: FaultFacts['ERR_PROFILE_VALUE']['expected']): string {
  if (typeof expected === 'string') return profileValues[expected]
  return expected.kind === 'err-msg'
    ? errMsgText(expected)
    : `is nested more than ${expected.levels} levels deep`
}

/** After what was given. */
function jsonText(problem: JsonProblem): string {
  switch (problem.kind) {
    case 'not-json':
      return `is not valid JSON at line ${problem.line}, column ${problem.column}`
    default:
      return `cannot be used: ${problemWords(problem).matter}`
  }
}

function jsonHint(given: string): string {
  if (given === '-') return 'Write a JSON object to stdin.'
  return given.startsWith('@') ? 'Fix the file.' : 'Pass a JSON object in quotes, @FILE, or - for stdin.'
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

const lockedHint = (holder: LockHolder, lock: string) =>
  holder.kind === 'elsewhere'
    ? `Try again in ${Math.ceil(holder.freeIn / 1000)} seconds: by then the lock has expired, even if that process was killed.`
    : `Wait for it or end it, and try again. If it is not wxauth, delete ${whole(lock)}`

const lineAndColumn = (problem: FaultFacts['ERR_PROJECT_FILE']['problem']) =>
  problem.kind === 'not-json' ? `:${problem.line}:${problem.column}` : ''

function projectHint(problem: FaultFacts['ERR_PROJECT_FILE']['problem']): string {
  switch (problem.kind) {
    case 'not-json':
    case 'not-object':
    case 'bad-root':
      return 'Fix the file. WeChat DevTools needs it to be valid too.'
    default:
      return `${problemWords(problem).help}.`
  }
}

const profileHint = (problem: JsonProblem) =>
  `${problemWords(problem).help}, or choose another folder with $WXAUTH_HOME.`

export const faults: { readonly [C in FaultCode]: FaultText<C> } = {
  ...libraryFaults,
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
    message: `${whole(one)} and ${whole(other)} cannot be used together.`,
    hint: 'Keep one of them.',
  }),
  ERR_MISSING_FLAG: ({ flag, needed, command }) => ({
    message: `${whole(flag)} needs ${whole(needed)}.`,
    hint: `Run ${whole(`${command} ${flag} ${needed}`)}`,
  }),
  ERR_UNKNOWN_API: ({ api, near, scope, apis }) => ({
    message: `wxauth does not know the API ${quoted(api)}.`,
    hint:
      scope === undefined || apis === undefined
        ? didYouMean(near, seeScopes())
        : `Did you mean ${listed(apis)}, guarded by ${scope}?`,
  }),
  ERR_UNGUARDED_API: ({ api, consent, instead }) => ({
    message: `No scope guards ${quoted(api)}${consents[consent](api.replace(/^wx\./, ''))}`,
    hint:
      consent === 'later'
        ? seeToday()
        : instead === undefined
          ? seeScopes()
          : `Run ${whole(instead)} instead.`,
  }),
  ERR_UNKNOWN_SCOPE: ({ scope, near, api, isLater }) => ({
    message: `Unknown scope ${quoted(scope)}.`,
    hint:
      api === undefined || near === undefined
        ? didYouMean(near, isLater ? seeToday() : seeScopes())
        : `Did you mean ${near}, the scope of ${api}?`,
  }),
  ERR_UNKNOWN_STATE: ({ state, near, layer }) => ({
    message: `Unknown state ${quoted(state)}.`,
    hint: didYouMean(near, stateHint(layer)),
  }),
  ERR_UNKNOWN_ANSWER: ({ answer, near }) => ({
    message: `Unknown answer ${quoted(answer)}.`,
    hint: didYouMean(near, 'An answer is accept, reject or dismiss.'),
  }),
  ERR_UNKNOWN_EXPECTATION: ({ expectation, near }) => ({
    message: `--expect does not take ${quoted(expectation)}.`,
    hint: didYouMean(near, 'Expect success, fail, popup or no-popup.'),
  }),
  ERR_CALL_EXPECTATION: ({ expectation, command }) => ({
    message: `${whole(command)} runs a whole program, so it cannot expect ${quoted(expectation)}.`,
    hint: `Expect what the page shows in the end: ${whole('--expect-text TEXT')}`,
  }),
  ERR_FLAG_CHOICE: ({ flag, given, choices, near, form }) => ({
    message: `${flag} does not take ${quoted(given)}.`,
    hint: didYouMean(
      near,
      {
        word: `It takes ${listed(choices)}.`,
        list: `It takes ${listed(choices)}, or a list such as ${whole(choices.slice(0, 2).join(','))}`,
        item: `It takes the number of an item from 0 on, or cancel, or a list such as ${whole('0,cancel')}`,
        part: `It takes a part and how many parts there are, such as ${listed(choices)}.`,
      }[form],
    ),
  }),
  ERR_FLAG_NUMBER: ({ flag, given, from, to }) => ({
    message: `${flag} does not take ${quoted(given)}.`,
    hint: Number.isFinite(to)
      ? `It takes a number from ${from} to ${to}.`
      : `It takes a whole number from ${from} on.`,
  }),
  ERR_BAD_TOKEN: ({ token }) => ({
    message: `${quoted(token)} is no path of this program.`,
    hint: 'Copy the whole command that the report shows for a finding.',
  }),
  ERR_BAD_BASELINE: ({ path }) => ({
    message: `${whole(path)} is no baseline.`,
    hint: newBaseline(path),
  }),
  ERR_UNKNOWN_OPEN_TYPE: ({ openType, near, known }) => ({
    message: `wxauth cannot tap a button with the open-type ${quoted(openType)}.`,
    hint: didYouMean(near, `Tap ${listed(known)}.`),
  }),
  ERR_UNKNOWN_EDITION: ({ edition, near }) => ({
    message: `There is no edition ${quoted(edition)}.`,
    hint: didYouMean(near, 'Choose guide, the platform of early 2019, or today.'),
  }),
  ERR_UNKNOWN_PLATFORM: ({ platform, near }) => ({
    message: `There is no platform ${quoted(platform)}.`,
    hint: didYouMean(near, 'Choose devtools, ios or android.'),
  }),
  ERR_GUIDE_ONLY: ({ command }) => ({
    message: `${whole(`wxauth ${command}`)} tells what the guide of early 2019 says. It has no edition today.`,
    hint: `Run it with ${whole('--edition guide')}, or see what a call meets today: ${whole('wxauth explain wx.getLocation --edition today')}`,
  }),
  ERR_UNKNOWN_SHELL: ({ shell, near }) => ({
    message: `There is no completion script for ${quoted(shell)}.`,
    hint: didYouMean(near, 'Choose bash, zsh or fish.'),
  }),
  ERR_UNKNOWN_LANGUAGE: ({ language, near, known }) => ({
    message: `wxauth has no messages in the language ${quoted(language)}.`,
    hint:
      near === undefined
        ? `Choose ${listed(known)}.`
        : `Did you mean ${whole(near)}? Choose ${listed(known)}.`,
  }),
  ERR_UNKNOWN_OPTION: ({ option, of, near, known }) => ({
    message: `${of} does not take the option ${quoted(option)}.`,
    hint: didYouMean(near, `It takes ${known.join(', ')}.`),
  }),
  ERR_BAD_PAIR: ({ pair, form }) => ({
    message: `${quoted(pair)} is not of the form ${pairs[form].form}.`,
    hint: `Write it like ${pairs[form].example}`,
  }),
  ERR_BAD_JSON: ({ what, given, problem }) =>
    problem.kind === 'err-msg'
      ? {
          message: `The errMsg of the reply ${quoted(given)} ${errMsgText(problem)}.`,
          hint: `Fix the errMsg, or leave it out to answer "${problem.name}:ok".`,
        }
      : {
          message: `${inputs[what]} must be a JSON object, but ${given === '-' ? 'stdin' : quoted(given)} ${jsonText(problem)}.`,
          hint: jsonHint(given),
        },
  ERR_STDIN_TERMINAL: ({ what, scope }) => ({
    message: `${inputs[what]} cannot be read from stdin: it is the terminal that ${scope === 'privacy' ? 'the privacy sheet' : `the popup for ${scope}`} may need.`,
    hint: 'Pass the JSON object itself or @FILE, or answer the popup with --accept, --reject or --dismiss.',
  }),
  ERR_UNREADABLE_FILE: ({ what, path, problem }) => ({
    message: `${inputs[what]} cannot be read from ${path === '-' ? 'stdin' : whole(path)}: ${problemWords(problem).matter}.`,
    hint:
      what === 'baseline' && isMissing(problem)
        ? newBaseline(path)
        : problem.kind === 'directory' || problem.kind === 'not-file'
          ? 'Name a file that contains a JSON object.'
          : `${problemWords(problem).help}.`,
  }),
  ERR_UNWRITABLE_FILE: ({ path, problem }) => ({
    message: `${whole(path)} cannot be written: ${problemWords(problem).matter}.`,
    hint:
      problem.kind === 'directory'
        ? 'Name a file in it.'
        : `${problemWords(problem).help}, or choose another path.`,
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
  ERR_PROJECT_MISSING: ({ directory, problem, isRun }) => ({
    message:
      problem === 'no-directory'
        ? `There is no directory ${directory === '' ? quoted(directory) : whole(directory)}.`
        : `There is no project.config.json and no app.json in ${whole(directory)}.`,
    hint: isRun
      ? 'Name the folder of your Mini Program (--project or $WXAUTH_PROJECT on the command line).'
      : 'Name the folder of a Mini Program (--project or $WXAUTH_PROJECT on the command line), or none to use the demo.',
  }),
  ERR_FRAMEWORK_SOURCE: ({ directory, framework }) => ({
    message: `${whole(directory)} is the source of a ${framework} project, not of a Mini Program.`,
    hint: `Build it for WeChat, and name the folder that ${framework} writes (--project on the command line).`,
  }),
  ERR_NO_PROGRAM: ({ directory, command }) => ({
    message: `There is no Mini Program to run in ${whole(directory)}, or in a folder above.`,
    hint: `Name the folder of yours: ${whole(`${command} --project DIR`)}`,
  }),
  ERR_NO_PAGE: ({ path, isTried }) => ({
    message: isTried
      ? 'None of the pages could be opened.'
      : `${whole(path)} declares no page that can be opened.`,
    hint: isTried
      ? 'The notes above say why.'
      : `Add one to its ${whole('"pages"')}, or name the folder with the built Mini Program (--project).`,
  }),
  ERR_UNKNOWN_PAGE: ({ page, path, near }) => ({
    message: `${whole(path)} declares no page ${quoted(page)}.`,
    hint: didYouMean(near, 'Name a page by its route, such as pages/index/index.'),
  }),
  ERR_PROGRAM: ({ error: { kind, message, place, through }, others }) => ({
    message: `${kind === 'rejection' ? 'The program left a rejection unhandled' : 'The program threw'}${placeText(place)}: ${visibleText(message).replace(/\.+$/, '')}.`,
    hint: [
      ...(through.length > 1 ? [`It came through ${through.slice(1, 4).map(placeWords).join(', ')}.`] : []),
      others > 0 ? `Look at app.errors: there are ${others} more.` : 'Look at app.errors for the whole way.',
    ].join(' '),
  }),
  ERR_NO_ELEMENT: ({ target, page, use, isDisabled, others }) => ({
    message: isDisabled
      ? `${quoted(target)} on ${whole(page)} is disabled.`
      : `${whole(page)} shows nothing to ${use === 'tap' ? 'tap' : 'type into'} that is ${quoted(target)}.`,
    hint:
      others.length === 0
        ? `There is nothing to ${use === 'tap' ? 'tap' : 'type into'} on this page now.`
        : `It has ${others.map(text => quoted(text)).join(', ')}.`,
  }),
  ERR_PAGE_NOT_SHOWN: ({ page, shown }) => ({
    message: `${whole(page)} is not shown: ${shown === undefined ? 'no page is' : `the user sees ${whole(shown)}`}.`,
    hint: 'The page that is shown is app.page.',
  }),
  ERR_PAGE_NOT_OPENED: ({ page, file }) => ({
    message: `${whole(page)} could not be opened.`,
    hint: `Look at app.notices: they say what is wrong with ${whole(file)}.`,
  }),
  ERR_CLOSED: () => ({
    message: 'The program was closed.',
    hint: 'Launch it again: await launch({ … }).',
  }),
  ERR_PROJECT_FILE: ({ path, problem }) => ({
    message: `${whole(path + lineAndColumn(problem))}: ${problem.kind === 'bad-root' ? 'miniprogramRoot is not a string' : problemWords(problem).matter}.`,
    hint: projectHint(problem),
  }),
  ERR_MISSING_SWITCH: ({ scopes, retired = [], undeclared = [] }) => ({
    message: `The settings page has no switch for ${scopes.join(', ')}. No switch was moved.`,
    hint:
      retired.length > 0
        ? `Nothing is guarded by ${retired.join(', ')} any more: the page has no such row.`
        : undeclared.length > 0
          ? `The page offers ${undeclared.join(', ')} only if requiredBackgroundModes in app.json names location.`
          : 'A switch appears once its scope is decided: answer its popup first, or set its state.',
  }),
  ERR_UNANSWERED: ({ scope, caller, why, walkthrough, isRun }) => ({
    message:
      walkthrough === 'choice'
        ? `${caller} asks which API to show, but nobody can choose: ${whyUnanswered[why]}.`
        : scope === undefined
          ? `${caller} ${isRun ? 'waits for an answer, but nobody can give one' : 'opens the settings page, but nobody can use it'}: ${whyUnanswered[why]}.`
          : `${caller} ${scope === 'privacy' ? 'needs the privacy agreement' : `asks for ${scope}`}, but nobody can answer: ${whyUnanswered[why]}.`,
    hint:
      walkthrough === undefined
        ? isRun
          ? runHint(scope)
          : unansweredHint(scope, why)
        : walkthrough === 'choice'
          ? `Name an API and an answer: ${whole('wxauth walkthrough wx.getLocation --reject')}`
          : `Answer with --accept, --reject or --dismiss: ${whole(`wxauth walkthrough ${caller} --reject`)}`,
  }),
  ERR_PROFILE_CORRUPT: ({ path, line, column, name }) => ({
    message: `${whole(`${path}:${line}:${column}`)}: the profile is not valid JSON.`,
    hint: fixOrRemove(name),
  }),
  ERR_PROFILE_VERSION: ({ path, version, name }) => ({
    message: `${whole(path)}: the profile has version ${shown(version)}, but this wxauth reads version 1.`,
    hint: `Use a newer wxauth, or another profile with --profile, or delete this one: ${whole(`wxauth profile remove ${name}`)}`,
  }),
  ERR_PROFILE_VALUE: ({ path, place, expected, near, name }) => ({
    message: `${whole(path)}: ${place === '' ? 'the profile' : whole(place, { most: 120 })} ${profileValueText(expected)}.`,
    hint: didYouMean(near, fixOrRemove(name)),
  }),
  ERR_PROFILE_LOCKED: ({ path, holder, lock }) => ({
    message: `${whole(path)} has been locked for too long by ${holderText(holder)}.`,
    hint: lockedHint(holder, lock),
  }),
  ERR_PROFILE_UNREADABLE: ({ path, isFolder = false, problem }) => ({
    message: `The ${isFolder ? 'folder' : 'profile'} ${whole(path)} cannot be read: ${problemWords(problem).matter}.`,
    hint: profileHint(problem),
  }),
  ERR_PROFILE_UNWRITABLE: ({ path, problem }) => ({
    message: `The profile ${whole(path)} cannot be written: ${problemWords(problem).matter}.`,
    hint: profileHint(problem),
  }),
  ERR_OUTPUT: ({ problem }) => ({
    message: `stdout cannot be written: ${problemWords(problem).matter}.`,
    hint: `${problemWords(problem).help}. If the command recorded a decision, it stays recorded.`,
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

const placeWords = ({ file, line, column }: SourcePlace) => whole(`${file}:${line}:${column}`)
const placeText = (place: SourcePlace | undefined) => (place === undefined ? '' : ` at ${placeWords(place)}`)
