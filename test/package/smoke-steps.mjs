import { deepEqual, equal, match, ok } from 'node:assert/strict'

/**
 * One use of every command, in this order, on a profile that is empty at first.
 * @typedef {{ code: number | null, stdout: string, stderr: string }} Run
 * @typedef {{ args: string, code?: number, holds: (run: Run & { json: any }) => void }} Step
 */

/** Steps besides the commands in the help. @type {readonly Step[]} */
const faults = [
  { args: '--version', holds: ({ stdout }) => match(stdout, /^\d+\.\d+\.\d+\n$/) },
  { args: 'call camera --json', code: 3, holds: ({ json }) => equal(json.popup, 'unanswered') },
  { args: 'nonsense --json', code: 2, holds: hasErrorCode('ERR_UNKNOWN_COMMAND') },
  { args: 'set scope.camera=maybe --json', code: 2, holds: hasErrorCode('ERR_UNKNOWN_STATE') },
  {
    args: 'list-scopes --lang zh-CN',
    holds: ({ stdout }) => match(stdout, /scope\.camera +\S+ +camera 组件 +摄像头/),
  },
  {
    args: 'nonsense --lang zh-CN',
    code: 2,
    holds: ({ stderr }) => match(stderr, /^错误：没有 "nonsense" 这个命令。$/m),
  },
  {
    args: 'walkthrough camera --reject --lang zh-CN',
    holds: ({ stdout }) => match(stdout, /官方指南：“/),
  },
  { args: 'complete -- list-sc', holds: ({ stdout }) => match(stdout, /^list-scopes\t/) },
]

/** By their names in `wxauth --help`. @type {Readonly<Record<string, readonly Step[]>>} */
export const commands = {
  call: [
    { args: 'call wx.getLocation --reject --json', code: 1, holds: hasErrMsg('getLocation:fail auth deny') },
    { args: 'call getLocation --expect fail --json', holds: hasErrMsg('getLocation:fail auth deny') },
    { args: 'call chooseAddress --accept --expect popup --json', holds: hasErrMsg('chooseAddress:ok') },
    {
      args: 'call chooseAddress --answer privacy=reject --edition today --json',
      code: 1,
      holds: ({ json }) => equal(json.result.errno, 104),
    },
  ],
  explain: [
    { args: 'explain camera --json', holds: ({ json }) => equal(json.outcome, 'asks') },
    {
      args: 'explain camera --edition today --lang zh-CN',
      holds: ({ stdout }) => match(stdout, /\? scope +scope\.camera/),
    },
  ],
  authorize: [{ args: 'authorize scope.camera --accept --json', holds: hasErrMsg('authorize:ok') }],
  'get-setting': [{ args: 'get-setting --json', holds: hasSettings({ userLocation: false, camera: true }) }],
  'open-setting': [
    { args: 'open-setting --enable scope.userLocation --json', holds: hasSettings({ userLocation: true }) },
  ],
  tap: [
    {
      args: 'tap getUserInfo --accept --json',
      holds: run => {
        hasErrMsg('getUserInfo:ok')(run)
        match(run.json.result.signature, /^[0-9a-f]{40}$/)
      },
    },
  ],
  'list-scopes': [{ args: 'list-scopes --json', holds: ({ json }) => equal(json.length, 9) }],
  set: [{ args: 'set scope.record=rejected --json', holds: hasChange('scope.record', 'rejected') }],
  reset: [{ args: 'reset scope.record --json', holds: hasChange('scope.record', 'undecided') }],
  run: [{ args: 'run --json', code: 2, holds: hasErrorCode('ERR_NO_PROGRAM') }],
  explore: [{ args: 'explore --json', code: 2, holds: hasErrorCode('ERR_NO_PROGRAM') }],
  walkthrough: [
    { args: 'walkthrough', code: 3, holds: ({ stdout }) => equal(stdout, '') },
    {
      args: 'walkthrough wx.getLocation --reject --json',
      holds: ({ json }) => equal(json.steps[2].received.result.errMsg, 'getLocation:fail auth deny'),
    },
    {
      args: 'walkthrough --all --html scopes.html --json',
      holds: ({ json }) => equal(json.scopes.length, 9),
    },
  ],
  'profile list': [{ args: 'profile list --json', holds: ({ json }) => equal(json[0].name, 'default') }],
  'profile path': [{ args: 'profile path --json', holds: ({ json }) => match(json.path, /default\.json$/) }],
  'profile remove': [
    { args: 'profile remove default --json', holds: ({ json }) => equal(json.removed.length, 1) },
  ],
  completion: ['bash', 'zsh', 'fish'].map(shell => ({
    args: `completion ${shell}`,
    holds: ({ stdout }) => match(stdout, /complete -- /),
  })),
  version: [{ args: 'version --json', holds: ({ json }) => match(json.version, /^\d+\.\d+\.\d+/) }],
}

/** @param {(args: readonly string[]) => Promise<Run>} run @returns how many commands were run */
export async function smoke(run) {
  const { stdout: help } = await run(['--help'])
  deepEqual(commandsIn(help).sort(), Object.keys(commands).sort(), 'the commands of wxauth --help')
  const steps = [...faults, ...Object.values(commands).flat()]
  for (const { args, code = 0, holds } of steps) {
    const result = await run(args.split(' '))
    try {
      equal(result.code, code, `the exit code of wxauth ${args}`)
      const json = args.endsWith('--json') && code !== 2 ? JSON.parse(result.stdout) : undefined
      holds({ ...result, json })
    } catch (cause) {
      throw new Error(`wxauth ${args}: ${JSON.stringify(result)}`, { cause })
    }
  }
  return steps.length + 1
}

function commandsIn(help) {
  const [, block = ''] = /^Commands:\n((?: .*\n)+)/m.exec(help) ?? []
  return [...block.matchAll(/^ {2}(\S+(?: [a-z]+)?)/gm)].map(([, name]) => name)
}

function hasErrMsg(errMsg) {
  return ({ json }) => equal(json.result.errMsg, errMsg)
}

function hasSettings(scopes) {
  return ({ json }) => {
    for (const [scope, state] of Object.entries(scopes)) {
      equal(json.result.authSetting[`scope.${scope}`], state)
    }
  }
}

function hasChange(scope, after) {
  return ({ json }) => ok(json.changed.some(change => change.scope === scope && change.after === after))
}

function hasErrorCode(code) {
  return ({ stdout, stderr }) => {
    equal(stdout, '')
    equal(JSON.parse(stderr.trim().split('\n').at(-1)).error.code, code)
  }
}
