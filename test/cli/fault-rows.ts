import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultCode } from '../../src/faults.ts'
import { profileWith, type World } from '../support/cli-world.ts'
import { writeNear } from '../support/near-program.ts'
import type { RunOptions } from '../support/run-cli.ts'

/** An invocation that ends in a fault, and parts of its output. */
export interface FaultRow {
  readonly args: readonly string[]
  readonly exit: 2 | 3 | 4
  /** A part of the message. */
  readonly names: (world: World) => string
  /** A part of the hint. */
  readonly hint: string
  readonly prepare?: (world: World) => RunOptions | undefined
}

const accepted = profileWith({ 'scope.address': 'accepted' })

/** Writes a profile that a faulty command could change. */
function writeProfile(world: World): undefined {
  world.write('profiles/default.json', accepted)
}

const wrongUse = (args: readonly string[], name: string, hint: string): FaultRow => ({
  args,
  exit: 2,
  names: () => name,
  hint,
  prepare: writeProfile,
})

const unusableProfile = (
  content: string | object,
  names: (path: string) => string,
  hint = 'wxauth profile remove default',
): FaultRow => ({
  args: ['call', 'camera', '--accept'],
  exit: 4,
  names: world => names(world.path()),
  hint,
  prepare: world => {
    world.write('profiles/default.json', content)
    return undefined
  },
})

