import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Expected,
  type Given,
  type ListedScope,
  type States,
  type Use,
  type User,
  usage,
} from '../../../src/guide/sentence.ts'
import type { ApiResult } from '../../../src/machine/outcome.ts'
import { documentOf, type Run, runCli } from '../../support/run-cli.ts'
import { spawnCli } from '../../support/spawn-cli.ts'
import { temporaryFolder } from '../../support/temporary-home.ts'
import type { Driver, Observation, OpenDriver } from './driver.ts'

const appid = 'wx0123456789abcdef'

/** The document of a command that runs a callback. */
interface OutcomeDocument {
  readonly callback: Expected['callback']
  readonly result: ApiResult | null
  readonly popup: Expected['popup']
  readonly scope: NonNullable<Expected['scope']> | null
}

type RunAt = (args: readonly string[], place: { readonly home: string; readonly cwd: string }) => Promise<Run>

/** Drives the command line in this process: only the profile's file outlives a use. */
export const cliDriver = driverWith(runCli)

/** Drives the built command line: every use is a process of its own. */
export const processDriver = driverWith((args, place) =>
  spawnCli({ args, world: { ...place, directory: place.cwd }, input: '' }),
)

function driverWith(runAt: RunAt): OpenDriver {
  return given => openCli(given, runAt)
}

async function openCli(given: Given, runAt: RunAt): Promise<Driver> {
  const folder = temporaryFolder()
  const home = join(folder.path, 'profiles')
  const profile = join(home, 'default.json')
  const cwd = projectIn(folder.path, given.usage === undefined ? usage : given.usage)
  if (given.scopes !== undefined) writeProfile(home, profile, given.scopes)
  const run = (...args: readonly string[]) => runAt([...args, '--json'], { home, cwd })

  return {
    async use(action, user) {
      return observation(await run(...wordsFor(action), ...answerFor(action, user)), action)
    },
    async upkeep(action) {
      // Nothing runs between two commands, so there is nothing to restart.
      if (action.do === 'restart') return
      const { code, stderr } =
        action.do === 'set'
          ? await run('set', ...Object.entries(action.states).map(pair => pair.join('=')))
          : await run('reset', ...(action.scopes ?? []))
      if (code !== 0) throw new Error(`${action.do} ended with ${code}: ${stderr}`)
    },
    list: async () => documentOf<readonly ListedScope[]>(await run('list-scopes')),
    states: async () => statesIn(profile),
    close: folder.remove,
  } satisfies Driver
}

function projectIn(folder: string, purpose: string | null): string {
  const directory = join(folder, 'project')
  const permission = purpose === null ? {} : { 'scope.userLocation': { desc: purpose } }
  mkdirSync(directory)
  writeFileSync(join(directory, 'project.config.json'), JSON.stringify({ appid, projectname: 'Shops' }))
  writeFileSync(join(directory, 'app.json'), JSON.stringify({ pages: [], permission }))
  return directory
}

// Writes the file as a person could: these rows do not test `set`.
function writeProfile(home: string, path: string, states: NonNullable<Given['scopes']>): void {
  const decided = Object.entries(states).filter(([, state]) => state !== 'undecided')
  const at = '2026-01-31T08:00:00.000Z'
  const scopes = Object.fromEntries(decided.map(([scope, state]) => [scope, { state, at, by: 'popup' }]))
  mkdirSync(home)
  writeFileSync(
    path,
    JSON.stringify({ version: 1, apps: { [appid]: { name: 'Shops', scopes, replies: {} } } }),
  )
}

function statesIn(path: string): States {
  if (!existsSync(path)) return {}
  const { apps } = JSON.parse(readFileSync(path, 'utf8'))
  const scopes: Readonly<Record<string, { readonly state: string }>> = apps[appid]?.scopes ?? {}
  return Object.fromEntries(Object.entries(scopes).map(([scope, { state }]) => [scope, state])) as States
}

function wordsFor(action: Use): readonly string[] {
  switch (action.do) {
    case 'call':
      return ['call', action.api]
    case 'authorize':
      return ['authorize', action.scope]
    case 'getSetting':
      return ['get-setting']
    case 'tapGetUserInfo':
      return ['tap', 'getUserInfo']
    case 'openSetting':
    case 'tapOpenSetting': {
      const moves = [
        ...(action.enable ?? []).flatMap(scope => ['--enable', scope]),
        ...(action.disable ?? []).flatMap(scope => ['--disable', scope]),
      ]
      return [...(action.do === 'openSetting' ? ['open-setting'] : ['tap', 'openSetting']), ...moves]
    }
  }
}

/** Only commands that may show a popup have answer flags. */
function answerFor(action: Use, user: User): readonly string[] {
  const mayAsk = action.do === 'call' || action.do === 'authorize' || action.do === 'tapGetUserInfo'
  return mayAsk && user !== 'nobody' ? [`--${user}`] : []
}

function observation(run: Run, action: Use): Observation {
  const { callback, result, popup, scope } = documentOf<OutcomeDocument>(run)
  const missing = missingOf(run, action)
  const code = callback === null ? 3 : callback === 'success' && missing.length === 0 ? 0 : 1
  if (run.code !== code)
    throw new Error(`Exit code ${run.code} instead of ${code} after ${run.stdout}${run.stderr}`)
  return { callback, result, popup, scope, missing }
}

/** The document does not list the missing switches; stderr does, one error a line. */
function missingOf({ stderr }: Run, action: Use): Observation['missing'] {
  if (action.do !== 'openSetting' && action.do !== 'tapOpenSetting') return []
  const complaints = stderr.split('\n').filter(line => line.startsWith('error: '))
  const moves = [...(action.enable ?? []), ...(action.disable ?? [])]
  return moves.filter(scope => complaints.some(line => line.split(' ').includes(scope)))
}