/** At least one row for every code that an ordinary invocation can end in. */
export const faultRows = {
  ERR_UNKNOWN_COMMAND: [
    wrongUse(['cal', 'wx.getLocation'], 'cal', 'Did you mean call?'),
    wrongUse(['frobnicate'], 'Unknown command "frobnicate".', 'wxauth --help'),
    wrongUse([''], 'Unknown command "".', 'wxauth --help'),
    wrongUse(['profile', 'sl'], 'profile sl', 'Did you mean profile ls?'),
    wrongUse(['profile', 'lst'], 'profile lst', 'Did you mean profile list?'),
    wrongUse(['--profile', 'x', 'frobnicate'], 'frobnicate', 'wxauth --help'),
    { ...wrongUse(['help', 'rest'], 'rest', 'Did you mean reset?') },
  ],
  ERR_UNKNOWN_FLAG: [
    wrongUse(['call', 'camera', '--acept'], '--acept', 'Did you mean --accept?'),
    wrongUse(['--acept', 'call', 'camera'], '--acept', 'Did you mean --accept?'),
    wrongUse(['call', 'camera', '-x'], '-x', 'wxauth call --help'),
    wrongUse(['--frobnicate'], '--frobnicate', 'wxauth --help'),
    // Only commands that may show a popup have its flags.
    wrongUse(['set', 'scope.camera=accepted', '--accept'], '--accept', 'wxauth set --help'),
    wrongUse(['reset', '--expect', 'success'], '--expect', 'wxauth reset --help'),
    wrongUse(['get-setting', '--no-input'], '--no-input', 'wxauth get-setting --help'),
    wrongUse(['open-setting', '--dismiss'], '--dismiss', 'wxauth open-setting --help'),
    wrongUse(['list-scopes', '--dismiss'], '--dismiss', 'wxauth list-scopes --help'),
    wrongUse(['authorize', 'scope.camera', '--reply', '{}'], '--reply', 'wxauth authorize --help'),
    wrongUse(['call', 'camera', '--enable', 'scope.camera'], '--enable', 'wxauth call --help'),
    wrongUse(['profile', 'path', '--answer', 'x'], '--answer', 'wxauth profile path --help'),
  ],
  ERR_FLAG_VALUE: [
    wrongUse(['walkthrough', 'camera', '--html', ''], '--html needs a value', '--help'),
    wrongUse(['walkthrough', 'camera', '--html'], '--html needs a value', '--help'),
    wrongUse(['list-scopes', '--profile'], '--profile', 'wxauth list-scopes --help'),
    wrongUse(['call', 'camera', '--expect'], '--expect', 'wxauth call --help'),
    wrongUse(['--project'], '--project', 'wxauth --help'),
  ],
  ERR_MISSING_ARGUMENT: [
    wrongUse(['walkthrough', '--html', 'x.html'], '<api|scope>', '--help'),
    wrongUse(['call'], 'api', 'wxauth call --help'),
    wrongUse(['tap'], 'open-type', 'wxauth tap --help'),
    wrongUse(['profile', 'remove'], 'name', 'wxauth profile remove --help'),
  ],
  ERR_EXTRA_ARGUMENT: [
    wrongUse(['call', 'camera', '{}', 'surplus', '--accept'], 'surplus', 'wxauth call --help'),
    wrongUse(['get-setting', 'surplus'], 'Unexpected argument "surplus".', 'wxauth get-setting --help'),
    wrongUse(['get-setting', ''], 'Unexpected argument "".', 'wxauth get-setting --help'),
  ],
  ERR_MISSING_FLAG: [
    wrongUse(['walkthrough', '--all'], '--all needs --html <file>.', 'wxauth walkthrough --all --html'),
    wrongUse(['walkthrough', 'camera', '--all'], '--all needs --html <file>.', ''),
  ],
  ERR_CONFLICTING_FLAGS: [
    wrongUse(['walkthrough', 'camera', '--all', '--html', 'x.html'], '--all and camera', 'Keep one'),
    wrongUse(['call', 'camera', '--accept', '--reject'], '--accept and --reject', 'Keep one'),
    wrongUse(['authorize', 'scope.camera', '--dismiss', '--reject'], '--reject and --dismiss', 'Keep one'),
    wrongUse(
      ['call', 'camera', '--answer', 'scope.camera=accept', '--answer', 'scope.camera=reject'],
      '--answer scope.camera=accept and --answer scope.camera=reject',
      'Keep one',
    ),
    wrongUse(['call', 'camera', '-', '--reply', '-'], '--reply -', 'Keep one'),
    wrongUse(
      ['open-setting', '--enable', 'scope.address', '--disable', 'scope.address'],
      '--enable scope.address and --disable scope.address',
      'Keep one',
    ),
    wrongUse(['tap', 'getUserInfo', '--accept', '--disable', 'scope.address'], '--disable', 'Keep one'),
  ],
  ERR_UNKNOWN_API: [
    wrongUse(['call', 'wx.getLocatoin', '--accept'], 'wx.getLocatoin', 'Did you mean wx.getLocation?'),
    wrongUse(['call', 'getlocation', '--accept'], 'getlocation', 'Did you mean wx.getLocation?'),
    wrongUse(['call', 'wx.camera', '--accept'], 'wx.camera', 'Did you mean camera?'),
    wrongUse(['call', 'foo'], 'wxauth does not know the API "foo".', 'wxauth list-scopes'),
    wrongUse(['call', 'constructor'], 'does not know the API "constructor".', 'wxauth list-scopes'),
    wrongUse(['call', ''], 'does not know the API "".', 'wxauth list-scopes'),
    // The name of a scope.
    wrongUse(['call', 'scope.camera'], '"scope.camera"', 'Did you mean camera, guarded by scope.camera?'),
    wrongUse(
      ['call', 'scope.userLocation', '--accept'],
      '"scope.userLocation"',
      'Did you mean wx.getLocation or wx.chooseLocation, guarded by scope.userLocation?',
    ),
    wrongUse(['call', 'record'], '"record"', 'Did you mean wx.startRecord, guarded by scope.record?'),
  ],
  ERR_UNGUARDED_API: [
    wrongUse(['call', 'wx.request'], 'No scope guards "wx.request": it needs no', 'wxauth list-scopes'),
    wrongUse(['call', 'canIUse'], 'No scope guards "canIUse": it needs no', 'wxauth list-scopes'),
    wrongUse(['call', 'wx.authorize'], 'No scope guards "wx.authorize"', 'wxauth authorize'),
    wrongUse(['call', 'wx.getSetting'], 'No scope guards "wx.getSetting"', 'wxauth get-setting'),
    wrongUse(['call', 'openSetting'], 'No scope guards "openSetting"', 'wxauth open-setting'),
    wrongUse(['call', 'getPhoneNumber'], '<button open-type="getPhoneNumber">', 'wxauth list-scopes'),
    wrongUse(['call', 'wx.getUserProfile'], 'it asks the user at every call', 'wxauth list-scopes'),
    wrongUse(['call', 'chooseImage'], 'the user agrees by choosing', 'wxauth list-scopes'),
    wrongUse(['call', 'wx.getFuzzyLocation'], 'in the guide of early 2019', '--edition today'),
    wrongUse(['explain', 'wx.login', '--edition', 'today'], 'No scope guards "wx.login"', 'list-scopes'),
  ],
  ERR_UNKNOWN_SCOPE: [
    wrongUse(['authorize', 'camera', '--accept'], 'camera', 'Did you mean scope.camera?'),
    wrongUse(['authorize', 'scope.bluetooth', '--accept'], 'scope.bluetooth', '--edition today'),
    wrongUse(
      ['authorize', 'scope.bluetoth', '--edition', 'today'],
      'bluetoth',
      'Did you mean scope.bluetooth?',
    ),
    wrongUse(['set', 'privcy=agreed'], 'privcy', 'Did you mean privacy?'),
    wrongUse(['set', 'system.locaton=denied'], 'system.locaton', 'Did you mean system.location?'),
    wrongUse(['call', 'camera', '--answer', 'privacy=accept'], 'privacy', '--edition today'),
    wrongUse(
      ['call', 'camera', '--answer', 'privcy=accept', '--edition', 'today'],
      'privcy',
      'Did you mean privacy?',
    ),
    wrongUse(['reset', 'scope.address', 'scope.adress'], 'scope.adress', 'Did you mean scope.address?'),
    wrongUse(['reset', 'all'], 'Unknown scope "all".', 'wxauth list-scopes'),
    wrongUse(['authorize', ''], 'Unknown scope "".', 'wxauth list-scopes'),
    // The name of an API, at every door.
    ...[
      ['authorize', 'getLocation'],
      ['authorize', 'wx.getlocation'],
      ['reset', 'wx.getLocation'],
      ['set', 'getLocation=accepted'],
      ['call', 'camera', '--answer', 'wx.getLocation=accept'],
      ['open-setting', '--enable', 'getLocation'],
      ['tap', 'openSetting', '--disable', 'getLocation'],
    ].map(args =>
      wrongUse(args, 'Unknown scope "', 'Did you mean scope.userLocation, the scope of wx.getLocation?'),
    ),
    wrongUse(['set', 'scope.address=rejected', 'scope.x=accepted'], 'scope.x', 'wxauth list-scopes'),
    wrongUse(['set', '__proto__=accepted'], '__proto__', 'wxauth list-scopes'),
    wrongUse(
      ['call', 'camera', '--answer', 'scope.camra=accept', '--accept'],
      'scope.camra',
      'Did you mean scope.camera?',
    ),
    wrongUse(['open-setting', '--disable', 'scope.address', '--enable', 'nope'], 'nope', 'list-scopes'),
  ],
  ERR_UNKNOWN_SHELL: [wrongUse(['completion', 'zhs'], 'zhs', 'Did you mean zsh?')],
  ERR_UNKNOWN_LANGUAGE: [
    wrongUse(['set', 'scope.address=rejected', '--lang', 'fr'], '"fr"', 'Choose en or zh-CN.'),
    wrongUse(['--lang=zh-cn', 'reset'], '"zh-cn"', 'Did you mean zh-CN?'),
  ],
  ERR_UNKNOWN_EDITION: [
    wrongUse(['set', 'scope.address=rejected', '--edition', 'tody'], '"tody"', 'Did you mean today?'),
    wrongUse(['reset', '--edition='], 'There is no edition "".', 'Choose guide'),
    {
      ...wrongUse(['reset'], '"2019"', 'Choose guide'),
      prepare: world => {
        writeProfile(world)
        return { env: { WXAUTH_EDITION: '2019' } }
      },
    },
  ],
  ERR_UNKNOWN_PLATFORM: [
    wrongUse(['call', 'chooseAddress', '--platform', 'iso'], '"iso"', 'Did you mean ios?'),
    wrongUse(['get-setting', '--platform', ''], 'There is no platform "".', 'Choose devtools'),
  ],
  ERR_GUIDE_ONLY: [
    wrongUse(
      ['walkthrough', 'camera', '--reject', '--edition', 'today'],
      'the guide of early 2019',
      'explain',
    ),
  ],
  ERR_UNKNOWN_STATE: [
    wrongUse(['set', 'privacy=agred'], 'agred', 'Did you mean agreed?'),
    wrongUse(['set', 'privacy=rejected'], 'rejected', 'privacy is undecided or agreed.'),
    wrongUse(['set', 'system.location=accepted'], 'accepted', 'authorized, denied or undetermined'),
    wrongUse(['set', 'scope.address=rejcted'], 'rejcted', 'Did you mean rejected?'),
    wrongUse(['set', 'scope.address=rejected', 'all=on'], 'on', 'undecided, accepted or rejected'),
  ],
  ERR_UNKNOWN_ANSWER: [
    wrongUse(['call', 'camera', '--answer', 'scope.camera=acept'], 'acept', 'Did you mean accept?'),
    wrongUse(['call', 'camera', '--answer', 'scope.camera=yes'], 'yes', 'accept, reject or dismiss'),
  ],
  ERR_UNKNOWN_EXPECTATION: [
    wrongUse(['call', 'camera', '--accept', '--expect', 'succes'], 'succes', 'Did you mean success?'),
    wrongUse(['call', 'camera', '--accept', '--expect', '0'], '0', 'success, fail, popup or no-popup'),
  ],
  ERR_CALL_EXPECTATION: [
    wrongUse(['run', '--expect', 'success'], 'wxauth run', '--expect-text TEXT'),
    wrongUse(['run', '--expect', 'fail'], '"fail"', '--expect-text TEXT'),
  ],
  ERR_FLAG_CHOICE: [
    wrongUse(['run', '--modal', 'confrim'], '--modal does not take "confrim"', 'Did you mean confirm?'),
    wrongUse(['run', '--pick', 'ok,no'], '--pick does not take "no"', 'ok or cancel'),
    wrongUse(['run', '--sheet', '-1'], '--sheet does not take "-1"', 'from 0 on, or cancel'),
    wrongUse(['explore', '--start', 'reject'], '--start does not take "reject"', 'Did you mean rejected?'),
    wrongUse(['explore', '--shard', '3/2'], '--shard does not take "3/2"', 'how many parts there are'),
    wrongUse(['explore', '--fail-on', 'x'], '--fail-on', 'error, warning, info or never.'),
    wrongUse(['explore', '--explain', 'no-fail'], '--explain', 'Did you mean no-fail-handler?'),
  ],
  ERR_FLAG_NUMBER: [
    wrongUse(['explore', '--threshold', '101'], '--threshold does not take "101"', '0 to 100'),
    wrongUse(['explore', '--jobs', '0'], '--jobs does not take "0"', 'from 1 on'),
    wrongUse(['explore', '--max-depth', 'x'], '--max-depth does not take "x"', 'from 0 on'),
  ],
  ERR_UNKNOWN_OPEN_TYPE: [
    wrongUse(['tap', 'getuserinfo', '--accept'], 'getuserinfo', 'Did you mean getUserInfo?'),
    wrongUse(['tap', 'share', '--accept'], '"share"', 'getUserInfo or openSetting'),
    wrongUse(['tap', ''], '""', 'getUserInfo or openSetting'),
    wrongUse(['tap', 'agreePrivacyAuthorization'], 'agreePrivacyAuthorization', 'Tap getUserInfo'),
    wrongUse(['tap', 'agree', '--edition', 'today'], '"agree"', 'or agreePrivacyAuthorization'),
  ],
  ERR_BAD_PAIR: [
    wrongUse(['set', 'scope.address'], '"scope.address" is not of the form SCOPE=STATE', '=rejected'),
    wrongUse(['set', 'scope.address='], '"scope.address=" is not', 'scope.camera=rejected'),
    wrongUse(['set', '=rejected'], '"=rejected" is not', 'scope.camera=rejected'),
    wrongUse(['set', ''], '"" is not', 'scope.camera=rejected'),
    wrongUse(['call', 'camera', '--answer', 'accept'], '"accept" is not', 'scope.camera=reject'),
    wrongUse(['call', 'camera', '--answer', ''], '"" is not', 'scope.camera=reject'),
  ],
  ERR_BAD_JSON: [
    wrongUse(['call', 'camera', '{type:1}', '--accept'], '{type:1}', 'JSON object'),
    wrongUse(['call', 'camera', '[]', '--accept'], 'an array', 'JSON object'),
    wrongUse(['call', 'camera', 'null', '--accept'], 'null', 'JSON object'),
    wrongUse(['call', 'camera', '5', '--accept'], 'number', 'JSON object'),
    wrongUse(['call', 'camera', '', '--accept'], 'params', 'JSON object'),
    wrongUse(['call', 'camera', '-', '--accept'], 'params', 'Write a JSON object to stdin'),
    {
      ...wrongUse(['call', 'camera', '@params.json', '--accept'], '@params.json', 'Fix the file'),
      prepare: world => {
        writeProfile(world)
        world.write('work/params.json', '{ "type": "wgs84", }')
        return undefined
      },
    },
    wrongUse(['call', 'camera', '--reply', '"x"', '--accept'], 'reply', 'JSON object'),
    ...[
      'login:ok',
      'insertCamera:okay',
      'insertCamera:',
      'insertCamera:FAIL',
      'camera:ok',
      'fail cancel',
    ].map(errMsg =>
      wrongUse(
        ['call', 'camera', '--reply', JSON.stringify({ errMsg }), '--accept'],
        errMsg,
        'insertCamera:ok',
      ),
    ),
    wrongUse(['call', 'camera', '--reply', '{"errMsg":null}', '--accept'], 'insertCamera:fail', ''),
    wrongUse(['tap', 'getUserInfo', '--reply', '{', '--accept'], 'reply', 'JSON object'),
  ],
  ERR_UNREADABLE_FILE: [
    wrongUse(['call', 'camera', '@nowhere.json', '--accept'], 'nowhere.json', 'path'),
    wrongUse(['call', 'camera', '@.', '--accept'], 'it is a directory', 'Name a file'),
    wrongUse(['call', 'camera', '--reply', '@nowhere.json', '--accept'], 'nowhere.json', 'path'),
  ],
  ERR_UNWRITABLE_FILE: [
    wrongUse(['walkthrough', 'camera', '--html', 'nowhere/x.html'], 'nowhere/x.html cannot be', 'path'),
    wrongUse(['walkthrough', '--all', '--html', '.'], 'it is a directory', 'Name a file'),
    wrongUse(['walkthrough', '--all', '--html', 'reports/'], 'it is a directory', 'Name a file'),
  ],
  ERR_PROFILE_NAME: [
    wrongUse(['call', 'camera', '--accept', '--profile', '../x'], '../x', '1 to 64 letters'),
    wrongUse(['profile', 'remove', 'default', '../x'], '../x', '1 to 64 letters'),
  ],
  ERR_UNKNOWN_PROFILE: [
    wrongUse(['profile', 'remove', 'default', 'defualt'], 'defualt', 'Did you mean default?'),
    wrongUse(['profile', 'remove', 'nobody'], 'nobody', 'wxauth profile list'),
  ],
  ERR_PROJECT_MISSING: [
    wrongUse(['--project', 'nowhere', 'reset'], 'nowhere', '--project or $WXAUTH_PROJECT'),
    {
      ...wrongUse(['--project', '.', 'reset'], '', '--project'),
      names: world => `There is no project.config.json and no app.json in ${world.cwd}.`,
    },
  ],
  ERR_PROJECT_FILE: [
    {
      ...wrongUse(['call', 'camera', '--accept'], '', 'Fix the file'),
      names: world => `${join(world.cwd, 'app.json')}:2:3: not valid JSON`,
      prepare: world => {
        writeProfile(world)
        world.write('work/project.config.json', { appid: 'touristappid' })
        world.write('work/app.json', '{\n  oops }')
        return undefined
      },
    },
    {
      ...wrongUse(['reset'], '', 'Fix the file'),
      names: world => `${join(world.cwd, 'project.config.json')}:1:10: not valid JSON`,
      prepare: world => {
        writeProfile(world)
        world.write('work/project.config.json', '{"appid":}')
        return undefined
      },
    },
  ],
  ERR_UNANSWERED: [
    {
      args: ['call', 'camera'],
      exit: 3,
      names: () => 'scope.camera',
      hint: '--accept, --reject, --dismiss or --answer scope.camera=accept',
      prepare: writeProfile,
    },
    {
      args: ['authorize', 'scope.camera', '--no-input'],
      exit: 3,
      names: () => 'scope.camera, but nobody can answer: asking is switched off by --no-input',
      hint: '--accept',
      prepare: writeProfile,
    },
    {
      args: ['tap', 'getUserInfo'],
      exit: 3,
      names: () => 'scope.userInfo',
      hint: '--accept',
      prepare: writeProfile,
    },
    {
      args: ['open-setting'],
      exit: 3,
      names: () => 'wx.openSetting',
      hint: '--enable SCOPE and --disable SCOPE',
      prepare: writeProfile,
    },
  ],
  ERR_PROFILE_CORRUPT: [
    unusableProfile('{"version":1,\n "apps": {"x" 1}}', path => `${path}:2:15`),
    unusableProfile('', path => `${path}:1:1`),
    unusableProfile('\0\0\0\0', path => `${path}:1:1`),
  ],
  ERR_PROFILE_VERSION: [
    unusableProfile({ version: 2, apps: {} }, path => `${path}: the profile has version 2`, '--profile'),
  ],
  ERR_PROFILE_VALUE: [
    unusableProfile({ version: '1', apps: {} }, path => `${path}: version must be the number 1`),
    unusableProfile([], path => `${path}: the profile must be an object`),
    unusableProfile(
      { version: 1, apps: { wx1: { name: 'x', scopes: { 'scope.camera': { state: 'on' } } } } },
      path => `${path}: apps.wx1.scopes["scope.camera"].state must be "accepted" or "rejected"`,
    ),
    unusableProfile(
      profileWith({}, { replies: { 'wx.getLocaton': {} } }),
      path => `${path}: apps.touristappid.replies["wx.getLocaton"] is not an API that a scope guards`,
      'Did you mean wx.getLocation?',
    ),
    unusableProfile(
      profileWith({}, { replies: { camera: { errMsg: 'camera:fail' } } }),
      path =>
        `${path}: apps.touristappid.replies.camera.errMsg must be "insertCamera:ok" or start with "insertCamera:fail" or "insertCamera:cancel"`,
    ),
  ],
  ERR_NO_PROGRAM: [wrongUse(['run'], 'no Mini Program', 'wxauth run --project DIR')],
  ERR_NO_PAGE: [
    {
      ...wrongUse(['explore', 'pages/gone/index'], 'None of the pages could be opened.', 'say why'),
      prepare: world => {
        writeNear(world)
        return undefined
      },
    },
    {
      ...wrongUse(['run'], 'app.json declares no page', '"pages"'),
      prepare: world => {
        writeNear(world, '.', { 'miniprogram/app.json': '{ "pages": ["pages/gone/index"] }' })
        return undefined
      },
    },
    {
      ...wrongUse(['run'], 'app.json declares no page', '"pages"'),
      prepare: world => {
        writeNear(world, '.', { 'miniprogram/app.json': '{}' })
        return undefined
      },
    },
  ],
  ERR_UNKNOWN_PAGE: [
    {
      ...wrongUse(
        ['explore', 'pages/near/index.js'],
        '"pages/near/index.js"',
        'Did you mean pages/near/index?',
      ),
      prepare: world => {
        writeNear(world)
        return undefined
      },
    },
    {
      ...wrongUse(['run', 'pages/nera/index'], 'miniprogram/app.json', 'Did you mean pages/near/index?'),
      prepare: world => {
        writeNear(world)
        return undefined
      },
    },
  ],
  ERR_PROFILE_UNREADABLE: [
    {
      ...unusableProfile('', path => `${path} cannot be read`, '$WXAUTH_HOME'),
      prepare: world => {
        mkdirSync(world.path(), { recursive: true })
        return undefined
      },
    },
    {
      ...unusableProfile('', () => 'file/sub/default.json cannot be read', '$WXAUTH_HOME'),
      prepare: world => ({ home: join(world.write('file', 'x'), 'sub') }),
    },
    {
      args: ['profile', 'list'],
      exit: 4,
      names: ({ directory }) => `The folder ${join(directory, 'file')} cannot be read`,
      hint: '$WXAUTH_HOME',
      prepare: world => ({ home: world.write('file', 'x') }),
    },
  ],
  ERR_PROFILE_UNWRITABLE: [
    {
      ...unusableProfile('', path => `${path} cannot be written`, '$WXAUTH_HOME'),
      prepare: world => {
        // There is no file to read, and not even root can write one.
        mkdirSync(world.home)
        symlinkSync(join(world.directory, 'nowhere', 'target.json'), world.path())
        return undefined
      },
    },
  ],
} satisfies Partial<Record<FaultCode, readonly FaultRow[]>>

/** The codes that take more than an invocation, with the file that tests each. */
export const testedElsewhere = {
  ERR_STDIN_TERMINAL: 'terminal-input.test.ts',
  ERR_NO_HOME: '../store/no-home.test.ts',
  ERR_PROFILE_LOCKED: 'locked.test.ts',
  ERR_PAGE: '../simulate/loader.test.ts',
  ERR_PROGRAM: '../pages/door/launch.test.ts',
  ERR_NO_ELEMENT: '../pages/door/launch.test.ts',
  ERR_PAGE_NOT_SHOWN: '../pages/door/launch.test.ts',
  ERR_PAGE_NOT_OPENED: '../pages/door/launch.test.ts',
  ERR_CLOSED: '../pages/door/launch.test.ts',
  ERR_FRAMEWORK_SOURCE: '../pages/source/program.test.ts',
  ERR_BAD_TOKEN: 'explore.test.ts',
  ERR_BAD_BASELINE: 'explore.test.ts',
  ERR_NO_WINDOW: '../simulate/no-window.test.ts',
  ERR_MISSING_SWITCH: '../wx/settings.test.ts',
  ERR_UNKNOWN_OPTION: '../wx/arguments.test.ts',
  ERR_BAD_ARGUMENT: '../wx/arguments.test.ts',
  ERR_OUTPUT: 'streams.test.ts',
  ERR_INTERNAL: 'defect.test.ts',
  ERR_INTERRUPTED: 'signals.test.ts',
} as const satisfies Readonly<Record<Exclude<FaultCode, keyof typeof faultRows>, string>>
